import type { QueryClient } from '@tanstack/react-query'
import type { Kluis } from './kluis.ts'

type Gelezen = { sleutel: readonly unknown[]; antwoord: unknown; op: number }

/** Older than this says nothing any more. */
const DAGEN = 30
/** What somebody looked at last, not all he ever saw. */
const HOOGSTENS = 60

/** Only answers of the portal, and never a file. */
const telt = (sleutel: readonly unknown[]) => String(sleutel[0]).startsWith('/api/portaal/')

/** Puts what was read before where a page looks for it; what comes from the server is newer and stays. */
export async function herstelGelezen(client: QueryClient, kluis: Kluis, nu = Date.now()): Promise<void> {
  const alles = (await kluis.alle<Gelezen>('gelezen')).sort(([, a], [, b]) => b.op - a.op)
  for (const [plek, [naam, { sleutel, antwoord, op }]] of alles.entries()) {
    if (plek >= HOOGSTENS || nu - op > DAGEN * 86_400_000) await kluis.wis('gelezen', naam)
    else if (client.getQueryData([...sleutel]) === undefined)
      client.setQueryData([...sleutel], antwoord, { updatedAt: op })
  }
}

/** Keeps each answer that comes in from now on, and what is there already. */
export function bewaarGelezen(client: QueryClient, kluis: Kluis): () => void {
  const bewaar = (sleutel: readonly unknown[], antwoord: unknown, op: number) => {
    if (!telt(sleutel) || antwoord === undefined) return
    void kluis.bewaar('gelezen', JSON.stringify(sleutel), { sleutel, antwoord, op } satisfies Gelezen).catch(() => {})
  }
  for (const { queryKey, state } of client.getQueryCache().getAll()) bewaar(queryKey, state.data, state.dataUpdatedAt)
  return client.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'success') return
    bewaar(event.query.queryKey, event.query.state.data, event.query.state.dataUpdatedAt)
  })
}
