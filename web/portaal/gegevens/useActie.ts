import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ApiProblem } from '#kit/probleem.ts'
import { eisTweedeStap } from '../processen/eisTweedeStap.ts'

/** One change of one's data: asks for a second proof when that is needed, and reads everything again afterwards. */
export function useActie<In, Uit>(werk: (invoer: In) => Promise<Uit>, onKlaar?: (uit: Uit) => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (invoer: In) => werk(invoer).catch((error) => eisTweedeStap(error, '')),
    onSuccess: async (uit: Uit) => {
      await client.invalidateQueries()
      onKlaar?.(uit)
    },
    onError: (error) => {
      // What was on screen is no longer so: read it again, and say why.
      if (error instanceof ApiProblem && error.code === 'verouderd') void client.invalidateQueries()
    },
  })
}

/** What the server said about one field. */
export const veldfout = (error: unknown, veld: string): string | undefined =>
  error instanceof ApiProblem ? error.invalidParams.find(({ name }) => name.split('.')[0] === veld)?.reason : undefined

/** Something went wrong that belongs to no field. */
export const isAndereFout = (error: unknown): boolean =>
  Boolean(error) && !(error instanceof ApiProblem && error.invalidParams.length > 0)
