import { type RawBuilder, sql } from 'kysely'
import type { InvalidParam } from '#server/platform/errors.ts'
import { controleer, isUuid } from './controleer.ts'
import { ongeldig, veldfout } from './fouten.ts'
import { type Schema, vlak } from './specificatie/specificatie.ts'

type Voorwaarde = RawBuilder<unknown>
type Maak = (waarde: string) => Voorwaarde

/** The parameters of a question, checked; each filter is asked for by its name and absent when it was not sent. */
export type Zoekvraag = {
  heeft(naam: string): boolean
  tekst(naam: string): string | undefined
  waar(naam: string): boolean | undefined
  getal(naam: string, anders: number): number
  lijst(naam: string): string[]
  /** The conditions of those that were sent. */
  filter(per: Record<string, Maak>): Voorwaarde[]
  /** `…__uuid` and `…__url` mean the same: of an address only its last part counts. */
  verwijst(naam: string, maak: Maak): Voorwaarde[]
  /** Filters that must hold for one and the same row. */
  samen(per: Record<string, Maak>, bestaat: (alle: Voorwaarde) => Voorwaarde): Voorwaarde[]
}

/** @throws 400 on what this question does not know, and on values that cannot be */
export function leesZoekvraag(schemas: Record<string, Schema>, query: Record<string, unknown>): Zoekvraag {
  const onbekend = Object.keys(query).filter((naam) => !(naam in schemas))
  if (onbekend.length > 0)
    throw veldfout(
      'nonFieldErrors',
      'unknown-parameters',
      `Onbekende query parameters: ${onbekend.join(', ').slice(0, 300)}`,
    )
  const waarden = new Map<string, unknown>()
  const fouten: InvalidParam[] = []
  for (const [naam, gegeven] of Object.entries(query)) {
    const schema = vlak(schemas[naam] ?? {})
    const gelezen = leesWaarde(schema, gegeven, naam)
    fouten.push(...gelezen.fouten)
    // Sent without a value: as if it was not sent, as the peers have it.
    if (gelezen.waarde !== '') waarden.set(naam, gelezen.waarde)
  }
  if (fouten.length > 0) throw ongeldig(fouten)
  const tekst = (naam: string) => {
    const waarde = waarden.get(naam)
    return waarde === undefined ? undefined : String(waarde)
  }
  const filter = (per: Record<string, Maak>) =>
    Object.entries(per).flatMap(([naam, maak]) => {
      const waarde = tekst(naam)
      return waarde === undefined ? [] : [maak(waarde)]
    })
  return {
    heeft: (naam) => waarden.has(naam),
    tekst,
    waar: (naam) => waarden.get(naam) as boolean | undefined,
    getal: (naam, anders) => (waarden.get(naam) as number | undefined) ?? anders,
    lijst: (naam) => (waarden.get(naam) as string[] | undefined) ?? [],
    filter,
    verwijst(naam, maak) {
      const url = tekst(`${naam}__url`)
      const id = url === undefined ? undefined : (url.replace(/\/+$/, '').split('/').at(-1) ?? '')
      const uit = filter({ [`${naam}__uuid`]: maak })
      if (id === undefined) return uit
      return [...uit, isUuid(id) ? maak(id) : sql`false`]
    },
    samen(per, bestaat) {
      const alle = filter(per)
      return alle.length === 0 ? [] : [bestaat(sql.join(alle, sql` and `))]
    },
  }
}

function leesWaarde(schema: Schema, gegeven: unknown, naam: string) {
  if (schema.type === 'array') {
    const delen = (Array.isArray(gegeven) ? gegeven : [gegeven]).flatMap((deel) => String(deel).split(','))
    const gevuld = delen.map((deel) => deel.trim()).filter(Boolean)
    return controleer(schema, gevuld, naam)
  }
  const laatste = Array.isArray(gegeven) ? gegeven.at(-1) : gegeven
  if (laatste === '') return { waarde: '', fouten: [] }
  if (schema.type === 'boolean') return controleer(schema, alsWaar(laatste), naam)
  // Of an address only its last part counts; one that is none finds nothing.
  if (schema.format === 'uri') return controleer({ type: 'string', maxLength: 1000 }, laatste, naam)
  const { pattern: _, ...rest } = schema
  return controleer({ maxLength: 1000, ...rest }, laatste, naam)
}

function alsWaar(gegeven: unknown): unknown {
  const tekst = String(gegeven).toLowerCase()
  if (['true', '1'].includes(tekst)) return true
  return ['false', '0'].includes(tekst) ? false : gegeven
}

/** Somewhere in the text, whatever the case; `%` and `_` mean themselves. */
export const bevat = (kolom: RawBuilder<unknown>, waarde: string) =>
  sql`${kolom} ilike ${`%${waarde.replace(/[\\%_]/g, '\\$&')}%`}`
