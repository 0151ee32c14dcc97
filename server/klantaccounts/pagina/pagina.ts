import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Endpoint } from '#contract/endpoint.ts'
import { cookieVan } from '#server/aanmelden/index.ts'
import { allInstellingen } from '#server/beheer/index.ts'
import { DomainError } from '#server/platform/errors.ts'
import type { Klant, ReadContext } from '#server/platform/http/context.ts'
import type { Http } from '#server/platform/http/handle.ts'
import { leesFormulier } from '#server/platform/http/leesFormulier.ts'
import { portaalCsp, portaalPagina } from '#server/platform/http/portaalPagina.ts'
import type { Services } from '#server/slice.ts'
import { cookiePrefix, klantgeheim } from '../auth.ts'
import { createIdentifyKlant, kenmerken } from '../sessie.ts'
import { type Taal, type Teksten, teksten } from '../teksten.ts'
import { type Html, html } from './html.ts'
import { foutoverzicht, link } from './onderdelen.ts'

/** What a page is asked for, and by whom. */
export type Vraag<N extends string = string> = {
  ctx: ReadContext
  request: FastifyRequest
  reply: FastifyReply
  velden: Partial<Record<N, string>>
  taal: Taal
  t: Teksten
  terug: string
  /** Code of what went wrong on the page before this one. */
  fout: string | undefined
  klant: Klant | undefined
  https: boolean
  geheim: string
  /** The cookie of what this browser began to prove. */
  bewijs: string | undefined
}

/** A page, or where to go. */
export type Antwoord = { titel: string; inhoud: Html[]; status?: number; script?: boolean } | { naar: string }

type PaginaEndpoint = Endpoint & {
  query: z.ZodType<{ taal?: Taal | undefined; terug?: string | undefined; fout?: string | undefined }>
}

/** @returns how pages register: each takes its description, the names of its fields and one handler */
export function paginas(http: Http, services: Services) {
  const identify = createIdentifyKlant(services)
  return <N extends string>(
    endpoint: PaginaEndpoint,
    namen: readonly N[],
    handler: (vraag: Vraag<N>) => Promise<Antwoord>,
  ): void => {
    http.raw(endpoint, async ({ query, ctx, request, reply }) => {
      const taal = query.taal ?? taalVan(request)
      const https = request.protocol === 'https'
      const vraag: Vraag<N> = {
        ctx,
        request,
        reply,
        velden: {},
        taal,
        t: teksten[taal],
        terug: query.terug ?? '/',
        fout: query.fout,
        klant: await identify(request, ctx.organisatie),
        https,
        geheim: klantgeheim(services, ctx.organisatie.id),
        bewijs: cookieVan(request.headers.cookie, bewijsCookieNaam(https)),
      }
      if (endpoint.method === 'POST') {
        if (!isEigenOorsprong(request)) return toon(vraag, foutpagina(vraag, vraag.t.fout.anderePagina, 403))
        vraag.velden = leesFormulier(request, namen)
      }
      const antwoord = await handler(vraag).catch((error: unknown) => {
        if (!(error instanceof DomainError) || error.retryAfter === undefined) throw error
        reply.header('Retry-After', String(error.retryAfter))
        return foutpagina(vraag, vraag.t.fout.vaak(duur(vraag.t, error.retryAfter)), error.status)
      })
      return toon(vraag, antwoord)
    })
  }
}

export const foutpagina = ({ t, taal, terug }: Vraag, zin: string, status: number): Antwoord => ({
  titel: t.fout.kop,
  status,
  inhoud: [
    html`${foutoverzicht(t, { '': zin })}`,
    html`<p class="nl-paragraph">${link(pad('/aanmelden', { taal, terug }), t.uit.weer)}</p>`,
  ],
})

/** The usual page: what is wrong, and the rest. */
export function blad(
  { t }: Vraag,
  titel: string,
  inhoud: (Html | undefined)[],
  fouten: Record<string, string> = {},
): Antwoord {
  return {
    titel,
    status: Object.keys(fouten).length > 0 ? 400 : 200,
    inhoud: [html`${foutoverzicht(t, fouten)}`, ...inhoud.filter((deel) => deel !== undefined)],
  }
}

/** An address of our own, with what must be kept on the way. */
export function pad(naar: string, { taal, terug, ...rest }: { taal: Taal; terug?: string; fout?: string }): string {
  const zoek = new URLSearchParams(rest)
  if (taal !== 'nl') zoek.set('taal', taal)
  if (terug && terug !== '/') zoek.set('terug', terug)
  return zoek.size > 0 ? `${naar}?${zoek}` : naar
}

const bewijsCookieNaam = (https: boolean) => `${cookiePrefix(https)}.bewijs`

/** Remembers in this browser what it began; an hour is longer than any code works. */
export const zetBewijs = ({ reply, https }: Vraag, waarde: string) =>
  reply.header('Set-Cookie', `${bewijsCookieNaam(https)}=${waarde}; Max-Age=3600${kenmerken(https)}`)
export const wisBewijs = ({ reply, https }: Pick<Vraag, 'reply' | 'https'>) =>
  reply.header('Set-Cookie', `${bewijsCookieNaam(https)}=; Max-Age=0${kenmerken(https)}`)

async function toon(vraag: Vraag, antwoord: Antwoord): Promise<unknown> {
  const { ctx, request, reply, taal, t } = vraag
  if ('naar' in antwoord) return reply.redirect(antwoord.naar, 303)
  const { portaalnaam } = await allInstellingen(ctx.db)
  const andere = new URL(request.url, 'http://eigen.invalid')
  andere.searchParams.set('taal', t.andere.code)
  const { code, naam } = t.andere
  const body = portaalPagina({
    taal,
    titel: antwoord.titel,
    naam: portaalnaam || ctx.organisatie.naam,
    inhoud: html`${antwoord.inhoud}${antwoord.script && script}`.html,
    kop: html`<a class="nl-link" href="${andere.pathname + andere.search}" lang="${code}" hreflang="${code}">${naam}</a>`
      .html,
    voet: html`<p class="nl-paragraph">${t.hulp}</p>`.html,
  })
  return reply
    .code(antwoord.status ?? 200)
    .header('Content-Security-Policy', portaalCsp)
    .type('text/html; charset=utf-8')
    .send(body)
}

/** The one script of these pages, for passkeys. */
const script = html`<script type="module" src="/aanmelden/passkey.js"></script>`

/** Beside SameSite: browsers say with every form where it stood. */
export function isEigenOorsprong({ headers, protocol, host }: FastifyRequest): boolean {
  return headers.origin === undefined || headers.origin === `${protocol}://${host}`
}

const taalVan = (request: FastifyRequest): Taal =>
  /^en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'nl'

function duur({ wacht }: Teksten, seconden: number): string {
  if (seconden < 90) return seconden === 1 ? wacht.seconde : `${seconden} ${wacht.seconden}`
  const minuten = Math.ceil(seconden / 60)
  return minuten < 120 ? `${minuten} ${wacht.minuten}` : `${Math.ceil(minuten / 60)} ${wacht.uur}`
}
