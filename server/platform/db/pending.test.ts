import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { emit } from '../events/emit.ts'
import type { WriteContext } from '../http/context.ts'
import { startTestRondom, type TestRondom } from '../testing/rondom.ts'
import { keepPending, type Late, writeLate, writeNow } from './pending.ts'

let rondom: TestRondom
beforeAll(async () => {
  rondom = await startTestRondom()
})
afterAll(() => rondom.close())

const geschreven: string[][] = []
const soort = (rang: number, write: Late<string>['write'] = async () => {}): Late<string> => ({
  rang,
  async write(w, items) {
    geschreven.push(items)
    await write(w, items)
  },
})
const doe = async (werk: (w: WriteContext) => Promise<void>) => {
  geschreven.length = 0
  await rondom.write(werk)
  return geschreven
}

it('writes each kind once, lower ones first, also what those leave for the others', async () => {
  const laat = soort(2)
  const vroeg = soort(1, (w, items) => writeLate(w, laat, `from ${items.join()}`))

  const alles = await doe(async (w) => {
    await writeLate(w, laat, 'a')
    await writeLate({ ...w, now: new Date() }, vroeg, 'b')
    await writeLate(w, laat, 'c')
  })

  expect(alles).toEqual([['b'], ['a', 'c', 'from b']])
})

it('writes at once for who must find it in the database, and does not keep everything of a long load', async () => {
  const kind = soort(1)

  const alles = await doe(async (w) => {
    await writeLate(w, kind, 'a')
    await writeNow(w, kind)
    expect(geschreven).toEqual([['a']])
    for (let i = 0; i < 501; i++) await writeLate(w, kind, 'x')
  })

  expect(alles.map((items) => items.length)).toEqual([1, 500, 1])
})

it('forgets what was left by a part that is taken back, and everything when the transaction fails', async () => {
  const kind = soort(1)

  const alles = await doe(async (w) => {
    await writeLate(w, kind, 'stays')
    const takeBack = keepPending(w)
    await writeLate(w, kind, 'goes')
    await writeLate(w, soort(2), 'goes too')
    takeBack()
  })
  expect(alles).toEqual([['stays']])

  await expect(
    doe(async (w) => {
      await writeLate(w, kind, 'a')
      throw new Error('broken off')
    }),
  ).rejects.toThrow('broken off')
  expect(geschreven).toEqual([])
})

it('keeps the order of the events of one transaction', async () => {
  const soorten = Array.from({ length: 20 }, (_, nummer) => `proef.${nummer}` as const)

  await rondom.write(async (w) => {
    for (const each of soorten) await emit(w, { soort: each, onderwerpen: ['beheer'], gegevens: { a: 1 } })
  })

  const rows = await sql<{
    soort: string
  }>`select soort from gebeurtenis where soort like 'proef.%' order by id`.execute(rondom.db)
  expect(rows.rows.map((row) => row.soort)).toEqual(soorten)
})
