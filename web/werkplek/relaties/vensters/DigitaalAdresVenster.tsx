import { Checkbox, SegmentedControl, TextInput } from '@mantine/core'
import { Controller } from 'react-hook-form'
import { DigitaalAdresInvoer } from '#contract/relatieinvoer.ts'
import {
  beeindigDigitaalAdres,
  type DigitaalAdres,
  maakDigitaalAdres,
  type Partij,
  wijzigDigitaalAdres,
} from '#contract/relaties.ts'
import { call } from '#kit/api.ts'
import { useRelatieTeksten } from '../relatieTeksten.ts'
import { opmaakTelefoon } from '../telefooninvoer.ts'
import { Bewerkvenster } from './Bewerkvenster.tsx'
import { useEinde } from './useEinde.ts'
import { usePartijFormulier } from './usePartijFormulier.ts'

type Props = { partij: Partij; adres: DigitaalAdres | undefined; onSluiten: () => void }

/** One telephone number or e-mail address; `adres` is absent for a new one. */
export function DigitaalAdresVenster({ partij, adres, onSluiten }: Props) {
  const t = useRelatieTeksten()
  const bewerking = usePartijFormulier({
    schema: DigitaalAdresInvoer,
    begin: invoer(adres),
    versie: adres?.versie ?? 0,
    uit: (nu) => {
      const gevonden = nu.digitaleAdressen.find((each) => each.id === adres?.id)
      return gevonden && { invoer: invoer(gevonden), versie: gevonden.versie }
    },
    bewaar: (body, ifMatch) =>
      adres
        ? call(wijzigDigitaalAdres, { params: { id: partij.id, onderdeelId: adres.id }, body, ifMatch })
        : call(maakDigitaalAdres, { params: { id: partij.id }, body }),
    onKlaar: onSluiten,
  })
  const onEinde = useEinde(
    adres &&
      (() =>
        call(beeindigDigitaalAdres, {
          params: { id: partij.id, onderdeelId: adres.id },
          ifMatch: adres.versie,
        })),
    onSluiten,
  )
  const { register, control, watch, setValue, formState } = bewerking.formulier
  const soort = watch('soort')
  const veld = register('adres')
  return (
    <Bewerkvenster
      titel={adres ? t.wijzigen : t.telefoonToevoegen}
      bewerking={bewerking}
      isNieuw={!adres}
      onEinde={onEinde}
      onSluiten={onSluiten}
      namen={{
        adres: soort === 'email' ? t.email : t.telefoon,
        omschrijving: t.omschrijving,
        isStandaard: t.isStandaard,
      }}
    >
      <Controller
        control={control}
        name="soort"
        render={({ field }) => (
          <SegmentedControl
            aria-label={t.bereikbaar}
            value={field.value}
            onChange={field.onChange}
            data={[
              { value: 'telefoonnummer', label: t.telefoon },
              { value: 'email', label: t.email },
              { value: 'overig', label: t.overig },
            ]}
          />
        )}
      />
      <TextInput
        label={soort === 'email' ? t.email : soort === 'overig' ? t.overig : t.telefoon}
        type={soort === 'email' ? 'email' : soort === 'overig' ? 'text' : 'tel'}
        required
        data-autofocus
        autoComplete="off"
        {...veld}
        onBlur={async (event) => {
          if (soort === 'telefoonnummer') setValue('adres', opmaakTelefoon(event.currentTarget.value))
          await veld.onBlur(event)
        }}
        error={formState.errors.adres?.message}
      />
      <TextInput
        label={t.omschrijving}
        placeholder={t.omschrijvingVoorbeeld}
        maxLength={40}
        autoComplete="off"
        {...register('omschrijving')}
        error={formState.errors.omschrijving?.message}
      />
      <Checkbox size="xs" label={t.isStandaard} {...register('isStandaard')} />
      <Checkbox size="xs" label={t.voorkeur} {...register('voorkeur')} />
    </Bewerkvenster>
  )
}

function invoer(adres: DigitaalAdres | undefined) {
  return {
    soort: adres?.soort ?? ('telefoonnummer' as const),
    adres: adres?.adres ?? '',
    omschrijving: adres?.omschrijving ?? '',
    isStandaard: adres?.isStandaard ?? false,
    voorkeur: adres?.voorkeur ?? false,
    verificatieDatum: adres?.verificatieDatum ?? null,
  }
}
