import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import * as contract from '#contract/portaal/organisatie.ts'
import { getInstelling } from '#server/beheer/index.ts'
import type { ReadContext } from '#server/platform/http/context.ts'
import type { Http } from '#server/platform/http/handle.ts'
import { maakIcoon } from './icoon.ts'
import { manifest } from './manifest.ts'
import { leesOrganisatie } from './organisatie.ts'
import { themaCss } from './themaCss.ts'

/** For everybody, also before signing in: they say nothing of anybody, so not through `klantHttp`. */
export function themaRoutes(http: Http): void {
  http.read(contract.getPortaalorganisatie, ({ ctx }) => leesOrganisatie(ctx))
  http.raw(contract.getThema, async ({ ctx, request, reply }) => {
    const css = themaCss(await getInstelling(ctx.db, 'accentkleur'))
    return stuur(request, reply, 'text/css; charset=utf-8', css)
  })
  http.raw(contract.getManifest, async ({ ctx, request, reply }) =>
    stuur(request, reply, 'application/manifest+json', JSON.stringify(manifest(await uiterlijk(ctx)))),
  )
  http.raw(contract.getIcoon, async ({ ctx, request, reply, params }) => {
    const { mediatype, inhoud } = await maakIcoon(params.maat, await uiterlijk(ctx))
    return stuur(request, reply, mediatype, inhoud)
  })
}

async function uiterlijk(ctx: ReadContext): Promise<{ naam: string; accentkleur: string }> {
  const { naam } = await leesOrganisatie(ctx)
  return { naam, accentkleur: await getInstelling(ctx.db, 'accentkleur') }
}

/** Kept by the browser, and asked for again each time: another colour shows at once. */
function stuur(request: FastifyRequest, reply: FastifyReply, mediatype: string, inhoud: string | Buffer): unknown {
  const etag = `"${createHash('sha256').update(inhoud).digest('base64url').slice(0, 22)}"`
  reply.header('Cache-Control', 'no-cache').header('ETag', etag)
  if (request.headers['if-none-match'] === etag) return reply.code(304).send()
  return reply.type(mediatype).send(inhoud)
}
