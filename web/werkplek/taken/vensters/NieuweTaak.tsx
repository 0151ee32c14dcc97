import { Checkbox, Select, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Prioriteit } from '#contract/klantcontacten.ts'
import { createTaak } from '#contract/taken.ts'
import { call } from '#kit/api.ts'
import { useIk, useRecht } from '#kit/ik.ts'
import { meld } from '#kit/melding.ts'
import { paden } from '#kit/paden.ts'
import { ApiProblem, detailOf } from '#kit/probleem.ts'
import { useTabwaarde } from '#kit/tabwaarde.ts'
import css from '../Taak.module.css'
import { neemOver, teamsQuery } from '../taken.queries.ts'
import { useTakenTeksten } from '../takenTeksten.ts'
import { Actievenster } from './Actievenster.tsx'
import { VoorKlant } from './VoorKlant.tsx'

type Props = { teamId?: string; partijId?: string; onSluiten: () => void }

const prioriteiten = ['laag', 'normaal', 'hoog'] as const

/** A taak without a contact, for a team. */
export function NieuweTaak({ teamId: team, partijId, onSluiten }: Props) {
  const t = useTakenTeksten()
  const ik = useIk()
  const mayDivide = useRecht('taak.verdelen')
  const client = useQueryClient()
  const navigate = useNavigate()
  const teams = useQuery(teamsQuery)
  const [waarde, zet, wis] = useTabwaarde(`taak-nieuw.${partijId ?? team ?? ''}`, {
    partijId: partijId ?? null,
    onderwerp: '',
    toelichting: '',
    teamId: team ?? ik.teams[0]?.id ?? null,
    termijn: '',
    prioriteit: 'normaal' as Prioriteit,
    belofte: false,
  })
  const [halveKlant, setHalveKlant] = useState('')
  const [poging, setPoging] = useState(false)
  const wijzig = (next: Partial<typeof waarde>) => zet({ ...waarde, ...next })
  const create = useMutation({
    mutationFn: () => {
      const { termijn, teamId, belofte, ...rest } = waarde
      return call(createTaak, {
        body: {
          ...rest,
          teamId: teamId ?? '',
          termijnWerkdagen: termijn === '' ? null : Number(termijn),
          // Only a customer can have been promised something.
          belofte: belofte && rest.partijId !== null,
        },
      })
    },
    onSuccess: (taak) => {
      neemOver(client, taak)
      const seen = mayDivide || ik.teams.some((each) => each.id === taak.team.id)
      const open = { naam: t.openen, run: () => void navigate({ to: paden.taak(taak.id) }) }
      meld(t.gemaakt(taak.nummer), seen ? { actie: open } : {})
      wis()
      onSluiten()
    },
  })
  const fouten = create.error instanceof ApiProblem ? create.error.invalidParams : []
  const foutVan = (veld: string) => fouten.find((each) => each.name === veld)?.reason
  const algemeen = create.error && fouten.length === 0 ? detailOf(create.error) : undefined
  return (
    <Actievenster
      titel={t.taakNieuw}
      knop={t.maak}
      bezig={create.isPending}
      fout={algemeen}
      onSluiten={onSluiten}
      onVerstuur={() => {
        setPoging(true)
        if (halveKlant === '') create.mutate()
      }}
    >
      <VoorKlant
        partijId={waarde.partijId}
        onKies={(partijId) => wijzig({ partijId })}
        onGetypt={setHalveKlant}
        fout={poging && halveKlant !== '' ? t.kiesKlant : foutVan('partijId')}
      />
      <TextInput
        data-autofocus
        label={t.wat}
        value={waarde.onderwerp}
        maxLength={200}
        error={foutVan('onderwerp')}
        onChange={({ currentTarget }) => wijzig({ onderwerp: currentTarget.value })}
      />
      <Select
        label={t.team}
        placeholder={t.kies}
        searchable
        data={(teams.data?.rijen ?? [])
          .filter((each) => each.actief)
          .map(({ id, naam }) => ({ value: id, label: naam }))}
        value={waarde.teamId}
        error={foutVan('teamId')}
        onChange={(teamId) => wijzig({ teamId })}
      />
      <div className={css['rij']}>
        <TextInput
          label={t.termijnWerkdagen}
          placeholder={t.geenTermijn}
          inputMode="numeric"
          value={waarde.termijn}
          error={foutVan('termijnWerkdagen')}
          onChange={({ currentTarget }) => wijzig({ termijn: currentTarget.value.replace(/\D/g, '').slice(0, 3) })}
        />
        <Select
          label={t.kolom.prioriteit}
          data={prioriteiten.map((each) => ({ value: each, label: t.prioriteit[each] }))}
          value={waarde.prioriteit}
          allowDeselect={false}
          onChange={(next) => next && wijzig({ prioriteit: next as Prioriteit })}
        />
      </div>
      <Textarea
        label={t.toelichting}
        autosize
        minRows={3}
        maxRows={16}
        value={waarde.toelichting}
        error={foutVan('toelichting')}
        onChange={({ currentTarget }) => wijzig({ toelichting: currentTarget.value })}
      />
      {waarde.partijId && (
        <Checkbox
          label={t.beloofd}
          description={t.beloofdUitleg}
          checked={waarde.belofte}
          error={foutVan('belofte')}
          onChange={({ currentTarget }) => wijzig({ belofte: currentTarget.checked })}
        />
      )}
    </Actievenster>
  )
}
