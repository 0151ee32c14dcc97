import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { startTestRondom, type TestRondom } from '../testing/rondom.ts'
import { checkChain } from './checkChain.ts'
import { logVerwerking } from './log.ts'
import { seal } from './seal.ts'

let rondom: TestRondom
const opened: TestRondom[] = []
beforeEach(async () => {
  rondom = await startTestRondom()
  opened.push(rondom)
})
afterAll(() => Promise.all(opened.map((each) => each.close())))

const line = (doel: string) => ({ actie: 'inzien' as const, doel, objectSoort: 'partij', partijIds: [] })

async function writeLines(aantal: number): Promise<void> {
  await rondom.write(async (w) => {
    for (let i = 0; i < aantal; i++) await logVerwerking(w, line(`regel ${i}`))
  })
}

/** Somebody with the keys of the database, who knows how to silence triggers and foreign keys. */
async function tamper(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: rondom.databaseUrl, options: '-c search_path=org_hier' })
  await client.connect()
  await client.query('alter table verwerking disable trigger user; alter table verwerking_zegel disable trigger user')
  await client.query('alter table verwerking_zegel drop constraint if exists verwerking_zegel_verwerking_id_fkey')
  await client.query(statement)
  await client.query('alter table verwerking enable trigger user; alter table verwerking_zegel enable trigger user')
  await client.end()
}

describe('the verwerkingenlog', () => {
  it('takes additions only', async () => {
    await writeLines(1)

    for (const statement of [
      sql`update verwerking set doel = 'anders'`,
      sql`delete from verwerking`,
      sql`truncate verwerking cascade`,
    ]) {
      await expect(statement.execute(rondom.db)).rejects.toThrow('alleen worden toegevoegd')
    }
  })

  it('is one chain from the first line, whatever the number of batches', async () => {
    await writeLines(2100)
    expect((await seal(rondom.db)).verzegeld).toBe(2100)
    await writeLines(3)
    expect(await seal(rondom.db)).toMatchObject({ verzegeld: 3, laatste: { volgnummer: 2103 } })

    expect(await checkChain(rondom.db)).toEqual({
      ok: true,
      gecontroleerd: 2103,
      verzegeldTotEnMet: 2103,
      openstaand: 0,
      breuk: null,
    })
    expect(await checkChain(rondom.db, { laatste: 10 })).toMatchObject({ ok: true, gecontroleerd: 10 })
  })

  it.each([
    ['a changed line', `update verwerking set doel = 'niets bijzonders' where id = 5`, 'gewijzigd', 5],
    ['a changed moment', `update verwerking set op = op + interval '1 microsecond' where id = 5`, 'gewijzigd', 5],
    ['a hidden customer', `update verwerking set partij_ids = array[gen_random_uuid()] where id = 5`, 'gewijzigd', 5],
    ['a deleted line', 'delete from verwerking where id = 7', 'verwijderd', 7],
    ['a deleted seal', 'delete from verwerking_zegel where volgnummer = 4', 'zegel-ontbreekt', 4],
    ['a changed seal', `update verwerking_zegel set hash = sha256('x') where volgnummer = 6`, 'zegel-gewijzigd', 6],
    ['the last seal taken away', 'delete from verwerking_zegel where volgnummer = 10', 'zegel-ontbreekt', 10],
  ])('names the place of %s', async (_what, statement, soort, volgnummer) => {
    await writeLines(10)
    await seal(rondom.db)

    await tamper(statement)

    expect(await checkChain(rondom.db)).toMatchObject({ ok: false, breuk: { soort, volgnummer } })
  })

  it('notices a line that was slipped in, or taken away, before it was sealed', async () => {
    await writeLines(3)
    await tamper('delete from verwerking where id = 2')
    expect(await checkChain(rondom.db)).toMatchObject({ ok: false, breuk: { soort: 'verwijderd', verwerkingId: 2 } })

    await tamper(`insert into verwerking (actor, actie, doel, object_soort) values ('x', 'inzien', 'x', 'x')`)
    expect(await checkChain(rondom.db)).toMatchObject({ ok: false, breuk: { soort: 'zegel-ontbreekt' } })
  })

  it('never makes a writer wait, and seals what commits late', async () => {
    let release: () => void = () => {}
    const late = rondom.write(async (w) => {
      await logVerwerking(w, line('laat'))
      await new Promise<void>((resolve) => {
        release = resolve
      })
    })
    await new Promise((resolve) => setTimeout(resolve, 50))
    await Promise.all(Array.from({ length: 8 }, () => writeLines(5)))
    expect((await seal(rondom.db)).verzegeld).toBe(40)

    release()
    await late

    expect((await seal(rondom.db)).verzegeld).toBe(1)
    expect(await checkChain(rondom.db)).toMatchObject({ ok: true, gecontroleerd: 41, openstaand: 0 })
  })

  it('is sealed once when two processes try at the same time', async () => {
    await writeLines(50)

    const done = await Promise.all([seal(rondom.db), seal(rondom.db), seal(rondom.db)])

    expect(done.reduce((sum, { verzegeld }) => sum + verzegeld, 0)).toBe(50)
    expect(await checkChain(rondom.db)).toMatchObject({ ok: true, gecontroleerd: 50 })
  })
})
