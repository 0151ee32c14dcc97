import { ActionIcon, Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { orderOnderwerpen } from '#contract/beheer/onderwerpen.ts'
import { listOnderwerpen, type Onderwerp } from '#contract/beheer.ts'
import { call } from '#kit/api.ts'
import { verouderdVan } from '#kit/ConflictDialoog.tsx'
import { useGebeurtenis } from '#kit/gebeurtenissen.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { later } from '#kit/later.tsx'
import { meld } from '#kit/melding.ts'
import { Paginatitel } from '#kit/Paginatitel.tsx'
import { detailOf } from '#kit/probleem.ts'
import { lees, ververs } from '#kit/queries.ts'
import { Lading, LegeStaat } from '#kit/Staten.tsx'
import { useSneltoets } from '#kit/sneltoetsen.ts'
import { useBeheerTeksten } from '../beheerTeksten.ts'
import { bevat } from '../bevat.ts'
import { Cel, Filters, Lijst, Naamcel, Rijlink } from '../Lijst.tsx'
import { NietsGevonden } from '../NietsGevonden.tsx'
import { Status } from '../Status.tsx'
import { useOpenVenster } from '../useOpenVenster.ts'
import { Volgordeknoppen } from '../Volgordeknoppen.tsx'
import { verplaats } from '../verplaats.ts'
import { Zoekveld } from '../Zoekveld.tsx'

const OnderwerpVenster = later(() => import('./OnderwerpVenster.tsx').then((module) => module.OnderwerpVenster))

const route = getRouteApi('/beheer/onderwerpen')

/** What contacts are about: a tree of two levels. */
export function Onderwerpen() {
  const t = useBeheerTeksten()
  const { open: openId, zoek = '', onder } = route.useSearch()
  const { open, sluit, filter } = useOpenVenster('/beheer/onderwerpen')
  const client = useQueryClient()
  const query = lees(listOnderwerpen)
  const onderwerpen = useQuery(query)
  useGebeurtenis(['inrichting.gewijzigd'], () => void ververs(client, listOnderwerpen))
  useSneltoets('alt+n', t.onderwerp.nieuw, () => open('nieuw'))

  async function order(siblings: readonly Onderwerp[], van: number, naar: number): Promise<void> {
    const ids = verplaats(siblings, van, naar).map((each) => each.id)
    try {
      const bovenliggendId = siblings[0]?.bovenliggendId ?? null
      client.setQueryData(query.queryKey, await call(orderOnderwerpen, { body: { bovenliggendId, ids } }))
    } catch (error) {
      const huidig = verouderdVan<{ rijen: Onderwerp[] }>(error)
      if (huidig) client.setQueryData(query.queryKey, huidig)
      meld(huidig ? t.volgordeVerouderd : detailOf(error), { toon: 'fout' })
    }
  }

  return (
    <>
      <Paginatitel titel={t.onderwerpen}>
        <Button onClick={() => open('nieuw')} leftSection={<Icoon naam="plus" maat={14} />} aria-keyshortcuts="Alt+N">
          {t.onderwerp.nieuw}
        </Button>
      </Paginatitel>
      <Filters>
        <Zoekveld naam={t.onderwerp.zoek} waarde={zoek} onZoek={(tekst) => filter({ zoek: tekst })} />
      </Filters>
      <Lading query={onderwerpen}>
        {({ rijen }) => {
          const siblingsOf = (each: Onderwerp) => rijen.filter((row) => row.bovenliggendId === each.bovenliggendId)
          const parentOf = (each: Onderwerp) => rijen.find((row) => row.id === each.bovenliggendId)
          const found = rijen.filter((each) =>
            bevat(zoek, each.naam, each.code, parentOf(each)?.naam ?? '', parentOf(each)?.code ?? ''),
          )
          return (
            <>
              {rijen.length === 0 ? (
                <LegeStaat titel={t.onderwerp.leeg} icoon="zoek">
                  {t.onderwerp.leegTekst}
                </LegeStaat>
              ) : found.length === 0 ? (
                <NietsGevonden onWis={() => filter({ zoek: undefined })} />
              ) : (
                <Lijst
                  naam={t.onderwerpen}
                  kolommen={[
                    { kop: t.naam },
                    { kop: t.code, bijzaak: true },
                    { kop: t.status, bijzaak: true },
                    { kop: t.onderwerp.volgorde, rechts: true },
                  ]}
                >
                  {found.map((each) => (
                    <tr key={each.id}>
                      <Naamcel
                        diep={each.bovenliggendId !== null}
                        link={<Rijlink open={each.id}>{each.naam}</Rijlink>}
                        smal={!each.actief && t.nietActief}
                      />
                      <Cel bijzaak zacht>
                        {each.code}
                      </Cel>
                      <Cel bijzaak>
                        <Status actief={each.actief} />
                      </Cel>
                      <Cel rechts>
                        {each.bovenliggendId === null && (
                          <ActionIcon
                            variant="subtle"
                            color="gray"
                            size={26}
                            aria-label={t.onderwerp.nieuwOnder(each.naam)}
                            title={t.onderwerp.nieuwOnder(each.naam)}
                            onClick={() => open('nieuw', { onder: each.id })}
                          >
                            <Icoon naam="plus" maat={14} />
                          </ActionIcon>
                        )}
                        {zoek === '' && (
                          <Volgordeknoppen
                            naam={each.naam}
                            index={siblingsOf(each).indexOf(each)}
                            lengte={siblingsOf(each).length}
                            onVerplaats={(van, naar) => void order(siblingsOf(each), van, naar)}
                          />
                        )}
                      </Cel>
                    </tr>
                  ))}
                </Lijst>
              )}
              {openId && (
                <OnderwerpVenster
                  key={openId}
                  bron={rijen.find((each) => each.id === openId)}
                  onder={onder ?? null}
                  onderwerpen={rijen}
                  onSluiten={sluit}
                />
              )}
            </>
          )
        }}
      </Lading>
    </>
  )
}
