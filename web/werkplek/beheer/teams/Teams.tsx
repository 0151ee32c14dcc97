import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { exportTeams } from '#contract/beheer/teams.ts'
import { listTeams } from '#contract/beheer.ts'
import { urlOf } from '#kit/api.ts'
import { getal } from '#kit/format.ts'
import { useGebeurtenis } from '#kit/gebeurtenissen.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { later } from '#kit/later.tsx'
import { Paginatitel } from '#kit/Paginatitel.tsx'
import { lees, ververs } from '#kit/queries.ts'
import { Lading, LegeStaat } from '#kit/Staten.tsx'
import { useSneltoets } from '#kit/sneltoetsen.ts'
import { Actieffilter, past } from '../Actieffilter.tsx'
import { useBeheerTeksten } from '../beheerTeksten.ts'
import { bevat } from '../bevat.ts'
import { Cel, Filters, Lijst, Naamcel, Rijlink } from '../Lijst.tsx'
import { NietsGevonden } from '../NietsGevonden.tsx'
import { Status } from '../Status.tsx'
import { useOpenVenster } from '../useOpenVenster.ts'
import { Zoekveld } from '../Zoekveld.tsx'

const TeamVenster = later(() => import('./TeamVenster.tsx').then((module) => module.TeamVenster))

const route = getRouteApi('/beheer/teams')

/** The teams that get work, and who is in them. */
export function Teams() {
  const t = useBeheerTeksten()
  const { open: openId, zoek = '', actief = 'ja' } = route.useSearch()
  const { open, sluit, filter } = useOpenVenster('/beheer/teams')
  const client = useQueryClient()
  const teams = useQuery(lees(listTeams))
  useGebeurtenis(['team.*', 'medewerker.*'], () => void ververs(client, listTeams))
  useSneltoets('alt+n', t.team.nieuw, () => open('nieuw'))
  return (
    <>
      <Paginatitel titel={t.teams}>
        <Button
          component="a"
          variant="default"
          href={urlOf(exportTeams)}
          leftSection={<Icoon naam="download" maat={14} />}
        >
          {t.download}
        </Button>
        <Button onClick={() => open('nieuw')} leftSection={<Icoon naam="plus" maat={14} />} aria-keyshortcuts="Alt+N">
          {t.team.nieuw}
        </Button>
      </Paginatitel>
      <Filters>
        <Zoekveld naam={t.team.zoek} waarde={zoek} onZoek={(tekst) => filter({ zoek: tekst })} />
        <Actieffilter waarde={actief} onKies={(keuze) => filter({ actief: keuze === 'ja' ? undefined : keuze })} />
      </Filters>
      <Lading query={teams}>
        {({ rijen }) => {
          if (rijen.length === 0) {
            return (
              <LegeStaat titel={t.team.leeg} icoon="mensen">
                {t.team.leegTekst}
              </LegeStaat>
            )
          }
          const found = rijen.filter((team) => past(actief, team.actief) && bevat(zoek, team.naam, team.code))
          if (found.length === 0) {
            return <NietsGevonden onWis={() => filter({ zoek: undefined, actief: undefined })} />
          }
          return (
            <Lijst
              naam={t.teams}
              kolommen={[
                { kop: t.naam },
                { kop: t.team.omschrijving, bijzaak: true },
                { kop: t.team.leden, rechts: true },
                { kop: t.status },
              ]}
            >
              {found.map((team) => (
                <tr key={team.id}>
                  <Naamcel link={<Rijlink open={team.id}>{team.naam}</Rijlink>} onder={team.code} />
                  <Cel bijzaak zacht>
                    {team.omschrijving}
                  </Cel>
                  <Cel rechts>{getal(team.aantalLeden)}</Cel>
                  <Cel>
                    <Status actief={team.actief} />
                  </Cel>
                </tr>
              ))}
            </Lijst>
          )
        }}
      </Lading>
      {openId && <TeamVenster key={openId} id={openId} onSluiten={sluit} />}
    </>
  )
}
