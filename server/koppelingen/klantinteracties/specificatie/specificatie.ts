import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

/** What we read of an OpenAPI 3.0 schema. */
export type Schema = {
  $ref?: string
  type?: 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean'
  format?: string
  enum?: string[]
  maxLength?: number
  minLength?: number
  maximum?: number
  minimum?: number
  pattern?: string
  nullable?: boolean
  readOnly?: boolean
  default?: unknown
  properties?: Record<string, Schema>
  additionalProperties?: Schema | boolean
  required?: string[]
  items?: Schema
  allOf?: Schema[]
  oneOf?: Schema[]
  discriminator?: { propertyName: string; mapping: Record<string, string> }
}
type Inhoud = { content?: Record<string, { schema: Schema }> }
export type Operatie = {
  parameters?: { name: string; in: string; schema: Schema }[]
  requestBody?: Inhoud
  responses: Record<string, Inhoud>
}
export type Specificatie = {
  info: { version: string }
  paths: Record<string, Record<string, Operatie>>
  components: { schemas: Record<string, Schema> }
}

const bestand = join(import.meta.dirname, 'klantinteracties.openapi.yaml')
let gelezen: Specificatie | undefined

/** The published specification, read when the first request comes: a start need not wait for it. */
export function specificatie(): Specificatie {
  // Our own copy of a published file; its form is proven by the tests that follow it.
  gelezen ??= parse(tekst()) as Specificatie
  return gelezen
}

export const tekst = (): string => readFileSync(bestand, 'utf8')

export function schemaVan(naam: string): Schema {
  const schema = specificatie().components.schemas[naam]
  if (!schema) throw new Error(`no schema ${naam} in the specification`)
  return schema
}

/** References followed and single `allOf`s taken together. */
export function vlak(schema: Schema): Schema {
  if (schema.$ref) return vlak(schemaVan(schema.$ref.split('/').at(-1) ?? ''))
  if (!schema.allOf) return schema
  const { allOf, ...eigen } = schema
  const samen: Schema = { type: 'object', properties: {}, required: [] }
  for (const deel of allOf.map(vlak)) {
    const { properties, required, ...rest } = deel
    Object.assign(samen, rest)
    samen.properties = { ...samen.properties, ...properties }
    samen.required = [...(samen.required ?? []), ...(required ?? [])]
  }
  return { ...samen, ...eigen }
}

export function operatie(pad: string, methode: string): Operatie {
  const gevonden = specificatie().paths[pad]?.[methode.toLowerCase()]
  if (!gevonden) throw new Error(`no ${methode} ${pad} in the specification`)
  return gevonden
}

/** What a list or a single resource may be asked with. */
export function parameters(pad: string, methode: string): Record<string, Schema> {
  const gevonden = operatie(pad, methode).parameters ?? []
  return Object.fromEntries(gevonden.filter((each) => each.in === 'query').map(({ name, schema }) => [name, schema]))
}

export function bodySchema(pad: string, methode: string): Schema {
  const schema = operatie(pad, methode).requestBody?.content?.['application/json']?.schema
  if (!schema) throw new Error(`${methode} ${pad} takes no body`)
  return schema
}
