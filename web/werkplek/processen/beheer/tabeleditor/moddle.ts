/** One element of the file as dmn-js holds it: typed by the DMN meta-model at run time, not by TypeScript. */
export type Moddle = {
  $type: string
  $parent?: Moddle
  $model: { create(type: string, properties: object): Moddle }
  id?: string
  name?: string
  get(naam: string): unknown
  set(naam: string, waarde: unknown): void
  [eigenschap: string]: unknown
}

export const lijst = (waarde: unknown): Moddle[] => (Array.isArray(waarde) ? (waarde as Moddle[]) : [])
export const tekstVan = (waarde: unknown): string => (typeof waarde === 'string' ? waarde : '')

/** A part of `ouder` with a text, as the file keeps expressions and tests. */
export function metTekst(ouder: Moddle, soort: string, text: string): Moddle {
  const nieuw = ouder.$model.create(soort, { text })
  nieuw.$parent = ouder
  return nieuw
}
