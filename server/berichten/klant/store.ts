import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#server/platform/db/schema.ts'
import type { BerichtRow } from '../tables.ts'

/** The rule of `inPortaal`, in a query on the table `bericht`. */
const inPortaal = sql<boolean>`(bericht.status <> 'ingetrokken' and bericht.doel <> 'aanmelden' and not bericht.vertrouwelijk)`

/** Of whom, and which of them: decided by who shows them to him. */
export type VanKlant = { partijId: string; zichtbaar: RawBuilder<boolean> }

const vanKlant = (db: Db, { partijId, zichtbaar }: VanKlant) =>
  db.selectFrom('bericht').where('bericht.partij_id', '=', partijId).where(inPortaal).where(zichtbaar)

/** What was sent to a klant, as he may read it in the portal, the latest first. */
export function listBerichtenVoorKlant(
  db: Db,
  van: VanKlant,
  page: { na: [string, string] | undefined; aantal: number },
): Promise<BerichtRow[]> {
  let query = vanKlant(db, van)
    .selectAll('bericht')
    .orderBy('aangemaakt_op', 'desc')
    .orderBy('bericht.id', 'desc')
    .limit(page.aantal + 1)
  if (page.na)
    query = query.where(
      sql<boolean>`(bericht.aangemaakt_op, bericht.id) < (${page.na[0]}::timestamptz, ${page.na[1]}::uuid)`,
    )
  return query.execute()
}

/** Undefined when it is not his, or not to be read here. */
export function findBerichtVoorKlant(db: Db, van: VanKlant, id: string): Promise<BerichtRow | undefined> {
  return vanKlant(db, van).selectAll('bericht').where('bericht.id', '=', id).executeTakeFirst()
}

/** At most 100: more is "many". */
export async function countOngelezenVoorKlant(db: Db, van: VanKlant): Promise<number> {
  const rows = await vanKlant(db, van).select('bericht.id').where('gelezen_op', 'is', null).limit(100).execute()
  return rows.length
}
