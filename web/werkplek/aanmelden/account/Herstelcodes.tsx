import { Button, CopyButton } from '@mantine/core'
import { type ReactNode, useRef } from 'react'
import { Icoon } from '#kit/Icoon.tsx'
import { useAanmeldTeksten } from '../aanmeldTeksten.ts'
import { useEersteFocus } from '../useEersteFocus.ts'
import css from './Account.module.css'

type Props = {
  codes: readonly string[]
  uitleg: string
  /** They are all there is to see: say so. */
  kijk?: boolean
  children?: ReactNode
}

/** Recovery codes, once: to copy or download, because nobody can show them again. */
export function Herstelcodes({ codes, uitleg, kijk = false, children }: Props) {
  const t = useAanmeldTeksten().account
  const kop = useRef<HTMLHeadingElement>(null)
  useEersteFocus(() => kop.current?.focus(), kijk)
  return (
    <>
      <h3 ref={kop} tabIndex={-1}>
        {t.herstelTitel}
      </h3>
      <p className={css['zacht']}>{uitleg}</p>
      <ul className={css['codes']}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className={css['knoppen']}>
        <CopyButton value={codes.join('\n')}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {copied ? t.gekopieerd : t.herstelKopieer}
            </Button>
          )}
        </CopyButton>
        <Button
          component="a"
          variant="default"
          leftSection={<Icoon naam="download" maat={14} />}
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(`${codes.join('\r\n')}\r\n`)}`}
          download={t.herstelBestand}
        >
          {t.herstelDownload}
        </Button>
        {children}
      </div>
    </>
  )
}
