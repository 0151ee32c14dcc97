import { Button } from '@mantine/core'
import type { KeyboardEvent, ReactNode } from 'react'
import type { TaakRij } from '#contract/taken.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { Lading } from '#kit/Staten.tsx'
import { Taakregel } from './Taakregel.tsx'
import css from './Taken.module.css'
import { useTakenTeksten } from './takenTeksten.ts'
import { type Lijstvraag, useTakenlijst } from './useTakenlijst.ts'

type Props = {
  vraag: Lijstvraag
  naam: string
  /** What an empty list says. */
  leeg: ReactNode
  open: string | undefined
  metTeam?: boolean
  onOppakken: (taak: TaakRij) => void
}

/** Taken by deadline. Arrows go from row to row, Enter opens, O takes it in hand; new ones wait behind a bar. */
export function Takenlijst({ vraag, naam, leeg, open, metTeam = false, onOppakken }: Props) {
  const t = useTakenTeksten()
  const { query, lijst, bijwerken, meer } = useTakenlijst(vraag)
  const oppak = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 'o' || event.ctrlKey || event.altKey || event.metaKey) return
    const id = (event.target as HTMLElement).closest<HTMLElement>('[data-taak]')?.dataset['taak']
    const regel = lijst?.regels.find(({ taak }) => taak.id === id)
    if (regel && isVrij(regel.taak) && !regel.weg) onOppakken(regel.taak)
  }
  return (
    <Lading query={{ data: lijst, error: query.error, refetch: query.refetch }} regels={8}>
      {({ regels, nieuw }) => (
        <div className={css['lijst']}>
          <div role="status" className={css['balk']} data-leeg={nieuw === 0 || undefined}>
            {nieuw > 0 && (
              <Button size="compact-sm" variant="light" onClick={bijwerken} rightSection={t.toon}>
                {t.nieuw(nieuw)}
              </Button>
            )}
          </div>
          {regels.length === 0 ? (
            leeg
          ) : (
            <ul
              aria-label={naam}
              title={t.pijlen}
              className={css['regels']}
              onKeyDown={(event) => {
                moveBetweenRows(event)
                oppak(event)
              }}
            >
              {regels.map(({ taak, weg }) => (
                <Taakregel
                  key={taak.id}
                  taak={taak}
                  weg={weg}
                  open={taak.id === open}
                  metTeam={metTeam}
                  onOppakken={() => onOppakken(taak)}
                />
              ))}
            </ul>
          )}
          {meer && (
            <Button variant="subtle" onClick={() => void meer()} leftSection={<Icoon naam="pijl_neer" maat={14} />}>
              {t.meer}
            </Button>
          )}
        </div>
      )}
    </Lading>
  )
}

export function isVrij(taak: TaakRij): boolean {
  return taak.medewerker === null && taak.status === 'niet_gestart'
}

function moveBetweenRows(event: KeyboardEvent<HTMLElement>): void {
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('a[data-regel]')]
  const current = (event.target as HTMLElement).closest('li')?.querySelector<HTMLElement>('a[data-regel]')
  const at = current ? links.indexOf(current) : -1
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 }[event.key]
  if (to === undefined || at < 0) return
  event.preventDefault()
  links[Math.min(Math.max(to, 0), links.length - 1)]?.focus()
}
