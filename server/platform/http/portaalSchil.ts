import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { notFound } from '../errors.ts'
import { escapeHtml, gebouwd, portaalCsp } from './portaalPagina.ts'

/** Answers that a page asks first, with the page itself: one round trip less on a slow line. */
const altijd = ['/api/portaal/organisatie', '/api/portaal/ik']
const perPagina: Record<string, string[]> = { '/': ['/api/portaal/thuis'] }

/** The part that an address opens with, fetched while the rest is still being read. */
const onderdelen: [adres: RegExp, bron: string][] = [[/^\/$/, 'thuis/ThuisPagina.tsx']]

/** Who asks, and how: over https a session has another name than over http. */
const gaatMee = ['host', 'cookie', 'x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-for']

type Antwoord = { pad: string; query: Record<string, string> | null; antwoord: unknown }

/**
 * The page of the portal at any address: who is not signed in goes to sign in first, and comes back here.
 * @param nietGebouwd what to say when there are no screens yet
 */
export function portaalSchil(app: FastifyInstance, root: string, nietGebouwd: string) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const adres = new URL(request.url, 'http://portaal')
    // Only what a browser opens as a page: an unknown file, or a call to what does not exist, is told so.
    if (adres.pathname.startsWith('/api/') || !request.headers.accept?.includes('text/html')) throw notFound()
    const schil = await readFile(join(root, 'index.html'), 'utf8').catch(() => undefined)
    if (!schil) return reply.code(503).type('text/html; charset=utf-8').send(nietGebouwd)
    const vraag = (pad: string) => vraagZelf(app, request, pad)
    const namens = adres.searchParams.get('namens')
    const [organisatie, ik] = await Promise.all(altijd.map((pad) => vraag(pad)))
    if (organisatie?.status === 404) throw notFound()
    if (ik?.status === 401)
      return reply.redirect(`/aanmelden?terug=${encodeURIComponent(adres.pathname + adres.search)}`, 302)
    const eigen = await Promise.all(
      (perPagina[adres.pathname] ?? []).map((pad) =>
        vraag(namens ? `${pad}?namens=${encodeURIComponent(namens)}` : pad),
      ),
    )
    const begin = [organisatie, ik, ...eigen].flatMap((each): Antwoord[] => {
      if (each?.status !== 200) return []
      const [pad = '', zoek] = each.pad.split('?')
      return [{ pad, query: zoek ? Object.fromEntries(new URLSearchParams(zoek)) : null, antwoord: each.antwoord }]
    })
    const { naam } = (organisatie?.antwoord ?? { naam: 'Rondom' }) as { naam: string }
    reply.header('Content-Security-Policy', portaalCsp)
    return reply.type('text/html; charset=utf-8').send(vul(schil, root, adres.pathname, naam, begin))
  }
}

function vul(schil: string, root: string, pad: string, naam: string, begin: Antwoord[]): string {
  const bron = onderdelen.find(([adres]) => adres.test(pad))?.[1]
  const voorladen = bron ? gebouwd(root).bestanden(bron) : { js: [], css: [] }
  const nieuw = voorladen.js.filter((adres) => !schil.includes(adres))
  // Data, not a script: nothing runs it, and no text in it can end it.
  const json = JSON.stringify(begin).replaceAll('<', '\\u003c')
  return schil
    .replace(/<title>[^<]*<\/title>/, () => `<title>${escapeHtml(naam)}</title>`)
    .replace('<!--voorladen-->', () => nieuw.map((adres) => `<link rel="modulepreload" href="${adres}">`).join(''))
    .replace('<!--begin-->', () => `<script type="application/json" id="begin">${json}</script>`)
}

/** The same question as the browser would ask next, with the same rights and the same line in the log. */
async function vraagZelf(app: FastifyInstance, { headers, socket }: FastifyRequest, pad: string) {
  const antwoord = await app.inject({
    method: 'GET',
    url: pad,
    // Of the connection itself: whether the proxy behind it is trusted, is decided once more in the same way.
    ...(socket.remoteAddress && { remoteAddress: socket.remoteAddress }),
    headers: Object.fromEntries(
      gaatMee.flatMap((naam): [string, string][] => {
        const waarde = headers[naam]
        return typeof waarde === 'string' ? [[naam, waarde]] : []
      }),
    ),
  })
  const isJson = antwoord.headers['content-type']?.toString().includes('json')
  return { pad, status: antwoord.statusCode, antwoord: isJson ? (antwoord.json() as unknown) : undefined }
}
