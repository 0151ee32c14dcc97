import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Client, startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { persoonIn } from '../testing/partijen.ts'

const bsn = '111222333'
let rondom: TestRondom
let privacy: Client
beforeAll(async () => {
  rondom = await startTestRondom()
  privacy = await rondom.als('privacy-officer')
})
afterAll(() => rondom.close())

const zetAan = (aan: boolean) =>
  sql`insert into instelling (sleutel, waarde) values ('bsnToegestaan', ${JSON.stringify(aan)}::jsonb)
      on conflict (sleutel) do update set waarde = excluded.waarde`.execute(rondom.db)
const zet = (client: Client, id: string, waarde: string) =>
  client.request({ method: 'PUT', url: `/api/partijen/${id}/bsn`, payload: { bsn: waarde } })

describe('a burgerservicenummer', () => {
  it('is neither saved nor shown unless the organisatie says that it may, whatever the right', async () => {
    const { id } = await persoonIn(rondom)

    expect((await zet(privacy, id, bsn)).statusCode).toBe(403)
    expect((await privacy.get(`/api/partijen/${id}/bsn`)).statusCode).toBe(403)
  })

  it('is offered to nobody where the organisatie keeps none, and to who has the right where it does', async () => {
    const mag = async (client: Client) =>
      ((await client.get('/api/ik')).json().rechten as string[]).includes('partij.bsn')

    expect(await mag(privacy)).toBe(false)
    await zetAan(true)
    expect(await mag(privacy)).toBe(true)
    expect(await mag(await rondom.als('klantcontactmedewerker'))).toBe(false)
  })

  it('needs its own right, passes the 11-proef, and belongs to one person', async () => {
    await zetAan(true)
    const [een, ander] = [await persoonIn(rondom), await persoonIn(rondom)]
    const medewerker = await rondom.als('klantcontactmedewerker')

    expect((await zet(medewerker, een.id, bsn)).statusCode).toBe(403)
    expect((await medewerker.get(`/api/partijen/${een.id}/bsn`)).statusCode).toBe(403)
    expect((await zet(privacy, een.id, '123456789')).json().invalidParams).toMatchObject([{ name: 'bsn' }])
    expect((await zet(privacy, een.id, '111.222.333')).statusCode).toBe(204)
    expect((await privacy.get(`/api/partijen/${een.id}/bsn`)).json()).toEqual({ bsn })
    expect((await zet(privacy, ander.id, bsn)).json().invalidParams).toMatchObject([{ name: 'bsn', code: 'bestaat' }])
  })

  it('stands in no other table: not in search, events, the verwerkingenlog or a kept answer', async () => {
    const tables = await sql<{ naam: string }>`
      select table_name as naam from information_schema.tables
      where table_schema = current_schema() and table_type = 'BASE TABLE' and table_name <> 'partij_bsn'`.execute(
      rondom.db,
    )

    const found: string[] = []
    for (const { naam } of tables.rows) {
      const hits = await sql<{ n: number }>`
        select count(*) n from ${sql.table(naam)} t where to_jsonb(t)::text like ${`%${bsn}%`}`.execute(rondom.db)
      if (hits.rows[0]?.n) found.push(naam)
    }
    expect(tables.rows.length).toBeGreaterThan(20)
    expect(found).toEqual([])
  })

  it('shows in no answer about the klant, and each look at it is a line in the verwerkingenlog', async () => {
    const { rows } = await sql<{ id: string }>`select partij_id as id from partij_bsn`.execute(rondom.db)
    const id = rows[0]?.id ?? ''
    const alles = await rondom.als('coordinator', {
      rechten: ['partij.lezen', 'partij.schrijven', 'partij.bsn', 'partij.samenvoegen', 'zoeken'],
    })

    expect((await alles.get(`/api/partijen/${id}`)).body).not.toContain(bsn)
    const dubbel = await alles.post('/api/partijen/mogelijk-dubbel', {
      achternaam: 'Berg',
      geboortedatum: '1980-01-01',
    })
    expect(dubbel.body).not.toContain(bsn)
    const lines = await sql<{ actie: string }>`
      select actie from verwerking where object_soort = 'bsn' and object_id = ${id} order by id`.execute(rondom.db)
    expect(lines.rows.map((line) => line.actie)).toEqual(['wijzigen', 'inzien'])
  })

  it('can always be removed, also after the organisatie stopped with it', async () => {
    const { rows } = await sql<{ id: string }>`select partij_id as id from partij_bsn`.execute(rondom.db)
    await zetAan(false)

    expect((await privacy.delete(`/api/partijen/${rows[0]?.id}/bsn`)).statusCode).toBe(204)
    expect((await sql`select from partij_bsn`.execute(rondom.db)).rows).toEqual([])
  })
})
