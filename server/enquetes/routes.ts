import type { FastifyReply, FastifyRequest } from 'fastify'
import * as contract from '#contract/enquetes.ts'
import { getInstelling } from '#server/beheer/index.ts'
import { write } from '#server/platform/db/write.ts'
import { DomainError } from '#server/platform/errors.ts'
import { type ReadContext, systemActor } from '#server/platform/http/context.ts'
import type { Http } from '#server/platform/http/handle.ts'
import { beantwoord, isGeldig, magWijzigen } from './beantwoord.ts'
import { maakRem } from './beperk.ts'
import { hashVan } from './nodigUit.ts'
import { bedanktPagina, enquetePagina, foutzin, wegPagina } from './pagina.ts'
import { leesResultaten } from './resultaten.ts'
import { selectByToken } from './store.ts'
import { Antwoord, type Taal, vragen } from './vragen.ts'

export function enqueteRoutes(http: Http): void {
  const rem = maakRem()
  http.read(contract.getEnquetes, ({ query, ctx }) => leesResultaten(ctx, query))

  http.raw(contract.toonEnquete, async ({ params, query, ctx, request, reply }) => {
    rem(request.ip, ctx.now)
    const kop = await kopVan(ctx)
    const enquete = await selectByToken(ctx.db, hashVan(params.token))
    const taal = query.taal ?? (enquete?.taal === 'en' ? 'en' : 'nl')
    if (!enquete || !isGeldig(enquete, ctx.now)) return toon(reply, wegPagina(taal, kop), 404)
    const mag = magWijzigen(enquete, ctx.now)
    if (enquete.beantwoord_op && !(query.wijzig && mag)) return toon(reply, bedanktPagina(taal, kop, mag))
    return toon(reply, enquetePagina(enquete, taal, { kop }))
  })

  http.raw(contract.beantwoordEnquete, async ({ params, query, ctx, request, reply }) => {
    rem(request.ip, ctx.now)
    const taal: Taal = query.taal ?? 'nl'
    const kop = await kopVan(ctx)
    const enquete = await selectByToken(ctx.db, hashVan(params.token))
    if (!enquete || !isGeldig(enquete, ctx.now)) return toon(reply, wegPagina(taal, kop), 404)
    const ingevuld = await leesVelden(request)
    const gelezen = Antwoord.safeParse(ingevuld)
    if (!gelezen.success) {
      const namen = [...new Set(gelezen.error.issues.map(({ path }) => String(path[0])))]
      const fouten = Object.fromEntries(namen.map((naam) => [naam, foutzin(naam, taal)]))
      return toon(reply, enquetePagina(enquete, taal, { kop, fouten, ingevuld }), 400)
    }
    try {
      // Nobody is signed in: what follows of it is done by Rondom.
      const na = await write({ ...ctx, actor: systemActor }, (w) => beantwoord(w, params.token, gelezen.data))
      return toon(reply, bedanktPagina(taal, kop, magWijzigen(na, ctx.now)))
    } catch (error) {
      if (!(error instanceof DomainError) || error.status >= 500) throw error
      return toon(reply, error.status === 404 ? wegPagina(taal, kop) : bedanktPagina(taal, kop, false), error.status)
    }
  })
}

const kopVan = async ({ db, organisatie }: ReadContext) => (await getInstelling(db, 'portaalnaam')) || organisatie.naam

/** The fields of the form, by the names of the questions; a file or anything else is left alone. */
async function leesVelden(request: FastifyRequest): Promise<Record<string, string>> {
  const velden: Record<string, string> = {}
  if (!request.isMultipart()) return velden
  for await (const part of request.parts({ limits: { fields: 8, files: 0, fieldSize: 8192 } }))
    if (part.type === 'field' && typeof part.value === 'string' && vragen.some(({ naam }) => naam === part.fieldname))
      velden[part.fieldname] = part.value
  return velden
}

/** Stricter than elsewhere: this page needs nothing but its own form. */
const contentSecurityPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

const toon = (reply: FastifyReply, html: string, status = 200) =>
  reply
    .code(status)
    .header('Content-Security-Policy', contentSecurityPolicy)
    .type('text/html; charset=utf-8')
    .send(html)
