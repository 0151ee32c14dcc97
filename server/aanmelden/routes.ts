import { aanmeldenMetPasskey, beginAanmeldenMetPasskey } from '#contract/aanmelden/account.ts'
import {
  type AanmeldStap,
  aanmeldenAlsDemo,
  aanmeldenMetCode,
  aanmeldenMetWachtwoord,
  afmelden,
  beginOidc,
  getAanmelden,
  getIk,
  oidcTerug,
} from '#contract/aanmelden.ts'
import { getInstelling } from '#server/beheer/index.ts'
import { notFound } from '#server/platform/errors.ts'
import type { Http } from '#server/platform/http/handle.ts'
import type { Services } from '#server/slice.ts'
import { meldAan } from './aangemeld.ts'
import { accountRoutes } from './accountRoutes.ts'
import { openAuths } from './auth.ts'
import { controleerCode } from './code.ts'
import { isActief, listDemoMensen } from './demo.ts'
import { door, nietGelukt, roep } from './door.ts'
import { wieBenIk } from './ik.ts'
import { naarAanbieder, terugVanAanbieder } from './oidc.ts'
import { beginAanmelden, meldAanMetPasskey } from './passkeys.ts'
import { type Doel, metPoging } from './pogingen.ts'
import { cookieKenmerken, insertSessie, sessieCookie } from './sessie.ts'
import { uitnodigingRoutes } from './uitnodigingRoutes.ts'

const klaar: AanmeldStap = { stap: 'klaar' }
const code: AanmeldStap = { stap: 'code' }

export function routes(http: Http, services: Services): void {
  const { demo, oidc, publicUrl } = services.config
  const auths = openAuths({ secret: services.secret, demo, oidc }, services.log)

  http.read(getAanmelden, async ({ ctx: { organisatie, db } }) => ({
    organisatie: organisatie.naam,
    accentkleur: await getInstelling(db, 'accentkleur'),
    oidc: oidc !== undefined,
    ...(demo && organisatie.demo && { demo: await listDemoMensen(db) }),
  }))

  http.read(getIk, ({ ctx }) => wieBenIk(ctx))

  door(http, auths, aanmeldenMetWachtwoord, async ({ body, ctx, request, reply, auth, geheim, headers }) => {
    const doelen: Doel[] = [
      { soort: 'account', waarde: body.email },
      { soort: 'adres', waarde: request.ip },
    ]
    const answer = await metPoging(ctx.db, geheim, doelen, () =>
      roep<{ twoFactorRedirect?: boolean; user?: { id: string } }>(
        reply,
        auth.api.signInEmail({ body: { email: body.email, password: body.wachtwoord }, headers, asResponse: true }),
        nietGelukt,
      ),
    )
    if (answer.twoFactorRedirect || !answer.user) return code
    await meldAan(ctx, answer.user.id, 'wachtwoord')
    return klaar
  })

  door(http, auths, aanmeldenMetCode, async (verzoek) => {
    const { ctx, geheim, request } = verzoek
    const doelen: Doel[] = [{ soort: 'adres', waarde: request.ip }]
    const id = await metPoging(ctx.db, geheim, doelen, () => controleerCode(verzoek))
    await meldAan(ctx, id, 'wachtwoord en code')
    return klaar
  })

  door(http, auths, beginAanmeldenMetPasskey, beginAanmelden)

  door(http, auths, aanmeldenMetPasskey, async (verzoek) => {
    const { ctx, geheim, request } = verzoek
    const doelen: Doel[] = [{ soort: 'adres', waarde: request.ip }]
    const id = await metPoging(ctx.db, geheim, doelen, () => meldAanMetPasskey(verzoek))
    await meldAan(ctx, id, 'passkey')
    return klaar
  })

  // Registered, not guarded: outside demo mode this door is a wall. The same for a provider that nobody set.
  if (demo) {
    door(http, auths, aanmeldenAlsDemo, async ({ body, ctx, request, reply, https, geheim }) => {
      if (!ctx.organisatie.demo || !(await isActief(ctx.db, body.medewerkerId))) throw notFound()
      const browser = request.headers['user-agent'] ?? ''
      const token = await insertSessie(ctx.db, body.medewerkerId, { adres: request.ip, browser })
      reply.header('Set-Cookie', sessieCookie(token, geheim, https) + cookieKenmerken(https))
      await meldAan(ctx, body.medewerkerId, 'demo')
      return klaar
    })
  }
  if (oidc) {
    door(http, auths, beginOidc, async ({ body, ctx, reply, https, headers }) => ({
      url: await naarAanbieder(auths.metOidc(ctx.organisatie, https), headers, reply, body.terug),
    }))
    http.raw(oidcTerug, ({ ctx, request, reply }) => {
      const auth = auths.metOidc(ctx.organisatie, request.protocol === 'https')
      return terugVanAanbieder(auth, ctx, request, reply, auths.geheim(ctx.organisatie))
    })
  }

  door(http, auths, afmelden, async ({ reply, auth, headers }) => {
    await roep(reply, auth.api.signOut({ headers, asResponse: true }), nietGelukt)
    return undefined
  })

  accountRoutes(http, auths)
  uitnodigingRoutes(http, auths, publicUrl)
}
