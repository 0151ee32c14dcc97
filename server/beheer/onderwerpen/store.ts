import { explainConstraints, explainInUse } from '#server/platform/db/constraints.ts'
import type { Db, Tx } from '#server/platform/db/schema.ts'
import { conflict, invalid } from '#server/platform/errors.ts'
import '../tables.ts'

export type OnderwerpRow = {
  id: string
  code: string
  naam: string
  bovenliggend_id: string | null
  volgorde: number
  actief: boolean
  versie: number
}

const columns = ['id', 'code', 'naam', 'bovenliggend_id', 'volgorde', 'actief', 'versie'] as const

/** Tens of rows; the tree is made in `boom.ts`. */
export function selectOnderwerpen(db: Db): Promise<OnderwerpRow[]> {
  return db.selectFrom('onderwerp').select(columns).orderBy('volgorde').orderBy('naam').limit(2000).execute()
}

/** All of them, held until the end of the transaction: two moves at once could make a third level. */
export function lockOnderwerpen(tx: Tx): Promise<OnderwerpRow[]> {
  return tx.selectFrom('onderwerp').select(columns).orderBy('volgorde').orderBy('naam').forUpdate().execute()
}

/** Those that exist, kept from being removed until the end of the transaction; for whoever is about to point at them. */
export async function holdOnderwerpen(tx: Tx, ids: readonly string[]): Promise<OnderwerpRow[]> {
  if (ids.length === 0) return []
  return await tx
    .selectFrom('onderwerp')
    .select(columns)
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forKeyShare()
    .execute()
}

export async function insertOnderwerp(tx: Tx, row: OnderwerpRow): Promise<void> {
  await codeIsUnique(tx.insertInto('onderwerp').values(row).execute())
}

export async function updateOnderwerp(tx: Tx, row: OnderwerpRow): Promise<void> {
  const { id, ...values } = row
  await codeIsUnique(tx.updateTable('onderwerp').set(values).where('id', '=', id).execute())
}

/** @throws 409 when contacts, templates or other subjects point at it */
export async function deleteOnderwerp(tx: Tx, id: string): Promise<void> {
  await explainInUse(tx.deleteFrom('onderwerp').where('id', '=', id).execute(), () =>
    conflict('in-gebruik', 'Dit onderwerp is in gebruik en kan niet weg. Zet het op niet actief.'),
  )
}

function codeIsUnique<T>(work: Promise<T>): Promise<T> {
  return explainConstraints(work, {
    onderwerp_code: () => invalid('code', 'bestaat', 'Er is al een onderwerp met deze code.'),
  })
}
