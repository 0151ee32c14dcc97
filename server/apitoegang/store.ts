import type { Insertable } from 'kysely'
import { explainConstraints } from '#server/platform/db/constraints.ts'
import type { Db, Tx } from '#server/platform/db/schema.ts'
import { invalid } from '#server/platform/errors.ts'
import type { ApiTokenRow, ApiTokenTable } from './tables.ts'

export async function insertToken(tx: Tx, row: Insertable<ApiTokenTable>): Promise<ApiTokenRow> {
  return await explainConstraints(tx.insertInto('api_token').values(row).returningAll().executeTakeFirstOrThrow(), {
    api_token_naam: () => invalid('naam', 'bestaat', 'Er is al een token met deze naam. Trek dat eerst in.'),
  })
}

export function selectByHash(db: Db, hash: Buffer): Promise<ApiTokenRow | undefined> {
  return db.selectFrom('api_token').selectAll().where('hash', '=', hash).executeTakeFirst()
}

export async function selectTokens(db: Db): Promise<ApiTokenRow[]> {
  return await db.selectFrom('api_token').selectAll().orderBy('naam').orderBy('id').limit(500).execute()
}

/** When it was last in use; for the list of tokens. */
export async function touchToken(db: Db, id: string, now: Date): Promise<void> {
  await db.updateTable('api_token').set({ laatst_gebruikt_op: now }).where('id', '=', id).execute()
}

/** @returns undefined when there was no such token in force */
export async function endToken(tx: Tx, naam: string, now: Date): Promise<ApiTokenRow | undefined> {
  return await tx
    .updateTable('api_token')
    .set({ ingetrokken_op: now })
    .where((eb) => eb(eb.fn<string>('lower', ['naam']), '=', naam.toLowerCase()))
    .where('ingetrokken_op', 'is', null)
    .returningAll()
    .executeTakeFirst()
}
