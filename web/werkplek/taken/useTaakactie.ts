import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Taak } from '#contract/taken.ts'
import { meld } from '#kit/melding.ts'
import { ApiProblem, detailOf } from '#kit/probleem.ts'
import { neemOver, taakQuery } from './taken.queries.ts'

/**
 * One action on a taak. When somebody was first, the screen shows how it is now and the text that was typed stays; the
 * next attempt is made on that.
 */
export function useTaakactie(taak: Pick<Taak, 'id' | 'versie'>, options: { gelukt: string; klaar: () => void }) {
  const client = useQueryClient()
  const mutation = useMutation({
    mutationFn: (run: (doel: { params: { id: string }; ifMatch: number }) => Promise<Taak>) =>
      run({ params: { id: taak.id }, ifMatch: taak.versie }),
    onSuccess: (after) => {
      neemOver(client, after)
      meld(options.gelukt)
      options.klaar()
    },
    onError: (error) => {
      const huidig =
        error instanceof ApiProblem && error.status === 409 ? (error.huidig as Taak | undefined) : undefined
      if (huidig) neemOver(client, huidig)
      void client.invalidateQueries({ queryKey: taakQuery(taak.id).queryKey })
    },
  })
  const fouten = mutation.error instanceof ApiProblem ? mutation.error.invalidParams : []
  return {
    doe: mutation.mutate,
    bezig: mutation.isPending,
    /** What is wrong as a whole; undefined when every objection has a field. */
    fout: mutation.error && fouten.length === 0 ? detailOf(mutation.error) : undefined,
    foutVan: (veld: string) => fouten.find((each) => each.name === veld)?.reason,
  }
}
