import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import * as contract from '#contract/klantaccounts.ts'
import { type Doel, headersVan, metPoging, tokenVan, vraag as vraagAuth } from '#server/aanmelden/index.ts'
import { DomainError, forbidden } from '#server/platform/errors.ts'
import type { Http } from '#server/platform/http/handle.ts'
import { fromZod } from '#server/platform/http/problem.ts'
import type { Services } from '#server/slice.ts'
import { type KlantAuths, klantgeheim } from './auth.ts'
import { type Binnenkomst, komBinnen } from './kom.ts'
import { isEigenOorsprong } from './pagina/pagina.ts'
import { createIdentifyKlant, klantCookieNaam } from './sessie.ts'
import { deleteSessieMetToken, selectAccountById } from './store.ts'

/** WebAuthn level 3. A passkey proves possession and the person (PIN or biometrics): it is a second step by itself. */
export function passkeyRoutes(http: Http, services: Services, auths: KlantAuths): void {
  const identify = createIdentifyKlant(services)

  http.raw(contract.beginKlantPasskey, async ({ ctx, request, reply }) => {
    const headers = headersVan(request)
    headers.delete('cookie')
    const auth = auths.voor(ctx.organisatie, request.protocol === 'https')
    const { answer, cookies } = await vraagAuth<object>(
      auth.api.generatePasskeyAuthenticationOptions({ headers, asResponse: true }),
      passkeyFout,
    )
    for (const cookie of cookies) reply.header('Set-Cookie', cookie)
    return reply.send({ ...answer, userVerification: 'required' })
  })

  http.raw(contract.aanmeldenMetKlantPasskey, async ({ ctx, request, reply }) => {
    eisEigenOorsprong(request)
    const body = lees(contract.aanmeldenMetKlantPasskey.body, request)
    const https = request.protocol === 'https'
    const auth = auths.voor(ctx.organisatie, https)
    const geheim = klantgeheim(services, ctx.organisatie.id)
    const doelen: Doel[] = [{ soort: 'klantadres', waarde: request.ip }]
    const { cookies } = await metPoging(ctx.db, geheim, doelen, () =>
      vraagAuth(
        auth.api.verifyPasskeyAuthentication({
          body: { response: body.antwoord },
          headers: headersVan(request),
          asResponse: true,
        }),
        passkeyFout,
      ),
    )
    const cookie = cookies.map((each) => each.split(';')[0]).join('; ')
    const token = tokenVan({ headers: { cookie }, protocol: request.protocol }, geheim, klantCookieNaam(https))
    const accountId = token && (await deleteSessieMetToken(ctx.db, token))
    const account = accountId && (await selectAccountById(ctx.db, accountId))
    const klant = await identify(request, ctx.organisatie)
    // Who is signed in proves that he is the same one, and not that he is somebody else.
    if (!account || (klant && klant.accountId !== account.id)) throw passkeyFout()
    const vraag: Binnenkomst = { ctx, request, reply, geheim, https, klant }
    const eigenApparaat = body.eigen || (klant?.eigenApparaat ?? false)
    await komBinnen(vraag, account.partij_id, { accountId: account.id, wijze: 'passkey', sterk: true, eigenApparaat })
    return reply.send({ naar: body.terug ?? '/' })
  })

  http.raw(contract.beginNieuweKlantPasskey, async ({ ctx, request, reply }) => {
    const auth = auths.voor(ctx.organisatie, request.protocol === 'https')
    const { answer, cookies } = await vraagAuth<object>(
      auth.api.generatePasskeyRegistrationOptions({ headers: headersVan(request), query: {}, asResponse: true }),
      passkeyFout,
    )
    for (const cookie of cookies) reply.header('Set-Cookie', cookie)
    return reply.send(answer)
  })

  http.raw(contract.addKlantPasskey, async ({ ctx, request, reply }) => {
    eisEigenOorsprong(request)
    const { antwoord } = lees(contract.addKlantPasskey.body, request)
    const auth = auths.voor(ctx.organisatie, request.protocol === 'https')
    await vraagAuth(
      auth.api.verifyPasskeyRegistration({
        body: { response: antwoord },
        headers: headersVan(request),
        asResponse: true,
      }),
      passkeyFout,
    )
    return reply.code(204).send()
  })

  const script = readFileSync(join(import.meta.dirname, 'pagina/passkey.js'))
  http.raw(contract.aanmeldScript, async ({ reply }) =>
    reply.header('Cache-Control', 'public, max-age=3600').type('text/javascript; charset=utf-8').send(script),
  )
}

function lees<S extends z.ZodType>(schema: S, request: FastifyRequest): z.output<S> {
  const gelezen = schema.safeParse(request.body ?? {})
  if (!gelezen.success) throw fromZod(gelezen.error)
  return gelezen.data
}

/** better-auth compares the ceremony with the Origin header; here that header is compared with the site itself. */
function eisEigenOorsprong(request: FastifyRequest): void {
  if (!request.headers.origin || !isEigenOorsprong(request)) throw forbidden()
}

const passkeyFout = () =>
  new DomainError(401, 'passkey-mislukt', 'Het lukte niet met deze passkey. Probeer het opnieuw, of gebruik een code.')
