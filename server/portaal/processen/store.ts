import { type Insertable, sql } from 'kysely'
import type { Db, Tx } from '#server/platform/db/schema.ts'
import type { Verplaatsing } from '#server/relaties/index.ts'
import type { PortaalConceptRow, PortaalConceptTable } from './tables.ts'

/** Whose drafts: of one account, for one person. */
export type Eigenaar = { accountId: string; partijId: string }

const van = (db: Db, { accountId, partijId }: Eigenaar) =>
  db.selectFrom('portaal_concept').selectAll().where('account_id', '=', accountId).where('partij_id', '=', partijId)

/** More than there are processes. */
export const selectConcepten = (db: Db, eigenaar: Eigenaar): Promise<PortaalConceptRow[]> =>
  van(db, eigenaar).orderBy('gewijzigd_op', 'desc').limit(100).execute()

export const selectConcept = (db: Db, eigenaar: Eigenaar, id: string): Promise<PortaalConceptRow | undefined> =>
  van(db, eigenaar).where('id', '=', id).executeTakeFirst()

export const lockConcept = (tx: Tx, eigenaar: Eigenaar, id: string): Promise<PortaalConceptRow | undefined> =>
  van(tx, eigenaar).where('id', '=', id).forUpdate().executeTakeFirst()

export const selectVanProces = (db: Db, eigenaar: Eigenaar, proces: string): Promise<PortaalConceptRow | undefined> =>
  van(db, eigenaar).where('proces', '=', proces).executeTakeFirst()

/** @returns undefined when there is one already, of this process or with this id */
export function insertConcept(
  tx: Tx,
  row: Omit<Insertable<PortaalConceptTable>, 'antwoorden'> & { antwoorden: Record<string, unknown> },
): Promise<PortaalConceptRow | undefined> {
  return tx
    .insertInto('portaal_concept')
    .values({ ...row, antwoorden: JSON.stringify(row.antwoorden) })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst()
}

export function updateConcept(
  tx: Tx,
  before: PortaalConceptRow,
  changes: Pick<PortaalConceptRow, 'antwoorden' | 'stap' | 'overeenkomst_id' | 'gewijzigd_op'>,
): Promise<PortaalConceptRow> {
  return tx
    .updateTable('portaal_concept')
    .set({ ...changes, antwoorden: JSON.stringify(changes.antwoorden), versie: before.versie + 1 })
    .where('id', '=', before.id)
    .where('account_id', '=', before.account_id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

export async function deleteConcept(tx: Tx, eigenaar: Eigenaar, id: string): Promise<void> {
  await tx
    .deleteFrom('portaal_concept')
    .where('id', '=', id)
    .where('account_id', '=', eigenaar.accountId)
    .where('partij_id', '=', eigenaar.partijId)
    .execute()
}

export async function deleteVerlopen(tx: Tx, voor: Date): Promise<void> {
  await tx.deleteFrom('portaal_concept').where('gewijzigd_op', '<', voor).execute()
}

/** A form that the remaining customer began himself too, stays aside: of one process there is one per account. */
export async function moveConcepten(tx: Tx, { van, naar, only }: Verplaatsing): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update portaal_concept c set partij_id = ${naar}
    where c.partij_id = ${van} ${only ? sql`and c.id = any (${only}::uuid[])` : sql``}
      and not exists (select from portaal_concept ander
        where ander.account_id = c.account_id and ander.partij_id = ${naar} and ander.proces = c.proces)
    returning c.id`.execute(tx)
  return rows.map(({ id }) => id)
}
