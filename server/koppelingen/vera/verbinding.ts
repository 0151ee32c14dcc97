import { z } from 'zod'
import { type ErpContext, ErpGeweigerd, ErpStoring } from '#server/erp/index.ts'
import { createSafeFetch, type SafeFetch } from '#server/platform/outgoing/safeFetch.ts'
import { type Kring, maakKring, type Stand } from './kring.ts'
import { maakToegang, type Toegang } from './toegang.ts'

/** The Ketenprocessen that we speak; each is an API of its own. */
export type Keten = 'ohd' | 'vhe' | 'bog' | 'bfg' | 'bvg'

export type VerbindingOpties = {
  /**
   * Where the ERP is. `{keten}` becomes ohd, vhe, bog, bfg or bvg, and `{organisatie}` the code of the organisatie:
   * `https://{keten}.vera.io/v4`. A function when that is only known after the ERP was started.
   */
  basis: string | (() => Promise<string>)
  toegang: Toegang
  timeoutMs?: number
  kring?: { fouten?: number; pauzeMs?: number }
  /** Only for listening along in tests. */
  fetch?: SafeFetch
}

export type Vraag = {
  keten: Keten
  methode?: 'GET' | 'POST' | 'PATCH'
  pad: string
  query?: Record<string, string | undefined>
  koppen?: Record<string, string>
  /** Correlation, and our idempotency key: the same one makes the same thing once. */
  sleutel?: string
  bericht?: object
}

export type Antwoord = { status: number; koppen: Headers; json: unknown }

export type Verbinding = {
  /** @throws ErpStoring, ErpGeweigerd; 404 comes back as an answer */
  vraag(ctx: ErpContext, vraag: Vraag): Promise<Antwoord>
  stand(): Stand
}

/** More than any page of a hundred can be; a stream without end must not fill our memory. */
const hoogstens = 16 * 1024 * 1024

const Foutbericht = z.object({ code: z.coerce.string().optional(), omschrijving: z.string().optional() })

/** HTTP as VERA speaks it: control headers, sign-in, time limit, circuit breaker, and every failure as a port error. */
export function maakVerbinding(opties: VerbindingOpties): Verbinding {
  const { basis, timeoutMs = 8_000 } = opties
  // Its address is in the configuration. It never redirects: an ERP that sends us elsewhere would get our key there.
  const verstuur = opties.fetch ?? createSafeFetch({ allow: 'any', timeoutMs, maxBytes: hoogstens })
  const toegang = maakToegang(opties.toegang, verstuur)
  const kringen = new Map<string, Kring>()

  async function adresVan(ctx: ErpContext, { keten, pad, query }: Vraag): Promise<URL> {
    const begin = (typeof basis === 'string' ? basis : await basis())
      .replaceAll('{keten}', keten)
      .replaceAll('{organisatie}', encodeURIComponent(ctx.organisatie.code))
    const url = new URL(`${begin.replace(/\/$/, '')}/${pad}`)
    for (const [naam, waarde] of Object.entries(query ?? {}))
      if (waarde !== undefined) url.searchParams.set(naam, waarde)
    return url
  }

  async function eenKeer(ctx: ErpContext, url: URL, vraag: Vraag): Promise<Antwoord> {
    const { methode = 'GET', bericht } = vraag
    const antwoord = await verstuur(url, {
      method: methode,
      headers: {
        accept: 'application/json',
        ...(bericht && { 'content-type': 'application/json' }),
        'X-Stuurgegevens-Zender-Organisatie': ctx.organisatie.code,
        'X-Stuurgegevens-Zender-Administratie': 'Rondom',
        'X-Stuurgegevens-Tijdstip-Bericht': new Date().toISOString(),
        'X-Stuurgegevens-Referentienummer': vraag.sleutel ?? ctx.verzoekId,
        ...vraag.koppen,
        ...(await toegang.kop()),
      },
      ...(bericht && { body: JSON.stringify(bericht) }),
      signal: AbortSignal.timeout(timeoutMs),
    })
    return { status: antwoord.status, koppen: antwoord.headers, json: leesJson(await leesTekst(antwoord)) }
  }

  async function vraag(ctx: ErpContext, wat: Vraag): Promise<Antwoord> {
    const url = await adresVan(ctx, wat).catch((error: unknown) => {
      throw alsStoring(error)
    })
    const kring = kringen.get(url.host) ?? maakKring(opties.kring)
    kringen.set(url.host, kring)
    if (!kring.mag(Date.now())) throw new ErpStoring('onbereikbaar', kring.stand().melding ?? onbereikbaar)
    try {
      const antwoord = await metHerhaling(wat, () => eenKeer(ctx, url, wat))
      const goed = oordeel(antwoord)
      kring.gelukt()
      return goed
    } catch (error) {
      if (error instanceof ErpGeweigerd) {
        kring.gelukt()
        throw error
      }
      const storing = alsStoring(error)
      // Once loud, then only for who looks: a poll every quarter of a minute would fill the log of a long night.
      const niveau = kring.stand().werkt ? 'warn' : 'debug'
      kring.mislukt(Date.now(), storing.message)
      ctx.log[niveau](
        { erp: storing.soort, keten: wat.keten, pad: wat.pad, err: String(storing.cause ?? storing.message) },
        'erp',
      )
      throw storing
    }
  }

  /** A read may be asked again at once when the connection broke; a write is repeated by whoever holds the `sleutel`. */
  async function metHerhaling(wat: Vraag, doe: () => Promise<Antwoord>): Promise<Antwoord> {
    let antwoord: Antwoord
    try {
      antwoord = await doe()
    } catch (error) {
      if ((wat.methode ?? 'GET') !== 'GET' || !isVerbroken(error)) throw error
      antwoord = await doe()
    }
    return antwoord.status === 401 && toegang.vergeet() ? await doe() : antwoord
  }

  return {
    vraag,
    stand() {
      const standen = [...kringen.values()].map((kring) => kring.stand())
      return standen.find((stand) => !stand.werkt) ?? { werkt: true, sinds: undefined, melding: undefined }
    },
  }
}

const onbereikbaar = 'De ERP is niet bereikbaar. Uw werk is bewaard; probeer het later opnieuw.'

/** Which status means what. */
function oordeel(antwoord: Antwoord): Antwoord {
  const { status } = antwoord
  if ((status >= 200 && status < 300) || status === 404) return antwoord
  if (status === 401 || status === 403)
    throw new ErpStoring('toegang', `De ERP geeft Rondom geen toegang (antwoord ${status}). Waarschuw uw beheerder.`)
  const fout = Foutbericht.safeParse(antwoord.json)
  const { code, omschrijving } = fout.success ? fout.data : {}
  if (status >= 500 || status === 408 || status === 429) {
    throw new ErpStoring('storing', 'De ERP heeft een storing. Uw werk is bewaard; probeer het later opnieuw.', {
      cause: new Error(`${status} ${code ?? ''} ${omschrijving ?? ''}`.trim()),
    })
  }
  if (status >= 400)
    throw new ErpGeweigerd(code || String(status), omschrijving || `De ERP weigert dit (antwoord ${status}).`)
  throw new ErpStoring('onzin', `De ERP gaf een antwoord dat Rondom niet begrijpt (${status}).`)
}

function alsStoring(error: unknown): ErpStoring {
  if (error instanceof ErpStoring) return error
  const naam = error instanceof Error ? error.name : ''
  if (naam === 'TimeoutError' || naam === 'AbortError')
    return new ErpStoring('te-traag', 'De ERP antwoordt niet op tijd. Uw werk is bewaard; probeer het later opnieuw.', {
      cause: error,
    })
  return new ErpStoring('onbereikbaar', onbereikbaar, { cause: oorzaakVan(error) })
}

/** `fetch failed` says nothing; what happened is inside. */
function oorzaakVan(error: unknown): unknown {
  return error instanceof Error && error.cause !== undefined ? error.cause : error
}

function isVerbroken(error: unknown): boolean {
  const code = Reflect.get(Object(oorzaakVan(error)), 'code')
  return code === 'UND_ERR_SOCKET' || code === 'ECONNRESET' || code === 'EPIPE'
}

async function leesTekst(antwoord: Response): Promise<string> {
  if (!antwoord.body) return ''
  const stukken: Uint8Array[] = []
  let lengte = 0
  for await (const stuk of antwoord.body) {
    lengte += stuk.byteLength
    if (lengte > hoogstens) throw new ErpStoring('onzin', 'De ERP gaf een antwoord dat te groot is.')
    stukken.push(stuk)
  }
  return Buffer.concat(stukken).toString('utf8')
}

/** `undefined` for an empty or unreadable body: the schema of who asked says that it is nonsense. */
function leesJson(tekst: string): unknown {
  try {
    return tekst === '' ? undefined : JSON.parse(tekst)
  } catch {
    return undefined
  }
}
