import type { FastifyReply, FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import { DomainError } from '#server/platform/errors.ts'
import type { ReadContext } from '#server/platform/http/context.ts'
import { meldAan } from './aangemeld.ts'
import { type Auth, oidcProvider } from './auth.ts'
import { geefCookies, headersVan, roep } from './door.ts'
import { tokenVan } from './sessie.ts'

/** Where a failed sign-in lands; the page turns `error` into a Dutch sentence. */
const foutPagina = '/werkplek/aanmelden'

/** @returns where to send the browser */
export async function naarAanbieder(auth: Auth, headers: Headers, reply: FastifyReply, terug: string): Promise<string> {
  const answer = await roep<{ url: string }>(
    reply,
    auth.api.signInSocial({
      body: { provider: oidcProvider, callbackURL: terug, errorCallbackURL: foutPagina, disableRedirect: true },
      headers,
      asResponse: true,
    }),
    () =>
      new DomainError(503, 'aanbieder-weg', 'De aanmelding van uw organisatie is niet bereikbaar.', { retryAfter: 30 }),
  )
  return answer.url
}

/**
 * The one request that better-auth handles whole: state, PKCE, nonce and the ID token are its work. Who comes back is
 * matched by an e-mail address that the provider verified with an active medewerker; nobody is made.
 */
export async function terugVanAanbieder(
  auth: Auth,
  ctx: ReadContext,
  request: FastifyRequest,
  reply: FastifyReply,
  geheim: string,
): Promise<FastifyReply> {
  const url = new URL(request.url, `${request.protocol}://${request.host}`)
  const response = await auth.handler(new Request(url, { headers: headersVan(request) }))
  const cookies = response.headers.getSetCookie()
  geefCookies(reply, cookies)
  const medewerkerId = await nieuweSessieVan(ctx, request.protocol, cookies, geheim)
  if (medewerkerId) await meldAan(ctx, medewerkerId, 'oidc')
  return reply.redirect(binnen(response.headers.get('location'), url.origin), 302)
}

async function nieuweSessieVan(
  { db }: ReadContext,
  protocol: FastifyRequest['protocol'],
  cookies: string[],
  geheim: string,
): Promise<string | undefined> {
  const cookie = cookies.map((each) => each.split(';')[0]).join('; ')
  const token = tokenVan({ headers: { cookie }, protocol }, geheim)
  if (!token) return undefined
  const found = await sql<{ id: string }>`select "userId" as id from auth_session where token = ${token}`.execute(db)
  return found.rows[0]?.id
}

/** Only ever back into the werkplek: an error page of the library would be a dead end. */
function binnen(location: string | null, origin: string): string {
  const to = location ? new URL(location, origin) : undefined
  if (to?.origin === origin && to.pathname.startsWith('/werkplek')) return to.pathname + to.search
  return `${foutPagina}?error=${encodeURIComponent(to?.searchParams.get('error') ?? 'mislukt')}`
}
