import { randomBytes, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Antwoord, beantwoord, kop } from './api.ts'
import { Fout } from './fout.ts'
import type { Kwaal, Omgeving } from './omgeving.ts'
import { beantwoordProef } from './proef.ts'
import { loopBij } from './verloop.ts'

const grootst = 1024 * 1024
/** Longer than anybody waits. */
const traagMs = 30_000

/** The HTTP side of the proef-ERP; listens on this machine only. */
export function maakServer(o: Omgeving, sleutel: string | undefined): Server {
  const tokens = new Map<string, number>()
  const server = createServer((request, response) => {
    void beantwoordAlles(request, response).catch(() => response.destroy())
  })

  async function beantwoordAlles(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', `http://${request.headers.host ?? 'localhost'}`)
    try {
      const tekst = await leesTekst(request)
      loopBij(o)
      if (url.pathname === '/' || url.pathname.startsWith('/proef'))
        return stuur(response, await beantwoordProef(o, request, url, tekst))
      const kwaal = nuZiekVan(o)
      if (kwaal === 'plat') return void request.socket.destroy()
      if (kwaal === 'storing') throw new Fout(503, 'STORING', 'De ERP is in onderhoud.')
      if (kwaal === 'onzin')
        return stuur(response, { status: 200, inhoud: '<html>Proxy Error</html>', type: 'text/html' })
      if (kwaal === 'traag') await sleep(traagMs, undefined, { ref: false })
      if (url.pathname === '/oauth/token') return stuur(response, geefToken(request))
      if (!magErin(request)) throw new Fout(401, 'GEEN_TOEGANG', 'De sleutel klopt niet.')
      const antwoord = await beantwoord(o, request, url, tekst)
      if (request.method !== 'GET' && raaktKwijt(o)) return void request.socket.destroy()
      stuur(response, antwoord)
    } catch (error) {
      stuur(response, foutantwoord(error))
    }
  }

  function geefToken(request: IncomingMessage): Antwoord {
    const [, basis = ''] = (kop(request, 'authorization') ?? '').split('Basic ')
    const [, geheim] = Buffer.from(basis, 'base64').toString().split(':').map(decodeURIComponent)
    if (!gelijk(geheim, sleutel)) return { status: 401, inhoud: { error: 'invalid_client' } }
    const token = randomBytes(24).toString('base64url')
    tokens.set(token, Date.now() + 300_000)
    return { status: 200, inhoud: { access_token: token, token_type: 'Bearer', expires_in: 300 } }
  }

  function magErin(request: IncomingMessage): boolean {
    if (sleutel === undefined) return true
    const [, token] = (kop(request, 'authorization') ?? '').split('Bearer ')
    if (token !== undefined) return (tokens.get(token) ?? 0) > Date.now()
    return gelijk(kop(request, 'x-api-key'), sleutel)
  }
  return server
}

function nuZiekVan(o: Omgeving): Kwaal['soort'] | undefined {
  if (!o.kwaal || o.kwaal.tot < Date.now()) return undefined
  return o.kwaal.soort
}

/** The write was done, and nobody hears of it. */
function raaktKwijt(o: Omgeving): boolean {
  if (nuZiekVan(o) !== 'antwoord-kwijt' || !o.kwaal) return false
  o.kwaal.keren -= 1
  if (o.kwaal.keren <= 0) o.kwaal = undefined
  return true
}

function gelijk(een: string | undefined, ander: string | undefined): boolean {
  const [a, b] = [Buffer.from(een ?? ''), Buffer.from(ander ?? '')]
  return a.length > 0 && a.length === b.length && timingSafeEqual(a, b)
}

function foutantwoord(error: unknown): Antwoord {
  if (error instanceof Fout) return { status: error.status, inhoud: { code: error.code, omschrijving: error.message } }
  process.stderr.write(`proef-ERP: ${error instanceof Error ? error.stack : String(error)}\n`)
  return { status: 500, inhoud: { code: '500', omschrijving: 'Onverwachte fout.' } }
}

function stuur(response: ServerResponse, { status, inhoud, koppen, type }: Antwoord): void {
  const tekst = inhoud === undefined ? '' : type ? String(inhoud) : JSON.stringify(inhoud)
  response.writeHead(status, {
    ...(tekst && { 'content-type': type ?? 'application/json; charset=utf-8' }),
    'content-length': Buffer.byteLength(tekst),
    'cache-control': 'no-store',
    ...koppen,
  })
  response.end(tekst)
}

async function leesTekst(request: IncomingMessage): Promise<string> {
  const stukken: Buffer[] = []
  let lengte = 0
  for await (const stuk of request) {
    lengte += stuk.length
    if (lengte > grootst) throw new Fout(413, 'TE_GROOT', 'Het bericht is te groot.')
    stukken.push(stuk)
  }
  return Buffer.concat(stukken).toString('utf8')
}
