import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Organisatie } from '#server/platform/db/organisaties.ts'
import { startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { createTaak } from '#server/taken/index.ts'
import { loadDemo } from './index.ts'

let rondom: TestRondom
const nu = new Date('2026-11-23T10:00:00Z')
const laad = (organisatie: Organisatie, zaad: string) =>
  loadDemo({ databaseUrl: rondom.databaseUrl, organisatie, log: rondom.services.log, woningen: 80, zaad, nu })

beforeAll(async () => {
  rondom = await startTestRondom({ now: nu })
  await laad(rondom.hier, 'een')
  await laad(rondom.elders, 'een')
})
afterAll(() => rondom.close())

async function een<T>(vraag: string, organisatie = rondom.hier): Promise<T> {
  const result = await sql<{ w: T }>`select (${sql.raw(vraag)}) as w`.execute(organisatie.db)
  const row = result.rows[0]
  if (!row) throw new Error('no row')
  return row.w
}

test('the same seed makes the same people, contacts and tasks', async () => {
  for (const vraag of [
    "select md5(string_agg(naam || soort || aanhefcode, '|' order by id)) from partij",
    "select md5(string_agg(vraag || antwoord || plaatsgevonden_op, '|' order by id)) from klantcontact where medewerker_id is not null",
    "select md5(string_agg(status || deadline || onderwerp, '|' order by id)) from taak",
    "select md5(string_agg(genormaliseerd, '|' order by partij_id, genormaliseerd)) from digitaal_adres",
  ]) {
    expect(await een(vraag, rondom.elders)).toBe(await een(vraag))
  }
})

test('volumes are those of the field: about 5.2 contacts per dwelling per year, one in five with a taak', async () => {
  const perWoningPerJaar = (await een<number>('select count(*) from klantcontact where antwoord_op is null')) / 80 / 5

  expect(perWoningPerJaar).toBeGreaterThan(2.5)
  expect(perWoningPerJaar).toBeLessThan(7)
  const deel =
    (await een<number>('select count(*) from taak')) /
    (await een<number>('select count(*) from klantcontact where antwoord_op is null'))
  expect(deel).toBeGreaterThan(0.12)
  expect(deel).toBeLessThan(0.4)
})

test('nothing lies in the future, and no answer comes before its question', async () => {
  expect(await een("select count(*) from klantcontact where plaatsgevonden_op > '2026-11-23T10:00:00Z'")).toBe(0)
  expect(
    await een(
      'select count(*) from klantcontact a join klantcontact v on v.id = a.antwoord_op where a.plaatsgevonden_op < v.plaatsgevonden_op',
    ),
  ).toBe(0)
  expect(await een('select count(*) from taak where opgepakt_op < aangemaakt_op or afgerond_op < opgepakt_op')).toBe(0)
})

test('every post is on the tijdlijn of its klant and of the household', async () => {
  expect(
    await een(
      'select count(*) from klantcontact k where (select count(*) from tijdlijn_item t where t.verwijzing_id = k.id) <> 2',
    ),
  ).toBe(0)
})

test('every taak is on the tijdlijn of its klant as it stands, and every post with its number', async () => {
  expect(
    await een(`select count(*) from taak k where not exists (select from tijdlijn_item t where t.soort = 'taak'
      and t.verwijzing_id = k.id and t.partij_id = k.partij_id and t.titel = k.onderwerp and t.moment = k.aangemaakt_op
      and t.gegevens @> jsonb_build_object('nummer', k.nummer, 'status', k.status, 'deadline', k.deadline,
        'klantcontactId', k.klantcontact_id, 'belofteIngelost', k.belofte_ingelost_op is not null))`),
  ).toBe(0)
  expect(await een("select count(*) from tijdlijn_item where soort = 'taak'")).toBe(
    await een('select count(*) from taak'),
  )
  expect(
    await een(`select count(*) from tijdlijn_item t join klantcontact k on k.id = t.verwijzing_id
      where t.gegevens->>'nummer' is distinct from k.nummer::text`),
  ).toBe(0)
})

test('a taak that somebody made afterwards gets the next number, and the history of the others reads the same', async () => {
  const hoogste = await een<number>('select max(nummer) from taak')
  const teamId = await een<string>("select id from team where code = 'planning'")
  const taak = await rondom.write((w) => createTaak(w, { teamId, onderwerp: 'Nabellen', termijnWerkdagen: 1 }))
  expect(taak.nummer).toBeGreaterThan(hoogste)

  const velden = (soort: string) =>
    een<string[]>(`select array_agg(distinct veld order by veld) from taak_historie h join taak t on t.id = h.taak_id,
      jsonb_object_keys(h.van || h.naar) as veld where h.soort = '${soort}' and t.klantcontact_id is not null`)
  const nieuw = await een<string[]>(`select array_agg(veld order by veld) from taak_historie,
      jsonb_object_keys(naar) as veld where taak_id = '${taak.id}'`)
  expect(await velden('aangemaakt')).toEqual(nieuw)
  expect(await velden('opgepakt')).toEqual(['medewerker_id', 'status'])
  expect(await velden('afgerond')).toEqual(['status'])
})

test('the people of the README live there', async () => {
  expect(await een("select naam from partij where naam = 'J.A. van den Berg' and soort = 'persoon'")).toBe(
    'J.A. van den Berg',
  )
  expect(await een("select count(*) from partij where naam = 'F. el Amrani' and soort = 'persoon'")).toBe(1)
})

test('it fills only an empty organisatie', async () => {
  await expect(laad(rondom.hier, 'twee')).rejects.toThrow('alleen een lege')
})
