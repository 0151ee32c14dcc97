import { type RawBuilder, sql } from 'kysely'
import type { Actor } from './context.ts'

/** The rule of `isAfgeschermd`, in a query: the column with the id of what this person may or may not know of. */
export function bekendAan(actor: Actor, kolom: string): RawBuilder<boolean> {
  const afgeschermd = [...(actor.afgeschermd ?? [])]
  if (afgeschermd.length === 0) return sql<boolean>`true`
  return sql<boolean>`(${sql.ref(kolom)} is null or ${sql.ref(kolom)} <> all (${afgeschermd}::uuid[]))`
}
