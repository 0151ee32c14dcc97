import { Checkbox, TextInput } from '@mantine/core'
import type { z } from 'zod'
import { RekeningnummerInvoer } from '#contract/relatieinvoer.ts'
import {
  beeindigRekeningnummer,
  maakRekeningnummer,
  type Partij,
  type Rekeningnummer,
  wijzigRekeningnummer,
} from '#contract/relaties.ts'
import { call } from '#kit/api.ts'
import { useRelatieTeksten } from '../relatieTeksten.ts'
import { Bewerkvenster } from './Bewerkvenster.tsx'
import { useEinde } from './useEinde.ts'
import { usePartijFormulier } from './usePartijFormulier.ts'

type Rekening = z.infer<typeof Rekeningnummer>
type Props = { partij: Partij; rekening: Rekening | undefined; onSluiten: () => void }

/** A bank account of the klant. */
export function RekeningVenster({ partij, rekening, onSluiten }: Props) {
  const t = useRelatieTeksten()
  const bewerking = usePartijFormulier({
    schema: RekeningnummerInvoer,
    begin: invoer(rekening),
    versie: rekening?.versie ?? 0,
    uit: (nu) => {
      const gevonden = nu.rekeningnummers.find((each) => each.id === rekening?.id)
      return gevonden && { invoer: invoer(gevonden), versie: gevonden.versie }
    },
    bewaar: (body, ifMatch) =>
      rekening
        ? call(wijzigRekeningnummer, { params: { id: partij.id, onderdeelId: rekening.id }, body, ifMatch })
        : call(maakRekeningnummer, { params: { id: partij.id }, body }),
    onKlaar: onSluiten,
  })
  const onEinde = useEinde(
    rekening &&
      (() =>
        call(beeindigRekeningnummer, {
          params: { id: partij.id, onderdeelId: rekening.id },
          ifMatch: rekening.versie,
        })),
    onSluiten,
  )
  const { register, formState } = bewerking.formulier
  return (
    <Bewerkvenster
      titel={rekening ? t.wijzigen : t.rekeningToevoegen}
      bewerking={bewerking}
      isNieuw={!rekening}
      onEinde={onEinde}
      onSluiten={onSluiten}
      namen={{ iban: t.iban, tenaamstelling: t.tenaamstelling, voorkeur: t.isStandaard }}
    >
      <TextInput
        label={t.iban}
        required
        autoComplete="off"
        {...register('iban')}
        error={formState.errors.iban?.message}
      />
      <TextInput
        label={t.tenaamstelling}
        autoComplete="off"
        {...register('tenaamstelling')}
        error={formState.errors.tenaamstelling?.message}
      />
      <Checkbox size="xs" label={t.isStandaard} {...register('voorkeur')} />
    </Bewerkvenster>
  )
}

function invoer(rekening: Rekening | undefined) {
  return {
    iban: rekening?.iban ?? '',
    bic: rekening?.bic ?? null,
    tenaamstelling: rekening?.tenaamstelling ?? '',
    voorkeur: rekening?.voorkeur ?? false,
  }
}
