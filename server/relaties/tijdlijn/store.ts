import type { Insertable, Updateable } from 'kysely'
import type { Tx } from '#server/platform/db/schema.ts'
import type { TijdlijnTable } from '../tables.ts'

export async function upsertTijdlijn(tx: Tx, row: Insertable<TijdlijnTable>): Promise<void> {
  const { id: _, verwijzing_id: _v, soort: _s, partij_id: _p, ...changes } = row
  await tx
    .insertInto('tijdlijn_item')
    .values(row)
    .onConflict((on) => on.columns(['verwijzing_id', 'soort', 'partij_id']).doUpdateSet(changes))
    .execute()
}

export async function changeTijdlijn(
  tx: Tx,
  which: { verwijzingId: string; soort: string },
  changes: Updateable<TijdlijnTable>,
): Promise<void> {
  await tx
    .updateTable('tijdlijn_item')
    .set(changes)
    .where('verwijzing_id', '=', which.verwijzingId)
    .where('soort', '=', which.soort)
    .execute()
}

export async function deleteTijdlijn(tx: Tx, which: { verwijzingId: string; soort: string }): Promise<void> {
  await tx
    .deleteFrom('tijdlijn_item')
    .where('verwijzing_id', '=', which.verwijzingId)
    .where('soort', '=', which.soort)
    .execute()
}
