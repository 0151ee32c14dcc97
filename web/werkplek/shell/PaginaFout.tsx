import { useQueryClient } from '@tanstack/react-query'
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { ApiProblem, geenVerbinding } from '#kit/probleem.ts'
import { FoutStaat } from '#kit/Staten.tsx'

/** A screen broke; the rest of the werkplek still works. */
export function PaginaFout({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  const client = useQueryClient()
  return (
    <FoutStaat
      pagina
      // Not a fault of the screen: it could not be fetched, and loading the page again would not help.
      fout={error instanceof ApiProblem || navigator.onLine ? error : geenVerbinding()}
      opnieuw={() => {
        client.resetQueries({ predicate: (query) => query.state.status === 'error' }).catch(() => {})
        reset()
        void router.invalidate()
      }}
    />
  )
}
