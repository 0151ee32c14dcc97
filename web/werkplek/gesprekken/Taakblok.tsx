import { Checkbox, Select, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getWerkdag } from '#contract/beheer.ts'
import type { GesprekVraag } from '#contract/gesprekken.ts'
import { dagVan, dagwoord } from '#kit/format.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { houdVorige, lees } from '#kit/queries.ts'
import css from './Gesprek.module.css'
import { Veld } from './Gesprekscherm.tsx'
import { teamsQuery } from './gesprekken.queries.ts'
import { useGesprekTeksten } from './gesprekTeksten.ts'
import type { Actie, Staat } from './staat.ts'

const prioriteiten = ['laag', 'normaal', 'hoog'] as const

/** Who takes it on, by when, and whether the customer counts on it. */
export function Taakblok({
  staat,
  doe,
  vraag,
  index,
}: {
  staat: Staat
  doe: (actie: Actie) => void
  vraag: GesprekVraag
  index: number
}) {
  const t = useGesprekTeksten()
  const { data } = useQuery(teamsQuery)
  const { taak } = vraag
  const fout = (veld: string) => staat.fouten[`vragen.${index}.taak.${veld}`]
  const zet = (velden: Partial<GesprekVraag['taak']>) => doe({ soort: 'taak', sleutel: vraag.sleutel, velden })
  const teams = (data?.rijen ?? []).filter((team) => team.actief || team.id === taak.teamId)
  return (
    <fieldset className={css['taak']}>
      <legend className="alleen-voorlezen">{t.taak}</legend>
      <div className={css['rij']}>
        <Veld naam={`vragen.${index}.taak.teamId`} fout={fout('teamId')}>
          <Select
            label={t.team}
            placeholder={t.kiesTeam}
            searchable
            data={teams.map(({ id, naam }) => ({ value: id, label: naam }))}
            value={taak.teamId}
            allowDeselect={false}
            error={fout('teamId') !== undefined}
            onChange={(teamId) => zet({ teamId })}
          />
        </Veld>
        <Select
          label={t.prioriteit}
          className={css['type'] ?? ''}
          data={prioriteiten.map((each) => ({ value: each, label: t.prioriteiten[each] }))}
          value={taak.prioriteit}
          allowDeselect={false}
          onChange={(next) => next && zet({ prioriteit: next as GesprekVraag['taak']['prioriteit'] })}
        />
      </div>
      <Veld naam={`vragen.${index}.taak.onderwerp`} fout={fout('onderwerp')}>
        <TextInput
          label={t.taakOnderwerp}
          value={taak.onderwerp}
          error={fout('onderwerp') !== undefined}
          onChange={({ currentTarget }) => zet({ onderwerp: currentTarget.value })}
        />
      </Veld>
      <div className={css['termijn']}>
        <TextInput
          label={t.termijn}
          inputMode="numeric"
          value={taak.termijnWerkdagen ?? ''}
          onChange={({ currentTarget }) => zet({ termijnWerkdagen: werkdagenVan(currentTarget.value) })}
        />
        <Deadline werkdagen={taak.termijnWerkdagen} />
      </div>
      <Veld naam={`vragen.${index}.taak.toelichting`} fout={fout('toelichting')}>
        <Textarea
          label={t.toelichting}
          autosize
          minRows={1}
          maxRows={8}
          value={taak.toelichting}
          onChange={({ currentTarget }) => zet({ toelichting: currentTarget.value })}
        />
      </Veld>
      <Veld naam={`vragen.${index}.taak.belofte`} fout={fout('belofte')}>
        <Checkbox
          label={t.belofte}
          description={t.belofteUitleg}
          checked={taak.belofte}
          onChange={({ currentTarget }) => zet({ belofte: currentTarget.checked })}
        />
      </Veld>
    </fieldset>
  )
}

/** The day itself, on the calendar of the organisatie: "two working days" means little around Christmas. */
function Deadline({ werkdagen }: { werkdagen: number | null }) {
  const t = useGesprekTeksten()
  const vanaf = dagVan(new Date())
  const { data } = useQuery({
    ...lees(getWerkdag, { query: { vanaf, aantal: werkdagen ?? 0 } }),
    enabled: werkdagen !== null,
    placeholderData: houdVorige,
    staleTime: 3_600_000,
  })
  return (
    <output className={css['deadline']}>
      <Icoon naam="klok" maat={14} />
      {werkdagen === null || !data ? t.geenTermijn : t.uiterlijk(dagwoord(data.datum))}
    </output>
  )
}

function werkdagenVan(text: string): number | null {
  const digits = text.replace(/\D/g, '').slice(0, 3)
  return digits === '' ? null : Math.min(260, Number(digits))
}
