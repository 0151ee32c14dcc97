import { conflict, notFound } from '#server/platform/errors.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { magZaakZien } from './regels/magZaak.ts'
import { isLopend } from './regels/overgangen.ts'
import { lockZaak } from './store.ts'
import type { ZaakRow } from './tables.ts'

/**
 * The zaak, held until the end of the transaction.
 * @throws 404, also when this employee may not see it
 */
export async function holdZaak(w: WriteContext, id: string): Promise<ZaakRow> {
  const zaak = await lockZaak(w.tx, id)
  if (!zaak || !magZaakZien(w.actor, zaak)) throw notFound()
  return zaak
}

/** @throws 409 `gesloten`: what is over does not change any more */
export function eisLopend(zaak: ZaakRow): void {
  if (!isLopend(zaak.status)) throw conflict('gesloten', `Zaak ${zaak.nummer} loopt niet meer.`)
}
