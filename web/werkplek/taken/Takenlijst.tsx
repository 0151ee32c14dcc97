import { Button } from '@mantine/core'
import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import type { TaakRij } from '#contract/taken.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { Lading } from '#kit/Staten.tsx'
import { Toets } from '#kit/Toets.tsx'
import { inGroepen, type Regel } from './levendeLijst.ts'
import { Taakregel } from './Taakregel.tsx'
import css from './Taken.module.css'
import { useTakenTeksten } from './takenTeksten.ts'
import { useOpruimen } from './useOpruimen.ts'
import { type Lijstvraag, useTakenlijst } from './useTakenlijst.ts'
import { useWegreden } from './useWegreden.ts'

type Props = {
  vraag: Lijstvraag
  naam: string
  /** What an empty list says. */
  leeg: ReactNode
  open: string | undefined
  metTeam?: boolean
  metWie?: boolean
  /** Under headings by deadline; not for lists in another order. */
  gegroepeerd?: boolean
  onOppakken: (taak: TaakRij) => void
  onTerugkoppelen: (taak: TaakRij) => void
  /** A row was opened; by keyboard, so that the focus may follow. */
  onOpen: (metToets: boolean) => void
}

/** Taken by deadline. Arrows go from row to row, Enter opens, Alt+O takes in hand; new ones wait behind a bar. */
export function Takenlijst(props: Props) {
  const { vraag, naam, leeg, open, metTeam = false, metWie = true, gegroepeerd = false } = props
  const t = useTakenTeksten()
  const box = useRef<HTMLElement>(null)
  const { query, lijst, verouderd, bijwerken, ruimOp } = useTakenlijst(vraag)
  const ietsWeg = lijst?.regels.some(({ weg }) => weg) ?? false
  const wegreden = useWegreden(ietsWeg)
  useOpruimen(box, ietsWeg, ruimOp)

  const pakOp = (event: KeyboardEvent) => {
    if (!event.altKey || event.code !== 'KeyO') return
    const id = (event.target as HTMLElement).closest<HTMLElement>('[data-taak]')?.dataset['taak']
    const regel = lijst?.regels.find(({ taak }) => taak.id === id)
    if (!regel || !isVrij(regel.taak) || regel.weg) return
    // Handled here: the taak that is open beside the list has the same key.
    event.preventDefault()
    props.onOppakken(regel.taak)
  }
  const rij = ({ taak, weg }: Regel) => (
    <Taakregel
      key={taak.id}
      taak={taak}
      weg={weg ? wegreden(taak) : undefined}
      open={taak.id === open}
      metTeam={metTeam}
      metWie={metWie}
      onOpen={props.onOpen}
      onOppakken={() => props.onOppakken(taak)}
      onTerugkoppelen={() => props.onTerugkoppelen(taak)}
    />
  )
  return (
    <Lading query={{ data: lijst, error: query.error, refetch: query.refetch }} regels={8}>
      {({ regels, nieuw }) => (
        <section
          ref={box}
          aria-label={naam}
          aria-busy={verouderd}
          data-verouderd={verouderd || undefined}
          className={css['lijst']}
          onKeyDown={(event) => {
            moveBetweenRows(event)
            pakOp(event)
          }}
        >
          <div role="status" className={css['balk']} data-leeg={nieuw === 0 || undefined}>
            {nieuw > 0 && (
              <Button variant="light" fullWidth onClick={bijwerken} leftSection={<Icoon naam="verversen" maat={14} />}>
                {t.nieuw(nieuw)} — {t.toon}
              </Button>
            )}
          </div>
          {regels.length === 0 && leeg}
          {regels.length > 0 && !gegroepeerd && <ul className={css['regels']}>{regels.map(rij)}</ul>}
          {gegroepeerd &&
            inGroepen(regels).map((each) => (
              <section key={each.groep} aria-labelledby={`groep-${each.groep}`} data-groep={each.groep}>
                <h2 id={`groep-${each.groep}`} className={css['groep']}>
                  {t.groep[each.groep]}
                  <span className={css['aantal']}>{each.regels.length}</span>
                </h2>
                <ul className={css['regels']}>{each.regels.map(rij)}</ul>
              </section>
            ))}
          {query.hasNextPage && (
            <Button
              variant="subtle"
              loading={query.isFetchingNextPage}
              onClick={() => void query.fetchNextPage()}
              leftSection={<Icoon naam="pijl_neer" maat={14} />}
            >
              {t.meer}
            </Button>
          )}
          {regels.length > 0 && (
            <p className={css['toetsen']} aria-hidden="true">
              <Toets toets="arrowup" /> <Toets toets="arrowdown" /> {t.toetsLoop}
              <Toets toets="enter" /> {t.toetsOpen}
              <Toets toets="alt+o" /> {t.toetsOppak}
            </p>
          )}
        </section>
      )}
    </Lading>
  )
}

export function isVrij(taak: TaakRij): boolean {
  return taak.medewerker === null && taak.status === 'niet_gestart'
}

/** `j` and `k` only work while a row has the focus, so they are no single-key shortcut of the page (WCAG 2.1.4). */
function moveBetweenRows(event: KeyboardEvent<HTMLElement>): void {
  if (event.altKey || event.ctrlKey || event.metaKey) return
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('a[data-regel]')]
  const current = (event.target as HTMLElement).closest('li')?.querySelector<HTMLElement>('a[data-regel]')
  const at = current ? links.indexOf(current) : -1
  const to = { ArrowDown: at + 1, j: at + 1, ArrowUp: at - 1, k: at - 1, Home: 0, End: links.length - 1 }[event.key]
  if (to === undefined || at < 0) return
  event.preventDefault()
  links[Math.min(Math.max(to, 0), links.length - 1)]?.focus()
}
