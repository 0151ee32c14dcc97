import type { GesprekInhoud } from '#contract/gesprekken.ts'
import type { Db, Tx } from '#server/platform/db/schema.ts'
import { type Verplaatsing, verplaatsRijen } from '#server/relaties/index.ts'
import type { ConceptRow } from './tables.ts'

/** A draft is its owner's alone: no query here goes without him. */
export async function findConcept(db: Db, id: string, medewerkerId: string): Promise<ConceptRow | undefined> {
  return db
    .selectFrom('concept')
    .selectAll()
    .where('id', '=', id)
    .where('medewerker_id', '=', medewerkerId)
    .executeTakeFirst()
}

/** The row, held until the end of the transaction. */
export async function lockConcept(tx: Tx, id: string, medewerkerId: string): Promise<ConceptRow | undefined> {
  return tx
    .selectFrom('concept')
    .selectAll()
    .where('id', '=', id)
    .where('medewerker_id', '=', medewerkerId)
    .forUpdate()
    .executeTakeFirst()
}

export async function selectConcepten(db: Db, medewerkerId: string, max: number): Promise<ConceptRow[]> {
  return db
    .selectFrom('concept')
    .selectAll()
    .where('medewerker_id', '=', medewerkerId)
    .orderBy('begonnen_op')
    .orderBy('id')
    .limit(max)
    .execute()
}

export async function insertConcept(
  tx: Tx,
  row: Omit<ConceptRow, 'inhoud' | 'versie'> & { inhoud: GesprekInhoud },
): Promise<ConceptRow> {
  return tx
    .insertInto('concept')
    .values({ ...row, inhoud: JSON.stringify(row.inhoud) })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Call with the row of `lockConcept`. */
export async function replaceConcept(
  tx: Tx,
  before: ConceptRow,
  values: { partijId: string | null; inhoud: GesprekInhoud; now: Date },
): Promise<ConceptRow> {
  return tx
    .updateTable('concept')
    .set({
      partij_id: values.partijId,
      inhoud: JSON.stringify(values.inhoud),
      gewijzigd_op: values.now,
      versie: before.versie + 1,
    })
    .where('id', '=', before.id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

export async function deleteConcept(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('concept').where('id', '=', id).execute()
}

/** @returns the ids of the concepten that moved */
export const moveConcepten = (tx: Tx, verplaatsing: Verplaatsing): Promise<string[]> =>
  verplaatsRijen(tx, { tabel: 'concept' }, verplaatsing)
