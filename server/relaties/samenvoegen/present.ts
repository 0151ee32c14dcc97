import type { Samenvoeging } from '#contract/samenvoegen.ts'
import { findMedewerkers } from '#server/beheer/index.ts'
import type { Db } from '#server/platform/db/schema.ts'
import { presentKort } from '../present.ts'
import { selectPartijen } from '../store.ts'
import type { SamenvoegingRow } from '../tables.ts'
import { beletselVoor } from './maakOngedaan.ts'

/** With the names of both klanten and of who did it, and whether it can be undone. */
export async function describeSamenvoegingen(db: Db, rows: readonly SamenvoegingRow[]): Promise<Samenvoeging[]> {
  const partijen = await selectPartijen(
    db,
    rows.flatMap((row) => [row.bron_id, row.doel_id]),
  )
  const medewerkers = await findMedewerkers(
    db,
    rows.map((row) => row.medewerker_id),
  )
  const answers: Samenvoeging[] = []
  for (const row of rows) {
    const bron = partijen.find((each) => each.id === row.bron_id)
    const doel = partijen.find((each) => each.id === row.doel_id)
    if (!bron || !doel) continue
    const reden = await beletselVoor(db, row, doel)
    answers.push({
      id: row.id,
      bron: presentKort(bron),
      doel: presentKort(doel),
      op: row.op.toISOString(),
      medewerker: { id: row.medewerker_id, naam: medewerkers.get(row.medewerker_id)?.naam ?? 'Rondom' },
      ongedaanOp: row.ongedaan_op?.toISOString() ?? null,
      ongedaanMogelijk: reden === '',
      reden,
    })
  }
  return answers
}
