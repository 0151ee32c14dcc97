import type { Openingsblok, Rooster } from '#contract/beheer/kalender.ts'
import { conflict, invalidParams, notFound, stale } from '#server/platform/errors.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { emitInrichting } from '../emitInrichting.ts'
import { selectKanaal } from '../kanalen/store.ts'
import { checkBlokken, sortBlokken } from './openingstijden.ts'
import { deleteRooster, findRooster, lockRooster, saveRooster } from './openingstijdenStore.ts'

/** The roster of every kanaal without hours of its own. */
export const algemeen = 'algemeen'

/**
 * Replaces a week. The week is one thing with one version: two people who each change a day would otherwise make
 * hours that neither of them saw.
 */
export async function changeOpeningstijden(
  w: WriteContext,
  code: string,
  versie: number,
  blokken: readonly Openingsblok[],
): Promise<Rooster> {
  if (code !== algemeen && !(await selectKanaal(w.tx, code))) throw notFound()
  const wrong = checkBlokken(blokken)
  if (wrong.length > 0) throw invalidParams(wrong)
  await currentRooster(w, code, versie)
  const rooster: Rooster = { code, blokken: sortBlokken(blokken), versie: versie + 1 }
  await saveRooster(w.tx, rooster, w.now)
  await emitInrichting(w, 'openingstijden', code)
  return rooster
}

/** The kanaal follows the general hours again. */
export async function deleteOpeningstijden(w: WriteContext, code: string, versie: number): Promise<void> {
  if (code === algemeen)
    throw conflict('algemeen', 'De algemene openingstijden kunnen niet weg. Maak ze leeg of pas ze aan.')
  const was = await currentRooster(w, code, versie)
  if (was === 0) throw notFound()
  await deleteRooster(w.tx, code)
  await emitInrichting(w, 'openingstijden', code, true)
}

/** @returns the current version; 0 when there is no roster yet */
async function currentRooster(w: WriteContext, code: string, versie: number): Promise<number> {
  const was = await lockRooster(w.tx, code)
  if (was !== versie) throw stale((await findRooster(w.tx, code)) ?? { code, blokken: [], versie: 0 })
  return was
}
