import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import type { TeamDetail } from '#contract/beheer/teams.ts'
import { listMedewerkers } from '#contract/beheer.ts'
import { houdVorige, lees } from '#kit/queries.ts'
import { useBeheerTeksten } from '../beheerTeksten.ts'
import { Ledenlijst } from '../Ledenlijst.tsx'
import { useLidmaatschap } from '../useLidmaatschap.ts'

/** The members of one team, found by typing a name. Saved at once: the form above knows nothing of it. */
export function Leden({ team }: { team: TeamDetail }) {
  const t = useBeheerTeksten()
  const { erbij, weg } = useLidmaatschap()
  const [zoek, setZoek] = useState('')
  const query = { zoek: useDeferredValue(zoek) || undefined, aantal: 20 }
  const collegas = useQuery({ ...lees(listMedewerkers, { query }), placeholderData: houdVorige })
  const nu = new Set(team.leden.filter((lid) => lid.tot === null).map((lid) => lid.medewerkerId))
  const keuzes = (collegas.data?.rijen ?? []).filter((collega) => !nu.has(collega.id))
  return (
    <Ledenlijst
      kop={t.team.leden}
      leeg={t.team.geenLeden}
      leden={team.leden.map(({ medewerkerId, functie, ...lid }) => ({ id: medewerkerId, onder: functie, ...lid }))}
      vroeger={t.team.vroeger}
      haalWeg={t.team.haalWeg}
      onHaalWeg={(lid) => void weg({ teamId: team.id, medewerkerId: lid.id, naam: lid.naam, team: team.naam })}
    >
      {team.actief && (
        <Select
          label={t.team.kiesLid}
          placeholder={t.team.kiesLidPlaats}
          searchable
          searchValue={zoek}
          onSearchChange={setZoek}
          value={null}
          nothingFoundMessage={t.team.niemand}
          // The server searched already, by more than the label.
          filter={({ options }) => options}
          data={keuzes.map((collega) => ({
            value: collega.id,
            label: collega.functie ? `${collega.naam} · ${collega.functie}` : collega.naam,
          }))}
          onChange={(medewerkerId) => {
            const collega = keuzes.find((each) => each.id === medewerkerId)
            setZoek('')
            if (collega) void erbij({ teamId: team.id, medewerkerId: collega.id, naam: collega.naam, team: team.naam })
          }}
        />
      )}
    </Ledenlijst>
  )
}
