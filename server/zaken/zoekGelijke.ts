import { sql } from 'kysely'
import type { WriteContext } from '#server/platform/http/context.ts'
import { findEenheden, listEenheidIds } from '#server/wonen/index.ts'
import { putEigenschapOp } from './bijZaak.ts'
import { selectGelijke } from './store.ts'
import type { ZaakRow } from './tables.ts'

export type Gelijkvraag = {
  /** The fact that makes two zaken the same, such as the element that is broken. */
  kenmerk: { naam: string; label?: string; waarde: string }
  bereik: 'eenheid' | 'complex'
  sinds: Date
}

/**
 * Running zaken of the same kind with the same fact, in the same home or the same complex; first what
 * had it first, at most fifty. The zaak gets the fact too, under a lock: of two at once the second sees the first.
 */
export async function zoekGelijke(w: WriteContext, zaak: ZaakRow, vraag: Gelijkvraag): Promise<ZaakRow[]> {
  const eenheid = zaak.eenheid_id ? (await findEenheden(w.db, [zaak.eenheid_id])).get(zaak.eenheid_id) : undefined
  const plek = vraag.bereik === 'eenheid' ? eenheid?.id : eenheid?.complex_id
  if (!plek) return []
  const { kenmerk, sinds } = vraag
  const slot = `gelijke:${zaak.zaaktype}:${kenmerk.naam}:${kenmerk.waarde}:${plek}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${slot} || current_schema(), 0))`.execute(w.tx)
  await putEigenschapOp(w, zaak, kenmerk)
  const eenheidIds = vraag.bereik === 'eenheid' ? [plek] : await listEenheidIds(w.db, plek)
  return selectGelijke(w.tx, w.actor, { zaak, kenmerk, sinds, eenheidIds })
}
