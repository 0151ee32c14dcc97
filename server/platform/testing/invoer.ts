import { z } from 'zod'

/** Fills in what a schema cannot know: an id that exists, by the name of the field. */
export type Kies = (veld: string) => string

type Schema = {
  $ref?: string
  $defs?: Record<string, Schema>
  const?: unknown
  enum?: unknown[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  type?: string | string[]
  format?: string
  pattern?: string
  minLength?: number
  minimum?: number
  exclusiveMinimum?: number
  minItems?: number
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
}

/** Names and codes must often be unique. */
let nummer = 0

/** Texts for the patterns of the contract; the first that fits is taken. */
const teksten = ['proef', '12:00', '2026-11-23', '0123456789012345', '1', '/werkplek', 'A'.repeat(43), 'AB']
const opNaam: Record<string, string> = {
  kanaalCode: 'telefoon',
  geboortedatum: '1980-03-12',
  q: 'berg',
  adres: 'proef@voorbeeld.nl',
  rol: 'HUU',
  bic: 'ABNANL2A',
  detailsoort: '',
  nieuw: 'een lange nieuwe wachtzin 7',
  iban: 'NL91ABNA0417164300',
  bsn: '111222333',
  invoer: '3512AB1',
  postcode: '3512AB',
  voorletters: 'J.',
  kvkNummer: '69599084',
  voorkeurstaal: 'nld',
  taal: 'nld',
  land: 'NL',
  rsin: '001234560',
  vestigingsnummer: '000012345678',
}

/** Answered at once and a taak exclude each other, and so do confidential and shown in the portaal. */
const sluitUit = new Set(['aanmaken', 'vertrouwelijk'])

/**
 * A value that the schema accepts, made from its own description.
 * @param volledig every optional field too, or only what is required
 */
export function maakInvoer(schema: z.ZodType, kies: Kies, volledig: boolean): unknown {
  nummer++
  const root = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema
  return maak(root, '')

  function maak(given: Schema, veld: string): unknown {
    const s = given.$ref ? (root.$defs?.[given.$ref.split('/').at(-1) ?? ''] ?? {}) : given
    if (s.const !== undefined) return s.const
    if (s.enum) return s.enum[0]
    if (Array.isArray(s.type)) return maak({ anyOf: s.type.map((type) => ({ ...s, type })) }, veld)
    const vormen = s.anyOf ?? s.oneOf
    if (vormen) {
      const keuzes = vormen.filter(({ type }) => type !== 'null')
      // A draft may have no kanaal yet; what is finished has one.
      return volledig || veld === 'kanaalCode' || keuzes.length === vormen.length ? maak(keuzes[0] ?? {}, veld) : null
    }
    if (s.allOf) return Object.assign({}, ...s.allOf.map((deel) => maak(deel, veld)))
    if (s.type === 'object') {
      const velden = Object.entries(s.properties ?? {}).filter(([naam]) => volledig || s.required?.includes(naam))
      return Object.fromEntries(velden.map(([naam, deel]) => [naam, maak(deel, naam)]))
    }
    if (s.type === 'array') {
      const aantal = Math.max(s.minItems ?? 0, volledig ? 1 : 0)
      return Array.from({ length: aantal }, () => maak(s.items ?? {}, veld.replace(/s$/, '')))
    }
    if (s.type === 'integer' || s.type === 'number') return Math.max(s.minimum ?? 1, (s.exclusiveMinimum ?? 0) + 1, 1)
    if (s.type === 'boolean') return !sluitUit.has(veld)
    return maakTekst(s, veld)
  }

  function maakTekst(s: Schema, veld: string): string {
    if (s.format === 'uuid') return kies(veld)
    if (s.format === 'date') return `2026-11-${10 + (nummer % 20)}`
    if (s.format === 'date-time') return '2026-11-23T10:00:00Z'
    if (veld === 'email') return `proef${nummer}@voorbeeld.nl`
    if (/^(naam|code)$/.test(veld) && past(s, `proef${nummer}`)) return `proef${nummer}`
    const bekend = opNaam[veld]
    if (bekend !== undefined && past(s, bekend)) return bekend
    return (s.pattern && teksten.find((tekst) => past(s, tekst))) || 'proef'.padEnd(s.minLength ?? 0, 'x')
  }
}

function past({ pattern }: Schema, tekst: string): boolean {
  return !pattern || new RegExp(pattern, 'u').test(tekst)
}

/** Query parameters as text; a list is repeated by none of our endpoints. */
export function maakQuery(schema: z.ZodType | undefined, kies: Kies, volledig: boolean): string {
  if (!schema) return ''
  const waarden = maakInvoer(schema, kies, volledig) as Record<string, unknown>
  // A cursor is opaque: the server makes it, nobody else.
  const paren = Object.entries(waarden).filter(([naam]) => naam !== 'na')
  const query = new URLSearchParams(paren.map(([naam, waarde]) => [naam, String(waarde)]))
  return query.size > 0 ? `?${query}` : ''
}
