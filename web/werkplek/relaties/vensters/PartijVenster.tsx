import { Checkbox, Select, Textarea, TextInput } from '@mantine/core'
import { Controller } from 'react-hook-form'
import { AANHEFCODE_LABEL, AANHEFCODES } from '#contract/regels/aanhef.ts'
import { PartijWijziging } from '#contract/relatieinvoer.ts'
import { type Partij, wijzigPartij } from '#contract/relaties.ts'
import { call } from '#kit/api.ts'
import { DatumVeld } from '#kit/DatumVeld.tsx'
import type { PersoonVelden as Velden } from '../nieuw/nieuweKlant.ts'
import { PersoonVelden } from '../PersoonVelden.tsx'
import { useRelatieTeksten } from '../relatieTeksten.ts'
import { Bewerkvenster } from './Bewerkvenster.tsx'
import { toonWaarde } from './toonWaarde.ts'
import { usePartijFormulier } from './usePartijFormulier.ts'

/** The own fields of a klant: name, aanhef, dates, language, note. */
export function PartijVenster({ partij, onSluiten }: { partij: Partij; onSluiten: () => void }) {
  const t = useRelatieTeksten()
  const bewerking = usePartijFormulier({
    schema: PartijWijziging,
    begin: invoer(partij),
    versie: partij.versie,
    uit: (nu) => ({ invoer: invoer(nu), versie: nu.versie }),
    bewaar: (body, ifMatch) => call(wijzigPartij, { params: { id: partij.id }, body, ifMatch }),
    onKlaar: onSluiten,
  })
  const { register, control, watch, setValue, formState } = bewerking.formulier
  const { errors } = formState
  const persoon = watch('persoon')
  const afwijking = watch('naamAfwijking')
  return (
    <Bewerkvenster
      titel={partij.naam}
      bewerking={bewerking}
      onSluiten={onSluiten}
      toon={(_, waarde) => toonWaarde(waarde)}
      namen={{
        persoon: t.persoonsgegevens,
        organisatie: t.bedrijfsgegevens,
        huishoudnaam: t.naam,
        aanhefcode: t.aanhefcode,
        naamAfwijking: t.naamAfwijking,
        geheimhouding: t.geheimhouding,
        voorkeurstaal: t.voorkeurstaal,
        interneNotitie: t.notitie,
        actief: t.actief,
      }}
    >
      {persoon && (
        <PersoonVelden
          pad="persoon"
          waarde={persoon as Velden}
          onWijzig={(waarde) =>
            setValue('persoon', { ...persoon, ...waarde } as never, {
              shouldDirty: true,
              shouldValidate: formState.isSubmitted,
            })
          }
          fouten={Object.fromEntries(
            Object.entries(errors.persoon ?? {}).map(([veld, fout]) => [veld, (fout as { message?: string }).message]),
          )}
        />
      )}
      {persoon && (
        <DatumVeld
          label={t.overlijdensdatum}
          naam="persoon.overlijdensdatum"
          waarde={persoon.overlijdensdatum ?? null}
          onWijzig={(overlijdensdatum) => setValue('persoon', { ...persoon, overlijdensdatum }, { shouldDirty: true })}
          fout={errors.persoon?.overlijdensdatum?.message}
        />
      )}
      {partij.organisatie && (
        <>
          <TextInput
            label={t.bedrijfsnaam}
            required
            {...register('organisatie.naam')}
            error={errors.organisatie?.naam?.message}
          />
          <TextInput
            label={t.kvkNummer}
            {...register('organisatie.kvkNummer')}
            error={errors.organisatie?.kvkNummer?.message}
          />
          <TextInput
            label={t.vestigingsnummer}
            {...register('organisatie.vestigingsnummer')}
            error={errors.organisatie?.vestigingsnummer?.message}
          />
          <TextInput label={t.rsin} {...register('organisatie.rsin')} error={errors.organisatie?.rsin?.message} />
        </>
      )}
      {partij.soort === 'huishouden' && (
        <TextInput label={t.naam} required {...register('huishoudnaam')} error={errors.huishoudnaam?.message} />
      )}
      <Controller
        control={control}
        name="aanhefcode"
        render={({ field }) => (
          <Select
            label={t.aanhefcode}
            allowDeselect={false}
            data={AANHEFCODES.map((value) => ({ value, label: AANHEFCODE_LABEL[value] }))}
            value={field.value}
            onChange={field.onChange}
          />
        )}
      />
      <Checkbox
        size="xs"
        label={t.naamAnders}
        checked={afwijking !== null}
        onChange={(event) =>
          setValue('naamAfwijking', event.currentTarget.checked ? { naam: partij.naam, reden: '' } : null, {
            shouldDirty: true,
          })
        }
      />
      {afwijking && (
        <>
          <TextInput
            label={t.naamAfwijking}
            required
            {...register('naamAfwijking.naam')}
            error={errors.naamAfwijking?.naam?.message}
          />
          <TextInput
            label={t.naamReden}
            required
            {...register('naamAfwijking.reden')}
            error={errors.naamAfwijking?.reden?.message}
          />
        </>
      )}
      <Controller
        control={control}
        name="voorkeurstaal"
        render={({ field }) => (
          <Select
            label={t.voorkeurstaal}
            allowDeselect={false}
            data={talen(t.taalNaam, partij.voorkeurstaal)}
            value={field.value ?? 'nld'}
            onChange={field.onChange}
          />
        )}
      />
      <Checkbox size="xs" label={t.geheimhouding} description={t.geheimhoudingUitleg} {...register('geheimhouding')} />
      <Textarea
        label={t.notitie}
        description={t.notitieUitleg}
        autosize
        minRows={2}
        maxRows={10}
        {...register('interneNotitie')}
        error={errors.interneNotitie?.message}
      />
      <Checkbox size="xs" label={t.actief} {...register('actief')} />
    </Bewerkvenster>
  )
}

/** An imported language that is not in the short list keeps its code. */
function talen(namen: Record<string, string>, huidig: string) {
  const lijst = Object.entries(namen).map(([value, label]) => ({ value, label }))
  return huidig in namen ? lijst : [...lijst, { value: huidig, label: huidig }]
}

function invoer(partij: Partij) {
  return {
    ...(partij.persoon && { persoon: partij.persoon }),
    ...(partij.organisatie && { organisatie: partij.organisatie }),
    ...(partij.soort === 'huishouden' && { huishoudnaam: partij.naam }),
    ...(partij.werktVoor && { werktVoorId: partij.werktVoor.id }),
    aanhefcode: partij.aanhefcode,
    naamAfwijking: partij.naamAfwijking,
    geheimhouding: partij.geheimhouding,
    voorkeurstaal: partij.voorkeurstaal,
    interneNotitie: partij.interneNotitie,
    actief: partij.actief,
  }
}
