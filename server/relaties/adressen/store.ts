import type { Db } from '#server/platform/db/schema.ts'
import type { AdresRow } from '../tables.ts'

/** Current addresses that the BAG has not confirmed, in the order they were made; one more than asked for. */
export async function selectNietGevalideerd(db: Db, na: string | undefined, aantal: number): Promise<AdresRow[]> {
  return await db
    .selectFrom('partij_adres')
    .innerJoin('partij', 'partij.id', 'partij_adres.partij_id')
    .selectAll('partij_adres')
    .where('validatie', '=', 'niet_gevalideerd')
    .where('einddatum', 'is', null)
    .where('partij.samengevoegd_in', 'is', null)
    .$if(na !== undefined, (query) => query.where('partij_adres.id', '>', na ?? ''))
    .orderBy('partij_adres.id')
    .limit(aantal + 1)
    .execute()
}

export function selectAdres(db: Db, id: string): Promise<AdresRow | undefined> {
  return db.selectFrom('partij_adres').selectAll().where('id', '=', id).executeTakeFirst()
}
