import { Button } from '@mantine/core'
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { listTermijnen } from '#contract/zaken.ts'
import { useGebeurtenis } from '#kit/gebeurtenissen.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { Medewerkernaam } from '#kit/Medewerkernaam.tsx'
import { paden } from '#kit/paden.ts'
import { ververs } from '#kit/queries.ts'
import { Lading } from '#kit/Staten.tsx'
import { Termijnklok } from './Termijnklok.tsx'
import css from './Zaken.module.css'
import { termijnenQuery } from './zaken.queries.ts'
import { useZakenTeksten } from './zakenTeksten.ts'

/** Terms of zaken that have passed and that nobody met: part of what was promised and not kept. */
export function Termijnenlijst({ teamId }: { teamId: string | undefined }) {
  const t = useZakenTeksten()
  const client = useQueryClient()
  const query = useInfiniteQuery(termijnenQuery(teamId))
  useGebeurtenis(['zaak.*'], () => void ververs(client, listTermijnen))
  return (
    <section aria-labelledby="termijnen-voorbij" className={css['voorbij']}>
      <h2 id="termijnen-voorbij" className={css['groep']}>
        {t.termijn.nietNagekomen}
      </h2>
      <Lading query={query} regels={3}>
        {({ pages }) => {
          const rijen = pages.flatMap((page) => page.rijen)
          if (rijen.length === 0) return <p className={css['zacht']}>{t.termijn.allesGehaald}</p>
          return (
            <>
              <ul className={css['termijnen']}>
                {rijen.map(({ zaak, partij, team, behandelaar, ...termijn }) => (
                  <li key={termijn.id} className={css['regel']}>
                    <div className={css['klok']}>
                      <Termijnklok termijn={termijn} />
                    </div>
                    <div className={css['wat']}>
                      <Link to={paden.zaak(zaak.id)} className={css['omschrijving']}>
                        <span>
                          {termijn.naam}: {zaak.omschrijving}
                        </span>
                      </Link>
                      <span className={css['onder']}>
                        <span>{zaak.nummer}</span>
                        <span>{zaak.zaaktypeNaam}</span>
                        <span>{t.termijn.soort[termijn.soort]}</span>
                        {team && <span>{team.naam}</span>}
                        {behandelaar && (
                          <span>
                            <Medewerkernaam medewerker={behandelaar} />
                          </span>
                        )}
                      </span>
                    </div>
                    {partij && (
                      <Link to={paden.klant(partij.id)} className={css['klant']}>
                        {partij.naam}
                      </Link>
                    )}
                  </li>
                ))}
              </ul>
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
            </>
          )
        }}
      </Lading>
    </section>
  )
}
