import type { IncomingMessage } from 'node:http'
import { Fout, keurBericht, ongeldig } from './fout.ts'
import { type Gevolg, type Middel, middelen } from './middelen.ts'
import type { Omgeving } from './omgeving.ts'

export type Antwoord = { status: number; inhoud?: unknown; koppen?: Record<string, string>; type?: string }

const hoogstens = 100

/** One request in VERA: `/{keten}/v4/{middel}` and `/{keten}/v4/{middel}/{id}`. */
export async function beantwoord(o: Omgeving, request: IncomingMessage, url: URL, tekst: string): Promise<Antwoord> {
  const [, keten = '', , pad = '', id] = url.pathname.split('/').map(decodeURIComponent)
  if (pad === 'ping') return { status: 200 }
  const middel = middelen[`${keten}/${pad}`]
  if (!middel) throw new Fout(404, 'ONBEKEND_MIDDEL', `${keten}/${pad} is er niet.`)
  const organisatie = kop(request, 'x-stuurgegevens-zender-organisatie')
  if (!organisatie) throw ongeldig('De kop X-Stuurgegevens-Zender-Organisatie ontbreekt.')
  if (request.method === 'GET') {
    if (id === undefined) return await bladzijde(o, middel, organisatie, request, url)
    const gevonden = await middel.haal?.(o, organisatie, id)
    return gevonden ? { status: 200, inhoud: gevonden } : nietGevonden
  }
  if (request.method === 'POST' && id === undefined && middel.maak)
    return await schrijf(o, { organisatie, request, url, tekst }, (bericht) => middel.maak?.(o, organisatie, bericht))
  if (request.method === 'PATCH' && middel.wijzig) {
    // As published: the id in the address of a PATCH is an integer.
    if (id !== undefined && !/^\d+$/.test(id)) throw ongeldig('De id van een PATCH is een geheel getal.')
    return await schrijf(o, { organisatie, request, url, tekst }, async (bericht) => {
      const sleutel = id ?? bericht['id']
      if (typeof sleutel !== 'string') throw ongeldig('De sleutelvelden ontbreken.')
      return (await middel.haal?.(o, organisatie, sleutel)) && middel.wijzig?.(o, organisatie, sleutel, bericht)
    })
  }
  throw new Fout(501, 'NIET_ONDERSTEUND', `${request.method} kan de proef-ERP hier niet.`)
}

const nietGevonden: Antwoord = { status: 404, inhoud: { code: '404', omschrijving: 'Niet gevonden.' } }
const buitenFilter = new Set(['pagina', 'cursor', 'gewijzigdSinds', 'duur'])

async function bladzijde(
  o: Omgeving,
  middel: Middel,
  organisatie: string,
  request: IncomingMessage,
  url: URL,
): Promise<Antwoord> {
  const vragen = Object.fromEntries(url.searchParams)
  const per = Math.min(hoogstens, Number(kop(request, 'x-parameters-aantalperpagina')) || hoogstens)
  const sinds = vragen['gewijzigdSinds'] ? Date.parse(vragen['gewijzigdSinds']) : 0
  if (Number.isNaN(sinds)) throw ongeldig('gewijzigdSinds is geen tijdstip.')
  const filter = Object.fromEntries(Object.entries(vragen).filter(([naam]) => !buitenFilter.has(naam)))
  const gevonden = await middel.lijst(o, organisatie, { filter, sinds, cursor: vragen['cursor'] ?? '', per })
  const koppen: Record<string, string> = { 'X-Parameters-AantalPerPagina': String(per) }
  if (!Array.isArray(gevonden)) {
    if (gevonden.cursor !== undefined) koppen['X-Parameters-Cursor'] = gevonden.cursor
    return { status: 200, inhoud: gevonden.rijen, koppen }
  }
  const pagina = Math.max(1, Number(vragen['pagina']) || 1)
  koppen['X-Parameters-Aantal'] = String(gevonden.length)
  koppen['X-Parameters-Pagina'] = String(pagina)
  return { status: 200, inhoud: gevonden.slice((pagina - 1) * per, pagina * per), koppen }
}

type Schrijfvraag = { organisatie: string; request: IncomingMessage; url: URL; tekst: string }

/** A write: the same Referentienummer once more gets the answer of the first time. */
async function schrijf(
  o: Omgeving,
  { organisatie, request, url, tekst }: Schrijfvraag,
  bereid: (bericht: Record<string, unknown>) => Promise<(() => Gevolg) | undefined> | undefined,
): Promise<Antwoord> {
  const handeling = `${request.method} ${url.pathname}`
  const referentie = kop(request, 'x-stuurgegevens-referentienummer')
  const bericht = keurBericht(leesJson(tekst))
  const doe = await bereid(bericht)
  if (!doe) return nietGevonden
  const eerder = o.opslag.eerderAntwoord(organisatie, handeling, referentie)
  if (eerder) return gemaaktAntwoord(o, organisatie, url, eerder)
  const { gemaakt, ...gevolg } = doe()
  const antwoord = { status: gemaakt ? 201 : 200, ...(gemaakt ?? { soort: 'onderhoudsverzoeken' as const, id: '' }) }
  await o.opslag.schrijf({
    organisatie,
    door: 'api',
    handeling,
    ...(referentie !== undefined && { referentie }),
    antwoord,
    ...gevolg,
  })
  return gemaaktAntwoord(o, organisatie, url, antwoord)
}

type Gemaakt = NonNullable<ReturnType<Omgeving['opslag']['eerderAntwoord']>>

function gemaaktAntwoord(o: Omgeving, organisatie: string, url: URL, { status, soort, id }: Gemaakt): Antwoord {
  if (status !== 201) return { status }
  const inhoud = o.opslag.get(organisatie, soort, id)
  return { status, inhoud, koppen: { Location: `${url.origin}${url.pathname}/${id}` } }
}

function leesJson(tekst: string): unknown {
  try {
    return JSON.parse(tekst)
  } catch {
    throw ongeldig('Het bericht is geen JSON.')
  }
}

export function kop(request: IncomingMessage, naam: string): string | undefined {
  const waarde = request.headers[naam]
  return Array.isArray(waarde) ? waarde[0] : waarde
}
