import { sql } from 'kysely'
import type { Openingsblok, Rooster } from '#contract/beheer/kalender.ts'
import type { Db, Tx } from '#server/platform/db/schema.ts'
import { newId } from '#server/platform/ids.ts'
import '../tables.ts'

/** The general roster first, then those of channels in the order of the channels. */
export async function selectRoosters(db: Db): Promise<Rooster[]> {
  const roosters = await db
    .selectFrom('openingsrooster')
    .leftJoin('kanaal', 'kanaal.code', 'openingsrooster.kanaal_code')
    .select(['openingsrooster.code', 'openingsrooster.versie'])
    .orderBy('kanaal.volgorde', (order) => order.asc().nullsFirst())
    .execute()
  const blokken = await selectBlokken(db)
  return roosters.map((rooster) => ({ ...rooster, blokken: blokken.get(rooster.code) ?? [] }))
}

export async function findRooster(db: Db, code: string): Promise<Rooster | undefined> {
  return (await selectRoosters(db)).find((rooster) => rooster.code === code)
}

/** @returns the version, held until the end of the transaction; 0 when there is none yet */
export async function lockRooster(tx: Tx, code: string): Promise<number> {
  // A row that does not exist cannot be locked; this holds off a second first save.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`openingsrooster:${code}`} || current_schema(), 0))`.execute(
    tx,
  )
  const row = await tx.selectFrom('openingsrooster').select('versie').where('code', '=', code).executeTakeFirst()
  return row?.versie ?? 0
}

export async function saveRooster(tx: Tx, { code, blokken, versie }: Rooster, now: Date): Promise<void> {
  await tx
    .insertInto('openingsrooster')
    .values({ code, kanaal_code: code === 'algemeen' ? null : code, versie, gewijzigd_op: now })
    .onConflict((conflict) => conflict.column('code').doUpdateSet({ versie, gewijzigd_op: now }))
    .execute()
  await tx.deleteFrom('openingstijd').where('rooster_code', '=', code).execute()
  if (blokken.length === 0) return
  await tx
    .insertInto('openingstijd')
    .values(blokken.map((blok) => ({ id: newId(), rooster_code: code, ...blok })))
    .execute()
}

export async function deleteRooster(tx: Tx, code: string): Promise<void> {
  await tx.deleteFrom('openingsrooster').where('code', '=', code).execute()
}

async function selectBlokken(db: Db): Promise<Map<string, Openingsblok[]>> {
  const rows = await db
    .selectFrom('openingstijd')
    .select(['rooster_code', 'weekdag', sql<string>`to_char(van, 'HH24:MI')`.as('van')])
    // to_char turns 24:00 into 00:00; the text of the value does not.
    .select(sql<string>`left(tot::text, 5)`.as('tot'))
    .orderBy('weekdag')
    .orderBy('openingstijd.van')
    .execute()
  const byRooster = Map.groupBy(rows, (row) => row.rooster_code)
  return new Map(
    [...byRooster].map(([code, blokken]) => [code, blokken.map(({ weekdag, van, tot }) => ({ weekdag, van, tot }))]),
  )
}
