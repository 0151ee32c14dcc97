import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { orderKanalen } from '#contract/beheer/kanalen.ts'
import { type Kanaal, listKanalen } from '#contract/beheer.ts'
import { call } from '#kit/api.ts'
import { verouderdVan } from '#kit/ConflictDialoog.tsx'
import { useGebeurtenis } from '#kit/gebeurtenissen.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { kanaalIcoon } from '#kit/kanaalIcoon.ts'
import { later } from '#kit/later.tsx'
import { meld } from '#kit/melding.ts'
import { Paginatitel } from '#kit/Paginatitel.tsx'
import { detailOf } from '#kit/probleem.ts'
import { lees, ververs } from '#kit/queries.ts'
import { Lading, LegeStaat } from '#kit/Staten.tsx'
import { useSneltoets } from '#kit/sneltoetsen.ts'
import { useBeheerTeksten } from '../beheerTeksten.ts'
import { Cel, Lijst, Naamcel, Rijlink } from '../Lijst.tsx'
import { Status } from '../Status.tsx'
import { useOpenVenster } from '../useOpenVenster.ts'
import { Volgordeknoppen } from '../Volgordeknoppen.tsx'
import { verplaats } from '../verplaats.ts'

const KanaalVenster = later(() => import('./KanaalVenster.tsx').then((module) => module.KanaalVenster))

const route = getRouteApi('/beheer/kanalen')

/** The ways in which customers reach us, in the order in which they are offered. */
export function Kanalen() {
  const t = useBeheerTeksten()
  const { open: openCode } = route.useSearch()
  const { open, sluit } = useOpenVenster('/beheer/kanalen')
  const client = useQueryClient()
  const query = lees(listKanalen)
  const kanalen = useQuery(query)
  useGebeurtenis(['inrichting.gewijzigd'], () => void ververs(client, listKanalen))
  useSneltoets('alt+n', t.kanaal.nieuw, () => open('nieuw'))

  async function order(rijen: readonly Kanaal[], van: number, naar: number): Promise<void> {
    const next = verplaats(rijen, van, naar)
    // Shown at once; what the server says is what counts.
    client.setQueryData(query.queryKey, { rijen: next })
    try {
      const answer = await call(orderKanalen, { body: { codes: next.map((kanaal) => kanaal.code) } })
      client.setQueryData(query.queryKey, answer)
    } catch (error) {
      const huidig = verouderdVan<{ rijen: Kanaal[] }>(error)
      client.setQueryData(query.queryKey, huidig ?? { rijen: [...rijen] })
      meld(huidig ? t.volgordeVerouderd : detailOf(error), { toon: 'fout' })
    }
  }

  return (
    <>
      <Paginatitel titel={t.kanalen}>
        <Button onClick={() => open('nieuw')} leftSection={<Icoon naam="plus" maat={14} />} aria-keyshortcuts="Alt+N">
          {t.kanaal.nieuw}
        </Button>
      </Paginatitel>
      <Lading query={kanalen}>
        {({ rijen }) => (
          <>
            {rijen.length === 0 ? (
              <LegeStaat titel={t.kanaal.leeg} icoon="telefoon">
                {t.kanaal.leegTekst}
              </LegeStaat>
            ) : (
              <Lijst
                naam={t.kanalen}
                kolommen={[
                  { kop: t.naam },
                  { kop: t.kanaal.veraCode, bijzaak: true },
                  { kop: t.status },
                  { kop: t.kanaal.volgorde, rechts: true },
                ]}
              >
                {rijen.map((kanaal, index) => (
                  <tr key={kanaal.code}>
                    <Naamcel
                      link={
                        <>
                          <Icoon naam={kanaalIcoon[kanaal.icoon]} maat={14} />{' '}
                          <Rijlink open={kanaal.code}>{kanaal.naam}</Rijlink>
                        </>
                      }
                      onder={kanaal.code}
                    />
                    <Cel bijzaak zacht>
                      {kanaal.veraCode}
                    </Cel>
                    <Cel>
                      <Status actief={kanaal.actief} />
                    </Cel>
                    <Cel rechts>
                      <Volgordeknoppen
                        naam={kanaal.naam}
                        index={index}
                        lengte={rijen.length}
                        onVerplaats={(van, naar) => void order(rijen, van, naar)}
                      />
                    </Cel>
                  </tr>
                ))}
              </Lijst>
            )}
            {openCode && (
              <KanaalVenster key={openCode} bron={rijen.find((kanaal) => kanaal.code === openCode)} onSluiten={sluit} />
            )}
          </>
        )}
      </Lading>
    </>
  )
}
