import type { WriteContext } from '#server/platform/http/context.ts'
import { changed } from './changed.ts'
import { lockExtern, lockGepland, updateAfspraak } from './store.ts'
import type { AfspraakRow } from './tables.ts'

/** It is off. Nothing happens to what was off already, or is not known. */
export async function annuleerAfspraak(w: WriteContext, zaakId: string, externId: string): Promise<void> {
  const afspraak = await lockExtern(w.tx, zaakId, externId)
  if (afspraak?.status === 'gepland') await annuleer(w, afspraak)
}

/** Everything that is still planned in a zaak is off. */
export async function annuleerVanZaak(w: WriteContext, zaakId: string): Promise<void> {
  for (const afspraak of await lockGepland(w.tx, { zaakId, na: w.now })) await annuleer(w, afspraak)
}

/**
 * What the ERP tells of an order: cancelled there, or moved. Only when it is clear which appointment that is.
 * @param begin when the craftsman comes, as the ERP has it now; null: no appointment is planned
 */
export async function volgOrder(
  w: WriteContext,
  { verzoekId, status, begin }: { verzoekId: string; status: string; begin: Date | null },
): Promise<void> {
  const gepland = await lockGepland(w.tx, { verzoekId, na: w.now })
  const [afspraak] = gepland
  if (!afspraak || gepland.length > 1) return
  if (status === 'GEA') return annuleer(w, afspraak)
  if (!begin || +begin === +afspraak.begin) return
  const eind = new Date(+begin + (+afspraak.eind - +afspraak.begin))
  // The reminder moves along; what was reminded of the old moment, is not reminded again of one on the same day.
  const herinner_op = afspraak.herinner_op && new Date(+afspraak.herinner_op + (+begin - +afspraak.begin))
  const na = { begin, eind, volgnummer: afspraak.volgnummer + 1, gewijzigd_op: w.now, herinner_op }
  await changed(w, await updateAfspraak(w.tx, afspraak, na))
}

async function annuleer(w: WriteContext, afspraak: AfspraakRow): Promise<void> {
  const na = { status: 'geannuleerd', volgnummer: afspraak.volgnummer + 1, gewijzigd_op: w.now } as const
  await changed(w, await updateAfspraak(w.tx, afspraak, na))
}
