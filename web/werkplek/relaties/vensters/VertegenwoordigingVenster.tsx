import { Checkbox, Select, Textarea } from '@mantine/core'
import { useState } from 'react'
import { Controller } from 'react-hook-form'
import { z } from 'zod'
import { domeinen, domeinNamen } from '#contract/portaal/toegang.ts'
import { vertegenwoordigingen } from '#contract/relatiecodes.ts'
import { VertegenwoordigingWijziging } from '#contract/relatieinvoer.ts'
import {
  beeindigVertegenwoordiging,
  maakVertegenwoordiging,
  type Partij,
  type PartijKort,
  type Vertegenwoordiging,
  wijzigVertegenwoordiging,
} from '#contract/relaties.ts'
import { call } from '#kit/api.ts'
import { DatumVeld } from '#kit/DatumVeld.tsx'
import { dagVan } from '#kit/format.ts'
import { PartijKiezer } from '#kit/PartijKiezer.tsx'
import { useRelatieTeksten } from '../relatieTeksten.ts'
import { Bewerkvenster } from './Bewerkvenster.tsx'
import { useEinde } from './useEinde.ts'
import { usePartijFormulier } from './usePartijFormulier.ts'

type Props = { partij: Partij; vertegenwoordiging: Vertegenwoordiging | undefined; onSluiten: () => void }

const Invoer = VertegenwoordigingWijziging.safeExtend({ vertegenwoordigerId: z.string().default('') })

/** Who may act for this klant, for what, and for how long. */
export function VertegenwoordigingVenster({ partij, vertegenwoordiging, onSluiten }: Props) {
  const t = useRelatieTeksten()
  const [wie, setWie] = useState<PartijKort | null>(vertegenwoordiging?.partij ?? null)
  const bewerking = usePartijFormulier({
    schema: Invoer,
    begin: invoer(vertegenwoordiging),
    versie: vertegenwoordiging?.versie ?? 0,
    uit: (nu) => {
      const gevonden = [...nu.vertegenwoordigers, ...nu.vertegenwoordigt].find(
        (each) => each.id === vertegenwoordiging?.id,
      )
      return gevonden && { invoer: invoer(gevonden), versie: gevonden.versie }
    },
    bewaar: ({ vertegenwoordigerId, ...body }, ifMatch) =>
      vertegenwoordiging
        ? call(wijzigVertegenwoordiging, {
            params: { id: partij.id, onderdeelId: vertegenwoordiging.id },
            body,
            ifMatch,
          })
        : call(maakVertegenwoordiging, { params: { id: partij.id }, body: { ...body, vertegenwoordigerId } }),
    onKlaar: onSluiten,
  })
  const onEinde = useEinde(
    vertegenwoordiging &&
      (() =>
        call(beeindigVertegenwoordiging, {
          params: { id: partij.id, onderdeelId: vertegenwoordiging.id },
          ifMatch: vertegenwoordiging.versie,
        })),
    onSluiten,
  )
  const { control, register, setValue, formState } = bewerking.formulier
  const fout = (veld: 'soort' | 'omvang' | 'begindatum' | 'einddatum') => formState.errors[veld]?.message
  return (
    <Bewerkvenster
      titel={vertegenwoordiging?.partij.naam ?? t.vertegenwoordigingToevoegen}
      bewerking={bewerking}
      isNieuw={!vertegenwoordiging}
      onEinde={onEinde}
      onSluiten={onSluiten}
      namen={{ soort: t.rol, omvang: t.omvang, domeinen: t.domeinen, begindatum: t.begindatum, einddatum: t.einddatum }}
    >
      {!vertegenwoordiging && (
        <PartijKiezer
          label={t.vertegenwoordiger}
          soorten={['persoon', 'contactpersoon', 'organisatie']}
          behalveId={partij.id}
          gekozen={wie}
          fout={formState.isSubmitted && !wie ? t.kiesVerplicht : undefined}
          onKies={(gekozen) => {
            setWie(gekozen)
            setValue('vertegenwoordigerId', gekozen?.id ?? '', { shouldDirty: true })
          }}
        />
      )}
      <Controller
        control={control}
        name="soort"
        render={({ field }) => (
          <Select
            label={t.rol}
            allowDeselect={false}
            data={Object.entries(vertegenwoordigingen).map(([value, { naam }]) => ({ value, label: naam }))}
            value={field.value}
            onChange={field.onChange}
            error={fout('soort')}
          />
        )}
      />
      <Textarea
        label={t.omvang}
        placeholder={t.omvangVoorbeeld}
        autosize
        minRows={2}
        {...register('omvang')}
        error={fout('omvang')}
      />
      <Controller
        control={control}
        name="domeinen"
        render={({ field }) => (
          <Checkbox.Group
            label={t.domeinen}
            description={t.domeinenUitleg}
            value={field.value ?? []}
            onChange={(gekozen) => field.onChange(gekozen.length > 0 ? gekozen : null)}
          >
            {domeinen.map((domein) => (
              <Checkbox key={domein} mt={6} value={domein} label={domeinNamen[domein]} />
            ))}
          </Checkbox.Group>
        )}
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

type Soort = keyof typeof vertegenwoordigingen

function invoer(row: Vertegenwoordiging | undefined) {
  return {
    vertegenwoordigerId: row?.partij.id ?? '',
    soort: (row?.soort ?? 'gemachtigde') as Soort,
    omvang: row?.omvang ?? '',
    domeinen: row?.domeinen ?? null,
    begindatum: row?.begindatum ?? dagVan(new Date()),
    einddatum: row?.einddatum ?? null,
  }
}
