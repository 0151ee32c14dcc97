import { Select, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { createTaak } from '#contract/taken.ts'
import { call } from '#kit/api.ts'
import { useIk } from '#kit/ik.ts'
import { meld } from '#kit/melding.ts'
import { ApiProblem, detailOf } from '#kit/probleem.ts'
import css from '../Taak.module.css'
import { neemOver, teamsQuery } from '../taken.queries.ts'
import { useTakenTeksten } from '../takenTeksten.ts'
import { useTabtekst } from '../useTabtekst.ts'
import { Actievenster } from './Actievenster.tsx'

type Props = { teamId?: string; partijId?: string; onSluiten: () => void }

/** A taak without a contact, for a team. */
export function NieuweTaak({ teamId: begin, partijId, onSluiten }: Props) {
  const t = useTakenTeksten()
  const ik = useIk()
  const client = useQueryClient()
  const { data } = useQuery(teamsQuery)
  const [onderwerp, setOnderwerp, wisOnderwerp] = useTabtekst('taak-nieuw.onderwerp', '')
  const [toelichting, setToelichting, wisToelichting] = useTabtekst('taak-nieuw.toelichting', '')
  const [teamId, setTeamId] = useState<string | null>(begin ?? ik.teams[0]?.id ?? null)
  const [termijn, setTermijn] = useState('')
  const create = useMutation({
    mutationFn: () =>
      call(createTaak, {
        body: {
          onderwerp,
          toelichting,
          teamId: teamId ?? '',
          termijnWerkdagen: termijn === '' ? null : Number(termijn),
          ...(partijId && { partijId }),
        },
      }),
    onSuccess: (taak) => {
      neemOver(client, taak)
      meld(t.gemaakt(taak.nummer))
      wisOnderwerp()
      wisToelichting()
      onSluiten()
    },
  })
  const fouten = create.error instanceof ApiProblem ? create.error.invalidParams : []
  const foutVan = (veld: string) => fouten.find((each) => each.name === veld)?.reason
  return (
    <Actievenster
      titel={t.taakNieuw}
      knop={t.maak}
      bezig={create.isPending}
      fout={create.error && fouten.length === 0 ? detailOf(create.error) : undefined}
      onSluiten={onSluiten}
      onVerstuur={() => create.mutate()}
    >
      <TextInput
        autoFocus
        label={t.wat}
        value={onderwerp}
        error={foutVan('onderwerp')}
        onChange={({ currentTarget }) => setOnderwerp(currentTarget.value)}
      />
      <div className={css['rij']}>
        <Select
          label={t.team}
          placeholder={t.kies}
          searchable
          data={(data?.rijen ?? []).filter((team) => team.actief).map((team) => ({ value: team.id, label: team.naam }))}
          value={teamId}
          error={foutVan('teamId')}
          onChange={setTeamId}
        />
        <TextInput
          label={t.termijnWerkdagen}
          inputMode="numeric"
          value={termijn}
          error={foutVan('termijnWerkdagen')}
          onChange={({ currentTarget }) => setTermijn(currentTarget.value.replace(/\D/g, '').slice(0, 3))}
        />
      </div>
      <Textarea
        label={t.toelichting}
        autosize
        minRows={3}
        maxRows={16}
        value={toelichting}
        error={foutVan('toelichting')}
        onChange={({ currentTarget }) => setToelichting(currentTarget.value)}
      />
    </Actievenster>
  )
}
