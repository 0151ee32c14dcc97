import { useRef, useState } from 'react'
import type { DefaultValues, FieldValues, Path, PathValue } from 'react-hook-form'
import type { z } from 'zod'
import type { Partij } from '#contract/relaties.ts'
import { verouderdVan } from '#kit/ConflictDialoog.tsx'
import { type Formulier, useFormulier } from '#kit/formulier.ts'
import { meld } from '#kit/melding.ts'
import { useNaWijziging } from '../relaties.queries.ts'
import { useRelatieTeksten } from '../relatieTeksten.ts'

export type Bewerking<In extends FieldValues, Out> = {
  formulier: Formulier<In, Out>
  /** Somebody saved first: what the user started from, and how it is now. */
  conflict: { begin: In; huidig: In } | undefined
  kies: (waarden: In) => void
  sluitConflict: () => void
}

type Opties<S extends z.ZodType<FieldValues, FieldValues>> = {
  schema: S
  begin: z.input<S>
  versie: number
  /** How the same part stands in the klant as he is now; undefined when it is gone. */
  uit: (partij: Partij) => { invoer: z.input<S>; versie: number } | undefined
  bewaar: (waarden: z.output<S>, versie: number) => Promise<Partij>
  onKlaar: () => void
}

/** Editing a klant or a part of him: a form over its contract schema that asks per field when a colleague was first. */
export function usePartijFormulier<S extends z.ZodType<FieldValues, FieldValues>>(
  opties: Opties<S>,
): Bewerking<z.input<S>, z.output<S>> {
  type In = z.input<S>
  const t = useRelatieTeksten()
  const naWijziging = useNaWijziging()
  const begin = useRef<In>(opties.begin)
  const versie = useRef(opties.versie)
  const [conflict, setConflict] = useState<{ begin: In; huidig: In; versie: number }>()
  const formulier = useFormulier(opties.schema, {
    begin: opties.begin as DefaultValues<In>,
    async verstuur(waarden) {
      try {
        naWijziging(await opties.bewaar(waarden, versie.current))
        meld(t.bewaard)
        opties.onKlaar()
      } catch (error) {
        const nu = verouderdVan<Partij>(error)
        const huidig = nu && opties.uit(nu)
        if (!huidig) throw error
        setConflict({ begin: begin.current, huidig: huidig.invoer, versie: huidig.versie })
      }
    },
  })
  return {
    formulier,
    conflict,
    kies(waarden) {
      if (!conflict) return
      begin.current = conflict.huidig
      versie.current = conflict.versie
      for (const [veld, waarde] of Object.entries(waarden)) {
        formulier.setValue(veld as Path<In>, waarde as PathValue<In, Path<In>>, { shouldDirty: true })
      }
      setConflict(undefined)
      formulier.verstuur()
    },
    sluitConflict: () => setConflict(undefined),
  }
}
