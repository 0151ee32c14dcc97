import type { BerichtDoel } from '#contract/berichten.ts'
import type { KanaalKeuze } from '#contract/portaal/voorkeuren.ts'
import type { Db } from '#server/platform/db/schema.ts'
import { selectVoorkeur } from './store.ts'

/** What this klant chose for this purpose. A code to sign in with is no choice. */
export async function keuzeVoor(db: Db, partijId: string, doel: BerichtDoel): Promise<KanaalKeuze | undefined> {
  if (doel === 'aanmelden') return undefined
  return (await selectVoorkeur(db, partijId))?.keuzes[doel]
}
