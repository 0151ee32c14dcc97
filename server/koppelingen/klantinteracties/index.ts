import type { eisToken as EisToken } from '#server/apitoegang/index.ts'
import type { Http } from '#server/platform/http/handle.ts'
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
