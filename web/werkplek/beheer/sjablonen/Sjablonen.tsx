import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { listKanalen } from '#contract/beheer.ts'
import { listSjablonenBeheer, type SjabloonBeheer } from '#contract/klantcontacten.ts'
import { dagVan } from '#kit/format.ts'
import { useGebeurtenis } from '#kit/gebeurtenissen.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { later } from '#kit/later.tsx'
import { Paginatitel } from '#kit/Paginatitel.tsx'
import { lees, ververs } from '#kit/queries.ts'
import { Lading, LegeStaat } from '#kit/Staten.tsx'
import { StatusBadge } from '#kit/StatusBadge.tsx'
import { useSneltoets } from '#kit/sneltoetsen.ts'
import { Actieffilter, past } from '../Actieffilter.tsx'
import { useBeheerTeksten } from '../beheerTeksten.ts'
import { bevat } from '../bevat.ts'
import { Cel, Filters, Lijst, Naamcel, Rijlink } from '../Lijst.tsx'
import { NietsGevonden } from '../NietsGevonden.tsx'
import { Status } from '../Status.tsx'
import { useOpenVenster } from '../useOpenVenster.ts'
import { Zoekveld } from '../Zoekveld.tsx'

const SjabloonVenster = later(() => import('./SjabloonVenster.tsx').then((module) => module.SjabloonVenster))

const route = getRouteApi('/beheer/sjablonen')

/** The interactiesjablonen: what a common question fills in by itself. */
export function Sjablonen() {
  const t = useBeheerTeksten()
  const { open: openId, zoek = '', actief = 'ja' } = route.useSearch()
  const { open, sluit, filter } = useOpenVenster('/beheer/sjablonen')
  const client = useQueryClient()
  const query = useQuery(lees(listSjablonenBeheer))
  const kanalen = useQuery(lees(listKanalen))
  const kanaalnaam = (code: string | null) => kanalen.data?.rijen.find((kanaal) => kanaal.code === code)?.naam
  useGebeurtenis(['inrichting.gewijzigd', 'sjabloon.*'], () => void ververs(client, listSjablonenBeheer))
  useSneltoets('alt+n', t.sjabloon.nieuw, () => open('nieuw'))
  return (
    <>
      <Paginatitel titel={t.sjablonen} onder={t.sjabloon.uitleg}>
        <Button onClick={() => open('nieuw')} leftSection={<Icoon naam="plus" maat={14} />} aria-keyshortcuts="Alt+N">
          {t.sjabloon.nieuw}
        </Button>
      </Paginatitel>
      <Filters>
        <Zoekveld naam={t.sjabloon.zoek} waarde={zoek} onZoek={(tekst) => filter({ zoek: tekst })} />
        <Actieffilter waarde={actief} onKies={(keuze) => filter({ actief: keuze === 'ja' ? undefined : keuze })} />
      </Filters>
      <Lading query={query} regels={8}>
        {({ sjablonen }) => {
          const found = sjablonen.filter((each) => past(actief, each.actief) && bevat(zoek, each.naam, each.code))
          return (
            <>
              {sjablonen.length === 0 ? (
                <LegeStaat titel={t.sjabloon.leeg} icoon="document">
                  {t.sjabloon.leegTekst}
                </LegeStaat>
              ) : found.length === 0 ? (
                <NietsGevonden onWis={() => filter({ zoek: undefined, actief: undefined })} />
              ) : (
                <Lijst
                  naam={t.sjablonen}
                  kolommen={[
                    { kop: t.naam },
                    { kop: t.sjabloon.type, bijzaak: true },
                    { kop: t.sjabloon.kanaal, bijzaak: true },
                    { kop: t.sjabloon.taak, bijzaak: true },
                    { kop: t.status },
                  ]}
                >
                  {found.map((each) => (
                    <tr key={each.id}>
                      <Naamcel link={<Rijlink open={each.id}>{each.naam}</Rijlink>} onder={each.code} />
                      <Cel bijzaak>{t.sjabloon.typen[each.type]}</Cel>
                      <Cel bijzaak zacht>
                        {kanaalnaam(each.kanaalCode)}
                      </Cel>
                      <Cel bijzaak zacht>
                        {each.taakAanmaken && each.team?.naam}
                      </Cel>
                      <Cel>
                        <Geldigheid sjabloon={each} />
                      </Cel>
                    </tr>
                  ))}
                </Lijst>
              )}
              {openId && (
                <SjabloonVenster key={openId} bron={sjablonen.find((each) => each.id === openId)} onSluiten={sluit} />
              )}
            </>
          )
        }}
      </Lading>
    </>
  )
}

function Geldigheid({ sjabloon: { actief, geldigVan, geldigTot } }: { sjabloon: SjabloonBeheer }) {
  const t = useBeheerTeksten()
  const vandaag = dagVan(new Date())
  if (actief && geldigTot && geldigTot < vandaag) return <StatusBadge toon="let-op">{t.sjabloon.verlopen}</StatusBadge>
  if (actief && geldigVan && geldigVan > vandaag) return <StatusBadge toon="info">{t.sjabloon.nogNiet}</StatusBadge>
  return <Status actief={actief} />
}
