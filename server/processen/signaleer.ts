import { conflict } from '#server/platform/errors.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { houdInstantie } from './runtime/gehouden.ts'
import { zetVoort } from './runtime/zetVoort.ts'
import { selectWacht, updateInstantie } from './store.ts'

export type Signaal = ({ instantieId: string } | { zaakId: string }) & {
  soort: 'bericht' | 'signaal'
  /** The name of the message or signal in the diagram. */
  naam: string
  gegevens?: Record<string, unknown>
  /** Keep it when nothing waits for it yet; it is delivered as soon as something does. `laatste`: only the last one. */
  bewaar?: boolean | 'laatste'
}

/** No more than this is kept for later: who sends more has something wrong. */
const maxPostvak = 100

/**
 * Tells a process that something happened: every element that waits for it goes on.
 * @returns whether something waited for it
 * @throws 404, and 409 when the process is over while it should be kept
 */
export async function signaleer(w: WriteContext, signaal: Signaal): Promise<boolean> {
  const gehouden = await houdInstantie(w, signaal)
  const { instantie } = gehouden
  const { soort, naam, gegevens = {} } = signaal
  const wacht = (await selectWacht(w.db, instantie.id)).find((each) => each.soort === soort && each.naam === naam)
  if (wacht) {
    await zetVoort(w, gehouden, { soort: 'voltooi', sleutel: wacht.sleutel }, { ...instantie.gegevens, ...gegevens })
    return true
  }
  if (!signaal.bewaar) return false
  if (instantie.klaar_op) throw conflict('gesloten', 'Dit proces is al klaar.')
  const eerder =
    signaal.bewaar === 'laatste' ? instantie.postvak.filter((post) => post.naam !== naam) : instantie.postvak
  if (eerder.length >= maxPostvak) throw conflict('postvak-vol', 'Er wachten te veel berichten op dit proces.')
  await updateInstantie(w.tx, instantie, { postvak: [...eerder, { soort, naam, gegevens }] })
  return false
}
