import { getMigrations } from 'better-auth/db/migration'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { buildAuth } from './auth.ts'

let rondom: TestRondom
beforeAll(async () => {
  rondom = await startTestRondom()
})
afterAll(() => rondom.close())

test('our migrations hold every table and column that better-auth asks for', async () => {
  const auth = buildAuth({ secret: 'x'.repeat(40) }, rondom.hier, false, rondom.services.log)
  const { toBeCreated, toBeAdded } = await getMigrations(auth.options)

  // To its generator a view is no table, so `auth_user` is compared here by name.
  const [user, ...other] = toBeCreated
  expect(other.map((each) => each.table)).toEqual([])
  expect(toBeAdded.map((each) => each.table)).toEqual([])
  const columns = await sql<{ column_name: string }>`
    select column_name from information_schema.columns
    where table_schema = current_schema() and table_name = 'auth_user'`.execute(rondom.db)
  const present = columns.rows.map((row) => row.column_name).sort()
  expect(present).toEqual(['id', ...Object.keys(user?.fields ?? {})].sort())
  expect(present).toContain('twoFactorEnabled')
})

test('the database itself refuses an account without an employee', async () => {
  const id = '0190a000-0000-7000-8000-0000000000aa'
  const client = await rondom.als('redacteur')
  const pogingen = [
    sql`insert into auth_user (id, name, email) values (${id}, 'Indringer', 'in@dringer.nl')`,
    sql`update auth_user set email = 'in@dringer.nl' where id = ${client.actor.medewerkerId}`,
    sql`delete from auth_user where id = ${client.actor.medewerkerId}`,
  ]
  for (const poging of pogingen) await expect(poging.execute(rondom.db)).rejects.toMatchObject({ code: 'RD002' })
})
