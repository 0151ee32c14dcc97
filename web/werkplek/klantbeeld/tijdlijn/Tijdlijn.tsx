import { Button } from '@mantine/core'
import { useLocation, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { Icoon } from '#kit/Icoon.tsx'
import { FoutStaat, Laadskelet, LegeStaat } from '#kit/Staten.tsx'
import { useKlantbeeldTeksten } from '../klantbeeldTeksten.ts'
import { Feed } from './Feed.tsx'
import { Filters } from './Filters.tsx'
import css from './Tijdlijn.module.css'
import { type Bladzijde, type Filter, useTijdlijn } from './useTijdlijn.ts'

type Props = { partijId: string; partijIds: readonly string[]; eerste: Bladzijde }

/** Everything that happened with the klant, over all channels, newest first. The choice is in the address. */
export function Tijdlijn({ partijId, partijIds, eerste }: Props) {
  const { tijdlijn: t } = useKlantbeeldTeksten()
  const filter = filterUit(useSearch({ strict: false }))
  const gekozen = Object.values(filter).some(Boolean)
  const navigate = useNavigate()
  const hier = useLocation({ select: (location) => location.pathname })
  const [bovenaan, setBovenaan] = useState(true)
  const { query, rijen, nieuw, toonNieuw } = useTijdlijn(partijId, partijIds, filter, eerste, bovenaan)
  const kies = (keuze: Filter) =>
    void navigate({
      to: hier,
      search: (vorige: Record<string, unknown>) => ({ ...vorige, ...keuze }),
      replace: true,
      resetScroll: false,
    })
  const wis = () =>
    kies({ kanaal: undefined, soort: undefined, van: undefined, tot: undefined, q: undefined } as object)

  return (
    <section aria-labelledby="klantbeeld-tijdlijn" className={css['tijdlijn']}>
      <div className={css['kop']}>
        <h2 id="klantbeeld-tijdlijn">{t.kop}</h2>
        <Filters filter={filter} onKies={kies} bezig={query.isFetching && query.isPlaceholderData} />
      </div>
      {nieuw > 0 && (
        <div className={css['nieuw']} role="status">
          <Button
            size="compact-sm"
            radius="xl"
            leftSection={<Icoon naam="verversen" maat={14} />}
            onClick={() => {
              toonNieuw()
              document.getElementById('klantbeeld-tijdlijn')?.scrollIntoView({ block: 'start' })
            }}
          >
            {t.nieuw(nieuw)}
          </Button>
        </div>
      )}
      {query.error && rijen.length === 0 ? (
        <FoutStaat fout={query.error} opnieuw={() => void query.refetch()} />
      ) : query.isPending ? (
        <Laadskelet />
      ) : rijen.length === 0 ? (
        gekozen ? (
          <LegeStaat
            titel={t.nietsGevonden}
            icoon="zoek"
            actie={
              <Button variant="default" onClick={wis}>
                {t.wisKeuze}
              </Button>
            }
          />
        ) : (
          <LegeStaat titel={t.leeg} icoon="bericht">
            {t.leegUitleg}
          </LegeStaat>
        )
      ) : (
        <Feed
          rijen={rijen}
          woorden={filter.q?.split(' ') ?? []}
          compleet={!query.hasNextPage}
          laadt={query.isFetchingNextPage}
          onMeer={() => void query.fetchNextPage()}
          onBovenaan={setBovenaan}
        />
      )}
    </section>
  )
}

function filterUit(search: Record<string, unknown>): Filter {
  const tekst = (naam: keyof Filter) => {
    const waarde = search[naam]
    return typeof waarde === 'string' && waarde !== '' ? { [naam]: waarde } : {}
  }
  return { ...tekst('kanaal'), ...tekst('soort'), ...tekst('van'), ...tekst('tot'), ...tekst('q') }
}
