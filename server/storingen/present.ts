import type { Storing } from '#contract/storingen.ts'
import { zaakStatusNamen } from '#contract/zaken.ts'
import { findMedewerkers } from '#server/beheer/index.ts'
import type { Db } from '#server/platform/db/schema.ts'
import { findComplexen } from '#server/wonen/index.ts'
import { countDeelzaken, findZaken } from '#server/zaken/index.ts'
import type { StoringRow } from './tables.ts'

export async function presentStoringen({ db }: { db: Db }, rows: readonly StoringRow[]): Promise<Storing[]> {
  const hoofdzaakIds = rows.map((row) => row.hoofdzaak_id)
  const [complexen, zaken, deelzaken, medewerkers] = await Promise.all([
    findComplexen(
      db,
      rows.map((row) => row.complex_id),
    ),
    findZaken(db, hoofdzaakIds),
    countDeelzaken(db, hoofdzaakIds),
    findMedewerkers(
      db,
      rows.map((row) => row.gewijzigd_door),
    ),
  ])
  return rows.flatMap((row) => {
    const complex = complexen.get(row.complex_id)
    const zaak = zaken.get(row.hoofdzaak_id)
    const door = medewerkers.get(row.gewijzigd_door)
    if (!complex || !zaak) return []
    return {
      id: row.id,
      soort: row.soort,
      naam: row.naam,
      complex: { id: complex.id, naam: complex.naam },
      hoofdzaak: {
        id: zaak.id,
        nummer: zaak.nummer,
        status: zaak.status,
        statusNaam: zaak.status_naam || zaakStatusNamen[zaak.status],
      },
      meldingen: 1 + (deelzaken.get(zaak.id) ?? 0),
      tekst: row.tekst,
      verwachtKlaarOp: row.verwacht_klaar_op,
      begonnenOp: row.begonnen_op.toISOString(),
      gewijzigdDoor: { id: row.gewijzigd_door, naam: door?.naam ?? 'Rondom' },
      gewijzigdOp: row.gewijzigd_op.toISOString(),
      versie: row.versie,
    }
  })
}

export async function presentStoring(ctx: { db: Db }, row: StoringRow): Promise<Storing> {
  const [storing] = await presentStoringen(ctx, [row])
  if (!storing) throw new Error(`storing ${row.id} has lost its complex or zaak`)
  return storing
}
