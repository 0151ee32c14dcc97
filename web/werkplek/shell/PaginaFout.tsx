import { useQueryClient } from '@tanstack/react-query'
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { Paginatitel } from '#kit/Paginatitel.tsx'
import { FoutStaat } from '#kit/Staten.tsx'
import { useSchilTeksten } from './schilTeksten.ts'

/** A screen broke; the rest of the werkplek still works. */
export function PaginaFout({ error, reset }: ErrorComponentProps) {
  const t = useSchilTeksten()
  const router = useRouter()
  const client = useQueryClient()
  return (
    <>
      <Paginatitel titel={t.foutTitel} verborgen />
      <FoutStaat
        fout={error}
        opnieuw={() => {
          client.resetQueries({ predicate: (query) => query.state.status === 'error' }).catch(() => {})
          reset()
          void router.invalidate()
        }}
      />
    </>
  )
}
