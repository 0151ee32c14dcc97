import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import type { Endpoint } from '#contract/endpoint.ts'
import { addTeamlid, findTeamByCode, seedInrichting } from '#server/beheer/index.ts'
import { registerKlantcontact } from '#server/klantcontacten/index.ts'
import { newId } from '#server/platform/ids.ts'
import { maakInvoer } from '#server/platform/testing/invoer.ts'
import { type Client, startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { laadLevering, startProces } from '#server/processen/index.ts'
import { isVoorKlant, naamVan } from '#server/rechten/testing/endpoints.ts'
import { maakPersoon, persoonIn } from '#server/relaties/testing/partijen.ts'
import { addZaakdocument, openZaak } from '#server/zaken/index.ts'
import { type Huis, maakHuis, machtig } from './testing/huis.ts'

/*
 * Generated from what the application registers: a new route of the portal is in here by itself. Whoever asks for what
 * is not his gets the same answer as for what is not there, and no word of it.
 */

const geheim = 'GEHEIM-VAN-DE-BUUR'

let rondom: TestRondom
let huis: Huis
let routes: Endpoint[]
/** One of each table that has an id, of the neighbour and of nobody in particular. */
let vreemd: string[]
let bezoekers: Record<string, Client>
let vanHuurder: { zaakId: string; conceptId: string }

beforeAll(async () => {
  rondom = await startTestRondom()
  await rondom.write(seedInrichting)
  await rondom.write(laadLevering)
  // What every organisatie has (teams, subjects, processes) is nobody's.
  const inrichting = new Set(await tabellenMetRijen())
  huis = await maakHuis(rondom)
  vanHuurder = await vul(huis.huurder, huis.overeenkomstId, 'Van de huurder')
  const { rows } = await sql<{ overeenkomst_id: string }>`
    select overeenkomst_id from overeenkomst_partij where partij_id = ${huis.buur}`.execute(rondom.db)
  await vul(huis.buur, rows[0]?.overeenkomst_id ?? '', geheim)
  bezoekers = await maakBezoekers()
  vreemd = await vreemdeIds((await tabellenMetRijen()).filter((tabel) => !inrichting.has(tabel)))
  routes = rondom.app.endpoints.filter((each) => isVoorKlant(each) && each.path.startsWith('/api/portaal/'))
}, 240_000)
afterAll(() => rondom.close())

/** What a customer can have: a repair with a step of his, a complaint, a document, a contact, a message, a draft. */
async function vul(partijId: string, overeenkomstId: string, woorden: string) {
  const antwoorden = { gevaar: 'geen', ruimte: 'DAK', element: 'GOO', defect: 'LEK', omschrijving: woorden }
  const zaakId = await rondom.write(async (w) => {
    const { zaakId } = await startProces(w, { proces: 'reparatieverzoek', partijId, overeenkomstId, antwoorden })
    await openZaak(w, { zaaktype: 'klacht', zaaktypeNaam: 'Klacht', omschrijving: woorden, partijId })
    const bestand = { bestandsnaam: `${woorden}.pdf`, mediatype: 'application/pdf', omvang: 4, sha256: 'a'.repeat(64) }
    const opslagsleutel = `hier/aa/${'a'.repeat(48)}`
    await addZaakdocument(w, zaakId, { titel: woorden, ...bestand, opslagsleutel, zichtbaarInPortaal: true })
    await registerKlantcontact(w, {
      gesprekId: newId(),
      partijId,
      type: 'vraag',
      kanaalCode: 'portaal',
      richting: 'inkomend',
      onderwerp: woorden,
      vraag: woorden,
      interneNotitie: 'INTERN',
      toonInPortaal: true,
    })
    return zaakId
  })
  const conceptId = newId()
  const concept = { proces: 'service-en-contact', antwoorden: { vraag: woorden } }
  const klant = await rondom.klant(partijId)
  expect((await klant.put(`/api/portaal/concepten/${conceptId}`, concept, 0)).statusCode).toBe(200)
  return { zaakId, conceptId, klant }
}

async function maakBezoekers(): Promise<Record<string, Client>> {
  const nieuw = async (achternaam: string) => (await persoonIn(rondom, { persoon: { achternaam } })).id
  const [ex, beperkt, verlopen, zoekende] = [
    await nieuw('Ex'),
    await nieuw('Beperkt'),
    await nieuw('Verlopen'),
    await nieuw('Zoekende'),
  ]
  await sql`
    insert into partij_rol (id, partij_id, in_partij_id, rol, begindatum, einddatum)
    values (${newId()}, ${ex}, ${huis.huishouden}, 'MDH', '2020-01-01', '2025-06-30')`.execute(rondom.db)
  await machtig(rondom, { door: beperkt, voor: huis.buur, domeinen: ['gegevens'] })
  await machtig(rondom, { door: verlopen, voor: huis.buur, einde: '2026-11-01' })
  await machtig(rondom, { door: huis.bewindvoerder, voor: huis.huurder, soort: 'bewindvoerder' })
  const vriend = await nieuw('Vriend')
  await machtig(rondom, { door: vriend, voor: huis.buur })
  const elders = (await rondom.write((w) => maakPersoon(w, { persoon: { achternaam: 'Elders' } }), rondom.elders)).id
  const sterk = { sterk: true }
  return {
    'een huurder': await rondom.klant(huis.huurder, sterk),
    'een medehuurder': await rondom.klant(huis.medehuurder, sterk),
    'een ex-partner': await rondom.klant(ex, sterk),
    'een gemachtigde voor te weinig': await rondom.klant(beperkt, sterk),
    'een gemachtigde van vroeger': await rondom.klant(verlopen, sterk),
    'een bewindvoerder van een ander': await rondom.klant(huis.bewindvoerder, sterk),
    'een woningzoekende': await rondom.klant(zoekende, sterk),
    'iemand van een andere organisatie': await rondom.klant(elders, { ...sterk, bij: rondom.elders }),
  }
}

async function tabellenMetRijen(): Promise<string[]> {
  const { rows } = await sql<{ tabel: string }>`
    select c.table_name as tabel from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = current_schema() and c.column_name = 'id' and c.data_type = 'uuid'
      and t.table_type = 'BASE TABLE'`.execute(rondom.db)
  const gevuld: string[] = []
  for (const { tabel } of rows) {
    const een = await sql`select from ${sql.table(tabel)} limit 1`.execute(rondom.db)
    if (een.rows.length > 0) gevuld.push(tabel)
  }
  return gevuld
}

/** The last of each table is of the neighbour: his were made after those of the others. */
async function vreemdeIds(tabellen: string[]): Promise<string[]> {
  const ids = [huis.buur]
  for (const tabel of tabellen) {
    const { rows } = await sql<{ id: string }>`select id from ${sql.table(tabel)} order by id desc limit 1`.execute(
      rondom.db,
    )
    ids.push(...rows.map(({ id }) => id))
  }
  return [...new Set(ids)]
}

/** The path with this id everywhere; a process by its name, for that is no secret. */
const gevuld = (path: string, id: string) =>
  path.replace(/:(\w+)/g, (_, naam: string) => (naam === 'proces' ? 'reparatieverzoek' : naam === 'nummer' ? '0' : id))

const lichamen = new Map<Endpoint, string>()
const plaats = '00000000-0000-7000-8000-00000000feed'

/** Always the same words, so that only the ids in it differ. */
function lichaamVan(endpoint: Endpoint, id: string): object | undefined {
  if (!endpoint.body) return undefined
  const tekst = lichamen.get(endpoint) ?? JSON.stringify(maakInvoer(endpoint.body as z.ZodType, () => plaats, true))
  lichamen.set(endpoint, tekst)
  return JSON.parse(tekst.replaceAll(plaats, id))
}

/** A path or a body that names something. */
const noemtIds = (route: Endpoint) =>
  gevuld(route.path, plaats).includes(plaats) || JSON.stringify(lichaamVan(route, plaats) ?? '').includes(plaats)

async function roep(client: Client, endpoint: Endpoint, id: string, namens?: string) {
  const body = lichaamVan(endpoint, id)
  const query = namens ? `?namens=${namens}` : ''
  const answer = await client.request({
    method: endpoint.method,
    url: `${gevuld(endpoint.path, id)}${query}`,
    ...(body && { payload: body }),
    headers: endpoint.ifMatch ? { 'if-match': '"1"' } : {},
  })
  const code = answer.statusCode >= 400 ? (answer.json<{ code: string }>().code ?? '') : ''
  return { status: answer.statusCode, code, body: answer.body }
}

describe('every route of the portal', () => {
  it('is one of many, and needs a customer', () => {
    expect(routes.length).toBeGreaterThan(30)
    for (const { path, query } of routes) {
      expect(Object.keys(query?.shape ?? {}), path).toContain('namens')
    }
  })

  it('is closed for nobody, and for an employee with every right', async () => {
    const medewerker = await rondom.als([
      'coordinator',
      'functioneel-beheerder',
      'klantcontactmedewerker',
      'privacy-officer',
    ])
    const team = await findTeamByCode(rondom.db, 'kcc')
    await rondom.write((w) => addTeamlid(w, team?.id ?? '', medewerker.actor.medewerkerId))
    for (const route of routes)
      for (const client of [rondom.anoniem, medewerker])
        expect((await roep(client, route, vanHuurder.zaakId)).status, naamVan(route)).toBe(401)
  })

  it('lets nobody act for who did not ask him to, whether that person is there or not', async () => {
    for (const [wie, client] of Object.entries(bezoekers)) {
      if (wie === 'een gemachtigde voor te weinig') continue
      for (const route of routes)
        for (const voor of [huis.buur, newId()]) {
          const { status, body } = await roep(client, route, vanHuurder.zaakId, voor)
          // What cannot be read is refused before it is known for whom.
          expect([400, 404, 428], `${wie}, ${naamVan(route)}: ${body}`).toContain(status)
          expect(body).not.toContain(geheim)
        }
    }
  }, 300_000)

  const bezoekersnamen = [
    'een huurder',
    'een medehuurder',
    'een ex-partner',
    'een gemachtigde voor te weinig',
    'een gemachtigde van vroeger',
    'een bewindvoerder van een ander',
    'een woningzoekende',
    'iemand van een andere organisatie',
  ]
  it.each(bezoekersnamen)(
    '%s learns nothing of another: what is not his is as what is not there',
    async (wie) => {
      const client = bezoekers[wie]
      if (!client) throw new Error(wie)
      for (const route of routes) {
        const nergens = await roep(client, route, newId())
        expect(nergens.status, `${naamVan(route)}: ${nergens.body}`).toBeLessThan(500)
        expect(nergens.body).not.toContain(geheim)
        if (!noemtIds(route)) continue
        for (const id of vreemd) {
          const { status, code, body } = await roep(client, route, id)
          const wat = `${wie}, ${naamVan(route)} met ${id}: ${body}`
          expect(body, wat).not.toContain(geheim)
          expect(body, wat).not.toContain('INTERN')
          expect([status, code], wat).toEqual([nergens.status, nergens.code])
        }
      }
    },
    400_000,
  )

  it('gives nothing of what belongs to something of another, whichever two belong together', async () => {
    const client = bezoekers['een huurder']
    for (const { path } of routes.filter(({ path, method }) => method === 'GET' && (path.match(/:/g) ?? []).length > 1))
      for (const een of vreemd)
        for (const twee of vreemd) {
          const url = path.replace(':id', een).replace(':nummer', '0').replace(/:\w+/, twee)
          const answer = await client?.get(url)
          expect(answer?.statusCode, url).toBe(404)
        }
  }, 300_000)

  it('shows a mandate for too little nothing of the person who gave it but what it covers', async () => {
    const client = bezoekers['een gemachtigde voor te weinig']
    for (const route of routes)
      for (const id of vreemd) {
        if (!client || /gegevens|push|voorkeuren/.test(route.path) || route.method !== 'GET') continue
        const { status, body } = await roep(client, route, id, huis.buur)
        expect(status, naamVan(route)).toBeLessThan(500)
        expect(body, naamVan(route)).not.toContain(geheim)
      }
  }, 200_000)
})

it('lets the one whose it is reach all of it: otherwise nothing above means anything', async () => {
  const klant = await rondom.klant(huis.huurder)
  const zaak = (await klant.get(`/api/portaal/zaken/${vanHuurder.zaakId}`)).json()
  expect(zaak).toMatchObject({ titel: 'Van de huurder', documenten: [{ titel: 'Van de huurder' }] })
  expect((await klant.get('/api/portaal/zaken')).json().rijen).toHaveLength(2)
  const medehuurder = await rondom.klant(huis.medehuurder)
  // The repair of the home, and not the complaint of the other.
  expect((await medehuurder.get('/api/portaal/zaken')).json().rijen).toMatchObject([{ id: vanHuurder.zaakId }])
  expect((await medehuurder.get(`/api/portaal/zaken/${vanHuurder.zaakId}`)).statusCode).toBe(200)
  expect((await medehuurder.get(`/api/portaal/concepten/${vanHuurder.conceptId}`)).statusCode).toBe(404)
  const bewind = await rondom.klant(huis.bewindvoerder)
  expect((await bewind.get(`/api/portaal/zaken?namens=${huis.huurder}`)).json().rijen).toHaveLength(2)
})
