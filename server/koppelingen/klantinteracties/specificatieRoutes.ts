import { systemActor } from '#server/platform/http/context.ts'
import type { Http } from '#server/platform/http/handle.ts'
import { alsFout } from './fouten.ts'
import { basispad, versie } from './routes.ts'
import { specificatie, tekst } from './specificatie/specificatie.ts'

/** The published specification itself, for who has no token yet. */
export function specificatieRoutes(http: Http): void {
  const route = (url: string, headers: Record<string, string>, body: () => unknown) =>
    http.koppelvlak<null>({
      method: 'GET',
      url: `${basispad}/${url}`,
      fout: alsFout,
      koppen: { 'API-version': versie },
      wie: async () => ({ actor: { ...systemActor, naam: '' }, toegang: null }),
      lees: async () => ({ status: 200, body: body(), headers }),
    })
  route('openapi.yaml', { 'content-type': 'application/yaml; charset=utf-8' }, tekst)
  route('openapi.json', { 'content-type': 'application/json; charset=utf-8' }, specificatie)
  for (const soort of ['yaml', 'json'])
    http.koppelvlak<null>({
      method: 'GET',
      url: `${basispad}/schema/openapi.${soort}` as const,
      fout: alsFout,
      koppen: { 'API-version': versie },
      wie: async () => ({ actor: { ...systemActor, naam: '' }, toegang: null }),
      lees: async () => ({ status: 302, headers: { Location: `${basispad}/openapi.${soort}` } }),
    })
}
