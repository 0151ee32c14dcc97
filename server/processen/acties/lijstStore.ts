import { sql } from 'kysely'
import type { Db } from '#server/platform/db/schema.ts'
import type { ProcesActieRow, ProcesWachtRow } from '../tables.ts'

/** Oldest first: what waits longest hurts most. */
export function selectActies(
  db: Db,
  welke: 'mislukt' | 'wacht' | 'alles',
  na: [op: string, id: string] | undefined,
  aantal: number,
): Promise<ProcesActieRow[]> {
  const statussen = {
    mislukt: ['mislukt'],
    wacht: ['klaar_te_staan', 'bezig'],
    alles: ['mislukt', 'klaar_te_staan', 'bezig'],
  }
  return db
    .selectFrom('proces_actie')
    .selectAll()
    .where('status', 'in', statussen[welke] as ProcesActieRow['status'][])
    .$if(na !== undefined, (query) =>
      query.where(sql<boolean>`(aangemaakt_op, id) > (${na?.[0]}::timestamptz, ${na?.[1]}::uuid)`),
    )
    .orderBy('aangemaakt_op')
    .orderBy('id')
    .limit(aantal)
    .execute()
}

export function selectWachtVan(db: Db, instantieId: string, sleutel: string): Promise<ProcesWachtRow | undefined> {
  return db
    .selectFrom('proces_wacht')
    .selectAll()
    .where('instantie_id', '=', instantieId)
    .where('sleutel', '=', sleutel)
    .executeTakeFirst()
}
