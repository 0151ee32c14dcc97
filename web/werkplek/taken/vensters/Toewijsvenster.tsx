import { Select, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { listMedewerkers } from '#contract/beheer.ts'
import { assignTaak, type Taak } from '#contract/taken.ts'
import { call } from '#kit/api.ts'
import { lees } from '#kit/queries.ts'
import { teamsQuery } from '../taken.queries.ts'
import { useTakenTeksten } from '../takenTeksten.ts'
import { useTaakactie } from '../useTaakactie.ts'
import { Actievenster } from './Actievenster.tsx'

/** The coördinator divides the work: to a team, or to one of its members. */
export function Toewijsvenster({ taak, onSluiten }: { taak: Taak; onSluiten: () => void }) {
  const t = useTakenTeksten()
  const teams = useQuery(teamsQuery)
  const [teamId, setTeamId] = useState(taak.team.id)
  const [medewerkerId, setMedewerkerId] = useState<string | null>(taak.medewerker?.id ?? null)
  const [toelichting, setToelichting] = useState('')
  const leden = useQuery(lees(listMedewerkers, { query: { teamId, aantal: 100 } }))
  const { doe, bezig, fout, foutVan } = useTaakactie(taak, { gelukt: t.toegewezen, klaar: onSluiten })
  return (
    <Actievenster
      taak={taak}
      titel={t.verdeelTitel}
      knop={t.verdeel}
      bezig={bezig}
      verliest={toelichting !== '' || teamId !== taak.team.id || medewerkerId !== (taak.medewerker?.id ?? null)}
      fout={fout}
      onSluiten={onSluiten}
      onVerstuur={() => doe((doel) => call(assignTaak, { ...doel, body: { teamId, medewerkerId, toelichting } }))}
    >
      <Select
        label={t.team}
        searchable
        allowDeselect={false}
        data={(teams.data?.rijen ?? [])
          .filter((team) => team.actief)
          .map((team) => ({ value: team.id, label: team.naam }))}
        value={teamId}
        error={foutVan('teamId')}
        onChange={(next) => {
          if (!next) return
          setTeamId(next)
          setMedewerkerId(null)
        }}
      />
      <Select
        data-autofocus
        label={t.medewerker}
        placeholder={t.heelTeam}
        searchable
        clearable
        data={(leden.data?.rijen ?? []).map((lid) => ({ value: lid.id, label: lid.naam }))}
        value={medewerkerId}
        error={foutVan('medewerkerId')}
        onChange={setMedewerkerId}
      />
      <Textarea
        label={t.toelichtingKort}
        autosize
        minRows={2}
        value={toelichting}
        error={foutVan('toelichting')}
        onChange={({ currentTarget }) => setToelichting(currentTarget.value)}
      />
    </Actievenster>
  )
}
