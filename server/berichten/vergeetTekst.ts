import type { WriteContext } from '#server/platform/http/context.ts'
import { lockBericht, updateBericht } from './store.ts'

/** Takes out what a message said, when it held a secret that has served; that it was sent stays known. */
export async function vergeetTekst(w: WriteContext, berichtId: string, tekst: string): Promise<void> {
  const bericht = await lockBericht(w.tx, berichtId)
  if (bericht) await updateBericht(w.tx, bericht, { tekst })
}
