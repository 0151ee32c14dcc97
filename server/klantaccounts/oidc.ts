import * as contract from '#contract/klantaccounts.ts'
import { headersVan, tokenVan, vraag as vraagAuth } from '#server/aanmelden/index.ts'
import type { Config } from '#server/platform/config/config.ts'
import { write } from '#server/platform/db/write.ts'
import { DomainError } from '#server/platform/errors.ts'
import { type ReadContext, systemActor } from '#server/platform/http/context.ts'
import type { Services } from '#server/slice.ts'
import { maakKlantaccount } from './account.ts'
import { basePath, type KlantAuths, klantgeheim } from './auth.ts'
import { komBinnen } from './kom.ts'
import { oidcProvider, type Terugkomst, terugkomst } from './oidcAanbieder.ts'
import { pad, type paginas } from './pagina/pagina.ts'
import { klantCookieNaam } from './sessie.ts'
import { deleteSessieMetToken } from './store.ts'

type Oidc = NonNullable<Config['klantOidc']>
const terug = `${basePath}/klaar`

/** By way of DigiD, eHerkenning or another provider: better-auth does the ceremony, the session is one of ours. */
export function oidcPaginas(
  pagina: ReturnType<typeof paginas>,
  services: Services,
  auths: KlantAuths,
  oidc: Oidc,
): void {
  pagina(contract.beginKlantOidc, [], async ({ ctx, request, reply, https, klant, taal, terug: daarna }) => {
    const klaar = pad(terug, { taal, terug: daarna })
    const auth = auths.metOidc(ctx.organisatie, https)
    const begonnen = await vraagAuth<{ url: string }>(
      auth.api.signInSocial({
        body: {
          provider: oidcProvider,
          callbackURL: klaar,
          errorCallbackURL: klaar,
          disableRedirect: true,
          // Who is in already comes for a second step: he asks for a level that counts as one.
          ...(klant && oidc.sterk.length > 0 && { additionalParams: { acr_values: oidc.sterk.join(' ') } }),
        },
        headers: headersVan(request),
        asResponse: true,
      }),
      () => new DomainError(503, 'aanbieder-weg', 'The provider cannot be reached.'),
    ).catch((error: unknown) => {
      if (error instanceof DomainError) return undefined
      throw error
    })
    if (!begonnen) return { naar: pad('/aanmelden', { taal, terug: daarna, fout: 'oidc' }) }
    for (const cookie of begonnen.cookies) reply.header('Set-Cookie', cookie)
    return { naar: begonnen.answer.url }
  })

  pagina(contract.klantOidcTerug, [], async (vraag) => {
    const { ctx, request, reply, https } = vraag
    const url = new URL(request.url, `${request.protocol}://${request.host}`)
    const komt: Terugkomst = { maakAccount: (partijId) => maakAccount(ctx, partijId) }
    const auth = auths.metOidc(ctx.organisatie, https)
    const response = await terugkomst.run(komt, () => auth.handler(new Request(url, { headers: headersVan(request) })))
    const cookies = response.headers.getSetCookie()
    const cookie = cookies.map((each) => each.split(';')[0]).join('; ')
    const token = tokenVan(
      { headers: { cookie }, protocol: request.protocol },
      klantgeheim(services, ctx.organisatie.id),
      klantCookieNaam(https),
    )
    // Its state cookie goes; its session makes place for one of ours, which knows whose device this is.
    for (const each of cookies) if (!each.startsWith(klantCookieNaam(https))) reply.header('Set-Cookie', each)
    const daarna = new URL(response.headers.get('location') ?? terug, url)
    const { taal, terug: naar } = contract.beginKlantOidc.query.parse(Object.fromEntries(daarna.searchParams))
    const verder = { taal: taal ?? vraag.taal, terug: naar ?? '/' }
    const accountId = token && (await deleteSessieMetToken(ctx.db, token))
    const { partijId, acr } = komt.herkend ?? {}
    if (!accountId || !partijId)
      return { naar: pad('/aanmelden', { ...verder, fout: komt.herkend ? 'oidcOnbekend' : 'oidc' }) }
    await komBinnen(vraag, partijId, { accountId, wijze: 'oidc', sterk: oidc.sterk.includes(String(acr)) })
    return { naar: verder.terug }
  })
}

/** Somebody whom the provider knows and who is a customer has an account at his first visit. */
async function maakAccount(ctx: ReadContext, partijId: string): Promise<string> {
  return (await write({ ...ctx, actor: systemActor }, (w) => maakKlantaccount(w, { partijId }))).id
}
