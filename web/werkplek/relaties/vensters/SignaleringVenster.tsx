import { Select, Textarea } from '@mantine/core'
import { Controller } from 'react-hook-form'
import { signaleringdetails, signaleringsoorten } from '#contract/relatiecodes.ts'
import { SignaleringInvoer } from '#contract/relatieinvoer.ts'
import {
  beeindigSignalering,
  maakSignalering,
  type Partij,
  type Signalering,
  wijzigSignalering,
} from '#contract/relaties.ts'
import { call } from '#kit/api.ts'
import { DatumVeld } from '#kit/DatumVeld.tsx'
import { dagVan } from '#kit/format.ts'
import { useRelatieTeksten } from '../relatieTeksten.ts'
import { Bewerkvenster } from './Bewerkvenster.tsx'
import { useEinde } from './useEinde.ts'
import { usePartijFormulier } from './usePartijFormulier.ts'

type Props = { partij: Partij; signalering: Signalering | undefined; onSluiten: () => void }

/** What colleagues must know before they call or visit. */
export function SignaleringVenster({ partij, signalering, onSluiten }: Props) {
  const t = useRelatieTeksten()
  const bewerking = usePartijFormulier({
    schema: SignaleringInvoer,
    begin: invoer(signalering),
    versie: signalering?.versie ?? 0,
    uit: (nu) => {
      const gevonden = nu.signaleringen.find((each) => each.id === signalering?.id)
      return gevonden && { invoer: invoer(gevonden), versie: gevonden.versie }
    },
    bewaar: (body, ifMatch) =>
      signalering
        ? call(wijzigSignalering, { params: { id: partij.id, onderdeelId: signalering.id }, body, ifMatch })
        : call(maakSignalering, { params: { id: partij.id }, body }),
    onKlaar: onSluiten,
  })
  const onEinde = useEinde(
    signalering &&
      (() =>
        call(beeindigSignalering, {
          params: { id: partij.id, onderdeelId: signalering.id },
          ifMatch: signalering.versie,
        })),
    onSluiten,
  )
  const { control, register, watch, setValue, formState } = bewerking.formulier
  const soort = watch('soort')
  const fout = (veld: 'soort' | 'detailsoort' | 'omschrijving' | 'begindatum' | 'einddatum') =>
    formState.errors[veld]?.message
  return (
    <Bewerkvenster
      titel={signalering ? t.signalering : t.signaleringToevoegen}
      bewerking={bewerking}
      isNieuw={!signalering}
      onEinde={onEinde}
      onSluiten={onSluiten}
      namen={{
        soort: t.signalering,
        detailsoort: t.signaleringDetail,
        omschrijving: t.omschrijving,
        begindatum: t.begindatum,
        einddatum: t.einddatum,
      }}
    >
      <Controller
        control={control}
        name="soort"
        render={({ field }) => (
          <Select
            label={t.signalering}
            allowDeselect={false}
            data={Object.entries(signaleringsoorten).map(([value, { naam }]) => ({ value, label: naam }))}
            value={field.value}
            onChange={(value) => {
              field.onChange(value)
              setValue('detailsoort', '')
            }}
            error={fout('soort')}
          />
        )}
      />
      <Controller
        control={control}
        name="detailsoort"
        render={({ field }) => (
          <Select
            label={t.signaleringDetail}
            clearable
            data={Object.entries(signaleringdetails)
              .filter(([, detail]) => !detail.soort || detail.soort === soort)
              .map(([value, { naam }]) => ({ value, label: naam }))}
            value={field.value || null}
            onChange={(value) => field.onChange(value ?? '')}
            error={fout('detailsoort')}
          />
        )}
      />
      <Textarea
        label={t.omschrijving}
        description={t.signaleringUitleg}
        autosize
        minRows={2}
        {...register('omschrijving')}
        error={fout('omschrijving')}
      />
      {(['begindatum', 'einddatum'] as const).map((veld) => (
        <Controller
          key={veld}
          control={control}
          name={veld}
          render={({ field }) => (
            <DatumVeld
              label={t[veld]}
              naam={veld}
              verplicht={veld === 'begindatum'}
              waarde={field.value ?? null}
              onWijzig={field.onChange}
              onBlur={field.onBlur}
              fout={fout(veld)}
            />
          )}
        />
      ))}
    </Bewerkvenster>
  )
}

function invoer(row: Signalering | undefined) {
  return {
    soort: (row?.soort ?? 'ONB') as keyof typeof signaleringsoorten,
    detailsoort: row?.detailsoort ?? '',
    omschrijving: row?.omschrijving ?? '',
    begindatum: row?.begindatum ?? dagVan(new Date()),
    einddatum: row?.einddatum ?? null,
  }
}
