import type { Slice } from '#server/slice.ts'
import { volgMensen } from './hear.ts'
import { berichtJobs } from './jobs.ts'
import { berichtRoutes } from './routes.ts'

/**
 * The door of `berichten`: what we send. Emits `bericht.klaargezet`, `bericht.verstuurd`, `bericht.mislukt`,
 * `bericht.teruggekomen` and `bericht.gelezen` {berichtId, zaakId, partijId, kanaal, status}, and
 * `adres.onbestelbaar` {partijId, berichtId, soort}; hears merges of partijen.
 */
export const slice: Slice = {
  naam: 'berichten',
  routes: berichtRoutes,
  hoort: volgMensen,
  jobs: berichtJobs,
}

export { briefhoofdVan } from './brief.ts'
export { type DirectBericht, directePost } from './directePost.ts'
export { markeerGelezen } from './klant/markeerGelezen.ts'
export {
  countOngelezenVoorKlant,
  findBerichtVoorKlant,
  listBerichtenVoorKlant,
  type VanKlant,
} from './klant/store.ts'
export { klantadres } from './klantadres.ts'
export { PostGeweigerd } from './postbode.ts'
export { abonneer, zegAllePushOp, zegPushOp } from './push/abonneer.ts'
export { pushSleutels } from './push/sleutels.ts'
export { countAbonnementen as countPush } from './push/store.ts'
export { herstelAdres } from './retour/onbestelbaar.ts'
export { onbestelbaarVan } from './retour/onbestelbaarVan.ts'
export { smsKan } from './smsKan.ts'
export { smsTekst } from './smsTekst.ts'
export { selectBerichtenVanZaak as listBerichtenVanZaak } from './store.ts'
export type { BerichtBijlage, BerichtRow } from './tables.ts'
export { vergeetTekst } from './vergeetTekst.ts'
export { type NewBericht, verstuurBericht } from './verstuurBericht.ts'
export { leesVoorkeuren, zetVoorkeuren } from './voorkeuren/voorkeuren.ts'
export { zichtbaarVoor as berichtZichtbaarVoor } from './zichtbaar.ts'
