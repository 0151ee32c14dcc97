import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Organisatie } from '../../server/platform/db/organisaties.ts'
import { write } from '../../server/platform/db/write.ts'
import { systemContext } from '../../server/platform/http/context.ts'
import type { Logger } from '../../server/platform/log/log.ts'
import { laadLevering, startProces } from '../../server/processen/index.ts'
import { tekening } from '../../server/processen/testing/tekening.ts'

const proces = 'belastingproef'
const ver = '2040-01-01T12:00:00+01:00'
const wekker = (id: string) => `<bpmn:intermediateCatchEvent id="${id}" name="${id}"><bpmn:timerEventDefinition>
  <bpmn:timeDate>${ver}</bpmn:timeDate></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>`
const splits = (id: string) => `<bpmn:parallelGateway id="${id}"/>`
const tekst =
  tekening(`<bpmn:startEvent id="begin"/>${splits('uiteen')}${wekker('een')}${wekker('twee')}${wekker('drie')}
  ${splits('samen')}<bpmn:endEvent id="einde"/>
  begin -> uiteen
  uiteen -> een
  uiteen -> twee
  uiteen -> drie
  een -> samen
  twee -> samen
  drie -> samen
  samen -> einde`)

/**
 * Cases that wait for three timers each, until there are this many. One is started as people do; the others are copies
 * of its rows, with ids of their own: what is measured is what they cost while they wait, not how they came.
 */
export async function vulWachtende(organisatie: Organisatie, log: Logger, aantal: number): Promise<void> {
  const lopend = await sql<{ n: number }>`
    select count(*)::int as n from proces_instantie i join proces_versie v on v.id = i.versie_id
    where v.proces = ${proces} and i.klaar_op is null`.execute(organisatie.db)
  const nodig = aantal - (lopend.rows[0]?.n ?? 0)
  if (nodig <= 0) return
  const voorbeeld = await begin(organisatie, log)
  for (let gedaan = 0; gedaan < nodig; gedaan += 10_000)
    await kopieer(organisatie, voorbeeld, Math.min(10_000, nodig - gedaan))
  for (const tabel of ['zaak', 'proces_instantie', 'proces_wacht'])
    await sql`vacuum analyze ${sql.table(tabel)}`.execute(organisatie.db)
  await sql`vacuum analyze graphile_worker._private_jobs`.execute(organisatie.db)
}

async function begin(organisatie: Organisatie, log: Logger): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'rondom-belasting-'))
  try {
    mkdirSync(join(folder, proces))
    writeFileSync(join(folder, proces, 'proces.bpmn'), tekst)
    const ctx = systemContext(organisatie, { log, now: new Date() })
    await write(ctx, (w) => laadLevering(w, folder))
    const { instantieId } = await write(ctx, (w) => startProces(w, { proces }))
    return instantieId
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function kopieer({ db, code }: Organisatie, voorbeeld: string, aantal: number): Promise<void> {
  await db.transaction().execute(async (tx) => {
    // Thirty thousand timers in one go take longer than a question of a user may.
    await sql`set local statement_timeout = 0`.execute(tx)
    await sql`create temp table kopie on commit drop as
      select n, gen_random_uuid() as zaak_id, gen_random_uuid() as instantie_id from generate_series(1, ${aantal}) n`.execute(
      tx,
    )
    await sql`insert into zaak (id, nummer, zaaktype, zaaktype_naam, omschrijving, status, ontvangen_op, geopend_op,
        geopend_door, gewijzigd_op, team_id)
      select k.zaak_id, 'BP-' || replace(k.zaak_id::text, '-', ''), z.zaaktype, z.zaaktype_naam, z.omschrijving, z.status,
        z.ontvangen_op, z.geopend_op, z.geopend_door, z.gewijzigd_op, z.team_id
      from kopie k, zaak z join proces_instantie i on i.zaak_id = z.id where i.id = ${voorbeeld}`.execute(tx)
    await sql`insert into proces_instantie (id, zaak_id, versie_id, status, staat, gegevens, begonnen_op)
      select k.instantie_id, k.zaak_id, i.versie_id, i.status, i.staat, i.gegevens, i.begonnen_op
      from kopie k, proces_instantie i where i.id = ${voorbeeld}`.execute(tx)
    await sql`insert into proces_stap (id, instantie_id, element, uitvoering, soort, naam, begin_op, eind_op, door)
      select gen_random_uuid(), k.instantie_id, s.element, s.uitvoering, s.soort, s.naam, s.begin_op, s.eind_op, s.door
      from kopie k, proces_stap s where s.instantie_id = ${voorbeeld}`.execute(tx)
    await sql`create temp table wachtkopie on commit drop as
      select gen_random_uuid() as id, k.instantie_id, w.element, w.sleutel, w.soort, w.naam, w.op, w.lokaal, w.sinds
      from kopie k, proces_wacht w where w.instantie_id = ${voorbeeld}`.execute(tx)
    await sql`insert into proces_wacht (id, instantie_id, element, sleutel, soort, naam, op, lokaal, sinds)
      select * from wachtkopie`.execute(tx)
    await sql`select count(graphile_worker.add_job('processen.wekker',
        payload => json_build_object('organisatie', ${code}::text, 'payload', json_build_object('wachtId', id)),
        job_key => ${`${code}:wacht:`}::text || id, run_at => op, max_attempts => 12))
      from wachtkopie`.execute(tx)
  })
}
