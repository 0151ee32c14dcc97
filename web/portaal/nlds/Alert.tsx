import type { ReactNode } from 'react'
import { Icoon, type IcoonNaam } from '#kit/Icoon.tsx'
import css from './Alert.module.css'
import { Heading, Paragraph } from './Tekst.tsx'

type Soort = 'info' | 'ok' | 'warning' | 'error'
const iconen: Record<Soort, IcoonNaam> = { info: 'info', ok: 'vink', warning: 'let_op', error: 'uitroep' }

/**
 * A message that belongs to the page.
 * @param kondigAan it appears while one is here: say it at once
 */
export function Alert({
  soort = 'info',
  titel,
  kondigAan = false,
  children,
}: {
  soort?: Soort
  titel?: string
  kondigAan?: boolean
  children?: ReactNode
}) {
  return (
    <div
      className={`utrecht-alert utrecht-alert--${soort} ${css['melding']}`}
      {...(kondigAan && { role: soort === 'error' ? 'alert' : 'status' })}
    >
      <span className={css['icoon']}>
        <Icoon naam={iconen[soort]} maat={22} />
      </span>
      <div className={css['tekst']}>
        {titel && <Heading level={2}>{titel}</Heading>}
        {typeof children === 'string' ? <Paragraph>{children}</Paragraph> : children}
      </div>
    </div>
  )
}
