import { type Proefstand, type Proefstap, Proefstart } from '#contract/procesproef.ts'
import type { ProcesWacht } from '#contract/processen.ts'
import { precies } from '#kit/format.ts'
import type { Vertaling } from '#kit/teksten.ts'
import type { nl } from './teksten.nl.ts'

type Woorden = Vertaling<typeof nl>

/** Where nothing is said, what the contract says. */
export const leegBegin = Proefstart.parse({ nu: '2000-01-01' })

/** What a step does, in words; elements by the name that people know. */
export function beschrijf(stap: Proefstap, naamVan: (element: string) => string, t: Woorden): string {
  if ('stap' in stap) return t.stapTaak(naamVan(stap.stap))
  if ('bericht' in stap) return t.stapBericht(stap.bericht)
  if ('signaal' in stap) return t.stapSignaal(stap.signaal)
  if ('tijd' in stap) return t.stapTijd(stap.tijd)
  if ('tot' in stap) return t.stapTot(precies(stap.tot))
  return t.stapActie(naamVan(stap.actie))
}

/** In a repetition one step waits for each item: which one is said by the item. */
export function itemVan(wacht: ProcesWacht, alle: readonly ProcesWacht[]): { item?: unknown } {
  if (alle.filter(({ element }) => element === wacht.element).length < 2) return {}
  const [item] = Object.entries(wacht.lokaal).flatMap(([naam, waarde]) => (naam === 'lusNummer' ? [] : [waarde]))
  return { item: item ?? wacht.lokaal['lusNummer'] }
}

/** The first timer that will go off, if any. */
export function volgendeWekker({ proces }: Proefstand): string | undefined {
  return proces?.wacht
    .flatMap(({ soort, moment }) => (soort === 'timer' && moment ? [moment] : []))
    .toSorted()
    .at(0)
}

/** Something that fits a JSON Schema, to begin with: each field there is, empty. */
export function leegVoorbeeld(schema: Record<string, unknown>): Record<string, unknown> {
  const waarde = leegVan(schema)
  return typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde)
    ? (waarde as Record<string, unknown>)
    : {}
}

type Schema = {
  type?: unknown
  const?: unknown
  default?: unknown
  enum?: unknown[]
  anyOf?: Schema[]
  properties?: Record<string, Schema>
}

function leegVan(schema: Schema): unknown {
  if ('default' in schema) return schema.default
  if ('const' in schema) return schema.const
  if (schema.enum) return schema.enum[0]
  if (schema.anyOf) return leegVan(schema.anyOf[0] ?? {})
  if (schema.type === 'object')
    return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([naam, deel]) => [naam, leegVan(deel)]))
  const leeg: Record<string, unknown> = { string: '', array: [], integer: 0, number: 0, boolean: false }
  return leeg[String(schema.type)] ?? null
}
