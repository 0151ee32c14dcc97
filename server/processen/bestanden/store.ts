import type { Db, Tx } from '#server/platform/db/schema.ts'
import type { ProcesBestandRow } from '../tables.ts'

export async function insertBestand(tx: Tx, row: ProcesBestandRow): Promise<void> {
  await tx.insertInto('proces_bestand').values(row).execute()
}

export async function markeerKlaar(tx: Tx, id: string): Promise<void> {
  await tx.updateTable('proces_bestand').set({ klaar: true }).where('id', '=', id).execute()
}

export async function countLosse(db: Db, medewerkerId: string): Promise<number> {
  const { aantal } = await db
    .selectFrom('proces_bestand')
    .select((eb) => eb.fn.countAll<string>().as('aantal'))
    .where('medewerker_id', '=', medewerkerId)
    .executeTakeFirstOrThrow()
  return Number(aantal)
}

/** What this employee sent himself and what no form took yet, held until the end of the transaction. */
export async function lockEigen(tx: Tx, medewerkerId: string, ids: readonly string[]): Promise<ProcesBestandRow[]> {
  if (ids.length === 0) return []
  return tx
    .selectFrom('proces_bestand')
    .selectAll()
    .where('id', 'in', ids)
    .where('medewerker_id', '=', medewerkerId)
    .where('klaar', '=', true)
    .forUpdate()
    .execute()
}

export async function deleteBestand(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('proces_bestand').where('id', '=', id).execute()
}

export function selectOude(db: Db, voor: Date, now: Date): Promise<Pick<ProcesBestandRow, 'id' | 'opslagsleutel'>[]> {
  return db
    .selectFrom('proces_bestand')
    .select(['id', 'opslagsleutel'])
    .where('aangemaakt_op', '<', voor)
    .where((eb) => eb.or([eb('bewaar_tot', 'is', null), eb('bewaar_tot', '<', now)]))
    .orderBy('aangemaakt_op')
    .limit(500)
    .execute()
}

/** From now on no form can take it, so that its bytes can go. */
export async function schrijfAf(tx: Tx, id: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('proces_bestand')
    .set({ klaar: false })
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}
