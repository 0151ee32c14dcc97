import type { IncomingMessage } from 'node:http'
import { createInterface } from 'node:readline'
import { vrijeMomenten } from './agenda.ts'
import { type Antwoord, kop } from './api.ts'
import { Fout, ongeldig } from './fout.ts'
import { zetOrder } from './middelen.ts'
import { agendaVan, type Kwaal, type Omgeving } from './omgeving.ts'
import { pagina } from './pagina.ts'

/** The control page and its actions. For this machine only: the guard is in `eisHier`. */
export async function beantwoordProef(
  o: Omgeving,
  request: IncomingMessage,
  url: URL,
  tekst: string,
): Promise<Antwoord> {
  eisHier(request)
  if (request.method === 'GET') return await toon(o, url)
  if (request.method !== 'POST') throw new Fout(405, 'METHODE', 'Alleen GET en POST.')
  const gegeven = leesInvoer(request, tekst)
  const uitkomst = await doe(o, url.pathname, gegeven)
  if (!isFormulier(request)) return { status: 200, inhoud: uitkomst }
  return { status: 303, koppen: { Location: `/proef?organisatie=${encodeURIComponent(organisatieVan(o, gegeven))}` } }
}

type Invoer = Record<string, string>

async function toon(o: Omgeving, url: URL): Promise<Antwoord> {
  const vragen = Object.fromEntries(url.searchParams)
  if (url.pathname === '/proef/log')
    return { status: 200, inhoud: await leesLog(o, vragen), type: 'application/x-ndjson; charset=utf-8' }
  if (url.pathname === '/proef/stand') return { status: 200, inhoud: stand(o) }
  if (url.pathname !== '/' && url.pathname !== '/proef') throw new Fout(404, 'ONBEKEND', 'Deze pagina is er niet.')
  const veilig = {
    'content-security-policy':
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
  }
  return { status: 200, inhoud: pagina(o, organisatieVan(o, vragen)), type: 'text/html; charset=utf-8', koppen: veilig }
}

function stand(o: Omgeving): object {
  const { rss } = process.memoryUsage()
  return {
    factor: o.factor,
    kwaal: o.kwaal ?? null,
    verlopen: o.opslag.verlopen().length,
    geheugenMb: Math.round(rss / 1_048_576),
  }
}

const kwalen: Kwaal['soort'][] = ['plat', 'storing', 'traag', 'onzin', 'antwoord-kwijt']

async function doe(o: Omgeving, pad: string, invoer: Invoer): Promise<object> {
  const organisatie = organisatieVan(o, invoer)
  const [, , soort, id, stap] = pad.split('/').map(decodeURIComponent)
  if (soort === 'orders' && id && stap) {
    await o.opslag.schrijf({
      organisatie,
      door: 'proef',
      handeling: `order ${stap}`,
      ...zetOrder(o, organisatie, id, stap),
    })
    return o.opslag.get(organisatie, 'onderhoudsorders', id) ?? {}
  }
  if (soort === 'kwaal') return zetKwaal(o, invoer)
  if (soort === 'factor') {
    const factor = Number(invoer['factor'])
    if (!(factor >= 1 && factor <= 100_000)) throw ongeldig('factor is een getal van 1 tot 100000.')
    await setFactor(o, factor)
    return stand(o)
  }
  if (soort === 'weg') return { weg: neemWeg(o, organisatie, invoer) }
  throw new Fout(404, 'ONBEKEND', 'Deze handeling is er niet.')
}

/** What is under way goes on at the new pace. */
async function setFactor(o: Omgeving, factor: number): Promise<void> {
  const nu = o.nu().getTime()
  for (const { organisatie, orderId, stap, op } of o.opslag.verlopen()) {
    const over = (Math.max(0, op - nu) * o.factor) / factor
    const verloop = { [orderId]: { stap, op: nu + over } }
    await o.opslag.schrijf({ organisatie, door: 'proef', handeling: `factor ${factor}`, objecten: [], verloop })
  }
  o.factor = factor
}

function zetKwaal(o: Omgeving, invoer: Invoer): object {
  if (invoer['soort'] === 'geen') o.kwaal = undefined
  else {
    const soort = kwalen.find((each) => each === invoer['soort'])
    if (!soort) throw ongeldig(`soort is een van geen, ${kwalen.join(', ')}.`)
    const seconden = Number(invoer['seconden'] ?? Number(invoer['minuten'] ?? 5) * 60)
    o.kwaal = { soort, tot: Date.now() + seconden * 1000, keren: Number(invoer['keren'] ?? 1) }
  }
  return stand(o)
}

/** Somebody else takes a moment: the one that is named, or the best one that is free for this order. */
function neemWeg(o: Omgeving, organisatie: string, { optieId, orderId }: Invoer): string | null {
  const order = orderId === undefined ? undefined : o.opslag.get(organisatie, 'onderhoudsorders', orderId)
  const specialisme = order?.onderhoudstaken[0]?.specialisme.code ?? 'LOA'
  const vrij = vrijeMomenten(agendaVan(o, organisatie), { specialisme, vanaf: o.nu(), tot: undefined })
  const weg = optieId ?? vrij[0]?.id
  if (weg === undefined) return null
  o.weg.set(organisatie, new Set([...(o.weg.get(organisatie) ?? []), weg]))
  return weg
}

async function leesLog(o: Omgeving, { na = '0', organisatie, door }: Invoer): Promise<string> {
  const regels: string[] = []
  for await (const tekst of createInterface({ input: o.opslag.lees() })) {
    const regel = JSON.parse(tekst)
    if (regel.nr <= Number(na) || (organisatie && regel.organisatie !== organisatie) || (door && regel.door !== door))
      continue
    regels.push(tekst)
  }
  return regels.map((regel) => `${regel}\n`).join('')
}

function organisatieVan(o: Omgeving, { organisatie }: Invoer): string {
  return organisatie ?? o.opslag.organisaties()[0] ?? 'demo'
}

/** A page elsewhere that a browser on this machine has open must not be able to press our buttons (DNS rebinding, CSRF). */
function eisHier(request: IncomingMessage): void {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '')
  const vanHier = ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(request.socket.remoteAddress ?? '')
  const eigenNaam = ['localhost', '127.0.0.1', '[::1]'].includes(host)
  const herkomst = kop(request, 'origin')
  const eigenHerkomst = herkomst === undefined || herkomst === `http://${request.headers.host}`
  const site = kop(request, 'sec-fetch-site')
  const eigenSite = request.method === 'GET' || site === undefined || site === 'same-origin' || site === 'none'
  if (!vanHier || !eigenNaam || !eigenHerkomst || !eigenSite)
    throw new Fout(403, 'GEEN_TOEGANG', 'De bediening van de proef-ERP werkt alleen op deze computer zelf.')
}

const isFormulier = (request: IncomingMessage) =>
  (kop(request, 'content-type') ?? '').startsWith('application/x-www-form-urlencoded')

function leesInvoer(request: IncomingMessage, tekst: string): Invoer {
  if (isFormulier(request)) return Object.fromEntries(new URLSearchParams(tekst))
  if (tekst === '') return {}
  try {
    const json = JSON.parse(tekst)
    return Object.fromEntries(Object.entries(Object(json)).map(([naam, waarde]) => [naam, String(waarde)]))
  } catch {
    throw ongeldig('De invoer is geen JSON.')
  }
}
