import { BerichtFout, namenIn } from '#contract/regels/vulBericht.ts'

/** The head between dashes, and the text under it. */
export type Gesplitst = { kop: string | undefined; tekst: string }

export function splits(bestand: string): Gesplitst {
  const [, kop, tekst] = /^---\n([\s\S]*?)\n---\n?([\s\S]*)$/.exec(bestand.replace(/\r\n/g, '\n')) ?? []
  return kop === undefined ? { kop: undefined, tekst: bestand } : { kop, tekst: tekst ?? '' }
}

export const voegSamen = ({ kop, tekst }: Gesplitst): string =>
  kop === undefined ? tekst : `---\n${kop}\n---\n${tekst}`

/** A line of the head, read as plain text; what is no plain line stays for the head itself. */
export function leesKopregel(kop: string | undefined, naam: string): string {
  const waarde = new RegExp(`^${naam}:[ \\t]*(.*)$`, 'm').exec(kop ?? '')?.[1]?.trim() ?? ''
  if (waarde.startsWith('"')) {
    try {
      return String(JSON.parse(waarde))
    } catch {
      return waarde
    }
  }
  return waarde.startsWith("'") && waarde.endsWith("'") ? waarde.slice(1, -1).replaceAll("''", "'") : waarde
}

/** Writes a line of the head; an empty value takes it away. Other lines stay as they are. */
export function schrijfKopregel(kop: string | undefined, naam: string, waarde: string): string | undefined {
  const regels = (kop ?? '').split('\n').filter((regel) => regel !== '')
  const plek = regels.findIndex((regel) => regel.startsWith(`${naam}:`))
  const regel = `${naam}: ${alsYaml(waarde)}`
  const next =
    waarde === '' ? regels.filter((_, i) => i !== plek) : plek < 0 ? [...regels, regel] : regels.with(plek, regel)
  return next.length > 0 ? next.join('\n') : undefined
}

/** Quoted where YAML would read something else than a text: `ja: nee`, `{{ zaak.nummer }}`, `true`. */
function alsYaml(waarde: string): string {
  if (waarde === 'true' || waarde === 'false') return waarde
  const gewoon = /^[\p{L}\p{N}][^#:{}[\],&*!|>'"%@`]*$/u.test(waarde) && !/^(yes|no|null|~|[\d.+-]+)$/i.test(waarde)
  return gewoon && waarde === waarde.trim() ? waarde : JSON.stringify(waarde)
}

export type Oordeel = {
  /** Why it cannot be read at all. */
  fout: string | undefined
  /** Names that nobody fills in, with the line where they stand. */
  onbekend: { naam: string; regel: number }[]
}

/** What is wrong with a text while one types. A name in a section may be one of its item. */
export function beoordeel(tekst: string, bekend: ReadonlySet<string>): Oordeel {
  try {
    const onbekend = namenIn(tekst)
      .filter(({ naam, in: binnen }) => binnen.length === 0 && naam !== '.' && !bekend.has(naam.split('.')[0] ?? ''))
      .map(({ naam, regel }) => ({ naam, regel }))
    return { fout: undefined, onbekend }
  } catch (error) {
    if (error instanceof BerichtFout) return { fout: error.message, onbekend: [] }
    throw error
  }
}

/** Every name with those inside it, as far as the example knows them: `klant.aanhef`, `zaak.nummer`. */
export function variabelenIn(naam: string, voorbeeld: unknown): string[] {
  if (typeof voorbeeld !== 'object' || voorbeeld === null || Array.isArray(voorbeeld)) return [naam]
  const delen = Object.entries(voorbeeld).flatMap(([deel, waarde]) => variabelenIn(`${naam}.${deel}`, waarde))
  return delen.length > 0 ? delen : [naam]
}

/** GSM 03.38: what fits seven bits; some signs count for two. */
const gewoon = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)
const dubbel = new Set('^{}\\[~]|€\f')

/** How long an sms is, and how many parts it is sent and paid in. */
export function smsLengte(tekst: string): { tekens: number; delen: number } {
  const letters = [...tekst]
  const zeven = letters.every((teken) => gewoon.has(teken) || dubbel.has(teken))
  const tekens = zeven ? letters.reduce((som, teken) => som + (dubbel.has(teken) ? 2 : 1), 0) : tekst.length
  const [een, deel] = zeven ? [160, 153] : [70, 67]
  return { tekens, delen: tekens === 0 ? 0 : tekens <= een ? 1 : Math.ceil(tekens / deel) }
}
