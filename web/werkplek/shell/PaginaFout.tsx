import { useQueryClient } from '@tanstack/react-query'
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { FoutStaat } from '#kit/Staten.tsx'

/** A screen broke; the rest of the werkplek still works. */
export function PaginaFout({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  const client = useQueryClient()
  return (
    <FoutStaat
      pagina
      fout={error}
      opnieuw={() => {
        client.resetQueries({ predicate: (query) => query.state.status === 'error' }).catch(() => {})
        reset()
        void router.invalidate()
      }}
    />
  )
}
