import { useEffect, useRef, useState } from 'react'
import type { DefaultValues, FieldValues, Path, PathValue } from 'react-hook-form'
import type { z } from 'zod'
import { verouderdVan } from '#kit/ConflictDialoog.tsx'
import { type Formulier, useFormulier } from '#kit/formulier.ts'

export type Bewerking<In extends FieldValues, Out> = {
  formulier: Formulier<In, Out>
  /** Somebody saved first: what the user started from, and how it is now. */
  conflict: { begin: In; huidig: In } | undefined
  /** Saves the chosen values over the present version. */
  kies(waarden: In): void
  sluitConflict(): void
}

type Opties<S extends z.ZodType<FieldValues, FieldValues>, R extends { versie: number }> = {
  schema: S
  /** The thing as it was read; undefined for a new one. */
  bron: R | undefined
  /** How the thing (or a new one) is put in the fields. */
  invoer: (bron: R | undefined) => z.input<S>
  bewaar: (waarden: z.output<S>, versie: number) => Promise<unknown>
}

/**
 * Editing one thing with a version: a form over its contract schema that follows what colleagues save as long as the
 * user typed nothing, and asks per field when both changed something.
 */
export function useBewerken<S extends z.ZodType<FieldValues, FieldValues>, R extends { versie: number }>(
  opties: Opties<S, R>,
): Bewerking<z.input<S>, z.output<S>> {
  type In = z.input<S>
  const { schema, bron, invoer, bewaar } = opties
  const begin = useRef<In>(invoer(bron))
  const versie = useRef(bron?.versie ?? 0)
  const [conflict, setConflict] = useState<{ begin: In; huidig: In; versie: number }>()

  const formulier = useFormulier(schema, {
    begin: invoer(bron) as DefaultValues<In>,
    async verstuur(waarden) {
      try {
        await bewaar(waarden, versie.current)
      } catch (error) {
        const huidig = verouderdVan<R>(error)
        if (!huidig) throw error
        setConflict({ begin: begin.current, huidig: invoer(huidig), versie: huidig.versie })
      }
    },
  })
  const { isDirty } = formulier.formState

  useEffect(() => {
    if (!bron || bron.versie === versie.current || isDirty) return
    begin.current = invoer(bron)
    versie.current = bron.versie
    formulier.reset(begin.current)
  }, [bron, invoer, isDirty, formulier.reset])

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
