import { request as httpRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Endpoint } from '#contract/endpoint.ts'
import { type Recht, rechten, rechtenVan, rollen } from '#contract/rechten.ts'
import { emit } from './platform/events/emit.ts'
import { newId } from './platform/ids.ts'
import { maakInvoer, maakQuery } from './platform/testing/invoer.ts'
import type { Client } from './platform/testing/rondom.ts'
import { merkteken, startTweeWerelden, type TweeWerelden } from './platform/testing/tweeWerelden.ts'
import { allJobs } from './slices.ts'

/*
 * Generated from what the application registers: a new endpoint is in here by itself, with the expectation that its
 * `recht` gives. Nobody: 401. Without the right: 403. With it: never a bug. Ids of another organisatie: 404.
 */

let werelden: TweeWerelden
let alleRechten: Recht[]
let teamIds: string[]

beforeAll(async () => {
  werelden = await startTweeWerelden()
  alleRechten = Object.keys(rechten) as Recht[]
  const teams = await sql<{ id: string }>`select id from team`.execute(werelden.db)
  teamIds = teams.rows.map(({ id }) => id)
}, 60_000)
afterAll(() => werelden.close())

/** An answer that never ends; its own test follows it over a real connection. */
const isStroom = ({ path }: Endpoint) => path === '/api/gebeurtenissen'
const naamVan = ({ method, path }: Endpoint) => `${method} ${path}`

/**
 * What the generated input cannot get past the checks, with the reason; their slices test them with real input.
 * Sign-in needs secrets, an upload is a file, and some changes only fit a state that these data are not in.
 */
const nietBereikt: Record<string, string> = {
  'PUT /api/ik/totp': 'needs the code of an authenticator app',
  'DELETE /api/ik/passkeys/:id': 'needs an authenticator',
  'DELETE /api/ik/sessies/:id': 'needs a second session of the same employee',
  'POST /api/aanmelden/uitnodiging': 'needs the secret of an invitation',
  'POST /api/aanmelden/uitnodiging/wachtwoord': 'needs the secret of an invitation',
  'DELETE /api/samenvoegingen/:id': 'needs a merge that came before',
  'DELETE /api/bijlagen/:id': 'needs a file of a contact in progress',
  'POST /api/gesprekken/:id/bijlagen': 'needs a file',
  'POST /api/zaken/:id/documenten': 'needs a file',
  'GET /api/postbus': 'is there in the demo only',
  'POST /api/zaken/:id/stappen/:element': 'needs the name of a step that waits',
  'POST /api/adressen/:id/validatie': 'needs an address that is not validated yet',
}

/** For every employee, but what it is about has a right of its own, which the slice checks. */
const fijner = ['PUT /api/aanwezigheid', 'GET /api/aanwezigheid', 'DELETE /api/aanwezigheid']

/** Where fields belong together in a way that a schema does not say. */
const voorbeelden: Record<string, Record<string, unknown>> = {
  'POST /api/processen/:proces/instanties': {
    antwoorden: { onderwerp: 'anders', onderwerpTekst: 'Proef', vraag: 'Proef' },
  },
  'POST /api/partijen/:id/adressen': {
    postcode: '3512AB',
    huisnummer: 12,
    huisletter: '',
    land: 'NL',
    adresregels: [],
  },
  'PUT /api/partijen/:id/adressen/:onderdeelId': {
    postcode: '3512AB',
    huisnummer: 12,
    huisletter: '',
    land: 'NL',
    adresregels: [],
  },
}

type Wereld = 'eigen' | 'vreemd'

/** Which row an id field means, by its name; what is not listed is a partij. */
const tabelVan: Record<string, string> = {
  teamId: 'team',
  medewerkerId: 'medewerker',
  onderwerpId: 'onderwerp',
  bovenliggendId: 'onderwerp',
  eenheidId: 'eenheid',
  sjabloonId: 'sjabloon',
  klantcontactId: 'klantcontact',
  antwoordOp: 'klantcontact',
  taakId: 'taak',
  bijlageId: 'bijlage',
  behandelaarId: 'medewerker',
  zaakId: 'zaak',
  hoofdzaakId: 'zaak',
  overeenkomstId: 'overeenkomst',
  documentId: 'zaak_document',
  vertegenwoordigerId: 'partij_persoon',
}
const kies =
  (wereld: Wereld) =>
  (veld: string): string =>
    werelden[wereld].get(tabelVan[veld] ?? 'partij') ?? newId()

/** The tables most likely meant by `:id`, by what stands before it in the path. */
const tabelBij: Record<string, string> = {
  partijen: 'partij',
  klantbeeld: 'partij',
  taken: 'taak',
  klantcontacten: 'klantcontact',
  gesprekken: 'concept',
  eenheden: 'eenheid',
  complexen: 'complex',
  bijlagen: 'bijlage',
  medewerkers: 'medewerker',
  teams: 'team',
  onderwerpen: 'onderwerp',
  sjablonen: 'sjabloon',
  samenvoegingen: 'samenvoeging',
  zaken: 'zaak',
  berichten: 'bericht',
  acties: 'proces_actie',
  procesversies: 'proces_versie',
}

/** The table behind `/api/partijen/:id/<part>/:onderdeelId`. */
const onderdeelBij: Record<string, string> = {
  adressen: 'partij_adres',
  'digitale-adressen': 'digitaal_adres',
  rekeningnummers: 'rekeningnummer',
  rollen: 'partij_rol',
  signaleringen: 'signalering',
  vertegenwoordigingen: 'vertegenwoordiging',
}

type Pad = { pad: string; tabel: string | undefined; id: string }

/** Every way to fill the path with something that exists, the likely one first: by id of each table, or by code. */
function paden({ path }: Endpoint, wereld: Wereld): [Pad, ...Pad[]] {
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

function vul(path: string, eerste: string, id: string, wereld: Wereld): string {
  return path.replace(/:(\w+)/g, (_, naam: string) => encodeURIComponent(naam === eerste ? id : kies(wereld)(naam)))
}

/** A contact in progress is its employee's own. */
async function beginGesprek(client: Client, { path }: Endpoint): Promise<Pad> {
  const { id } = (await client.post('/api/gesprekken', { partijId: werelden.eigen.get('partij') })).json()
  return { pad: path.replace(':id', id), tabel: 'concept', id }
}

/** Somebody with every right and in every team; somebody new when his session has ended. */
async function alleskunner(): Promise<() => Promise<Client>> {
  let client = await nieuw()
  function nieuw() {
    return werelden.als([...rollen], { rechten: alleRechten, teamIds })
  }
  return async () => {
    if ((await client.get('/api/ik')).statusCode !== 200) client = await nieuw()
    return client
  }
}

async function roep(client: Client, endpoint: Endpoint, pad: string, wereld: Wereld, volledig: boolean, versie = 1) {
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
function expectGeenWeigering(answer: { statusCode: number; body: string }, wat: string): void {
  expect(answer.statusCode, wat).toBeLessThan(500)
  if (answer.statusCode >= 400)
    expect(['niet-aangemeld', 'geen-recht'], wat).not.toContain(JSON.parse(answer.body).code)
}

/** Nothing of the other organisatie in any answer: not its texts and not its ids, unless the question held them. */
function expectNietsVanElders(body: string, wat: string): void {
  expect(body.includes(merkteken), wat).toBe(false)
  const ids = body.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? []
  expect(
    ids.filter((id) => werelden.vreemdeIds.has(id)),
    wat,
  ).toEqual([])
}

async function versieVan(tabel: string | undefined, id: string): Promise<number> {
  if (!tabel) return 1
  const row = await sql<{ versie: number }>`
    select (to_jsonb(t) ->> 'versie')::int as versie from ${sql.table(tabel)} t
    where to_jsonb(t) ->> 'id' = ${id} or to_jsonb(t) ->> 'partij_id' = ${id}`.execute(werelden.db)
  return row.rows[0]?.versie ?? 1
}

describe('rights', () => {
  it('has a right for every endpoint, and a summary for who reads the documentation', () => {
    expect(werelden.app.endpoints.length).toBeGreaterThan(80)
    for (const endpoint of werelden.app.endpoints) {
      expect(['openbaar', 'ingelogd', ...alleRechten], naamVan(endpoint)).toContain(endpoint.recht)
      expect(endpoint.summary, naamVan(endpoint)).not.toBe('')
    }
    const namen = werelden.app.endpoints.map(naamVan)
    expect(new Set(namen).size).toBe(namen.length)
  })

  it('tells nobody anything: 401 everywhere but on what is open', async () => {
    for (const endpoint of werelden.app.endpoints) {
      if (isStroom(endpoint) && endpoint.recht === 'openbaar') continue
      const { answer, wat } = await roep(werelden.anoniem, endpoint, paden(endpoint, 'eigen')[0].pad, 'eigen', true)
      if (endpoint.recht === 'openbaar') expectGeenWeigering(answer, wat)
      else expect(answer.statusCode, wat).toBe(401)
    }
  })

  it('a session of one organisatie is worth nothing at another', async () => {
    const client = await werelden.als([...rollen])
    for (const endpoint of werelden.app.endpoints.filter(({ recht }) => recht !== 'openbaar')) {
      const answer = await client.request({
        method: endpoint.method,
        url: paden(endpoint, 'vreemd')[0].pad,
        headers: { host: 'elders.test' },
      })
      expect(answer.statusCode, naamVan(endpoint)).toBe(401)
    }
  })

  it.each([...rollen, 'zonder rol' as const])(
    '%s is refused what he has no right to, and nothing else',
    async (rol) => {
      const heeft: ReadonlySet<string> = rol === 'zonder rol' ? new Set() : rechtenVan([rol])
      const rolrij = rol === 'zonder rol' ? [] : [rol]
      const vast = await werelden.als(rolrij)
      for (const endpoint of werelden.app.endpoints) {
        const mag = ['openbaar', 'ingelogd'].includes(endpoint.recht) || heeft.has(endpoint.recht)
        if (mag && isStroom(endpoint)) continue
        // Signing out and the like ends a session: where the work is done, it is done by somebody new.
        const client = mag ? await werelden.als(rolrij) : vast
        const { answer, wat } = await roep(client, endpoint, paden(endpoint, 'eigen')[0].pad, 'eigen', true)
        if (!mag) expect(answer.statusCode, wat).toBe(403)
        else if (!fijner.includes(naamVan(endpoint))) expectGeenWeigering(answer, wat)
        expectNietsVanElders(answer.body, wat)
      }
    },
    120_000,
  )
})

describe('two organisaties', () => {
  it('answers every id of elsewhere exactly as one that does not exist', async () => {
    const voor = await werelden.stand()
    const wie = await alleskunner()
    for (const endpoint of werelden.app.endpoints.filter(({ path }) => path.includes(':'))) {
      const eerste = /:(\w+)/.exec(endpoint.path)?.[1] ?? ''
      if (werelden.codes.has(eerste)) continue
      const client = await wie()
      const onbekend = await roep(client, endpoint, vul(endpoint.path, eerste, newId(), 'eigen'), 'eigen', true)
      expect([400, 403, 404, 415], onbekend.wat).toContain(onbekend.answer.statusCode)
      for (const { pad } of paden(endpoint, 'vreemd')) {
        const { answer, wat } = await roep(client, endpoint, pad, 'eigen', true)
        expect([answer.statusCode, answer.json().code, answer.json().detail], wat).toEqual([
          onbekend.answer.statusCode,
          onbekend.answer.json().code,
          onbekend.answer.json().detail,
        ])
        expectNietsVanElders(answer.body, wat)
      }
    }
    expect(await werelden.stand()).toBe(voor)
  }, 120_000)

  it('every endpoint does its work here, and shows nothing of elsewhere', async () => {
    const voor = await werelden.stand()
    const blijven: string[] = []
    const wie = await alleskunner()
    for (const endpoint of werelden.app.endpoints) {
      if (isStroom(endpoint)) continue
      let bereikt = false
      const gesprek = endpoint.path.startsWith('/api/gesprekken/:id') ? [await beginGesprek(await wie(), endpoint)] : []
      for (const { pad, tabel, id } of [...gesprek, ...paden(endpoint, 'eigen')]) {
        for (const volledig of [true, false]) {
          const { answer, wat } = await roep(await wie(), endpoint, pad, 'eigen', volledig, await versieVan(tabel, id))
          expect(answer.statusCode, wat).toBeLessThan(500)
          expectNietsVanElders(answer.body, wat)
          bereikt ||= ![400, 404].includes(answer.statusCode)
          if (bereikt) break
        }
        if (bereikt) break
      }
      if (!bereikt) blijven.push(naamVan(endpoint))
    }
    // A new endpoint that ends up here needs an example above, or a reason why it cannot have one.
    expect(blijven.sort()).toEqual(Object.keys(nietBereikt).sort())
    expect(await werelden.stand()).toBe(voor)
  }, 240_000)

  it('refuses ids of elsewhere inside a question too, and keeps none of them', async () => {
    const voor = await werelden.stand()
    const wie = await alleskunner()
    for (const endpoint of werelden.app.endpoints.filter(({ body, query }) => body ?? query)) {
      if (isStroom(endpoint)) continue
      const [{ pad, tabel, id }] = paden(endpoint, 'eigen')
      const { answer, wat } = await roep(await wie(), endpoint, pad, 'vreemd', true, await versieVan(tabel, id))
      expect(answer.statusCode, wat).toBeLessThan(500)
      expect(answer.body.includes(merkteken), wat).toBe(false)
    }
    expect(await werelden.stand()).toBe(voor)
    expect(await verwijzingenNaarElders()).toEqual([])
  }, 120_000)

  it('a stream of events hears its own organisatie only', async () => {
    await werelden.app.listen({ port: 0, host: '127.0.0.1' })
    const { port } = werelden.app.server.address() as AddressInfo
    const gehoord = { hier: '', elders: '' }
    const verbindingen = await Promise.all(
      (['hier', 'elders'] as const).map(async (code) => {
        const wie = await werelden.als([...rollen], { bij: werelden[code] })
        const verzoek = httpRequest({
          port,
          path: '/api/gebeurtenissen',
          headers: { ...wie.headers, host: werelden[code].hosts[0] },
        })
        verzoek.on('response', (answer) => answer.on('data', (stuk) => (gehoord[code] += stuk)))
        verzoek.on('error', () => {})
        verzoek.end()
        return verzoek
      }),
    )
    await until(() => gehoord.hier.includes('begin') && gehoord.elders.includes('begin'))
    const meld = (soort: `${string}.${string}`, bij: 'hier' | 'elders') =>
      werelden.write((w) => emit(w, { soort, onderwerpen: ['beheer'], gegevens: {} }), werelden[bij])
    await meld('proef.elders', 'elders')
    await meld('proef.hier', 'hier')
    await until(() => gehoord.hier.includes('proef.hier') && gehoord.elders.includes('proef.elders'))
    for (const verzoek of verbindingen) verzoek.destroy()

    expect(gehoord.hier).not.toContain('proef.elders')
    expect(gehoord.elders).not.toContain('proef.hier')
  })

  it('a job of here leaves elsewhere alone', async () => {
    const voor = await werelden.stand()
    const jobs = Object.entries(allJobs(werelden.services))
    for (const [naam, { payload, run }] of jobs) {
      await run(werelden.context(), payload.parse(maakInvoer(payload, kies('eigen'), true))).catch((error: unknown) => {
        throw new Error(`job ${naam}`, { cause: error })
      })
    }
    expect(jobs.length).toBeGreaterThan(0)
    expect(await werelden.stand()).toBe(voor)
  })
})

/** Rows here that hold an id which only exists elsewhere: there is no foreign key on arrays and JSON. */
async function verwijzingenNaarElders(): Promise<string[]> {
  const tabellen = await sql<{ tabel: string }>`
    select relname as tabel from pg_class
    where relnamespace = current_schema()::regnamespace and relkind = 'r'`.execute(werelden.db)
  const gevonden: string[] = []
  for (const { tabel } of tabellen.rows) {
    // What was asked and answered is kept for a repeated request, ids and all; who may see it is who asked it.
    if (['idempotentie', 'verwerking', 'verwerking_zegel'].includes(tabel)) continue
    const rows = await sql<{ rij: string }>`select to_jsonb(t)::text as rij from ${sql.table(tabel)} t`.execute(
      werelden.db,
    )
    for (const { rij } of rows.rows) {
      const ids = rij.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? []
      if (ids.some((id) => werelden.vreemdeIds.has(id))) gevonden.push(`${tabel}: ${rij.slice(0, 200)}`)
    }
  }
  return gevonden
}

async function until(condition: () => boolean): Promise<void> {
  const end = Date.now() + 8_000
  while (!condition()) {
    if (Date.now() > end) throw new Error('waited too long')
    await sleep(20)
  }
}
