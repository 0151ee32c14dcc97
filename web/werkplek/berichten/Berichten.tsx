import { Button } from '@mantine/core'
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { listBerichten } from '#contract/berichten.ts'
import { Bladen } from '#kit/Bladen.tsx'
import { useGebeurtenis } from '#kit/gebeurtenissen.ts'
import { Paginatitel } from '#kit/Paginatitel.tsx'
import { ververs } from '#kit/queries.ts'
import { Lading, LegeStaat } from '#kit/Staten.tsx'
import css from './Berichten.module.css'
import { Berichtkaart } from './Berichtkaart.tsx'
import { type Blad, werkQuery } from './berichten.queries.ts'
import { useBerichtTeksten } from './berichtTeksten.ts'

const route = getRouteApi('/berichten')

/** Messages that wait for a person: not arrived, or letters to be printed and posted. */
export function Berichten() {
  const t = useBerichtTeksten()
  const navigate = useNavigate()
  const client = useQueryClient()
  const { blad = 'mislukt' }: { blad?: Blad } = route.useSearch()
  const query = useInfiniteQuery(werkQuery(blad))
  useGebeurtenis(['bericht.*'], () => void ververs(client, listBerichten))
  return (
    <>
      <Paginatitel titel={t.titel} onder={t.uitleg} />
      <Bladen
        naam={t.bladen.naam}
        keuze={blad}
        onKies={(next) => void navigate({ to: '.', search: next === 'mislukt' ? {} : { blad: next }, replace: true })}
        bladen={[
          { blad: 'mislukt', naam: t.bladen.mislukt },
          { blad: 'brieven', naam: t.bladen.brieven },
          { blad: 'terug', naam: t.bladen.terug },
        ]}
      >
        <Lading query={query}>
          {({ pages }) => {
            const rijen = pages.flatMap((page) => page.rijen)
            if (rijen.length === 0) return <LegeStaat titel={t.leeg[blad]} icoon="vink" />
            return (
              <>
                <ul className={css['lijst']}>
                  {rijen.map((bericht) => (
                    <li key={bericht.id}>
                      <Berichtkaart bericht={bericht} metZaak />
                    </li>
                  ))}
                </ul>
                {query.hasNextPage && (
                  <Button
                    variant="subtle"
                    loading={query.isFetchingNextPage}
                    onClick={() => void query.fetchNextPage()}
                  >
                    {t.meer}
                  </Button>
                )}
              </>
            )
          }}
        </Lading>
      </Bladen>
    </>
  )
}
