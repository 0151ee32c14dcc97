import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, vi } from 'vitest'
import type { Db } from '#server/platform/db/schema.ts'
import { systemActor } from '#server/platform/http/context.ts'
import { startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { type ImportOpties, importeer, type Uitkomst } from '../index.ts'

/**
 * One Rondom per test file. Every test has klanten of its own, whose numbers begin with `p`, and a day of its own: what an
 * earlier one left is older.
 */
export function importPerBestand(): { rondom: TestRondom; p: string } {
  // Whole imports on a real database; two cores that are busy with other tests make them slow, never wrong.
  vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })
  // Nothing reads it before the hook has filled it.
  const t = { rondom: {} as TestRondom, p: '' }
  let keer = 0
  beforeAll(async () => {
    t.rondom = await startTestRondom()
  })
  afterAll(() => t.rondom.close())
  beforeEach(() => {
    t.p = `T${++keer}-`
    t.rondom.clock.now = new Date(Date.UTC(2026, 10, 1 + keer, 10))
  })
  return t
}

/** The persoon whom the source knows by this number. */
export function persoonVan(db: Db, nummer: string) {
  return db
    .selectFrom('partij')
    .innerJoin('partij_persoon', 'partij_id', 'id')
    .selectAll()
    .where('extern_id', '=', nummer)
    .executeTakeFirstOrThrow()
}

export type Bestanden = Record<string, string | Buffer>

/** Puts files in a folder of their own, and forgets it afterwards. */
export async function inMap<T>(bestanden: Bestanden, work: (map: string) => Promise<T>): Promise<T> {
  const map = await mkdtemp(join(tmpdir(), 'rondom-import-'))
  try {
    for (const [naam, inhoud] of Object.entries(bestanden)) await writeFile(join(map, naam), inhoud)
    return await work(map)
  } finally {
    await rm(map, { recursive: true, force: true })
  }
}

export function opties(rondom: TestRondom, map: string): ImportOpties {
  const { databaseUrl, hier, clock } = rondom
  return { databaseUrl, organisatie: hier, log: rondom.services.log, actor: systemActor, map, now: clock.now }
}

export type Ingelezen = Uitkomst & {
  /** `personen.csv:2 reden` */
  redenen: string[]
  meldingen: string[]
}

export async function lees(
  rondom: TestRondom,
  bestanden: Bestanden | string,
  anders: Partial<ImportOpties> = {},
): Promise<Ingelezen> {
  const meldingen: string[] = []
  const meld = (tekst: string) => void meldingen.push(tekst)
  const uitkomst =
    typeof bestanden === 'string'
      ? await importeer({ ...opties(rondom, bestanden), meld, ...anders })
      : await inMap(bestanden, (map) => importeer({ ...opties(rondom, map), meld, ...anders }))
  return { ...uitkomst, redenen: await redenenVan(rondom.db, uitkomst.runId), meldingen }
}

async function redenenVan(db: Db, runId: string): Promise<string[]> {
  const { rows } = await sql<{ tekst: string }>`
    select bestand || ':' || regel || ' ' || reden as tekst from import_melding where run_id = ${runId}
    order by bestand, regel, id`.execute(db)
  return rows.map(({ tekst }) => tekst)
}

const zonder = [
  'import_run',
  'import_stap',
  'import_telling',
  'import_melding',
  'import_rij',
  'verwerking',
  'verwerking_open',
  'verwerking_zegel',
  'gebeurtenis',
]

/** Every row of every table that an import must leave alone when nothing changed. */
export async function foto(db: Db): Promise<Record<string, string[]>> {
  const tabellen = await sql<{ naam: string }>`
    select relname as naam from pg_class where relkind = 'r' and relnamespace = current_schema()::regnamespace
      and relname not like 'migratie%' and relname <> all (${zonder}) order by 1`.execute(db)
  const gezien: Record<string, string[]> = {}
  for (const { naam } of tabellen.rows) {
    const { rows } = await sql<{ rij: string }>`select t::text as rij from ${sql.table(naam)} t order by 1`.execute(db)
    gezien[naam] = rows.map(({ rij }) => rij)
  }
  return gezien
}

export function csv(...regels: string[]): string {
  return `${regels.join('\r\n')}\r\n`
}
