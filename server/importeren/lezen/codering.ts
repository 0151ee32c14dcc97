import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'

export type Codering = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

export type Onderzoek =
  | { omvang: number; sha256: string; codering: Codering }
  | { fout: string; omvang: number; sha256: string }

/**
 * Looks through a file once: what it weighs, its fingerprint and its encoding. A byte order mark decides; otherwise it is
 * UTF-8 when it reads as such, also with a few broken characters, and else Windows-1252 (Excel, older systems).
 */
export async function onderzoekBestand(pad: string): Promise<Onderzoek> {
  const hash = createHash('sha256')
  const utf8 = new TextDecoder('utf-8')
  let omvang = 0
  let begin: Buffer | undefined
  let kapot = 0
  let bijzonder = 0
  let nullen = false
  for await (const stuk of createReadStream(pad, { highWaterMark: 256 * 1024 })) {
    const bytes = stuk as Buffer
    begin ??= Buffer.from(bytes.subarray(0, 8))
    omvang += bytes.length
    hash.update(bytes)
    nullen ||= bytes.includes(0)
    for (const [teken] of utf8.decode(bytes, { stream: true }).matchAll(/\P{ASCII}/gu)) {
      if (teken === '\uFFFD') kapot++
      else bijzonder++
    }
  }
  const gevonden = { omvang, sha256: hash.digest('hex') }
  const merk = merkteken(begin)
  if (merk) return { ...gevonden, codering: merk }
  const fout = geenTekst(begin, nullen)
  if (fout) return { ...gevonden, fout }
  return { ...gevonden, codering: kapot > bijzonder ? 'windows-1252' : 'utf-8' }
}

/** The text of a file, piece by piece, without its byte order mark. */
export async function* leesTekst(pad: string, codering: Codering): AsyncGenerator<string> {
  const decoder = new TextDecoder(codering)
  for await (const stuk of createReadStream(pad, { highWaterMark: 256 * 1024 })) {
    const tekst = decoder.decode(stuk as Buffer, { stream: true })
    if (tekst) yield tekst
  }
  const rest = decoder.decode()
  if (rest) yield rest
}

function merkteken(begin: Buffer | undefined): Codering | undefined {
  if (!begin) return undefined
  if (begin[0] === 0xef && begin[1] === 0xbb && begin[2] === 0xbf) return 'utf-8'
  if (begin[0] === 0xff && begin[1] === 0xfe) return 'utf-16le'
  return begin[0] === 0xfe && begin[1] === 0xff ? 'utf-16be' : undefined
}

function geenTekst(begin: Buffer | undefined, nullen: boolean): string | undefined {
  if (!begin) return 'Dit bestand is leeg.'
  const magie = begin.toString('latin1')
  if (magie.startsWith('PK')) return 'Dit is een Excel- of zipbestand. Sla het in Excel op als CSV (UTF-8).'
  if (magie.startsWith('\xd0\xcf\x11\xe0')) return 'Dit is een oud Excelbestand. Sla het in Excel op als CSV (UTF-8).'
  if (magie.startsWith('%PDF')) return 'Dit is een PDF. Nodig is CSV of JSON.'
  return nullen ? 'Dit is geen tekstbestand.' : undefined
}
