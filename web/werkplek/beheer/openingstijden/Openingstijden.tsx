import { Button, NativeSelect } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { deleteOpeningstijden, listOpeningstijden, type Rooster } from '#contract/beheer/kalender.ts'
import { listKanalen } from '#contract/beheer.ts'
import { call } from '#kit/api.ts'
import { useGebeurtenis } from '#kit/gebeurtenissen.ts'
import { meld } from '#kit/melding.ts'
import { Paginatitel } from '#kit/Paginatitel.tsx'
import { detailOf } from '#kit/probleem.ts'
import { lees, ververs } from '#kit/queries.ts'
import { Lading, LegeStaat } from '#kit/Staten.tsx'
import { useBeheerTeksten } from '../beheerTeksten.ts'
import css from './Openingstijden.module.css'
import { Week } from './Week.tsx'

const route = getRouteApi('/beheer/openingstijden')

/** When customers can reach us: one general week, and a week of its own for each kanaal that needs it. */
export function Openingstijden() {
  const t = useBeheerTeksten()
  const { kanaal = 'algemeen' } = route.useSearch()
  const navigate = useNavigate({ from: '/beheer/openingstijden' })
  const client = useQueryClient()
  const roosters = useQuery(lees(listOpeningstijden))
  const kanalen = useQuery(lees(listKanalen))
  const [eigen, setEigen] = useState<string>()
  useGebeurtenis(['inrichting.gewijzigd'], () => void ververs(client, listOpeningstijden))

  async function volgAlgemeen(rooster: Rooster): Promise<void> {
    try {
      await call(deleteOpeningstijden, { params: { code: rooster.code }, ifMatch: rooster.versie })
      setEigen(undefined)
      meld(t.uren.volgtAlgemeen)
    } catch (error) {
      meld(detailOf(error), { toon: 'fout' })
    }
    await ververs(client, listOpeningstijden)
  }

  return (
    <>
      <Paginatitel titel={t.openingstijden} onder={t.uren.uitleg} />
      <NativeSelect
        className={css['keuze']}
        label={t.uren.rooster}
        value={kanaal}
        onChange={(event) => {
          const code = event.currentTarget.value
          void navigate({ search: { kanaal: code === 'algemeen' ? undefined : code } })
        }}
        data={[
          { value: 'algemeen', label: t.uren.algemeen },
          ...(kanalen.data?.rijen ?? []).map(({ code, naam }) => ({ value: code, label: naam })),
        ]}
      />
      <Lading query={roosters} regels={8}>
        {({ rijen }) => {
          const rooster = rijen.find((each) => each.code === kanaal)
          if (!rooster && kanaal !== 'algemeen' && eigen !== kanaal) {
            return (
              <LegeStaat
                titel={t.uren.volgtAlgemeen}
                icoon="klok"
                actie={<Button onClick={() => setEigen(kanaal)}>{t.uren.eigenTijden}</Button>}
              />
            )
          }
          const algemeen = rijen.find((each) => each.code === 'algemeen')
          const begin = rooster ?? { code: kanaal, blokken: algemeen?.blokken ?? [], versie: 0 }
          return (
            <Week key={kanaal} rooster={begin}>
              {rooster && kanaal !== 'algemeen' && (
                <Button variant="subtle" onClick={() => void volgAlgemeen(rooster)}>
                  {t.uren.volgAlgemeen}
                </Button>
              )}
            </Week>
          )
        }}
      </Lading>
    </>
  )
}
