import type { z } from 'zod'
import {
  type Instellingsleutel,
  type Instellingwaarde,
  type Instellingwaarden,
  instellingen,
  instellingsleutels,
} from '#contract/beheer/instellingen.ts'
import type { Db } from '#server/platform/db/schema.ts'
import { selectInstellingen } from './store.ts'

/** The value of one setting: what the organisatie set, else the default. */
export async function getInstelling<K extends Instellingsleutel>(db: Db, sleutel: K): Promise<Instellingwaarde<K>> {
  const [row] = await selectInstellingen(db, [sleutel])
  return waardeOf(sleutel, row?.waarde)
}

/** All values at once. */
export async function allInstellingen(db: Db): Promise<z.output<typeof Instellingwaarden>> {
  const set = new Map((await selectInstellingen(db)).map((row) => [row.sleutel, row.waarde]))
  const entries = instellingsleutels.map((sleutel) => [sleutel, waardeOf(sleutel, set.get(sleutel))] as const)
  // The keys of the registry and of `Instellingwaarden` are the same; a test compares them.
  return Object.fromEntries(entries) as z.output<typeof Instellingwaarden>
}

/** A value that an older version allowed and this one does not, counts as not set: better the default than no screen. */
export function waardeOf<K extends Instellingsleutel>(sleutel: K, stored: unknown): Instellingwaarde<K> {
  const { schema, standaard } = instellingen[sleutel]
  const parsed = schema.safeParse(stored)
  return (parsed.success ? parsed.data : standaard) as Instellingwaarde<K>
}
