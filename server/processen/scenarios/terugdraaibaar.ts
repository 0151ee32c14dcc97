import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/schema.ts'

/** A part of a transaction that leaves nothing when it fails; the transaction itself goes on. */
export async function terugdraaibaar<T>(tx: Tx, werk: () => Promise<T>): Promise<T> {
  await sql`savepoint proef`.execute(tx)
  try {
    const uitkomst = await werk()
    await sql`release savepoint proef`.execute(tx)
    return uitkomst
  } catch (error) {
    await sql`rollback to savepoint proef`.execute(tx)
    // Else it would hide the one of who called this inside another.
    await sql`release savepoint proef`.execute(tx)
    throw error
  }
}
