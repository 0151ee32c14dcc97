import { Button } from '@mantine/core'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { Taak } from '#contract/taken.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { useIk } from '#kit/ik.ts'
import { useSneltoets } from '#kit/sneltoetsen.ts'
import { Tijdstip } from '#kit/Tijdstip.tsx'
import { Toets } from '#kit/Toets.tsx'
import { Venster } from '#kit/Venster.tsx'
import { useVerlaatwacht } from '#kit/Verlaatwacht.tsx'
import css from '../Taak.module.css'
import { useTakenTeksten } from '../takenTeksten.ts'

type Props = {
  /** The taak it acts on; what colleagues do to it meanwhile is told in the window. */
  taak?: Taak
  titel: string
  knop: string
  gevaarlijk?: boolean
  breed?: boolean
  bezig: boolean
  /** What was typed is lost when it closes; most of these windows keep it for the next time. */
  verliest?: boolean
  fout: string | undefined
  onVerstuur: () => void
  onSluiten: () => void
  children: ReactNode
}

/** A small form over a taak: Ctrl+Enter sends it, Escape leaves it, and what went wrong is said above it. */
export function Actievenster(props: Props) {
  const { taak, titel, knop, gevaarlijk, breed, bezig, verliest = false, fout, onVerstuur, onSluiten, children } = props
  const t = useTakenTeksten()
  const wacht = useVerlaatwacht(verliest && !bezig, onSluiten)
  const sluit = () => wacht.eerst(onSluiten)
  const form = useRef<HTMLFormElement>(null)
  // After a refused attempt, by this form or by the server, the focus is where something must be done.
  const [poging, setPoging] = useState(0)
  useEffect(() => {
    if (poging > 0 && !bezig) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [poging, bezig])
  const verstuur = () => {
    if (bezig) return
    onVerstuur()
    setPoging((n) => n + 1)
  }
  useSneltoets('mod+enter', knop, verstuur, !wacht.vraagt)

  return (
    <>
      <Venster
        open
        {...(breed && { breed })}
        titel={titel}
        onSluiten={sluit}
        acties={
          <>
            <Button variant="default" onClick={sluit}>
              {t.annuleer}
            </Button>
            <Button
              loading={bezig}
              onClick={verstuur}
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
          ref={form}
          noValidate
          className={css['formulier']}
          onSubmit={(event) => {
            event.preventDefault()
            verstuur()
          }}
        >
          {taak && <Intussen taak={taak} />}
          {fout && (
            <p role="alert" className={css['fout']}>
              <Icoon naam="let_op" maat={14} /> {fout}
            </p>
          )}
          {children}
        </form>
      </Venster>
      {wacht.vraag}
    </>
  )
}

/** What colleagues did to the taak since this window opened: one decides on what is, not on what was. */
function Intussen({ taak }: { taak: Taak }) {
  const t = useTakenTeksten()
  const ik = useIk()
  const [before] = useState(() => new Set(taak.historie.map((event) => event.id)))
  const news = taak.historie.filter((event) => !before.has(event.id) && event.medewerker.id !== ik.medewerker.id)
  return (
    <div role="status">
      {news.length > 0 && (
        <div className={css['letop']}>
          <Icoon naam="info" maat={14} />
          <div>
            <strong>{t.intussen}</strong>
            <ul>
              {news.map((event) => (
                <li key={event.id}>
                  {t.gebeurtenis[event.soort]} · {event.medewerker.naam} · <Tijdstip moment={event.op} />
                </li>
              ))}
            </ul>
          </div>
        </div>
      )}
    </div>
  )
}
