import type { WriteContext } from '#server/platform/http/context.ts'
import { updateStap } from './store.ts'
import type { ZaakRow } from './tables.ts'

/**
 * What the zaak waits for now, as people call it, for lists and their filter. Who runs it says so with each step; it is
 * no change of the zaak itself: no version, no line in a log, and the event is that of the process.
 */
export async function zetStap(w: WriteContext, zaak: Pick<ZaakRow, 'id' | 'stap'>, stap: string): Promise<void> {
  const naam = stap.slice(0, 200)
  if (naam !== zaak.stap) await updateStap(w.tx, zaak.id, naam, naam === '' ? null : w.now)
}
