import type { Veldsoort } from '#contract/formulieren.ts'

/** A form as it stands in its file: what this editor does not know stays as it is. */
export type RuwVeld = Record<string, unknown>
export type RuwDeel = Record<string, unknown>
export type RuwFormulier = Record<string, unknown> & { velden: RuwVeld[] }

/** @returns undefined for what is no form: then there is only the text to work on */
export function leesRuw(tekst: string): RuwFormulier | undefined {
  try {
    const waarde: unknown = JSON.parse(tekst)
    if (!isObject(waarde) || !Array.isArray(waarde['velden']) || !waarde['velden'].every(isObject)) return undefined
    return waarde as RuwFormulier
  } catch {
    return undefined
  }
}

export const schrijfRuw = (form: RuwFormulier): string => `${JSON.stringify(form, null, 2)}\n`

/** Sets a property, or takes it away: `undefined` is not said at all. */
export function zet<T extends Record<string, unknown>>(object: T, naam: string, waarde: unknown): T {
  if (waarde !== undefined) return { ...object, [naam]: waarde }
  const { [naam]: _, ...rest } = object
  return rest as T
}

export function zetVeld(form: RuwFormulier, plek: number, naam: string, waarde: unknown): RuwFormulier {
  const veld = form.velden[plek]
  if (!veld) return form
  const velden = form.velden.with(plek, zet(veld, naam, waarde))
  // A part names its fields: it goes along with the name.
  return naam === 'naam'
    ? metDelen({ ...form, velden }, (namen) => namen.map((each) => (each === veld['naam'] ? String(waarde) : each)))
    : { ...form, velden }
}

/** Another kind keeps what every kind has; what only the old kind knew is gone, or the form would be refused. */
export function zetSoort(form: RuwFormulier, plek: number, soort: Veldsoort): RuwFormulier {
  const veld = form.velden[plek]
  if (!veld) return form
  const blijft = Object.fromEntries(Object.entries(veld).filter(([naam]) => !eigen.has(naam)))
  return { ...form, velden: form.velden.with(plek, { ...blijft, ...begin[soort], ...pasIn(veld, soort), soort }) }
}

/** After this place; at the end without one. @returns the form, and where the new field is */
export function voegToe(form: RuwFormulier, soort: Veldsoort, label: string, na = form.velden.length - 1) {
  const naam = vrijeNaam(form, 'vraag')
  return steekIn(form, { naam, soort, label, ...begin[soort] }, na)
}

export function verdubbel(form: RuwFormulier, plek: number) {
  const veld = form.velden[plek] ?? {}
  return steekIn(form, { ...structuredClone(veld), naam: vrijeNaam(form, String(veld['naam'] ?? 'vraag')) }, plek)
}

export function verwijder(form: RuwFormulier, plek: number): RuwFormulier {
  const naam = form.velden[plek]?.['naam']
  return metDelen({ ...form, velden: form.velden.toSpliced(plek, 1) }, (namen) => namen.filter((each) => each !== naam))
}

/** Takes back that a field went away, whatever was done since. */
export function zetTerug(nu: RuwFormulier, toen: RuwFormulier, plek: number): RuwFormulier {
  const veld = toen.velden[plek]
  if (!veld || nu.velden.some(({ naam }) => naam === veld['naam'])) return nu
  const velden = nu.velden.toSpliced(plek, 0, veld)
  const naam = String(veld['naam'])
  const was = delenVan(toen)?.findIndex((deel) => namenIn(deel).includes(naam)) ?? 0
  const aantal = delenVan(nu)?.length ?? 0
  return zetInDeel({ ...nu, velden }, naam, Math.max(0, Math.min(was, aantal - 1)))
}

export function verplaats(form: RuwFormulier, van: number, naar: number): RuwFormulier {
  const veld = form.velden[van]
  if (!veld || naar < 0 || naar >= form.velden.length) return form
  return { ...form, velden: form.velden.toSpliced(van, 1).toSpliced(naar, 0, veld) }
}

function steekIn(form: RuwFormulier, veld: RuwVeld, na: number): { form: RuwFormulier; plek: number } {
  const buur = form.velden[na]?.['naam']
  const naam = String(veld['naam'])
  const velden = form.velden.toSpliced(na + 1, 0, veld)
  const delen = delenVan(form)
  if (!delen) return { form: { ...form, velden }, plek: na + 1 }
  // In the part of the field before it, or else in the first.
  const doel = Math.max(
    0,
    delen.findIndex((deel) => namenIn(deel).includes(String(buur))),
  )
  const next = delen.map((deel, i) => {
    if (i !== doel) return deel
    const namen = namenIn(deel)
    return { ...deel, velden: namen.toSpliced(namen.indexOf(String(buur)) + 1 || namen.length, 0, naam) }
  })
  return { form: { ...form, velden, delen: next }, plek: na + 1 }
}

/** Puts a field in another part. */
export function zetInDeel(form: RuwFormulier, naam: string, doel: number): RuwFormulier {
  const delen = delenVan(form)
  if (!delen) return form
  return {
    ...form,
    delen: delen.map((deel, i) => {
      const zonder = namenIn(deel).filter((each) => each !== naam)
      return { ...deel, velden: i === doel ? [...zonder, naam] : zonder }
    }),
  }
}

/** A form gets parts all at once: every field stands in exactly one. */
export function voegDeelToe(form: RuwFormulier, titel: string): RuwFormulier {
  const delen = delenVan(form)
  if (delen) return { ...form, delen: [...delen, { titel, velden: [] }] }
  return { ...form, delen: [{ titel, velden: form.velden.map(({ naam }) => String(naam)) }] }
}

/** Its fields go to the part before it; without a last part the form has none. */
export function verwijderDeel(form: RuwFormulier, plek: number): RuwFormulier {
  const delen = delenVan(form)
  if (!delen || delen.length < 2) return zet(form, 'delen', undefined) as RuwFormulier
  const over = namenIn(delen[plek] ?? {})
  const doel = Math.max(0, plek - 1)
  return {
    ...form,
    delen: delen
      .toSpliced(plek, 1)
      .map((deel, i) => (i === doel ? { ...deel, velden: [...namenIn(deel), ...over] } : deel)),
  }
}

export function zetDeel(form: RuwFormulier, plek: number, naam: string, waarde: unknown): RuwFormulier {
  const delen = delenVan(form)
  const deel = delen?.[plek]
  return delen && deel ? { ...form, delen: delen.with(plek, zet(deel, naam, waarde)) } : form
}

export function delenVan({ delen }: RuwFormulier): RuwDeel[] | undefined {
  return Array.isArray(delen) && delen.every(isObject) ? delen : undefined
}

export const namenIn = ({ velden }: RuwDeel): string[] =>
  Array.isArray(velden) ? velden.filter((naam) => typeof naam === 'string') : []

function metDelen(form: RuwFormulier, werk: (namen: string[]) => string[]): RuwFormulier {
  const delen = delenVan(form)
  return delen ? { ...form, delen: delen.map((deel) => ({ ...deel, velden: werk(namenIn(deel)) })) } : form
}

/** `hoogte`, `hoogte2`, `hoogte3`, … */
function vrijeNaam({ velden }: RuwFormulier, basis: string): string {
  const bezet = new Set(velden.map(({ naam }) => naam))
  const stam = basis.replace(/\d+$/, '').slice(0, 50) || 'vraag'
  for (let nummer = 2, naam = basis; ; nummer++) {
    if (!bezet.has(naam)) return naam
    naam = `${stam}${nummer}`
  }
}

/** What a kind has besides what all have. */
export const eigenVan: Record<Veldsoort, readonly string[]> = {
  tekst: ['min', 'max', 'vorm'],
  tekstvak: ['min', 'max'],
  getal: ['min', 'max', 'decimalen', 'eenheid'],
  bedrag: ['min', 'max'],
  datum: ['min', 'max'],
  keuze: ['opties', 'weergave'],
  meerkeuze: ['opties', 'min', 'max'],
  janee: [],
  adres: [],
  eenheid: [],
  bestand: ['max'],
  foto: ['max'],
  iban: [],
  handtekening: [],
  informatie: ['tekst', 'toon', 'berekend'],
}
const eigen = new Set(Object.values(eigenVan).flat())

/** Without which a field of this kind is no field. */
const begin: Record<Veldsoort, RuwVeld> = {
  tekst: {},
  tekstvak: {},
  getal: {},
  bedrag: {},
  datum: {},
  keuze: { opties: eersteOpties() },
  meerkeuze: { opties: eersteOpties() },
  janee: {},
  adres: {},
  eenheid: {},
  bestand: {},
  foto: {},
  iban: {},
  handtekening: {},
  informatie: { tekst: '…' },
}

function eersteOpties() {
  return [
    { waarde: 'een', label: 'Eerste keuze' },
    { waarde: 'twee', label: 'Tweede keuze' },
  ]
}

/** What it had, as far as the new kind takes it: a first day is FEEL, a smallest number is not. */
function pasIn(veld: RuwVeld, soort: Veldsoort): RuwVeld {
  const past = (naam: string, waarde: unknown) =>
    naam === 'min' || naam === 'max' ? typeof waarde === (soort === 'datum' ? 'string' : 'number') : true
  return Object.fromEntries(
    eigenVan[soort].flatMap((naam) => (naam in veld && past(naam, veld[naam]) ? [[naam, veld[naam]]] : [])),
  )
}

const isObject = (waarde: unknown): waarde is Record<string, unknown> =>
  typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde)
