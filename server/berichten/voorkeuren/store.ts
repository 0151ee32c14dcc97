import type { Db, Tx } from '#server/platform/db/schema.ts'
import { type Verplaatsing, verplaatsRijen } from '#server/relaties/index.ts'
import type { Keuzes, VoorkeurRow } from '../tables.ts'

export async function selectVoorkeur(db: Db, partijId: string): Promise<VoorkeurRow | undefined> {
  return db.selectFrom('bericht_voorkeur').selectAll().where('partij_id', '=', partijId).executeTakeFirst()
}

export async function lockVoorkeur(tx: Tx, partijId: string): Promise<VoorkeurRow | undefined> {
  return tx.selectFrom('bericht_voorkeur').selectAll().where('partij_id', '=', partijId).forUpdate().executeTakeFirst()
}

type Inhoud = { keuzes: Keuzes; geen_sms: boolean; gewijzigd_op: Date }

/** @returns undefined when somebody else was first */
export async function insertVoorkeur(
  tx: Tx,
  { keuzes, ...row }: Inhoud & { id: string; partij_id: string },
): Promise<VoorkeurRow | undefined> {
  return tx
    .insertInto('bericht_voorkeur')
    .values({ ...row, keuzes: JSON.stringify(keuzes) })
    .onConflict((on) => on.column('partij_id').doNothing())
    .returningAll()
    .executeTakeFirst()
}

export async function updateVoorkeur(tx: Tx, before: VoorkeurRow, { keuzes, ...row }: Inhoud): Promise<VoorkeurRow> {
  return tx
    .updateTable('bericht_voorkeur')
    .set({ ...row, keuzes: JSON.stringify(keuzes), versie: before.versie + 1 })
    .where('id', '=', before.id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Who was merged takes his choices along, unless the other chose himself. */
export async function moveVoorkeur(tx: Tx, verplaatsing: Verplaatsing): Promise<readonly string[]> {
  if (await selectVoorkeur(tx, verplaatsing.naar)) return []
  return verplaatsRijen(tx, { tabel: 'bericht_voorkeur', versie: true }, verplaatsing)
}
