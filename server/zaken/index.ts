import type { Db } from '#server/platform/db/schema.ts'
import { notFound } from '#server/platform/errors.ts'
import type { ReadContext } from '#server/platform/http/context.ts'
import type { Slice } from '#server/slice.ts'
import { hear } from './hear.ts'
import { magZaakZien } from './regels/magZaak.ts'
import { selectZaak, selectZaken } from './store.ts'
import type { ZaakRow } from './tables.ts'

/**
 * The door of `zaken`: the case register. Emits `zaak.geopend`, `zaak.gewijzigd`, `zaak.afgesloten` {zaakId, zaaktype,
 * status, wachtOp, partijId, teamId, versie}; hears merges of partijen. Every change asks who may see the zaak: jobs
 * and processes act as the system, or as the employee who set them going.
 */
export const slice: Slice = { naam: 'zaken', hoort: hear }

export { addZaakdocument, type NewDocument, putEigenschap } from './bijZaak.ts'
export { koppelAanHoofdzaak } from './hoofdzaak.ts'
export { linkKlantcontact } from './klantcontact.ts'
export { type NewZaak, openZaak } from './openZaak.ts'
export { magZaakZien } from './regels/magZaak.ts'
export { addZaakrol, type RolInput } from './rollen.ts'
export { type StatusInput, setResultaat, setZaakstatus } from './setZaakstatus.ts'
export type { ZaakRow, ZaakTermijnRow } from './tables.ts'
export { haalTermijn } from './termijnen/loop.ts'
export { type NewTermijn, startTermijn } from './termijnen/startTermijn.ts'
export { zichtbaarVoor as zaakZichtbaarVoor } from './zichtbaar.ts'

/** @throws 404, also when this employee may not see it */
export async function getZaak(ctx: Pick<ReadContext, 'db' | 'actor'>, id: string): Promise<ZaakRow> {
  const zaak = await selectZaak(ctx.db, id)
  if (!zaak || !magZaakZien(ctx.actor, zaak)) throw notFound()
  return zaak
}

/** By id, whoever asks: whether he may see it is for `magZaakZien`. Unknown ids are absent. */
export async function findZaken(db: Db, ids: readonly string[]): Promise<Map<string, ZaakRow>> {
  return new Map((await selectZaken(db, ids)).map((row) => [row.id, row]))
}
