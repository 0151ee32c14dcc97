import type { eisToken as EisToken } from '#server/apitoegang/index.ts'
import type { Listeners } from '#server/platform/events/listeners.ts'
import type { Http } from '#server/platform/http/handle.ts'
import { verplaatsRijen, volgSamenvoeging } from '#server/relaties/index.ts'
import { bronnen } from './bronnen/index.ts'
import { maakKlantcontact } from './maakKlantcontact.ts'
import { registreer, routesVan } from './routes.ts'
import { specificatieRoutes } from './specificatieRoutes.ts'
import './tables.ts'

/** The Klantinteracties API 0.9.0 on our own partijen, klantcontacten and taken: one truth, both directions. */
export function klantinteractiesRoutes(http: Http, eisToken: typeof EisToken): void {
  for (const bron of bronnen()) for (const route of routesVan(bron)) registreer(http, eisToken, route)
  registreer(http, eisToken, maakKlantcontact)
  specificatieRoutes(http)
}

/** What other software put a klant in, follows him when he is merged. */
export const klantinteractiesHoort: Listeners = volgSamenvoeging('ki_categorie_relatie', (tx, verplaatsing) =>
  verplaatsRijen(tx, { tabel: 'ki_categorie_relatie' }, verplaatsing),
)
