import { sql } from 'kysely'
import type { Db } from '#server/platform/db/schema.ts'
import { bekendAan } from '#server/platform/http/bekendAan.ts'
import type { Actor } from '#server/platform/http/context.ts'
import type { ProcesActieRow, ProcesWachtRow } from '../tables.ts'

/** Oldest first: what waits longest hurts most. Of a zaak that this person may not know of, nothing. */
export function selectActies(
  db: Db,
  actor: Actor,
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
    .innerJoin('proces_instantie', 'proces_instantie.id', 'proces_actie.instantie_id')
    .selectAll('proces_actie')
    .where(bekendAan(actor, 'proces_instantie.zaak_id'))
    .where('proces_actie.status', 'in', statussen[welke] as ProcesActieRow['status'][])
    .$if(na !== undefined, (query) =>
      query.where(
        sql<boolean>`(proces_actie.aangemaakt_op, proces_actie.id) > (${na?.[0]}::timestamptz, ${na?.[1]}::uuid)`,
      ),
    )
    .orderBy('proces_actie.aangemaakt_op')
    .orderBy('proces_actie.id')
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
