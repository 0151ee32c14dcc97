import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '#server/platform/ids.ts'
import { startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { persoonIn } from '#server/relaties/testing/partijen.ts'

let rondom: TestRondom
beforeAll(async () => {
  rondom = await startTestRondom()
})
afterAll(() => rondom.close())

it('lets what is kept for a customer follow him when he is merged, and come back', async () => {
  const [bron, doel] = [await persoonIn(rondom), await persoonIn(rondom)]
  const account = newId()
  await sql`insert into portaal_aanbod (id, van_id, email, domeinen, gemaakt_op, geldig_tot)
    values (${newId()}, ${bron.id}, 'x@voorbeeld.nl', '{contact}', now(), now())`.execute(rondom.db)
  await sql`insert into portaal_export (id, partij_id, account_id, gevraagd_op, geldig_tot)
    values (${newId()}, ${bron.id}, ${account}, now(), now())`.execute(rondom.db)
  // Of the first he began a form as each of the two: only one of them can be his.
  for (const [partij, proces] of [
    [bron.id, 'klacht'],
    [doel.id, 'klacht'],
    [bron.id, 'reparatieverzoek'],
  ]) {
    await sql`insert into portaal_concept (id, account_id, partij_id, proces, antwoorden, gemaakt_op, gewijzigd_op)
      values (${newId()}, ${account}, ${partij}, ${proces}, '{}', now(), now())`.execute(rondom.db)
  }
  const vanWie = async () => {
    const { rows } = await sql<{ wat: string; partij: string }>`
      select 'aanbod' as wat, van_id::text as partij from portaal_aanbod
      union all select 'export', partij_id::text from portaal_export
      union all select proces, partij_id::text from portaal_concept order by 1, 2`.execute(rondom.db)
    return rows.map(({ wat, partij }) => [wat, partij === bron.id ? 'bron' : 'doel'])
  }
  const voor = await vanWie()
  const medewerker = await rondom.als('klantcontactmedewerker', { rechten: ['partij.lezen', 'partij.samenvoegen'] })
  const samen = await medewerker.post(`/api/partijen/${doel.id}/samenvoeging`, { bronId: bron.id })
  expect(samen.statusCode, samen.body).toBeLessThan(300)

  expect((await vanWie()).filter(([, wie]) => wie === 'bron')).toEqual([['klacht', 'bron']])
  const { rows } = await sql<{ id: string }>`select id from samenvoeging where bron_id = ${bron.id}`.execute(rondom.db)
  const ongedaan = await medewerker.delete(`/api/samenvoegingen/${rows[0]?.id}`)
  expect(ongedaan.statusCode, ongedaan.body).toBeLessThan(300)
  expect(await vanWie()).toEqual(voor)
})
