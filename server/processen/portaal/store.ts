import type { Db } from '#server/platform/db/schema.ts'
import type { ProcesActieRow, ProcesInstantieRow, ProcesWachtRow } from '../tables.ts'

export type Instantiekort = Pick<ProcesInstantieRow, 'id' | 'zaak_id' | 'versie_id' | 'gegevens' | 'klaar_op'>

/** Of many zaken at once, without the state of the engine. */
export async function selectInstantiesVan(db: Db, zaakIds: readonly string[]): Promise<Instantiekort[]> {
  if (zaakIds.length === 0) return []
  return db
    .selectFrom('proces_instantie')
    .select(['id', 'zaak_id', 'versie_id', 'gegevens', 'klaar_op'])
    .where('zaak_id', 'in', zaakIds)
    .execute()
}

export async function selectWachtVan(db: Db, instantieIds: readonly string[]): Promise<ProcesWachtRow[]> {
  if (instantieIds.length === 0) return []
  return db.selectFrom('proces_wacht').selectAll().where('instantie_id', 'in', instantieIds).orderBy('id').execute()
}

export function selectWacht(db: Db, id: string): Promise<(ProcesWachtRow & { zaak_id: string }) | undefined> {
  return db
    .selectFrom('proces_wacht')
    .innerJoin('proces_instantie', 'proces_instantie.id', 'proces_wacht.instantie_id')
    .selectAll('proces_wacht')
    .select('proces_instantie.zaak_id')
    .where('proces_wacht.id', '=', id)
    .executeTakeFirst()
}

/** Actions that are being done or about to be: what follows comes by itself. */
export function selectBezig(
  db: Db,
  instantieIds: readonly string[],
): Promise<Pick<ProcesActieRow, 'instantie_id' | 'element' | 'pogingen' | 'soort'>[]> {
  return db
    .selectFrom('proces_actie')
    .select(['instantie_id', 'element', 'pogingen', 'soort'])
    .where('instantie_id', 'in', instantieIds.length > 0 ? instantieIds : [leeg])
    .where('status', 'in', ['klaar_te_staan', 'bezig'])
    .execute()
}

const leeg = '00000000-0000-0000-0000-000000000000'
