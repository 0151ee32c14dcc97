import { sql } from 'kysely'
import { keepPending } from '#server/platform/db/pending.ts'
import type { WriteContext } from '#server/platform/http/context.ts'

/** A part of a transaction that leaves nothing when it fails; the transaction itself goes on. */
export async function terugdraaibaar<T>(w: WriteContext, werk: () => Promise<T>): Promise<T> {
  const takeBack = keepPending(w)
  await sql`savepoint proef`.execute(w.tx)
  try {
    const uitkomst = await werk()
    await sql`release savepoint proef`.execute(w.tx)
    return uitkomst
  } catch (error) {
    takeBack()
    await sql`rollback to savepoint proef`.execute(w.tx)
    // Else it would hide the one of who called this inside another.
    await sql`release savepoint proef`.execute(w.tx)
    throw error
  }
}
