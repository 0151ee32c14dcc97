import type { ReadContext, WriteContext } from '../http/context.ts'
import { writePending } from './pending.ts'

/**
 * The one place where transactions open. Serialisation failures and deadlocks are tried again, three times in all;
 * so `work` must not do anything that a rollback does not undo.
 */
export async function write<T>(ctx: ReadContext, work: (w: WriteContext) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ctx.db.transaction().execute(async (tx) => {
        const w = { ...ctx, db: tx, tx, pending: new Map() }
        const done = await work(w)
        await writePending(w)
        return done
      })
    } catch (error) {
      if (attempt >= 3 || !isRetryable(error)) throw error
      ctx.log.info({ attempt }, 'transaction tried again')
    }
  }
}

function isRetryable(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
  return code === '40001' || code === '40P01'
}
