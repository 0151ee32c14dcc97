import {
  type AanmeldStap,
  aanmeldenAlsDemo,
  aanmeldenMetCode,
  aanmeldenMetWachtwoord,
  afmelden,
  getAanmelden,
  getIk,
} from '#contract/aanmelden.ts'
import { notFound } from '#server/platform/errors.ts'
import type { Http } from '#server/platform/http/handle.ts'
import type { Services } from '#server/slice.ts'
import { meldAan } from './aangemeld.ts'
import { type AanmeldenConfig, geheimVan, openAuths } from './auth.ts'
import { controleerCode } from './code.ts'
import { isActief, listDemoMensen } from './demo.ts'
import { door, nietGelukt, roep } from './door.ts'
import { wieBenIk } from './ik.ts'
import { telPoging, vergeetPogingen } from './pogingen.ts'
import { cookieKenmerken, insertSessie, sessieCookie } from './sessie.ts'

const klaar: AanmeldStap = { stap: 'klaar' }
const code: AanmeldStap = { stap: 'code' }

export function routes(http: Http, services: Services): void {
  const config: AanmeldenConfig = { secret: services.secret, demo: services.config.demo, oidc: services.config.oidc }
  const auths = openAuths(config, services.log)

  http.read(getAanmelden, async ({ ctx: { organisatie, db } }) => ({
    organisatie: organisatie.naam,
    oidc: config.oidc !== undefined,
    ...(config.demo && organisatie.demo && { demo: await listDemoMensen(db) }),
  }))

  http.read(getIk, ({ ctx }) => wieBenIk(ctx))

  door(http, auths, aanmeldenMetWachtwoord, async ({ body, ctx, request, reply, auth, headers }) => {
    const geheim = geheimVan(config, ctx.organisatie.id)
    const account = { soort: 'account', waarde: body.email } as const
    await telPoging(ctx.db, geheim, [account, { soort: 'adres', waarde: request.ip }])
    const answer = await roep<{ twoFactorRedirect?: boolean; user?: { id: string } }>(
      reply,
      auth.api.signInEmail({ body: { email: body.email, password: body.wachtwoord }, headers, asResponse: true }),
      nietGelukt,
    )
    await vergeetPogingen(ctx.db, geheim, [account])
    if (answer.twoFactorRedirect || !answer.user) return code
    await meldAan(ctx, answer.user.id, 'wachtwoord')
    return klaar
  })

  door(http, auths, aanmeldenMetCode, async (verzoek) => {
    await telPoging(verzoek.ctx.db, geheimVan(config, verzoek.ctx.organisatie.id), [
      { soort: 'adres', waarde: verzoek.request.ip },
    ])
    await meldAan(verzoek.ctx, await controleerCode(verzoek), 'wachtwoord en code')
    return klaar
  })

  // Registered, not guarded: outside demo mode this door is a wall.
  if (config.demo) {
    door(http, auths, aanmeldenAlsDemo, async ({ body, ctx, request, reply, https }) => {
      if (!ctx.organisatie.demo || !(await isActief(ctx.db, body.medewerkerId))) throw notFound()
      const browser = request.headers['user-agent'] ?? ''
      const token = await insertSessie(ctx.db, body.medewerkerId, { adres: request.ip, browser })
      const cookie = sessieCookie(token, geheimVan(config, ctx.organisatie.id), https)
      reply.header('Set-Cookie', cookie + cookieKenmerken(https))
      await meldAan(ctx, body.medewerkerId, 'demo')
      return klaar
    })
  }

  door(http, auths, afmelden, async ({ reply, auth, headers }) => {
    await roep(reply, auth.api.signOut({ headers, asResponse: true }), nietGelukt)
    return undefined
  })
}
