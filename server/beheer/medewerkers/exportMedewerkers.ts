import { rolNamen } from '#contract/rechten.ts'
import { type Kolom, writeCsv } from '#server/platform/csv/csv.ts'
import type { ReadContext } from '#server/platform/http/context.ts'
import { logVerwerking } from '#server/platform/verwerkingenlog/log.ts'
import { listTeams } from '../teams/store.ts'
import { listMedewerkers, type MedewerkersFilter } from './store.ts'

type Row = Awaited<ReturnType<typeof listMedewerkers>>[number]

/** The largest housing association has some 2,000 employees. */
const most = 10_000

/** The employees of a filter as a CSV file. */
export async function exportMedewerkers(
  ctx: ReadContext,
  filter: Omit<MedewerkersFilter, 'aantal' | 'na'>,
): Promise<string> {
  const rows = await listMedewerkers(ctx.db, { ...filter, aantal: most })
  const teamnamen = new Map((await listTeams(ctx.db)).map((team) => [team.id, team.naam]))
  await logVerwerking(ctx, {
    actie: 'exporteren',
    doel: 'Beheer van medewerkers',
    objectSoort: 'medewerker',
    partijIds: [],
  })
  return writeCsv(kolommen(teamnamen), rows)
}

function kolommen(teamnamen: Map<string, string>): Kolom<Row>[] {
  return [
    { kop: 'Naam', cel: (row) => row.naam },
    { kop: 'E-mail', cel: (row) => row.email },
    { kop: 'Functie', cel: (row) => row.functie },
    { kop: 'Telefoon', cel: (row) => row.telefoon },
    { kop: 'Rollen', cel: (row) => row.rollen.map((rol) => rolNamen[rol]).join(', ') },
    { kop: 'Teams', cel: (row) => row.team_ids.map((id) => teamnamen.get(id) ?? '').join(', ') },
    { kop: 'Actief', cel: (row) => row.actief },
  ]
}
