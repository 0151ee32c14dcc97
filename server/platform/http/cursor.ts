import type { z } from 'zod'
import { invalid } from '../errors.ts'

/** A keyset cursor: the sort values of the last row, opaque to clients. Reading checks it, for it comes from outside. */
export function writeCursor(values: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url')
}

/**
 * @param schema a tuple with the types of the sort values
 * @throws 400 when the cursor is not one of ours
 */
export function readCursor<S extends z.ZodType>(schema: S, cursor: string | undefined): z.output<S> | undefined {
  if (cursor === undefined) return undefined
  const parsed = schema.safeParse(fromBase64(cursor))
  if (!parsed.success) throw invalid('na', 'ongeldig', 'Deze bladzijde bestaat niet. Begin opnieuw bij de eerste.')
  return parsed.data
}

/** Cuts the one row too many that the query asked for, and makes the cursor from the last row that stays. */
export function page<Row>(
  rows: Row[],
  aantal: number,
  key: (row: Row) => readonly (string | number | null)[],
): { rijen: Row[]; volgende?: string } {
  const rijen = rows.slice(0, aantal)
  const last = rijen.at(-1)
  return rows.length > aantal && last ? { rijen, volgende: writeCursor(key(last)) } : { rijen }
}

function fromBase64(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    return undefined
  }
}
