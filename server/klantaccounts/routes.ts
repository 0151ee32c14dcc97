import type { Http } from '#server/platform/http/handle.ts'
import type { Services } from '#server/slice.ts'
import { aanmeldPaginas } from './aanmelden.ts'
import { activeringPaginas } from './activeringPaginas.ts'
import { openKlantAuths } from './auth.ts'
import { beveiligingPaginas } from './beveiliging.ts'
import { bevestigPaginas } from './bevestigen.ts'
import { demoPagina } from './demo.ts'
import { medewerkerRoutes } from './medewerkerRoutes.ts'
import { oidcPaginas } from './oidc.ts'
import { paginas } from './pagina/pagina.ts'
import { passkeyRoutes } from './passkeys.ts'
import { uitPaginas } from './uit.ts'

export function routes(http: Http, services: Services): void {
  const { demo, klantOidc: oidc } = services.config
  const auths = openKlantAuths({ secret: services.secret, oidc }, services.log)
  const pagina = paginas(http, services)
  const aanbod = { demo, oidc: oidc && { naam: oidc.naam } }

  aanmeldPaginas(pagina, aanbod)
  activeringPaginas(pagina)
  bevestigPaginas(pagina, aanbod)
  uitPaginas(pagina)
  beveiligingPaginas(pagina)
  passkeyRoutes(http, services, auths)
  // Registered, not guarded: outside demo mode this door is a wall. The same for a provider that nobody set.
  if (demo) demoPagina(pagina)
  if (oidc) oidcPaginas(pagina, services, auths, oidc)
  medewerkerRoutes(http, services)
}
