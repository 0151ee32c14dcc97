import { explainConstraints } from '#server/platform/db/constraints.ts'
import type { Db, Tx } from '#server/platform/db/schema.ts'
import { invalid } from '#server/platform/errors.ts'

export async function selectBsn(db: Db, partijId: string): Promise<string | undefined> {
  return (await db.selectFrom('partij_bsn').select('bsn').where('partij_id', '=', partijId).executeTakeFirst())?.bsn
}

export async function upsertBsn(tx: Tx, partijId: string, bsn: string): Promise<void> {
  const save = tx
    .insertInto('partij_bsn')
    .values({ partij_id: partijId, bsn })
    .onConflict((on) => on.column('partij_id').doUpdateSet({ bsn }))
    .execute()
  await explainConstraints(save, {
    partij_bsn_bsn_key: () => invalid('bsn', 'bestaat', 'Dit burgerservicenummer staat al bij een andere klant.'),
  })
}

export async function deleteBsn(tx: Tx, partijId: string): Promise<void> {
  await tx.deleteFrom('partij_bsn').where('partij_id', '=', partijId).execute()
}
