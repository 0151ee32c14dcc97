import { getInstelling } from '#server/beheer/index.ts'
import { conflict, forbidden } from '#server/platform/errors.ts'
import type { ReadContext, WriteContext } from '#server/platform/http/context.ts'
import { logVerwerking } from '#server/platform/verwerkingenlog/log.ts'
import { getPartij } from '../getPartij.ts'
import { lockActievePartij } from '../onderdelen/onderdeel.ts'
import { deleteBsn, selectBsn, upsertBsn } from './store.ts'

/**
 * UAVG art. 46: processing a BSN needs a legal basis. The organisatie says it has one with the setting `bsnToegestaan`;
 * without it nobody sees or saves a BSN, whatever his rights. Removing one is always allowed.
 */
export async function leesBsn(ctx: ReadContext, partijId: string): Promise<string | undefined> {
  await eisToegestaan(ctx)
  await getPartij(ctx.db, partijId)
  await logBsn(ctx, 'inzien', partijId)
  return await selectBsn(ctx.db, partijId)
}

export async function zetBsn(w: WriteContext, partijId: string, bsn: string): Promise<void> {
  await eisToegestaan(w)
  const partij = await lockActievePartij(w, partijId)
  if (partij.soort !== 'persoon') throw conflict('geen-persoon', 'Alleen een persoon heeft een burgerservicenummer.')
  await upsertBsn(w.tx, partijId, bsn)
  await logBsn(w, 'wijzigen', partijId)
}

export async function wisBsn(w: WriteContext, partijId: string): Promise<void> {
  await getPartij(w.tx, partijId)
  await deleteBsn(w.tx, partijId)
  await logBsn(w, 'verwijderen', partijId)
}

async function eisToegestaan(ctx: ReadContext): Promise<void> {
  if (!(await getInstelling(ctx.db, 'bsnToegestaan'))) throw forbidden()
}

async function logBsn(ctx: ReadContext, actie: 'inzien' | 'wijzigen' | 'verwijderen', partijId: string): Promise<void> {
  await logVerwerking(ctx, {
    actie,
    doel: 'Burgerservicenummer',
    objectSoort: 'bsn',
    objectId: partijId,
    partijIds: [partijId],
  })
}
