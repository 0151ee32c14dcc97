import { Worker } from 'node:worker_threads'
import { type Blok, inhoudVan } from './inhoud.ts'

export type Briefhoofd = {
  naam: string
  /** Address, telephone, website: on the right of the head. */
  regels?: readonly string[]
}

export type PdfInvoer = {
  titel: string
  /** BCP 47, such as `nl`. */
  taal?: string
  /** Filled in already (`vulBericht`). */
  markdown: string
  briefhoofd: Briefhoofd
  /** `jjjj-mm-dd`, the date of the document. */
  datum: string
  /** Label and value, such as ["Ons kenmerk", "Z2026-100001"]; those without a value are left out. */
  kenmerken?: readonly (readonly [string, string | null | undefined])[]
} & (
  | {
      layout: 'brief'
      /** Name and lines of the address, for the window of the envelope. */
      aan: readonly string[]
    }
  | { layout: 'rapport' }
)

/** The document cannot be made: too long, or it took too long. */
export class PdfFout extends Error {}

const maxTekens = 200_000
const maxBlokken = 5_000
const maxSeconden = 20

/**
 * A PDF/UA-1 document: tagged, with its title and language, in a font that is easy to read. It is typeset by Typst in a
 * thread of its own; all that it is given is data.
 * @throws PdfFout
 */
export async function maakPdf(invoer: PdfInvoer): Promise<{ pdf: Buffer; bladzijden: number }> {
  if (invoer.markdown.length > maxTekens) throw new PdfFout('Het document is te lang: hoogstens 200 000 tekens.')
  const inhoud = inhoudVan(schoon(invoer.markdown))
  if (telBlokken(inhoud) > maxBlokken) throw new PdfFout('Het document heeft te veel onderdelen.')
  const data = dataVan(invoer, inhoud)
  const eerste = await zet(invoer.layout, data)
  if (eerste.pdf) return { pdf: Buffer.from(eerste.pdf), bladzijden: eerste.bladzijden ?? 1 }
  // A sign that no font has (Chinese, say) is against PDF/UA: shown as a question mark, rather than no letter at all.
  const onbekend = zonderTeken(eerste.fout ?? '')
  if (onbekend.size === 0) throw new PdfFout(eerste.fout ?? 'no reason given')
  const tweede = await zet(invoer.layout, [...data].map((teken) => (onbekend.has(teken) ? '?' : teken)).join(''))
  if (!tweede.pdf) throw new PdfFout(tweede.fout ?? 'no reason given')
  return { pdf: Buffer.from(tweede.pdf), bladzijden: tweede.bladzijden ?? 1 }
}

/** The signs that Typst names as missing from every font; it writes the strange ones as `\\u{1f9ff}`. */
function zonderTeken(fout: string): Set<string> {
  const teksten = [...fout.matchAll(/the text `\\?"(.+?)\\?"` could not be displayed/gu)].map(([, tekst = '']) =>
    tekst.replace(/\\+u\{([0-9a-f]+)\}/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16))),
  )
  // A sign of our own alphabet is only named for the mark on it.
  return new Set(teksten.flatMap((tekst) => [...tekst]).filter((teken) => teken > '~'))
}

const woorden = { nl: { bladzijde: 'Pagina', van: 'van' }, en: { bladzijde: 'Page', van: 'of' } }

function dataVan(invoer: PdfInvoer, inhoud: Blok[]): string {
  const taal = /^[a-z]{2}/.exec(invoer.taal ?? 'nl')?.[0] ?? 'nl'
  const kenmerken = (invoer.kenmerken ?? [])
    .filter(([, waarde]) => waarde)
    .map((paar) => paar.map((deel) => schoon(deel ?? '')))
  const { naam, regels = [] } = invoer.briefhoofd
  return JSON.stringify({
    titel: schoon(invoer.titel).replace(/\s+/g, ' ').trim() || 'Document',
    taal,
    woorden: taal === 'en' ? woorden.en : woorden.nl,
    datum: invoer.datum.split('-').map(Number),
    briefhoofd: { naam: schoon(naam), regels: regels.map(schoon) },
    brief: { aan: invoer.layout === 'brief' ? invoer.aan.slice(0, 7).map(schoon) : [], kenmerken },
    rapport: { kenmerk: kenmerken[0]?.[1] ?? '', kenmerken },
    inhoud,
  })
}

/** Signs without a shape; and half of a pair, which is no text at all. */
function schoon(tekst: string): string {
  return tekst
    .normalize('NFC')
    .toWellFormed()
    .replace(/[^\P{Cc}\n\t]|[\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffd]|\p{Co}|\p{Cn}/gu, '')
}

function telBlokken(blokken: readonly Blok[]): number {
  return blokken.reduce((som, blok) => {
    if (blok.t === 'lijst') return som + 1 + blok.items.reduce((n, item) => n + 1 + telBlokken(item), 0)
    if (blok.t === 'citaat') return som + 1 + telBlokken(blok.blokken)
    return som + 1 + (blok.t === 'tabel' ? blok.rijen.length : 0)
  }, 0)
}

export type Opdracht = { nummer: number; layout: 'brief' | 'rapport'; data: string }
export type Antwoord = { nummer: number; pdf?: Uint8Array; bladzijden?: number; fout?: string }

let werker: Worker | undefined
let volgnummer = 0
const wachtend = new Map<number, (antwoord: Antwoord) => void>()

function zet(layout: Opdracht['layout'], data: string): Promise<Antwoord> {
  werker ??= startWerker()
  const nummer = ++volgnummer
  const opdracht: Opdracht = { nummer, layout, data }
  werker.ref()
  werker.postMessage(opdracht)
  return new Promise((resolve) => {
    const tijd = setTimeout(() => staak('Het document maken duurde te lang.'), maxSeconden * 1000)
    wachtend.set(nummer, (antwoord) => {
      clearTimeout(tijd)
      wachtend.delete(nummer)
      if (wachtend.size === 0) werker?.unref()
      resolve(antwoord)
    })
  })
}

function startWerker(): Worker {
  const nieuw = new Worker(new URL('./werker.ts', import.meta.url))
  nieuw.on('message', (antwoord: Antwoord) => wachtend.get(antwoord.nummer)?.(antwoord))
  nieuw.on('error', (error) => {
    if (nieuw === werker) staak(String(error))
  })
  return nieuw
}

/** Everybody who waits is told; the next document gets a thread that works. */
function staak(fout: string): void {
  const dood = werker
  werker = undefined
  void dood?.terminate()
  for (const [nummer, klaar] of wachtend) klaar({ nummer, fout })
}
