import { Checkbox, Select } from '@mantine/core'
import { useState } from 'react'
import { Controller } from 'react-hook-form'
import { z } from 'zod'
import { rolNaam } from '#contract/relatiecodes.ts'
import { RolWijziging } from '#contract/relatieinvoer.ts'
import {
  beeindigRol,
  leesPartij,
  maakRol,
  type Partij,
  type PartijKort,
  type PartijRol,
  wijzigRol,
} from '#contract/relaties.ts'
import { call } from '#kit/api.ts'
import { DatumVeld } from '#kit/DatumVeld.tsx'
import { dagVan } from '#kit/format.ts'
import { PartijKiezer } from '#kit/PartijKiezer.tsx'
import { rolkeuzes } from '../nieuw/SoortEnRol.tsx'
import { useRelatieTeksten } from '../relatieTeksten.ts'
import { Bewerkvenster } from './Bewerkvenster.tsx'
import { useEinde } from './useEinde.ts'
import { usePartijFormulier } from './usePartijFormulier.ts'

type Props = {
  partij: Partij
  rol: PartijRol | undefined
  /** `lid`: the other has a role in this huishouden or organisatie; `in`: this klant has one in the other. */
  kant: 'lid' | 'in'
  onSluiten: () => void
}

const Nieuw = RolWijziging.safeExtend({ andereId: z.string().default('') })

/** What one klant is in a huishouden or organisatie, and from when till when. */
export function RolVenster({ partij, rol, kant, onSluiten }: Props) {
  const t = useRelatieTeksten()
  const [andere, setAndere] = useState<PartijKort | null>(rol?.partij ?? null)
  const bewerking = usePartijFormulier({
    schema: Nieuw,
    begin: invoer(rol),
    versie: rol?.versie ?? 0,
    uit: (nu) => {
      const gevonden = [...nu.rollen, ...nu.leden].find((each) => each.id === rol?.id)
      return gevonden && { invoer: invoer(gevonden), versie: gevonden.versie }
    },
    async bewaar({ andereId, ...body }, ifMatch) {
      if (rol) return await call(wijzigRol, { params: { id: partij.id, onderdeelId: rol.id }, body, ifMatch })
      if (kant === 'in')
        return await call(maakRol, { params: { id: partij.id }, body: { ...body, inPartijId: andereId } })
      await call(maakRol, { params: { id: andereId }, body: { ...body, inPartijId: partij.id } })
      return await call(leesPartij, { params: { id: partij.id } })
    },
    onKlaar: onSluiten,
  })
  const onEinde = useEinde(
    rol && (() => call(beeindigRol, { params: { id: partij.id, onderdeelId: rol.id }, ifMatch: rol.versie })),
    onSluiten,
  )
  const { control, watch, setValue, register, formState } = bewerking.formulier
  const huidig = watch('rol')
  const fout = (veld: 'rol' | 'begindatum' | 'einddatum' | 'andereId') => formState.errors[veld]?.message
  return (
    <Bewerkvenster
      titel={rol ? rol.partij.naam : kant === 'lid' ? t.lidToevoegen : t.rolToevoegen}
      bewerking={bewerking}
      isNieuw={!rol}
      onEinde={onEinde}
      onSluiten={onSluiten}
      namen={{ rol: t.rol, begindatum: t.begindatum, einddatum: t.einddatum, inwonendKind: t.inwonendKind }}
    >
      {!rol && (
        <PartijKiezer
          label={t.klant}
          soorten={kant === 'lid' ? ['persoon', 'contactpersoon', 'organisatie'] : ['huishouden', 'organisatie']}
          behalveId={partij.id}
          gekozen={andere}
          fout={formState.isSubmitted && !andere ? t.kiesVerplicht : undefined}
          onKies={(gekozen) => {
            setAndere(gekozen)
            setValue('andereId', gekozen?.id ?? '', { shouldDirty: true })
          }}
        />
      )}
      <Controller
        control={control}
        name="rol"
        render={({ field }) => (
          <Select
            label={t.rol}
            name="rol"
            required
            searchable
            data={metHuidige(rol?.rol)}
            value={field.value || null}
            onChange={(value) => field.onChange(value ?? '')}
            error={fout('rol')}
          />
        )}
      />
      {huidig === 'MBW' && <Checkbox size="xs" label={t.inwonendKind} {...register('inwonendKind')} />}
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

/** An imported role with an ended code stays in its own list, so that its dates can be changed. */
function metHuidige(code: string | undefined) {
  const bekend = !code || rolkeuzes.some((group) => group.items.some((item) => item.value === code))
  return bekend ? rolkeuzes : [{ group: 'Nu', items: [{ value: code, label: rolNaam(code) }] }, ...rolkeuzes]
}

function invoer(rol: PartijRol | undefined) {
  return {
    andereId: rol?.partij.id ?? '',
    rol: rol?.rol ?? '',
    inwonendKind: rol?.inwonendKind ?? false,
    begindatum: rol?.begindatum ?? dagVan(new Date()),
    einddatum: rol?.einddatum ?? null,
  }
}
