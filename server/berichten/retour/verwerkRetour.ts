import { adresfout } from '#server/koppelingen/smtp/adresfout.ts'
import { write } from '#server/platform/db/write.ts'
import type { ReadContext } from '#server/platform/http/context.ts'
import { lockBericht, selectSamen } from '../store.ts'
import { leesRetour } from './leesRetour.ts'
import { wijkUit } from './wijkUit.ts'

/**
 * What came back goes another way, with everything that was in the same mail. The same report again changes nothing: by
 * then the message went elsewhere.
 * @returns how many messages that were
 */
export async function verwerkRetour(ctx: ReadContext, ruw: string): Promise<number> {
  const retour = leesRetour(ruw)
  if (!retour) return 0
  return write(ctx, async (w) => {
    const samen = await selectSamen(w.db, retour.berichtId)
    let verwerkt = 0
    for (const id of samen.length > 0 ? samen : [retour.berichtId]) {
      const bericht = await lockBericht(w.tx, id)
      if (bericht?.kanaal !== 'email' || bericht.status !== 'verstuurd') continue
      if (retour.ontvanger && retour.ontvanger !== bericht.aan.toLowerCase()) continue
      const reden = `De mail kwam terug. ${retour.reden}`
      const adres = adresfout(550, retour.status) !== undefined
      await wijkUit(w, bericht, { reden, code: retour.status, terug: true, adres })
      verwerkt++
    }
    return verwerkt
  })
}
