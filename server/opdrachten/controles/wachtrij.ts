import type pg from 'pg'
import { type Bevinding, fout, goed, letOp } from './bevinding.ts'

/** Whether background work is being done, and what of it failed for good. */
export async function controleerWachtrij(client: pg.Client): Promise<Bevinding[]> {
  const bestaat = await client.query(
    `select 1 from pg_views where schemaname = 'graphile_worker' and viewname = 'jobs'`,
  )
  if (bestaat.rowCount === 0) return []
  const { rows } = await client.query<{ wachtend: number; seconden: number; mislukt: number; werkers: number }>(`
    select count(*) filter (where te_laat)::int as wachtend,
           coalesce(extract(epoch from now() - min(run_at) filter (where te_laat)), 0)::int as seconden,
           count(*) filter (where attempts >= max_attempts)::int as mislukt,
           (select count(*)::int from pg_stat_activity
            where datname = current_database() and query like 'LISTEN "jobs:insert"%') as werkers
    from graphile_worker.jobs j,
      lateral (select attempts < max_attempts and locked_at is null and run_at < now() - interval '30 seconds') as t(te_laat)`)
  const { wachtend, seconden, mislukt, werkers } = rows[0] ?? { wachtend: 0, seconden: 0, mislukt: 0, werkers: 0 }
  return [werkerBevinding(werkers, wachtend, seconden), await misluktBevinding(client, mislukt)]
}

function werkerBevinding(werkers: number, wachtend: number, seconden: number): Bevinding {
  const wacht = `${wachtend} opdrachten wachten, de oudste ${Math.round(seconden / 60)} minuten`
  if (werkers === 0) {
    const advies = 'Start Rondom, of een proces met RONDOM_ROL=worker.'
    if (wachtend > 0) return fout('achtergrondwerk', `Er is geen worker; ${wacht}.`, advies)
    return letOp('achtergrondwerk', 'Er is nu geen worker. Dat klopt als Rondom niet draait.', advies)
  }
  if (seconden > 600)
    return fout('achtergrondwerk', `De worker loopt achter: ${wacht}.`, 'Bekijk het logboek van de worker.')
  return goed('achtergrondwerk', `${werkers} ${werkers === 1 ? 'worker' : 'workers'}, niets loopt achter.`)
}

async function misluktBevinding(client: pg.Client, mislukt: number): Promise<Bevinding> {
  if (mislukt === 0) return goed('mislukt werk', 'Geen.')
  const { rows } = await client.query<{ soort: string; aantal: number; fout: string | null }>(`
    select task_identifier as soort, count(*)::int as aantal, left(min(last_error), 100) as fout
    from graphile_worker.jobs where attempts >= max_attempts group by 1 order by 2 desc limit 5`)
  const soorten = rows.map((row) => `${row.aantal} × ${row.soort} (${row.fout ?? 'onbekend'})`).join('; ')
  return letOp(
    'mislukt werk',
    `${mislukt} opdrachten zijn opgegeven: ${soorten}.`,
    'Los de oorzaak op; meld het als die onduidelijk is.',
  )
}
