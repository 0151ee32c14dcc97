import { sql } from 'kysely'
import { afterAll, beforeAll, expect } from 'vitest'
import type { Endpoint } from '#contract/endpoint.ts'
import { type Recht, rechten, rollen } from '#contract/rechten.ts'
import { newId } from '#server/platform/ids.ts'
import { maakInvoer, maakQuery } from '#server/platform/testing/invoer.ts'
import type { Client } from '#server/platform/testing/rondom.ts'
import { merkteken, startTweeWerelden, type TweeWerelden } from '#server/platform/testing/tweeWerelden.ts'
import { naamVan, onderdeelBij, tabelBij, tabelVan, voorbeelden } from './endpoints.ts'

/*
 * Generated from what the application registers: a new endpoint is in here by itself, with the expectation that its
 * `recht` gives. Nobody: 401. Without the right: 403. With it: never a bug. Ids of another organisatie: 404.
 */

export const alleRechten = Object.keys(rechten) as Recht[]
export let werelden: TweeWerelden
let teamIds: string[]

/** Two organisaties for one test file, filled before its first test. */
export function wereldenPerBestand(): void {
  beforeAll(async () => {
    werelden = await startTweeWerelden()
    const teams = await sql<{ id: string }>`select id from team`.execute(werelden.db)
    teamIds = teams.rows.map(({ id }) => id)
  }, 60_000)
  afterAll(() => werelden.close())
}

export type Wereld = 'eigen' | 'vreemd'

export const kies =
  (wereld: Wereld) =>
  (veld: string): string =>
    werelden[wereld].get(tabelVan[veld] ?? 'partij') ?? newId()

export type Pad = { pad: string; tabel: string | undefined; id: string }

/** Every way to fill the path with something that exists, the likely one first: by id of each table, or by code. */
export function paden({ path }: Endpoint, wereld: Wereld): [Pad, ...Pad[]] {
  const eerste = /:(\w+)/.exec(path)?.[1]
  if (!eerste) return [{ pad: path, tabel: undefined, id: '' }]
  const onderdeel = werelden.onderdelen[wereld].get(onderdeelBij[/([\w-]+)\/:onderdeelId/.exec(path)?.[1] ?? ''] ?? '')
  if (onderdeel) {
    const pad = path.replace(':id', onderdeel.partijId).replace(':onderdeelId', onderdeel.id)
    return [{ pad, tabel: 'partij', id: onderdeel.partijId }]
  }
  const codes = werelden.codes.get(eerste)
  const vooraan = tabelBij[/(\w+)\/:/.exec(path)?.[1] ?? '']
  const tabellen = [...werelden[wereld]].sort(([a], [b]) => Number(b === vooraan) - Number(a === vooraan))
  const keuzes = codes?.map((code) => [undefined, code] as const) ?? tabellen
  const [keuze, ...rest] = keuzes.map(([tabel, id]) => ({ pad: vul(path, eerste, id, wereld), tabel, id }))
  if (!keuze) throw new Error(`nothing to fill ${path} with`)
  return [keuze, ...rest]
}

export function vul(path: string, eerste: string, id: string, wereld: Wereld): string {
  return path.replace(/:(\w+)/g, (_, naam: string) => encodeURIComponent(naam === eerste ? id : kies(wereld)(naam)))
}

/** A contact in progress is its employee's own. */
export async function beginGesprek(client: Client, { path }: Endpoint): Promise<Pad> {
  const { id } = (await client.post('/api/gesprekken', { partijId: werelden.eigen.get('partij') })).json()
  return { pad: path.replace(':id', id), tabel: 'concept', id }
}

/** Somebody with every right and in every team; somebody new when his session has ended. */
export async function alleskunner(): Promise<() => Promise<Client>> {
  let client = await nieuw()
  function nieuw() {
    return werelden.als([...rollen], { rechten: alleRechten, teamIds })
  }
  return async () => {
    if ((await client.get('/api/ik')).statusCode !== 200) client = await nieuw()
    return client
  }
}

export async function roep(
  client: Client,
  endpoint: Endpoint,
  pad: string,
  wereld: Wereld,
  volledig: boolean,
  versie = 1,
) {
  const answer = await client.request({
    method: endpoint.method,
    url: pad + maakQuery(endpoint.query, kies(wereld), volledig),
    ...(endpoint.body && {
      payload: { ...(maakInvoer(endpoint.body, kies(wereld), volledig) as object), ...voorbeelden[naamVan(endpoint)] },
    }),
    headers: { origin: 'http://hier.test', ...(endpoint.ifMatch && { 'if-match': `"${versie}"` }) },
  })
  return { answer, wat: `${naamVan(endpoint)} → ${answer.statusCode} ${answer.body.slice(0, 300)}` }
}

/** Let in: what he sent may be wrong, but he is not sent away, and it is not a bug. */
export function expectGeenWeigering(answer: { statusCode: number; body: string }, wat: string): void {
  expect(answer.statusCode, wat).toBeLessThan(500)
  // A page of a klant says in words what is wrong; whoever is not signed in there is led to where he can.
  if (answer.statusCode >= 400 && !answer.body.startsWith('<!doctype html>'))
    expect(['niet-aangemeld', 'geen-recht'], wat).not.toContain(JSON.parse(answer.body).code)
}

/** Nothing of the other organisatie in any answer: not its texts and not its ids, unless the question held them. */
export function expectNietsVanElders(body: string, wat: string): void {
  expect(body.includes(merkteken), wat).toBe(false)
  const ids = body.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? []
  expect(
    ids.filter((id) => werelden.vreemdeIds.has(id)),
    wat,
  ).toEqual([])
}

export async function versieVan(tabel: string | undefined, id: string): Promise<number> {
  if (!tabel) return 1
  const row = await sql<{ versie: number }>`
    select (to_jsonb(t) ->> 'versie')::int as versie from ${sql.table(tabel)} t
    where to_jsonb(t) ->> 'id' = ${id} or to_jsonb(t) ->> 'partij_id' = ${id}`.execute(werelden.db)
  return row.rows[0]?.versie ?? 1
}
