import { Button } from '@mantine/core'
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useRef, useState } from 'react'
import { exportZaken, listZaken } from '#contract/zaken.ts'
import { urlOf } from '#kit/api.ts'
import { useGebeurtenis } from '#kit/gebeurtenissen.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { Paginatitel } from '#kit/Paginatitel.tsx'
import { ververs } from '#kit/queries.ts'
import { Lading, LegeStaat } from '#kit/Staten.tsx'
import { Toets } from '#kit/Toets.tsx'
import type { ZaakKeuze } from './routes.tsx'
import { Zaakfilters } from './Zaakfilters.tsx'
import { Zaakregel } from './Zaakregel.tsx'
import css from './Zaken.module.css'
import { filterVan, zakenQuery } from './zaken.queries.ts'
import { useZakenTeksten } from './zakenTeksten.ts'

const route = getRouteApi('/zaken')

/** Everything that runs, per process and team, with its age and its clock. */
export function Zakenlijst() {
  const t = useZakenTeksten()
  const keuze: ZaakKeuze = route.useSearch()
  const navigate = useNavigate()
  const zet = (next: Partial<ZaakKeuze>) =>
    void navigate({ to: '.', search: (before: ZaakKeuze) => ({ ...before, ...next }), replace: true })
  const filtered = Object.values({ ...keuze, status: undefined }).some((value) => value !== undefined)
  return (
    <>
      <Paginatitel titel={t.titel} onder={keuze.status === 'gesloten' ? t.uitlegGesloten : t.uitleg}>
        <Button
          variant="default"
          leftSection={<Icoon naam="download" maat={14} />}
          renderRoot={(props) => <a href={urlOf(exportZaken, { query: filterVan(keuze) })} download {...props} />}
        >
          {t.download}
        </Button>
      </Paginatitel>
      <Zaakfilters keuze={keuze} onWijzig={zet} />
      <Lijst key={JSON.stringify(filterVan(keuze))} keuze={keuze} filtered={filtered} />
    </>
  )
}

function Lijst({ keuze, filtered }: { keuze: ZaakKeuze; filtered: boolean }) {
  const t = useZakenTeksten()
  const client = useQueryClient()
  const box = useRef<HTMLElement>(null)
  const [veranderd, setVeranderd] = useState(false)
  const query = useInfiniteQuery(zakenQuery(keuze))
  // Nothing moves under the pointer: who is in the list decides when it changes.
  useGebeurtenis(['zaak.*', 'proces.gewijzigd'], () => {
    if (box.current?.matches(':hover, :focus-within')) setVeranderd(true)
    else void ververs(client, listZaken)
  })
  const bijwerken = () => {
    setVeranderd(false)
    void ververs(client, listZaken)
  }
  return (
    <Lading query={query} regels={8}>
      {({ pages }) => {
        const rijen = pages.flatMap((page) => page.rijen)
        return (
          <section
            ref={box}
            aria-label={t.titel}
            aria-busy={query.isPlaceholderData}
            data-verouderd={query.isPlaceholderData || undefined}
            className={css['lijst']}
            onKeyDown={moveBetweenRows}
          >
            <div role="status" className={css['balk']}>
              {veranderd && (
                <Button
                  variant="light"
                  fullWidth
                  onClick={bijwerken}
                  leftSection={<Icoon naam="verversen" maat={14} />}
                >
                  {t.veranderd} — {t.toon}
                </Button>
              )}
            </div>
            {rijen.length === 0 &&
              (filtered || keuze.status ? (
                <LegeStaat titel={t.leegFilter} icoon="filter" />
              ) : (
                <LegeStaat titel={t.leeg} icoon="map">
                  {t.leegUitleg}
                </LegeStaat>
              ))}
            {rijen.length > 0 && (
              <ul className={css['regels']}>
                {rijen.map((zaak) => (
                  <Zaakregel key={zaak.id} zaak={zaak} />
                ))}
              </ul>
            )}
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
            {rijen.length > 0 && (
              <p className={css['toetsen']} aria-hidden="true">
                <Toets toets="arrowup" /> <Toets toets="arrowdown" /> {t.toetsLoop}
                <Toets toets="enter" /> {t.toetsOpen}
              </p>
            )}
          </section>
        )
      }}
    </Lading>
  )
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
