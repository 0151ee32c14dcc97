import { emit } from '#server/platform/events/emit.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import type { BerichtRow } from '../tables.ts'
import { deleteOnbestelbaar, insertOnbestelbaar } from './store.ts'

/** From now on nothing is sent to this address, until somebody mends it. */
export async function markeerOnbestelbaar(
  w: WriteContext,
  bericht: Pick<BerichtRow, 'id' | 'kanaal' | 'aan' | 'partij_id'>,
  { reden, code }: { reden: string; code: string },
): Promise<void> {
  if ((bericht.kanaal !== 'email' && bericht.kanaal !== 'sms') || !bericht.aan) return
  const adres = bericht.aan.toLowerCase()
  const nieuw = await insertOnbestelbaar(w.tx, {
    adres,
    soort: bericht.kanaal,
    code,
    reden: reden.slice(0, 500),
    sinds: w.now,
    bericht_id: bericht.id,
  })
  if (!nieuw || !bericht.partij_id) return
  await emit(w, {
    soort: 'adres.onbestelbaar',
    onderwerpen: [`partij:${bericht.partij_id}`],
    gegevens: { partijId: bericht.partij_id, berichtId: bericht.id, soort: bericht.kanaal },
  })
}

/**
 * The address works again: the klant proved it with a code, or somebody asked him.
 * @param adres as it is kept: normalised
 */
export async function herstelAdres(w: WriteContext, adres: string): Promise<boolean> {
  return deleteOnbestelbaar(w.tx, adres.toLowerCase())
}
