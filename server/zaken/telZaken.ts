import { sql } from 'kysely'
import type { Db } from '#server/platform/db/schema.ts'

export type Telling = {
  zaaktype: string
  /** Not itself. */
  behalve: string
  partijId?: string | null
  /** A fact that it must have in common. */
  eigenschap?: { naam: string; waarde: string } | null
  sinds: Date
}

/** How many zaken of this kind there were: of the same klant, or with the same fact. Without either there is none. */
export async function telZaken(db: Db, { zaaktype, behalve, partijId, eigenschap, sinds }: Telling): Promise<number> {
  if (!partijId && !eigenschap) return 0
  let query = db
    .selectFrom('zaak')
    .select(sql<number>`count(*)::int`.as('aantal'))
    .where('zaaktype', '=', zaaktype)
    .where('id', '<>', behalve)
    .where('status', '<>', 'GEA')
    .where('ontvangen_op', '>=', sinds)
  if (partijId) query = query.where('partij_id', '=', partijId)
  if (eigenschap)
    query = query.where((eb) =>
      eb.exists(
        eb
          .selectFrom('zaak_eigenschap')
          .select('zaak_eigenschap.id')
          .whereRef('zaak_eigenschap.zaak_id', '=', 'zaak.id')
          .where('naam', '=', eigenschap.naam)
          .where('waarde', '=', eigenschap.waarde),
      ),
    )
  return (await query.executeTakeFirstOrThrow()).aantal
}
