import { type BerichtRow, findBerichtVoorKlant, type VanKlant } from '#server/berichten/index.ts'
import { notFound } from '#server/platform/errors.ts'
import type { ReadContext } from '#server/platform/http/context.ts'
import type { Zaakdelingen } from '../toegang/magZaak.ts'
import type { Toegang } from '../toegang/toegang.ts'
import { berichtZichtbaarVoorKlant } from './magBericht.ts'

/** What somebody acts for may be broader per process; for post the narrow reading is enough: contact, and his own. */
const delingen: Zaakdelingen = new Map()

/** Which messages this customer may read. */
export const vanKlant = (toegang: Toegang): VanKlant => ({
  partijId: toegang.partijId,
  zichtbaar: berichtZichtbaarVoorKlant(toegang, delingen),
})

/** @throws 404, also for what exists and is not his */
export async function getPoststuk(ctx: Pick<ReadContext, 'db'>, toegang: Toegang, id: string): Promise<BerichtRow> {
  const bericht = await findBerichtVoorKlant(ctx.db, vanKlant(toegang), id)
  if (!bericht) throw notFound()
  return bericht
}
