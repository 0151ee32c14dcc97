import { Button, SegmentedControl } from '@mantine/core'
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { type ActieRij, listActies } from '#contract/processen.ts'
import { call } from '#kit/api.ts'
import { useGebeurtenis } from '#kit/gebeurtenissen.ts'
import { Paginatitel } from '#kit/Paginatitel.tsx'
import { houdVorige, ververs } from '#kit/queries.ts'
import { Lading, LegeStaat } from '#kit/Staten.tsx'
import { Actiekaart } from './Actiekaart.tsx'
import css from './Acties.module.css'
import { useActieTeksten } from './actieTeksten.ts'
import { Overslaan } from './Overslaan.tsx'
import { Verbeteren } from './Verbeteren.tsx'

const route = getRouteApi('/acties')

/** What processes could not do outside the house, and what one can do about it. */
export function Acties() {
  const t = useActieTeksten()
  const { status = 'mislukt' } = route.useSearch()
  const navigate = useNavigate()
  const client = useQueryClient()
  const [venster, setVenster] = useState<{ wat: 'overslaan' | 'verbeteren'; actie: ActieRij }>()
  const query = useInfiniteQuery({
    queryKey: [listActies.path, 'doorlopend', status],
    queryFn: ({ pageParam, signal }) =>
      call(listActies, { query: { status, aantal: 50, ...(pageParam && { na: pageParam }) }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.volgende,
    placeholderData: houdVorige,
  })
  useGebeurtenis(['proces.acties-gewijzigd'], () => void ververs(client, listActies))
  const sluit = () => setVenster(undefined)
  return (
    <div className={css['pagina']}>
      <Paginatitel titel={t.titel} onder={t.onder} />
      <SegmentedControl
        aria-label={t.welke}
        className={css['keuze'] ?? ''}
        value={status}
        onChange={(next) =>
          void navigate({ to: '.', search: () => ({ status: next === 'mislukt' ? undefined : next }), replace: true })
        }
        data={[
          { value: 'mislukt', label: t.mislukt },
          { value: 'wacht', label: t.wacht },
          { value: 'alles', label: t.alles },
        ]}
      />
      <Lading query={query}>
        {({ pages }) => {
          const rijen = pages.flatMap((page) => page.rijen)
          if (rijen.length === 0)
            return (
              <LegeStaat titel={status === 'mislukt' ? t.leegMislukt : t.leeg} icoon="vink">
                {status === 'mislukt' && t.leegMisluktUitleg}
              </LegeStaat>
            )
          return (
            <>
              <ul className={css['lijst']} aria-label={t.lijst}>
                {rijen.map((actie) => (
                  <Actiekaart key={actie.id} actie={actie} onVenster={(wat) => setVenster({ wat, actie })} />
                ))}
              </ul>
              {query.hasNextPage && (
                <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  {t.meer}
                </Button>
              )}
            </>
          )
        }}
      </Lading>
      {venster?.wat === 'overslaan' && <Overslaan actie={venster.actie} onSluiten={sluit} />}
      {venster?.wat === 'verbeteren' && <Verbeteren actie={venster.actie} onSluiten={sluit} />}
    </div>
  )
}
