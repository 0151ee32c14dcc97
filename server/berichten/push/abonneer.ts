import { isPushadres } from '#server/koppelingen/push/pushadres.ts'
import { invalid } from '#server/platform/errors.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { newId } from '#server/platform/ids.ts'
import { deleteAbonnement, deleteAbonnementenVan, deleteOudste, upsertAbonnement } from './store.ts'

const hoogstens = 10

/**
 * From now on this device of the klant gets messages. @param intern hosts that the administrator allowed
 * @throws 400 when it is no address of a push service on the internet: we would be sent to our own network
 */
export async function abonneer(
  w: WriteContext,
  wie: { accountId: string; partijId: string },
  apparaat: { adres: string; p256dh: string; auth: string },
  intern: readonly string[],
): Promise<void> {
  if (!isPushadres(apparaat.adres, intern))
    throw invalid('endpoint', 'ongeldig', 'Dit is geen adres van een dienst voor meldingen.')
  await upsertAbonnement(w.tx, {
    id: newId(),
    account_id: wie.accountId,
    partij_id: wie.partijId,
    ...apparaat,
    gemaakt_op: w.now,
  })
  await deleteOudste(w.tx, wie.accountId, hoogstens)
}

/** This device gets nothing any more; of somebody else's nothing happens. */
export const zegPushOp = (w: WriteContext, accountId: string, adres: string): Promise<void> =>
  deleteAbonnement(w.tx, accountId, adres)

/** No device of this account gets anything any more: the account was closed, or its sessions ended. */
export const zegAllePushOp = (w: WriteContext, accountId: string): Promise<void> =>
  deleteAbonnementenVan(w.tx, accountId)
