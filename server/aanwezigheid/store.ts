import type { Db, Tx } from '#server/platform/db/schema.ts'
import type { AanwezigheidRow } from './tables.ts'

export type Plek = { objectSoort: 'partij' | 'taak'; objectId: string }

/** Everybody who has it open now, oneself included. */
export async function selectAanwezig(db: Db, plek: Plek, now: Date): Promise<AanwezigheidRow[]> {
  return await db
    .selectFrom('aanwezigheid')
    .selectAll()
    .where('object_soort', '=', plek.objectSoort)
    .where('object_id', '=', plek.objectId)
    .where('tot', '>', now)
    .limit(200)
    .execute()
}

export async function saveAanwezig(tx: Tx, row: AanwezigheidRow): Promise<void> {
  await tx
    .insertInto('aanwezigheid')
    .values(row)
    .onConflict((on) =>
      on
        .columns(['medewerker_id', 'venster', 'object_soort', 'object_id'])
        .doUpdateSet({ bezig: row.bezig, tot: row.tot }),
    )
    .execute()
}

export async function deleteAanwezig(tx: Tx, plek: Plek & { medewerkerId: string; venster: string }): Promise<void> {
  await tx
    .deleteFrom('aanwezigheid')
    .where('medewerker_id', '=', plek.medewerkerId)
    .where('venster', '=', plek.venster)
    .where('object_soort', '=', plek.objectSoort)
    .where('object_id', '=', plek.objectId)
    .execute()
}

/** Screens that stopped telling; their colleagues noticed by the time already. */
export async function deleteVerlopen(tx: Tx, before: Date): Promise<void> {
  await tx.deleteFrom('aanwezigheid').where('tot', '<', before).execute()
}
