import { Button, Select } from '@mantine/core'
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { exportMedewerkers, listMedewerkers } from '#contract/beheer/medewerkers.ts'
import { listTeams } from '#contract/beheer.ts'
import { rollen } from '#contract/rechten.ts'
import { call, urlOf } from '#kit/api.ts'
import { useGebeurtenis } from '#kit/gebeurtenissen.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { later } from '#kit/later.tsx'
import { Paginatitel } from '#kit/Paginatitel.tsx'
import { houdVorige, lees, ververs } from '#kit/queries.ts'
import { useRolNamen } from '#kit/rollen.ts'
import { Lading, LegeStaat } from '#kit/Staten.tsx'
import { useSneltoets } from '#kit/sneltoetsen.ts'
import { Actieffilter } from '../Actieffilter.tsx'
import { useBeheerTeksten } from '../beheerTeksten.ts'
import { Cel, Filters, Lijst, Naamcel, Rijlink } from '../Lijst.tsx'
import { NietsGevonden } from '../NietsGevonden.tsx'
import { Status } from '../Status.tsx'
import { useOpenVenster } from '../useOpenVenster.ts'
import { Zoekveld } from '../Zoekveld.tsx'

const MedewerkerVenster = later(() => import('./MedewerkerVenster.tsx').then((module) => module.MedewerkerVenster))

const route = getRouteApi('/beheer/medewerkers')
const aantal = 50

/** Who works here: find, add, change. */
export function Medewerkers() {
  const t = useBeheerTeksten()
  const rolNamen = useRolNamen()
  const search = route.useSearch()
  const { open, sluit, filter } = useOpenVenster('/beheer/medewerkers')
  const client = useQueryClient()
  const keuze = search.actief ?? 'ja'
  const query = {
    zoek: search.zoek,
    rol: search.rol,
    teamId: search.team,
    actief: keuze === 'alles' ? undefined : keuze === 'ja' ? ('true' as const) : ('false' as const),
  }
  const teams = useQuery(lees(listTeams))
  const teamnamen = new Map(teams.data?.rijen.map((team) => [team.id, team.naam]))
  const lijst = useInfiniteQuery({
    queryKey: [listMedewerkers.path, 'bladzijden', query],
    queryFn: ({ pageParam, signal }) => call(listMedewerkers, { query: { ...query, aantal, na: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.volgende,
    placeholderData: houdVorige,
  })
  useGebeurtenis(['medewerker.*', 'team.*'], () => void ververs(client, listMedewerkers, listTeams))
  useSneltoets('alt+n', t.medewerker.nieuw, () => open('nieuw'))
  const filtered = search.zoek !== undefined || search.rol !== undefined || search.team !== undefined

  return (
    <>
      <Paginatitel titel={t.medewerkers}>
        <Button
          component="a"
          variant="default"
          href={urlOf(exportMedewerkers, { query })}
          leftSection={<Icoon naam="download" maat={14} />}
        >
          {t.download}
        </Button>
        <Button onClick={() => open('nieuw')} leftSection={<Icoon naam="plus" maat={14} />} aria-keyshortcuts="Alt+N">
          {t.medewerker.nieuw}
        </Button>
      </Paginatitel>
      <Filters>
        <Zoekveld naam={t.medewerker.zoek} waarde={search.zoek ?? ''} onZoek={(zoek) => filter({ zoek })} />
        <Select
          aria-label={t.medewerker.rol}
          placeholder={t.medewerker.alleRollen}
          clearable
          data={rollen.map((rol) => ({ value: rol, label: rolNamen[rol] }))}
          value={search.rol ?? null}
          onChange={(rol) => filter({ rol: rol ?? undefined })}
        />
        <Select
          aria-label={t.medewerker.team}
          placeholder={t.medewerker.alleTeams}
          clearable
          searchable
          data={(teams.data?.rijen ?? []).map((team) => ({ value: team.id, label: team.naam }))}
          value={search.team ?? null}
          onChange={(team) => filter({ team: team ?? undefined })}
        />
        <Actieffilter waarde={keuze} onKies={(actief) => filter({ actief: actief === 'ja' ? undefined : actief })} />
      </Filters>
      <Lading query={lijst} regels={8}>
        {({ pages }) => {
          const rijen = pages.flatMap((page) => page.rijen)
          if (rijen.length === 0 && filtered) {
            return (
              <NietsGevonden
                onWis={() => filter({ zoek: undefined, rol: undefined, team: undefined, actief: undefined })}
              />
            )
          }
          if (rijen.length === 0) {
            return (
              <LegeStaat titel={t.medewerker.leeg} icoon="mensen">
                {t.medewerker.leegTekst}
              </LegeStaat>
            )
          }
          return (
            <Lijst
              naam={t.medewerkers}
              kolommen={[
                { kop: t.naam },
                { kop: t.medewerker.email, bijzaak: true },
                { kop: t.medewerker.rollen, bijzaak: true },
                { kop: t.teams, bijzaak: true },
                { kop: t.status },
              ]}
            >
              {rijen.map((rij) => (
                <tr key={rij.id}>
                  <Naamcel link={<Rijlink open={rij.id}>{rij.naam}</Rijlink>} onder={rij.functie} />
                  <Cel bijzaak zacht>
                    {rij.email}
                  </Cel>
                  <Cel bijzaak>{rij.rollen.map((rol) => rolNamen[rol]).join(', ') || t.medewerker.geenRol}</Cel>
                  <Cel bijzaak zacht>
                    {rij.teamIds.map((id) => teamnamen.get(id)).join(', ')}
                  </Cel>
                  <Cel>
                    <Status actief={rij.actief} />
                  </Cel>
                </tr>
              ))}
            </Lijst>
          )
        }}
      </Lading>
      {lijst.hasNextPage && (
        <Button mt="sm" variant="default" loading={lijst.isFetchingNextPage} onClick={() => void lijst.fetchNextPage()}>
          {t.meer}
        </Button>
      )}
      {search.open && <MedewerkerVenster key={search.open} id={search.open} onSluiten={sluit} />}
    </>
  )
}
