import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { Icoon } from '#kit/Icoon.tsx'
import { useSneltoets } from '#kit/sneltoetsen.ts'
import { Toets } from '#kit/Toets.tsx'
import { Venster } from '#kit/Venster.tsx'
import css from '../Taak.module.css'
import { useTakenTeksten } from '../takenTeksten.ts'

type Props = {
  titel: string
  knop: string
  gevaarlijk?: boolean
  breed?: boolean
  bezig: boolean
  fout: string | undefined
  onVerstuur: () => void
  onSluiten: () => void
  children: ReactNode
}

/** A small form over a taak: Ctrl+Enter sends it, Escape leaves it, and what went wrong is said above it. */
export function Actievenster(props: Props) {
  const { titel, knop, gevaarlijk, breed, bezig, fout, onVerstuur, onSluiten, children } = props
  const t = useTakenTeksten()
  useSneltoets('mod+enter', knop, () => !bezig && onVerstuur())
  return (
    <Venster
      open
      {...(breed && { breed })}
      titel={titel}
      onSluiten={onSluiten}
      acties={
        <>
          <Button variant="default" onClick={onSluiten}>
            {t.annuleer}
          </Button>
          <Button
            loading={bezig}
            onClick={onVerstuur}
            {...(gevaarlijk && { color: 'red' })}
            rightSection={<Toets toets="mod+enter" />}
            aria-keyshortcuts="Control+Enter"
          >
            {knop}
          </Button>
        </>
      }
    >
      <form
        className={css['formulier']}
        onKeyDownCapture={(event) => {
          // Before a drop-down sees it: Enter would open the list under the field instead.
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
          event.preventDefault()
          event.stopPropagation()
          if (!bezig) onVerstuur()
        }}
        onSubmit={(event) => {
          event.preventDefault()
          onVerstuur()
        }}
      >
        {fout && (
          <p role="alert" className={css['fout']}>
            <Icoon naam="let_op" maat={14} /> {fout}
          </p>
        )}
        {children}
      </form>
    </Venster>
  )
}
