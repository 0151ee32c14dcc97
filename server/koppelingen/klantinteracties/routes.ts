import type { FastifyRequest } from 'fastify'
import type { Apirecht } from '#contract/koppelingen/apitoegang.ts'
import type { Apitoegang, eisToken as EisToken } from '#server/apitoegang/index.ts'
import type { ReadContext, WriteContext } from '#server/platform/http/context.ts'
import type { Http } from '#server/platform/http/handle.ts'
import type { Antwoord, Koppelroute } from '#server/platform/http/koppelvlak.ts'
import { logVerwerking } from '#server/platform/verwerkingenlog/log.ts'
import type { Bron, Schrijfvraag, Vraag, Weergave } from './bron.ts'
import { isUuid } from './controleer.ts'
import { alsFout, nietGevonden, nietToegestaan } from './fouten.ts'
import { lijst, zoekvraagVan } from './lijst.ts'
import {
  eisOngewijzigd,
  etagVan,
  haal,
  houdVast,
  leesBody,
  maakObject,
  verwijderObject,
  wijzigObject,
} from './object.ts'
import { parameters } from './specificatie/specificatie.ts'
import { breidUit } from './uitbreiden.ts'
import { leesZoekvraag } from './zoekvraag.ts'

export const basispad = '/klantinteracties/api/v1'
export const versie = '0.9.0'

export type Route = Omit<Koppelroute<Apitoegang>, 'wie' | 'fout' | 'koppen'> & { recht: Apirecht }

/** Registers one operation: a token with the right to it, and the errors of this standard. */
export function registreer(http: Http, eisToken: typeof EisToken, { recht, ...route }: Route): void {
  http.koppelvlak<Apitoegang>({
    ...route,
    url: `${basispad}${route.url}`,
    fout: alsFout,
    koppen: { 'API-version': versie },
    async wie(organisatie, request, now) {
      const wie = await eisToken(organisatie, request.headers.authorization, now)
      if (!wie.toegang.rechten.has(recht)) throw nietToegestaan(`Dit token mist het recht "${recht}".`)
      return wie
    },
  })
}

/** All operations of one resource. */
export function routesVan(bron: Bron): Route[] {
  const lezen: Apirecht = `${bron.onderdeel}.lezen`
  const schrijven: Apirecht = `${bron.onderdeel}.schrijven`
  const een = `/${bron.pad}/:uuid` as const
  const wijzigen = (method: 'PUT' | 'PATCH'): Route => ({
    method,
    url: een,
    recht: schrijven,
    async schrijf({ w, toegang, request, params, body }) {
      const vraag = schrijfvraag(w, toegang, request)
      const id = idUit(params)
      await houdVast(vraag, id)
      const was = await haal(vraag, bron, id)
      eisOngewijzigd(request.headers['if-match'], was)
      await wijzigObject(vraag, bron, was, leesBody(bron, method, body, soortVan(was)))
      return { ...(await eenAntwoord(vraag, bron, id, 200, 'wijzigen')), bewaar: { id, status: 200 } }
    },
    herhaal: (bewaard, { ctx, toegang, request }) => opnieuw(vraagVan(ctx, toegang, request), bron, bewaard),
  })
  return [
    {
      method: 'GET',
      url: `/${bron.pad}`,
      recht: lezen,
      lees: ({ ctx, toegang, request, query }) => leesLijst(vraagVan(ctx, toegang, request), bron, query),
    },
    {
      method: 'POST',
      url: `/${bron.pad}`,
      recht: schrijven,
      async schrijf({ w, toegang, request, query, body }) {
        const vraag = schrijfvraag(w, toegang, request)
        const gelezen = leesBody(bron, 'POST', body)
        const er = query['rondomVindOfMaak'] === 'true' ? await bron.vind?.(vraag, gelezen) : undefined
        if (er) return { ...(await eenAntwoord(vraag, bron, er, 200)), bewaar: { id: er, status: 200 } }
        const id = await maakObject(vraag, bron, gelezen)
        return { ...(await eenAntwoord(vraag, bron, id, 201, 'toevoegen')), bewaar: { id, status: 201 } }
      },
      herhaal: (bewaard, { ctx, toegang, request }) => opnieuw(vraagVan(ctx, toegang, request), bron, bewaard),
    },
    {
      method: 'GET',
      url: een,
      recht: lezen,
      async lees({ ctx, toegang, request, params, query }) {
        const vraag = vraagVan(ctx, toegang, request)
        const zoek = zoekvraagVan(bron, `/${bron.pad}/{uuid}`, query)
        const gevonden = await haal(vraag, bron, idUit(params))
        const etag = etagVan(gevonden)
        await breidUit(vraag, [gevonden], zoek.lijst('expand'))
        await noteer(vraag, bron, 'inzien', [gevonden])
        const ongewijzigd = request.headers['if-none-match'] === etag && !zoek.heeft('expand')
        return { status: ongewijzigd ? 304 : 200, body: ongewijzigd ? undefined : gevonden, headers: { ETag: etag } }
      },
    },
    wijzigen('PUT'),
    wijzigen('PATCH'),
    {
      method: 'DELETE',
      url: een,
      recht: schrijven,
      async schrijf({ w, toegang, request, params, query }) {
        const vraag = schrijfvraag(w, toegang, request)
        const id = idUit(params)
        const zoek = leesZoekvraag(parameters(`/${bron.pad}/{uuid}`, 'DELETE'), query)
        await houdVast(vraag, id)
        const was = await haal(vraag, bron, id)
        eisOngewijzigd(request.headers['if-match'], was)
        await noteer(vraag, bron, 'verwijderen', [was])
        const mee = zoek.waar('cascade') === true ? await bron.verwijderMet?.(vraag, was) : undefined
        if (mee) return { status: 200, body: mee, bewaar: mee }
        await verwijderObject(vraag, bron, was)
        return { status: 204, bewaar: null }
      },
      herhaal: async (mee) => (mee ? { status: 200, body: mee } : { status: 204 }),
    },
  ]
}

async function leesLijst(vraag: Vraag, bron: Bron, query: Record<string, unknown>): Promise<Antwoord> {
  const { weergaven, bladzijde, zoek } = await lijst(vraag, bron, query)
  await breidUit(vraag, weergaven, zoek.lijst('expand'))
  await noteer(vraag, bron, 'zoeken', weergaven)
  return { status: 200, body: { ...bladzijde, results: weergaven } }
}

/** The answer to a write: the thing as it now is, with where it is and what it was read as. */
export async function eenAntwoord(
  vraag: Vraag,
  bron: Bron,
  id: string,
  status: number,
  actie?: 'toevoegen' | 'wijzigen',
): Promise<Antwoord> {
  const body = await haal(vraag, bron, id)
  if (actie) await noteer(vraag, bron, actie, [body])
  return { status, body, headers: { ETag: etagVan(body), ...(status === 201 && { Location: String(body['url']) }) } }
}

/** The same request again gets the thing as it is now: what was answered is kept nowhere. */
async function opnieuw(vraag: Vraag, bron: Bron, bewaard: unknown): Promise<Antwoord> {
  const { id, status } = bewaard as { id: string; status: number }
  return await eenAntwoord(vraag, bron, id, status)
}

export const vraagVan = (ctx: ReadContext, toegang: Apitoegang, request: FastifyRequest): Vraag => ({
  ctx,
  toegang,
  basis: `${request.protocol}://${request.host}${basispad}`,
})
export const schrijfvraag = (w: WriteContext, toegang: Apitoegang, request: FastifyRequest): Schrijfvraag => ({
  ...vraagVan(w, toegang, request),
  w,
})

/** GDPR art. 5(2): who saw or changed what of whom, also when it is other software that asks. */
export async function noteer(
  vraag: Vraag,
  bron: Bron,
  actie: 'inzien' | 'zoeken' | 'toevoegen' | 'wijzigen' | 'verwijderen',
  weergaven: readonly Weergave[],
): Promise<void> {
  const [een] = weergaven
  await logVerwerking(vraag.ctx, {
    actie,
    doel: `Klantinteracties API: ${bron.pad}`,
    objectSoort: bron.pad,
    ...(weergaven.length === 1 && een && { objectId: String(een['uuid']) }),
    partijIds: [...new Set(await bron.partijen(vraag, weergaven))],
  })
}

/** What is no uuid cannot be there. @throws 404 */
function idUit(params: Record<string, string>): string {
  const id = params['uuid'] ?? ''
  if (!isUuid(id)) throw nietGevonden()
  return id.toLowerCase()
}

const soortVan = (was: Weergave): string | undefined => {
  const soort = was['soortPartij'] ?? was['soortActor']
  return typeof soort === 'string' ? soort : undefined
}
