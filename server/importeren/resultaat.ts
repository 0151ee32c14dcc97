import { open } from 'node:fs/promises'
import { sql } from 'kysely'
import { type Kolom, writeCsv } from '#server/platform/csv/csv.ts'
import type { Db } from '#server/platform/db/schema.ts'

type Melding = { id: number; bestand: string; regel: number; sleutel: string; reden: string; afgekeurd: boolean }

const kolommen: Kolom<Melding>[] = [
  { kop: 'bestand', cel: (rij) => rij.bestand },
  { kop: 'regel', cel: (rij) => rij.regel },
  { kop: 'nummer', cel: (rij) => rij.sleutel },
  { kop: 'uitkomst', cel: (rij) => (rij.afgekeurd ? 'afgekeurd' : 'ingelezen, let op') },
  { kop: 'reden', cel: (rij) => rij.reden },
]

const perKeer = 5000

/** One line per rejected row and why, in the order of the files; cells that a spreadsheet would run are made text. */
export async function schrijfResultaat(db: Db, runId: string, pad: string): Promise<void> {
  const file = await open(pad, 'w', 0o600)
  try {
    let na: [string, number, number] = ['', -1, -1]
    for (let eerste = true; ; eerste = false) {
      const { rows } = await sql<Melding>`
        select id, bestand, regel, sleutel, reden, afgekeurd from import_melding
        where run_id = ${runId} and (bestand, regel, id) > (${na[0]}, ${na[1]}::int, ${na[2]}::bigint)
        order by bestand, regel, id limit ${perKeer}`.execute(db)
      const csv = writeCsv(kolommen, rows)
      await file.write(eerste ? csv : csv.slice(csv.indexOf('\n') + 1))
      const laatste = rows.at(-1)
      if (!laatste || rows.length < perKeer) return
      na = [laatste.bestand, laatste.regel, laatste.id]
    }
  } finally {
    await file.close()
  }
}
