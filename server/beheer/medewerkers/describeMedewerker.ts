import type { MedewerkerDetail } from '#contract/beheer/medewerkers.ts'
import type { Db } from '#server/platform/db/schema.ts'
import { openWerkVan } from '../openWerk.ts'
import { listLidmaatschappen } from '../teams/store.ts'
import { presentLidmaatschap } from './present.ts'
import type { MedewerkerRow } from './store.ts'

/** The employee as the administrator sees him: with team history and what he has in hand. */
export async function describeMedewerker(db: Db, row: MedewerkerRow): Promise<MedewerkerDetail> {
  const lidmaatschappen = await listLidmaatschappen(db, row.id)
  return {
    ...row,
    lidmaatschappen: lidmaatschappen.map(presentLidmaatschap),
    openWerk: await openWerkVan(db, { medewerkerId: row.id }),
  }
}
