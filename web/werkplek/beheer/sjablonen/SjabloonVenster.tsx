import { Checkbox, MultiSelect, NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Controller } from 'react-hook-form'
import { listKanalen, listOnderwerpen, listTeams } from '#contract/beheer.ts'
import {
  createSjabloon,
  klantcontactTypen,
  listSjablonen,
  listSjablonenBeheer,
  type SjabloonBeheer,
  updateSjabloon,
} from '#contract/klantcontacten.ts'
import { rollen } from '#contract/rechten.ts'
import { call } from '#kit/api.ts'
import { DatumVeld } from '#kit/DatumVeld.tsx'
import { toonDatum } from '#kit/datuminvoer.ts'
import { meld } from '#kit/melding.ts'
import { lees, ververs } from '#kit/queries.ts'
import { useRolNamen } from '#kit/rollen.ts'
import { Bewerkvenster } from '../Bewerkvenster.tsx'
import { useBeheerTeksten } from '../beheerTeksten.ts'
import { Schakelaar } from '../Schakelaar.tsx'
import { useBewerken } from '../useBewerken.ts'
import css from './SjabloonVenster.module.css'
import { naarVelden, SjabloonFormulier } from './sjabloonFormulier.ts'

type Props = { bron: SjabloonBeheer | undefined; onSluiten: (zonderVragen?: boolean) => void }

/** The side window of one template; without `bron` a new one. */
export function SjabloonVenster({ bron, onSluiten }: Props) {
  const t = useBeheerTeksten()
  const rolNamen = useRolNamen()
  const s = t.sjabloon
  const client = useQueryClient()
  const kanalen = useQuery(lees(listKanalen)).data?.rijen ?? []
  const onderwerpen = useQuery(lees(listOnderwerpen)).data?.rijen ?? []
  const teams = useQuery(lees(listTeams)).data?.rijen ?? []
  const bewerking = useBewerken({
    schema: SjabloonFormulier,
    bron,
    invoer: naarVelden,
    async bewaar(body, versie) {
      const bewaard = bron
        ? await call(updateSjabloon, { params: { id: bron.id }, body, ifMatch: versie })
        : await call(createSjabloon, { body })
      await ververs(client, listSjablonenBeheer, listSjablonen)
      meld(bron ? t.bewaard(bewaard.naam) : t.toegevoegd(bewaard.naam))
      onSluiten(true)
    },
  })
  const { register, control, watch, formState } = bewerking.formulier
  const fout = (veld: string) => (formState.errors as Record<string, { message?: string }>)[veld]?.message
  const maaktTaak = watch('taakAanmaken') === true
  const namen = {
    naam: t.naam,
    code: t.code,
    type: s.type,
    detailsoort: s.detailsoort,
    kanaalCode: s.kanaal,
    richting: s.richting,
    onderwerpIds: s.onderwerpen,
    toonInPortaal: s.toonInPortaal,
    bijlageVerplicht: s.bijlageVerplicht,
    taakAanmaken: s.taakAanmaken,
    belofte: s.belofte,
    teamId: s.team,
    taakSoort: s.taakSoort,
    taakOnderwerp: s.taakOnderwerp,
    taakPrioriteit: s.prioriteit,
    termijnWerkdagen: s.termijn,
    notitietekst: s.notitietekst,
    rollen: s.rollen,
    geldigVan: s.geldigVan,
    geldigTot: s.geldigTot,
    actief: t.actief,
  }

  /** A value of the form in words, for who has to choose between two. */
  function toon(veld: string, waarde: unknown): string {
    if (typeof waarde === 'boolean') return waarde ? t.toegang.ja : t.toegang.nee
    if (veld === 'teamId') return teams.find((team) => team.id === waarde)?.naam ?? ''
    if (veld === 'kanaalCode') return kanalen.find((kanaal) => kanaal.code === waarde)?.naam ?? ''
    if (veld === 'geldigVan' || veld === 'geldigTot') return toonDatum(waarde as string | null)
    if (!Array.isArray(waarde)) return String(waarde ?? '')
    return waarde
      .map((each) => onderwerpen.find((onderwerp) => onderwerp.id === each)?.naam ?? rolNamen[each as never] ?? each)
      .join(', ')
  }

  const keuze = (veld: string, label: string, data: { value: string; label: string }[], plaats?: string) => (
    <Controller
      control={control}
      name={veld}
      render={({ field }) => (
        <Select
          label={label}
          clearable={plaats !== undefined}
          allowDeselect={plaats !== undefined}
          searchable={data.length > 6}
          data={data}
          value={(field.value as string | null) ?? null}
          onChange={field.onChange}
          error={fout(veld)}
          {...(plaats && { placeholder: plaats })}
        />
      )}
    />
  )
  const datumveld = (veld: 'geldigVan' | 'geldigTot', label: string) => (
    <Controller
      control={control}
      name={veld}
      render={({ field }) => (
        <DatumVeld
          label={label}
          naam={veld}
          waarde={field.value as string | null}
          onWijzig={field.onChange}
          onBlur={field.onBlur}
          fout={fout(veld)}
        />
      )}
    />
  )
  const schakel = (veld: string, label: string) => <Schakelaar control={control} naam={veld} label={label} />

  return (
    <Bewerkvenster
      breed
      titel={bron?.naam ?? s.nieuw}
      bewerking={bewerking}
      namen={namen}
      toon={toon}
      isNieuw={!bron}
      onSluiten={() => onSluiten()}
    >
      <div className={css['twee']}>
        <TextInput label={t.naam} required {...register('naam')} error={fout('naam')} />
        <TextInput
          label={t.code}
          required
          {...register('code')}
          error={fout('code')}
          autoCapitalize="off"
          spellCheck={false}
        />
      </div>
      <fieldset className={css['groep']}>
        <legend>{s.contact}</legend>
        <div className={css['twee']}>
          {keuze(
            'type',
            s.type,
            klantcontactTypen.map((type) => ({ value: type, label: s.typen[type] })),
          )}
          <TextInput label={s.detailsoort} {...register('detailsoort')} error={fout('detailsoort')} />
          {keuze(
            'kanaalCode',
            s.kanaal,
            kanalen.filter((kanaal) => kanaal.actief).map(({ code, naam }) => ({ value: code, label: naam })),
            s.geenKanaal,
          )}
          {keuze(
            'richting',
            s.richting,
            (['inkomend', 'uitgaand'] as const).map((richting) => ({ value: richting, label: s.richtingen[richting] })),
            s.geenKanaal,
          )}
        </div>
        <Controller
          control={control}
          name="onderwerpIds"
          render={({ field }) => (
            <MultiSelect
              size="xs"
              label={s.onderwerpen}
              placeholder={s.onderwerpenPlaats}
              searchable
              maxValues={10}
              data={onderwerpen
                .filter((each) => each.actief || (field.value as string[]).includes(each.id))
                .map((each) => ({ value: each.id, label: each.naam }))}
              value={field.value as string[]}
              onChange={field.onChange}
              error={fout('onderwerpIds')}
            />
          )}
        />
        {schakel('toonInPortaal', s.toonInPortaal)}
        {schakel('bijlageVerplicht', s.bijlageVerplicht)}
      </fieldset>
      <fieldset className={css['groep']}>
        <legend>{s.taak}</legend>
        {schakel('taakAanmaken', s.taakAanmaken)}
        {maaktTaak && (
          <>
            <div className={css['twee']}>
              {keuze(
                'teamId',
                s.team,
                teams.filter((team) => team.actief).map((team) => ({ value: team.id, label: team.naam })),
                s.kiesTeam,
              )}
              <Controller
                control={control}
                name="termijnWerkdagen"
                render={({ field }) => (
                  <NumberInput
                    size="xs"
                    label={s.termijn}
                    min={0}
                    max={260}
                    allowDecimal={false}
                    value={field.value as string | number}
                    onChange={field.onChange}
                    onBlur={field.onBlur}
                    error={fout('termijnWerkdagen')}
                  />
                )}
              />
              <TextInput label={s.taakOnderwerp} {...register('taakOnderwerp')} error={fout('taakOnderwerp')} />
              <TextInput label={s.taakSoort} {...register('taakSoort')} error={fout('taakSoort')} />
              {keuze(
                'taakPrioriteit',
                s.prioriteit,
                (['laag', 'normaal', 'hoog'] as const).map((prioriteit) => ({
                  value: prioriteit,
                  label: s.prioriteiten[prioriteit],
                })),
              )}
            </div>
            {schakel('belofte', s.belofte)}
          </>
        )}
      </fieldset>
      <fieldset className={css['groep']}>
        <legend>{s.tekst}</legend>
        <Textarea
          label={s.notitietekst}
          description={s.notitieUitleg}
          autosize
          minRows={4}
          maxRows={14}
          {...register('notitietekst')}
          error={fout('notitietekst')}
        />
      </fieldset>
      <fieldset className={css['groep']}>
        <legend>{s.gebruik}</legend>
        <div className={css['twee']}>
          {datumveld('geldigVan', s.geldigVan)}
          {datumveld('geldigTot', s.geldigTot)}
        </div>
        <Controller
          control={control}
          name="rollen"
          render={({ field }) => (
            <Checkbox.Group
              size="xs"
              label={s.rollen}
              description={s.rollenUitleg}
              value={field.value as string[]}
              onChange={(gekozen) => field.onChange(rollen.filter((rol) => gekozen.includes(rol)))}
            >
              <div className={css['rollen']}>
                {(['klantcontactmedewerker', 'vakspecialist', 'coordinator'] as const).map((rol) => (
                  <Checkbox key={rol} size="xs" value={rol} label={rolNamen[rol]} />
                ))}
              </div>
            </Checkbox.Group>
          )}
        />
        <Schakelaar control={control} naam="actief" label={t.actief} uitleg={t.actiefUitleg} />
      </fieldset>
    </Bewerkvenster>
  )
}
