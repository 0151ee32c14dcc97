import { explainConstraints } from '#server/platform/db/constraints.ts'
import type { Db, Tx } from '#server/platform/db/schema.ts'
import { invalid } from '#server/platform/errors.ts'
import '../tables.ts'

export type SluitingsdagRow = { datum: string; naam: string; versie: number }

/** Closing days of the organisatie, in order. A few a year, so all of them are a small list too. */
export function selectSluitingsdagen(db: Db, jaar?: number): Promise<SluitingsdagRow[]> {
  let query = db.selectFrom('sluitingsdag').select(['datum', 'naam', 'versie']).orderBy('datum').limit(5000)
  if (jaar !== undefined) query = query.where('datum', '>=', `${jaar}-01-01`).where('datum', '<=', `${jaar}-12-31`)
  return query.execute()
}

export function lockSluitingsdag(tx: Tx, datum: string): Promise<SluitingsdagRow | undefined> {
  return tx
    .selectFrom('sluitingsdag')
    .select(['datum', 'naam', 'versie'])
    .where('datum', '=', datum)
    .forUpdate()
    .executeTakeFirst()
}

export async function insertSluitingsdag(tx: Tx, row: SluitingsdagRow): Promise<void> {
  await explainConstraints(tx.insertInto('sluitingsdag').values(row).execute(), {
    sluitingsdag_pkey: () => invalid('datum', 'bestaat', 'Deze dag staat al in de lijst.'),
  })
}

export async function updateSluitingsdag(tx: Tx, row: SluitingsdagRow): Promise<void> {
  await tx
    .updateTable('sluitingsdag')
    .set({ naam: row.naam, versie: row.versie })
    .where('datum', '=', row.datum)
    .execute()
}

export async function deleteSluitingsdag(tx: Tx, datum: string): Promise<void> {
  await tx.deleteFrom('sluitingsdag').where('datum', '=', datum).execute()
}
