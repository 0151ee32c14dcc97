import { z } from 'zod'

/**
 * A form as data: what a process asks, drawn by one renderer per look and judged by one core, in the browser and on the
 * server. Conditions are FEEL over the answers to earlier fields, `gegevens`, and what the process knows (klant, eenheid,
 * instellingen …). Amounts are in cents.
 */
const zin = (max: number) => z.string().trim().min(1).max(max)
/** FEEL; judged by `controleerDefinitie`, with its place and in Dutch. */
const Feel = z.string().trim().min(1).max(2000)

/** What expressions, tables and messages call the answer. */
export const Veldnaam = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]{0,59}$/, 'Gebruik letters en cijfers, beginnend met een kleine letter: datumVertrek.')

export const Optie = z.strictObject({
  waarde: z.string().min(1).max(100),
  label: zin(200),
  uitleg: zin(500).optional(),
})
export type Optie = z.infer<typeof Optie>

/** Fixed options, a list that the server knows (`vera:DEFECTSOORT`), or a FEEL expression that gives either. */
export const Opties = z.union([
  z.array(Optie).min(1).max(500),
  z.strictObject({
    lijst: z.string().regex(/^[a-z]+:[A-Z][A-Z0-9]*$/, 'Schrijf een lijst als vera:DEFECTSOORT.'),
    /** The codes that may be chosen now, in this order; null means all. */
    alleen: Feel.optional(),
  }),
  Feel,
])

const basis = {
  naam: Veldnaam,
  label: zin(200),
  uitleg: zin(1000).optional(),
  verplicht: z.union([z.boolean(), Feel]).default(false),
  zichtbaar: Feel.optional(),
  /** What stands there until somebody says otherwise. */
  standaard: Feel.optional(),
  /** `als` true means that something is wrong; `melding` says what, and what to do. */
  controles: z
    .array(z.strictObject({ als: Feel, melding: zin(500) }))
    .max(20)
    .default([]),
  breedte: z.enum(['heel', 'half']).default('heel'),
  /** Who is asked it; without it both. What one is not asked, has for him the value it starts with. */
  voor: z.enum(['medewerker', 'klant']).optional(),
  /** How a customer is asked the same, in his words; what is left out is as for an employee. */
  klant: z
    .strictObject({ label: zin(200).optional(), uitleg: zin(1000).optional(), tekst: zin(4000).optional() })
    .optional(),
}
const veld = <S extends string, T extends z.core.$ZodShape>(soort: S, eigen: T) =>
  z.strictObject({ soort: z.literal(soort), ...basis, ...eigen })

export const Veld = z.discriminatedUnion('soort', [
  veld('tekst', {
    max: z.int().min(1).max(1000).default(200),
    min: z.int().min(0).max(1000).default(0),
    /** What kind of text: gives the right keyboard, and a check. */
    vorm: z.enum(['vrij', 'e-mail', 'telefoon', 'postcode']).default('vrij'),
  }),
  veld('tekstvak', { max: z.int().min(1).max(20_000).default(4000), min: z.int().min(0).max(1000).default(0) }),
  veld('getal', {
    min: z.number().optional(),
    max: z.number().optional(),
    decimalen: z.int().min(0).max(6).default(0),
    /** Behind the field: m², kWh. */
    eenheid: zin(20).optional(),
  }),
  /** Bounds in cents, as the answer. */
  veld('bedrag', { min: z.int().default(0), max: z.int().default(100_000_000) }),
  veld('datum', { min: Feel.optional(), max: Feel.optional() }),
  veld('keuze', { opties: Opties, weergave: z.enum(['rondjes', 'lijst']).optional() }),
  veld('meerkeuze', { opties: Opties, min: z.int().min(0).default(0), max: z.int().min(1).default(100) }),
  veld('janee', {}),
  veld('adres', {}),
  veld('eenheid', {}),
  veld('bestand', { max: z.int().min(1).max(20).default(5) }),
  veld('foto', { max: z.int().min(1).max(20).default(5) }),
  veld('iban', {}),
  veld('handtekening', {}),
  /** Asks nothing; says something, with `berekend` behind it: a day, a number to call. */
  veld('informatie', {
    tekst: zin(4000),
    toon: z.enum(['info', 'goed', 'let-op', 'fout']).default('info'),
    berekend: Feel.optional(),
  }),
])
export type Veld = z.infer<typeof Veld>
export type Veldsoort = Veld['soort']

/** Some fields together under a heading; a form with parts names every field in exactly one. */
export const Deel = z.strictObject({
  titel: zin(200),
  uitleg: zin(1000).optional(),
  velden: z.array(Veldnaam).min(1),
  klant: z.strictObject({ titel: zin(200).optional(), uitleg: zin(1000).optional() }).optional(),
})

export const Formulierdefinitie = z.strictObject({
  titel: zin(200),
  uitleg: zin(2000).optional(),
  velden: z.array(Veld).max(200),
  delen: z.array(Deel).max(20).optional(),
  /** On the button that ends it. */
  verstuurtekst: zin(60).optional(),
  klant: z
    .strictObject({ titel: zin(200).optional(), uitleg: zin(2000).optional(), verstuurtekst: zin(60).optional() })
    .optional(),
  /** Constants for its expressions, such as which elements a room has. */
  gegevens: z.record(Veldnaam, z.json()).default({}),
  /** The lists that its options name: put in by the server, never part of the file. */
  lijsten: z.record(z.string(), z.array(Optie)).optional(),
  /** Who fills it in: put in by `voorKlant`, never part of the file. Absent: an employee. */
  voor: z.literal('klant').optional(),
})
export type Formulierdefinitie = z.infer<typeof Formulierdefinitie>
/** As it stands in a file: defaults left out. */
export type Formulierbestand = z.input<typeof Formulierdefinitie>

/** Answers, one kind per field. Files are attachments that were uploaded before. */
export type Antwoordadres = {
  straatnaam: string
  huisnummer: number
  huisletter: string
  toevoeging: string
  postcode: string
  woonplaats: string
}
export type Antwoordbestand = { id: string; naam: string }
/** Drawn on the screen, or the name typed: both count the same. */
export type Antwoordhandtekening =
  | { wijze: 'getekend'; afbeelding: string; naam: string }
  | { wijze: 'getypt'; naam: string }
export type Formulierfout = { naam: string; code: string; melding: string }
