/** A refusal, as a VERA Foutbericht. */
export class Fout extends Error {
  readonly status: number
  readonly code: string

  constructor(status: number, code: string, omschrijving: string) {
    super(omschrijving)
    this.status = status
    this.code = code
  }
}

export const onbekend = (wat: string) => new Fout(400, 'ONBEKEND', `${wat} is bij de ERP niet bekend.`)
export const ongeldig = (wat: string) => new Fout(400, 'ONGELDIG', wat)

type Bericht = Record<string, unknown>

const tijdstip = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/
/** In these a moment is meant; in Overeenkomsten, Huuropzeggingen and Boekingen `begindatum` is a day. */
const momenten = new Set(['melddatum', 'bloktijdBegin', 'bloktijdEind', 'opdrachtdatum', 'technischGereeddatum'])
const bedragen = new Set(['bedrag', 'saldo', 'brutohuur', 'waarborgsom'])

/** Strict on purpose: what a real ERP refuses should fail here first. */
export function keurBericht(bericht: unknown, bij = ''): Bericht {
  if (bericht === null || typeof bericht !== 'object' || Array.isArray(bericht))
    throw ongeldig(`${bij || 'Het bericht'} moet een object zijn.`)
  for (const [naam, waarde] of Object.entries(bericht)) keurVeld(naam, waarde, bij ? `${bij}.${naam}` : naam)
  return bericht as Bericht
}

function keurVeld(naam: string, waarde: unknown, plek: string): void {
  if (Array.isArray(waarde)) for (const [i, each] of waarde.entries()) keurVeld(naam, each, `${plek}[${i}]`)
  else if (waarde !== null && typeof waarde === 'object') keurBericht(waarde, plek)
  else if (momenten.has(naam) && !(typeof waarde === 'string' && tijdstip.test(waarde)))
    throw ongeldig(`${plek} moet een tijdstip in UTC zijn, met een Z.`)
  else if (bedragen.has(naam) && !isBedrag(waarde))
    throw ongeldig(`${plek} moet een bedrag met hoogstens twee decimalen zijn.`)
}

const isBedrag = (waarde: unknown) =>
  typeof waarde === 'number' && Math.abs(waarde * 100 - Math.round(waarde * 100)) < 1e-6

export function tekstIn(bericht: Bericht, naam: string): string {
  const waarde = bericht[naam]
  if (typeof waarde !== 'string' || waarde.trim() === '') throw ongeldig(`${naam} ontbreekt.`)
  return waarde
}

export function dagIn(bericht: Bericht, naam: string): string {
  const waarde = tekstIn(bericht, naam)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(waarde) || Number.isNaN(Date.parse(waarde))) throw ongeldig(`${naam} is geen datum.`)
  return waarde
}

/** `{ eenheid: { code } }` → the code. */
export function codeIn(bericht: Bericht, naam: string, sleutel: 'code' | 'id' = 'code'): string | undefined {
  const waarde: unknown = Reflect.get(Object(bericht[naam]), sleutel)
  return typeof waarde === 'string' && waarde !== '' ? waarde : undefined
}

export function extraIn(bericht: Bericht, naam: string): string | undefined {
  const extra = bericht['extra-attributen']
  const gevonden = Array.isArray(extra) ? extra.find((each) => Reflect.get(Object(each), 'naam') === naam) : undefined
  const waarde: unknown = Reflect.get(Object(gevonden), 'waarde')
  return typeof waarde === 'string' ? waarde : undefined
}
