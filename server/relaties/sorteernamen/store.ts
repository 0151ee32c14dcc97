import { sql } from 'kysely'
import type { Db, Tx } from '#server/platform/db/schema.ts'
import '../tables.ts'

/** Every persoon by key, also those that were merged away: an undo brings them back. */
export function selectNaamdelen(db: Db, na: string, aantal: number) {
  return db
    .selectFrom('partij')
    .innerJoin('partij_persoon as persoon', 'persoon.partij_id', 'partij.id')
    .select(['partij.id', 'partij.versie', 'partij.sorteernaam'])
    .select(['persoon.initialen', 'persoon.tussenvoegsels', 'persoon.achternaam', 'persoon.geslachtsnaam'])
    .where('partij.id', '>', na)
    .orderBy('partij.id')
    .limit(aantal)
    .execute()
}

/**
 * Not a change of the klant: `versie` stays, so that nobody's open form goes stale. Who has another `versie` by now was
 * written in the meantime, with the new order.
 */
export async function updateSorteernamen(
  tx: Tx,
  changes: readonly { id: string; versie: number; nu: string }[],
): Promise<void> {
  await sql`
    update partij p set sorteernaam = n.nu
    from unnest(${changes.map(({ id }) => id)}::uuid[], ${changes.map(({ versie }) => versie)}::int[],
                ${changes.map(({ nu }) => nu)}::text[]) as n(id, versie, nu)
    where p.id = n.id and p.versie = n.versie`.execute(tx)
}
