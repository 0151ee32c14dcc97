import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { type Apirecht, apirechten } from '#contract/koppelingen/apitoegang.ts'
import { maakToken } from '#server/apitoegang/index.ts'
import { seedInrichting } from '#server/beheer/index.ts'
import type { Organisatie } from '#server/platform/db/organisaties.ts'
import { startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'

export const basis = '/klantinteracties/api/v1'
/** Whatever it holds: it is the specification that judges it. */
export type Json = ReturnType<typeof JSON.parse>
export type Methode = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
export type Uitkomst = { status: number; body: Json; headers: Record<string, string> }

/** A client of the standard: whatever it is answered is held against the published specification. */
export type Afnemer = {
  token: string
  stuur(methode: Methode, pad: string, body?: unknown, headers?: Record<string, string>): Promise<Uitkomst>
  haal(pad: string): Promise<Json>
  maak(pad: string, body: unknown): Promise<Json>
}

export type Proef = {
  rondom: TestRondom
  /** With every right. */
  alles: Afnemer
  afnemer(
    rechten: readonly Apirecht[],
    options?: { teams?: string[]; verlooptOp?: Date; bij?: Organisatie },
  ): Promise<Afnemer>
  metToken(token: string, bij?: Organisatie): Afnemer
  close(): Promise<void>
}

export async function startProef(): Promise<Proef> {
  const rondom = await startTestRondom()
  for (const bij of [rondom.hier, rondom.elders]) await rondom.write((w) => seedInrichting(w), bij)
  let volgnummer = 0
  const metToken = (token: string, bij = rondom.hier) => afnemerMet(rondom, token, bij)
  const afnemer: Proef['afnemer'] = async (rechten, { teams = [], verlooptOp = null, bij = rondom.hier } = {}) => {
    const naam = `Proef ${++volgnummer}`
    const { token } = await rondom.write((w) => maakToken(w, { naam, rechten, teams, verlooptOp }), bij)
    return metToken(token, bij)
  }
  return { rondom, alles: await afnemer(apirechten), afnemer, metToken, close: () => rondom.close() }
}

function afnemerMet(rondom: TestRondom, token: string, bij: Organisatie): Afnemer {
  async function stuur(methode: Methode, pad: string, body?: unknown, headers: Record<string, string> = {}) {
    const answer = await rondom.app.inject({
      method: methode,
      url: pad.startsWith('/') ? `${basis}${pad}` : new URL(pad).pathname + new URL(pad).search,
      headers: {
        host: bij.hosts[0] ?? '',
        ...(token && { authorization: `Token ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const uitkomst = {
      status: answer.statusCode,
      body: answer.body ? (answer.json() as Json) : {},
      headers: answer.headers as Record<string, string>,
    }
    eisVolgensSpecificatie(methode, pad, uitkomst)
    return uitkomst
  }
  async function goed(methode: Methode, pad: string, status: number, body?: unknown) {
    const uitkomst = await stuur(methode, pad, body)
    expect(uitkomst.status, JSON.stringify(uitkomst.body)).toBe(status)
    return uitkomst.body
  }
  return { token, stuur, haal: (pad) => goed('GET', pad, 200), maak: (pad, body) => goed('POST', pad, 201, body) }
}

type Yaml = { paths: Record<string, Record<string, Json>>; components: { schemas: Record<string, Json> } }
export const gepubliceerd = parse(
  readFileSync(join(import.meta.dirname, '../specificatie/klantinteracties.openapi.yaml'), 'utf8'),
) as Yaml

/** Read by zod, so by another reader of schemas than the one that the server checks its input with. */
const defs = Object.fromEntries(
  Object.entries(gepubliceerd.components.schemas).map(([naam, schema]) => [naam, alsJsonSchema(schema)]),
)
const lezers = new Map<string, z.ZodType>()

function alsJsonSchema(schema: Json): Json {
  if (Array.isArray(schema)) return schema.map(alsJsonSchema)
  if (typeof schema !== 'object' || schema === null) return schema
  const { nullable, readOnly: _, discriminator, $ref, description: __, title: ___, ...rest } = schema
  if (discriminator) {
    // Each kind is read by its own schema: fields of another kind would pass as unknown ones.
    const { propertyName, mapping } = discriminator
    return {
      anyOf: Object.entries(mapping as Record<string, string>).map(([soort, ref]) => ({
        allOf: [
          alsJsonSchema({ $ref: ref }),
          { type: 'object', properties: { [propertyName]: { const: soort } }, required: [propertyName] },
        ],
      })),
    }
  }
  const kern: Json = $ref
    ? { $ref: `#/$defs/${$ref.split('/').at(-1)}` }
    : Object.fromEntries(Object.entries(rest).map(([naam, deel]) => [naam, alsJsonSchema(deel)]))
  if (kern.additionalProperties && Object.keys(kern.additionalProperties).length === 0) delete kern.additionalProperties
  return nullable ? { anyOf: [kern, { type: 'null' }] } : kern
}

export function eisVolgensSpecificatie(methode: Methode, pad: string, { status, body, headers }: Uitkomst): void {
  const wat = `${methode} ${pad} → ${status}`
  expect(headers['api-version'], wat).toBe('0.9.0')
  expect(status, wat).toBeLessThan(500)
  if (status >= 400) {
    expect(headers['content-type'], wat).toContain('application/problem+json')
    expect(body, wat).toMatchObject({
      type: expect.stringMatching(/\/ref\/fouten\/\w+\/$/),
      code: expect.any(String),
      title: expect.any(String),
      status,
      detail: expect.any(String),
      instance: expect.stringMatching(/^urn:uuid:/),
    })
    return
  }
  if (status === 304 || status === 302) return
  const sjabloon = padInSpecificatie(pad)
  // Our own parameter: what was there already is answered as what was made.
  const verwacht = status === 200 && pad.includes('rondomVindOfMaak') ? 201 : status
  const antwoord = gepubliceerd.paths[sjabloon]?.[methode.toLowerCase()]?.['responses']?.[String(verwacht)]
  expect(antwoord, `${wat} is not an answer of the specification`).toBeDefined()
  const schema = antwoord.content && (Object.values(antwoord.content)[0] as Json).schema
  if (!schema) return
  const sleutel = `${methode} ${sjabloon} ${status}`
  const lezer = lezers.get(sleutel) ?? z.fromJSONSchema({ ...alsJsonSchema(schema), $defs: defs } as Json)
  lezers.set(sleutel, lezer)
  const gelezen = lezer.safeParse(body)
  if (!gelezen.success)
    throw new Error(`${wat} is not as published: ${z.prettifyError(gelezen.error)}\n${JSON.stringify(body)}`)
  if (status === 201 && sjabloon !== '/maak-klantcontact') expect(headers['location'], wat).toBe(body['url'])
}

function padInSpecificatie(pad: string): string {
  const kaal = pad.startsWith('/') ? pad : new URL(pad).pathname.slice(basis.length)
  const [, bron = '', id] = (kaal.split('?')[0] ?? '').split('/')
  return id ? `/${bron}/{uuid}` : `/${bron}`
}
