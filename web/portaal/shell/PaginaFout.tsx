import { useQueryClient } from '@tanstack/react-query'
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { ApiProblem, geenVerbinding } from '#kit/probleem.ts'
import { Fout } from '../nlds/Lading.tsx'
import { Pagina } from '../nlds/Pagina.tsx'
import { useShellTeksten } from './shellTeksten.ts'

/** A page broke; the frame around it still works. */
export function PaginaFout({ error, reset }: ErrorComponentProps) {
  const t = useShellTeksten()
  const router = useRouter()
  const client = useQueryClient()
  // Not a fault of the page: it could not be fetched, and loading it again would not help.
  const bekend = error instanceof ApiProblem ? error : navigator.onLine ? undefined : geenVerbinding()
  const opnieuw = () => {
    client.resetQueries({ predicate: (query) => query.state.status === 'error' }).catch(() => {})
    reset()
    void router.invalidate()
  }
  return bekend ? (
    <Pagina titel={t.foutTitel}>
      <Fout fout={bekend} opnieuw={opnieuw} />
    </Pagina>
  ) : (
    <Pagina titel={t.paginaFout} onder={t.paginaFoutUitleg}>
      <button type="button" className="nl-button nl-button--primary" onClick={() => location.reload()}>
        {t.herlaad}
      </button>
    </Pagina>
  )
}
