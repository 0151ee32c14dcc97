import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { Keten } from '../verbinding.ts'

type Schema = {
  $ref?: string
  allOf?: Schema[]
  oneOf?: Schema[]
  type?: string
  format?: string
  pattern?: string
  properties?: Record<string, Schema>
  items?: Schema
  maxItems?: number
}
type Parameter = { $ref?: string; name: string; in: string; schema: Schema }
type Handeling = {
  parameters?: Parameter[]
  requestBody?: { content: { 'application/json': { schema: Schema } } }
  responses: Record<string, { content?: { 'application/json': { schema: Schema } } }>
}
type Document = {
  paths: Record<string, Record<string, Handeling>>
  components: { schemas: Record<string, Schema>; parameters: Record<string, Parameter> }
}

const gelezen = new Map<Keten, Document>()

function document(keten: Keten): Document {
  const eerder = gelezen.get(keten)
  if (eerder) return eerder
  const doc = parse(readFileSync(join(import.meta.dirname, `../standaard/${keten.toUpperCase()}.yaml`), 'utf8'))
  gelezen.set(keten, doc)
  return doc
}

export type Uitwisseling = {
  keten: Keten
  methode: string
  /** Within the API: `/onderhoudsverzoeken/1`. */
  pad: string
  query: URLSearchParams
  koppen: Headers
  bericht: unknown
  status: number
  antwoord: unknown
}

/** What we agreed outside the standard: see `gewijzigdSinds` and `OptieVraag`. */
const eigenVragen = new Set(['gewijzigdSinds'])

/**
 * Everything in one request and its answer that the published specification does not know. Stricter than OpenAPI asks:
 * VERA marks nothing as required and closes no object, but a name that is not there is a mistake of ours.
 */
export function overtredingen(u: Uitwisseling): string[] {
  const doc = document(u.keten)
  const [, middel, id] = u.pad.split('/')
  const sjabloon = id === undefined ? `/${middel}` : `/${middel}/{id}`
  const plek = `${u.methode} ${u.keten}${sjabloon}`
  const handeling = doc.paths[sjabloon]?.[u.methode.toLowerCase()]
  if (!handeling) return [`${plek}: is er niet`]
  const parameters = (handeling.parameters ?? []).map((each) => volgParameter(doc, each))
  const fouten = [
    ...keurVragen(doc, parameters, u.query),
    ...keurKoppen(parameters, u.koppen),
    ...(id === undefined ? [] : keurId(parameters, decodeURIComponent(id))),
  ]
  const schema = handeling.requestBody?.content['application/json'].schema
  if (schema && u.bericht !== undefined) fouten.push(...keur(doc, schema, u.bericht, 'bericht'))
  const antwoord = (handeling.responses[String(u.status)] ?? handeling.responses['default'])?.content?.[
    'application/json'
  ]
  if (antwoord && u.antwoord !== undefined) fouten.push(...keur(doc, antwoord.schema, u.antwoord, 'antwoord'))
  return fouten.map((fout) => `${plek}: ${fout}`)
}

function keurVragen(doc: Document, parameters: Parameter[], query: URLSearchParams): string[] {
  const bericht = parameters.find(({ name }) => name === 'params')
  const namen = new Set(parameters.filter((each) => each.in === 'query').map(({ name }) => name))
  return [...query.keys()].flatMap((naam) => {
    if (namen.has(naam) || eigenVragen.has(naam)) return []
    return bericht && heeftPad(doc, bericht.schema, naam.split('.')) ? [] : [`vraagt op ${naam}, dat er niet is`]
  })
}

function heeftPad(doc: Document, schema: Schema, [naam, ...rest]: string[]): boolean {
  if (naam === undefined) return true
  const echt = volg(doc, schema)
  if (echt.items) return heeftPad(doc, echt.items, [naam, ...rest])
  return varianten(doc, echt).some((velden) => velden[naam] && heeftPad(doc, velden[naam], rest))
}

function keurKoppen(parameters: Parameter[], koppen: Headers): string[] {
  const bekend = new Set(parameters.filter((each) => each.in === 'header').map(({ name }) => name.toLowerCase()))
  const eigen = [...koppen.keys()].filter((naam) => naam.startsWith('x-') && naam !== 'x-api-key')
  return eigen.filter((naam) => !bekend.has(naam)).map((naam) => `kop ${naam} is er niet`)
}

function keurId(parameters: Parameter[], id: string): string[] {
  const type = parameters.find(({ name }) => name === 'id')?.schema.type
  return type === 'integer' && !/^\d+$/.test(id) ? [`id ${id} is geen geheel getal`] : []
}

function volgParameter(doc: Document, parameter: Parameter): Parameter {
  return parameter.$ref ? (doc.components.parameters[naamVan(parameter.$ref)] ?? parameter) : parameter
}

const naamVan = (ref: string) => ref.split('/').at(-1) ?? ''

function volg(doc: Document, schema: Schema): Schema {
  if (!schema.$ref) return schema
  const gevonden = doc.components.schemas[naamVan(schema.$ref)]
  if (!gevonden) throw new Error(`${schema.$ref} is not in the specification`)
  return volg(doc, gevonden)
}

/** The sets of properties that an object may have: one for each choice of its `oneOf`s. */
function varianten(doc: Document, schema: Schema): Record<string, Schema>[] {
  const echt = volg(doc, schema)
  if (echt.oneOf) return echt.oneOf.flatMap((each) => varianten(doc, each))
  const eigen = [echt.properties ?? {}]
  return (echt.allOf ?? []).reduce(
    (samen, deel) => samen.flatMap((een) => varianten(doc, deel).map((ander) => ({ ...een, ...ander }))),
    eigen,
  )
}

function keur(doc: Document, schema: Schema, waarde: unknown, plek: string): string[] {
  const echt = volg(doc, schema)
  if (echt.allOf || echt.oneOf || echt.type === 'object') return keurObject(doc, echt, waarde, plek)
  if (echt.type === 'array') {
    if (!Array.isArray(waarde)) return [`${plek} is geen lijst`]
    const teVeel = echt.maxItems !== undefined && waarde.length > echt.maxItems ? [`${plek} heeft te veel rijen`] : []
    return [...teVeel, ...waarde.flatMap((each, i) => (echt.items ? keur(doc, echt.items, each, `${plek}[${i}]`) : []))]
  }
  return keurWaarde(echt, waarde, plek)
}

function keurObject(doc: Document, schema: Schema, waarde: unknown, plek: string): string[] {
  if (waarde === null || typeof waarde !== 'object' || Array.isArray(waarde)) return [`${plek} is geen object`]
  const uitkomsten = varianten(doc, schema).map((velden) =>
    Object.entries(waarde).flatMap(([naam, each]) => {
      const veld = velden[naam]
      return veld ? keur(doc, veld, each, `${plek}.${naam}`) : [`${plek}.${naam} is er niet`]
    }),
  )
  return uitkomsten.reduce((beste, each) => (each.length < beste.length ? each : beste))
}

const vormen: Record<string, RegExp> = {
  date: /^\d{4}-\d{2}-\d{2}$/,
  'date-time': /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/,
}

function keurWaarde({ type, format, pattern }: Schema, waarde: unknown, plek: string): string[] {
  if (type === 'integer') return Number.isInteger(waarde) ? [] : [`${plek} is geen geheel getal`]
  if (type && typeof waarde !== type) return [`${plek} is geen ${type}`]
  const vorm = pattern ? new RegExp(pattern) : vormen[format ?? '']
  return vorm && !vorm.test(String(waarde)) ? [`${plek} heeft niet de vorm ${format ?? pattern}: ${waarde}`] : []
}
