import { dagVan } from '#server/platform/clock.ts'
import { type Kolom, writeCsv } from '#server/platform/csv/csv.ts'
import type { ReadContext } from '#server/platform/http/context.ts'
import { logVerwerking } from '#server/platform/verwerkingenlog/log.ts'
import { type LidmaatschapExportRow, listAllLidmaatschappen } from './store.ts'

/** Every membership, current and former: the proof of who could see which work when. */
export async function exportTeams(ctx: ReadContext): Promise<string> {
  const rows = await listAllLidmaatschappen(ctx.db)
  await logVerwerking(ctx, {
    actie: 'exporteren',
    doel: 'Beheer van teams',
    objectSoort: 'medewerker',
    partijIds: [],
  })
  return writeCsv(kolommen, rows)
}

const kolommen: Kolom<LidmaatschapExportRow>[] = [
  { kop: 'Team', cel: (row) => row.team },
  { kop: 'Code', cel: (row) => row.code },
  { kop: 'Medewerker', cel: (row) => row.medewerker },
  { kop: 'Functie', cel: (row) => row.functie },
  { kop: 'Sinds', cel: (row) => (row.sinds ? dagVan(row.sinds) : '') },
  { kop: 'Tot', cel: (row) => (row.tot ? dagVan(row.tot) : '') },
]
