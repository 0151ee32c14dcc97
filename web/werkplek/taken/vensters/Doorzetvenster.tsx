import { Select, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { forwardTaak, type Taak } from '#contract/taken.ts'
import { call } from '#kit/api.ts'
import { useTabwaarde } from '#kit/tabwaarde.ts'
import { teamsQuery } from '../taken.queries.ts'
import { useTakenTeksten } from '../takenTeksten.ts'
import { useTaakactie } from '../useTaakactie.ts'
import { Actievenster } from './Actievenster.tsx'

export function Doorzetvenster({ taak, onSluiten }: { taak: Taak; onSluiten: () => void }) {
  const t = useTakenTeksten()
  const { data } = useQuery(teamsQuery)
  const [teamId, setTeamId] = useState<string | null>(null)
  const [toelichting, setToelichting, wis] = useTabwaarde(`doorzetten.${taak.id}`, '')
  const teams = (data?.rijen ?? []).filter((team) => team.actief && team.id !== taak.team.id)
  const naam = teams.find((team) => team.id === teamId)?.naam ?? ''
  const klaar = () => {
    wis()
    onSluiten()
  }
  const { doe, bezig, fout, foutVan } = useTaakactie(taak, { gelukt: t.doorgezet(naam), klaar })
  return (
    <Actievenster
      taak={taak}
      titel={t.zetDoorTitel}
      knop={t.zetDoor}
      bezig={bezig}
      fout={fout}
      onSluiten={onSluiten}
      onVerstuur={() => doe((doel) => call(forwardTaak, { ...doel, body: { teamId: teamId ?? '', toelichting } }))}
    >
      <Select
        data-autofocus
        label={t.team}
        placeholder={t.kies}
        searchable
        data={teams.map((team) => ({ value: team.id, label: team.naam }))}
        value={teamId}
        error={foutVan('teamId')}
        onChange={setTeamId}
      />
      <Textarea
        label={t.zetDoorVraag}
        autosize
        minRows={3}
        value={toelichting}
        error={foutVan('toelichting')}
        onChange={({ currentTarget }) => setToelichting(currentTarget.value)}
      />
    </Actievenster>
  )
}
