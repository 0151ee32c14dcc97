import { cpus, loadavg, release, totalmem } from 'node:os'
import { sql } from 'kysely'
import type { Db } from '../../server/platform/db/schema.ts'

export type Machine = Record<string, string>

/** What the figures depend on, and are worthless without. */
export async function beschrijfMachine(db: Db): Promise<Machine> {
  const cores = cpus()
  const versie = await sql<{ server_version: string }>`show server_version`.execute(db)
  const buffers = await sql<{ shared_buffers: string }>`show shared_buffers`.execute(db)
  const groottes = await sql<{ grootte: string; klanten: number; contacten: number; taken: number; woorden: number }>`
    select pg_size_pretty(pg_database_size(current_database())) as grootte,
      (select count(*) from partij) as klanten, (select count(*) from klantcontact) as contacten,
      (select count(*) from taak) as taken, (select count(*) from zoek_woord) as woorden`.execute(db)
  const g = groottes.rows[0]
  const getal = (n: number | undefined) => (n ?? 0).toLocaleString('nl-NL')
  return {
    Datum: new Date().toISOString().slice(0, 10),
    Processor: `${cores.length} × ${cores[0]?.model.trim() ?? 'onbekend'}`,
    Geheugen: `${Math.round(totalmem() / 1024 ** 3)} GB`,
    Besturingssysteem: `${process.platform} ${release()}`,
    Node: process.version,
    PostgreSQL: `${versie.rows[0]?.server_version ?? '?'}, shared_buffers ${buffers.rows[0]?.shared_buffers ?? '?'}`,
    Gegevens: `${getal(g?.klanten)} partijen, ${getal(g?.contacten)} contactmomenten, ${getal(g?.taken)} taken, ${getal(g?.woorden)} verschillende woorden; ${g?.grootte ?? '?'}`,
    'Andere belasting': `load average ${loadavg()
      .map((each) => each.toFixed(1))
      .join(' / ')} bij het begin`,
  }
}
