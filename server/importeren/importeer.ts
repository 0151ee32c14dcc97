import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { dagVan } from '#server/platform/clock.ts'
import type { Organisatie } from '#server/platform/db/organisaties.ts'
import type { Db } from '#server/platform/db/schema.ts'
import { write } from '#server/platform/db/write.ts'
import { emit } from '#server/platform/events/emit.ts'
import type { Actor, ReadContext, WriteContext } from '#server/platform/http/context.ts'
import { newId } from '#server/platform/ids.ts'
import type { Logger } from '#server/platform/log/log.ts'
import { rebuildVocabulary } from '#server/platform/search/index.ts'
import { logVerwerking } from '#server/platform/verwerkingenlog/log.ts'
import { type Bestand, bekijkMap } from './bestanden.ts'
import { leesBestand } from './lezen/leesBestand.ts'
import {
  beginRun,
  eindigRun,
  type Stap,
  stagingIsHeel,
  stappenVan,
  type Uitkomst,
  uitkomstVan,
  vergeetLezen,
  zetStap,
} from './run.ts'
import { openStaging } from './staging.ts'
import { controleer } from './stappen/controleer.ts'
import { verwerkLeden } from './stappen/leden.ts'
import { verwerkPartijen } from './stappen/partijen.ts'
import { verwerkAdressen, verwerkEenheden, verwerkOvereenkomsten } from './stappen/wonen.ts'
import { indexImport } from './zoekindex.ts'

export type ImportOpties = {
  databaseUrl: string
  organisatie: Organisatie
  log: Logger
  actor: Actor
  map: string
  now: Date
  /** Leave out a part that is wrong instead of rejecting the row. */
  soepel?: boolean
  /** Start again, although an import of these files was cut off. */
  opnieuw?: boolean
  /** @param deel 0 to 1 */
  voortgang?: (deel: number, wat: string) => void
  /** About a file as a whole. */
  meld?: (tekst: string) => void
}

/** There is nothing to import, or somebody else is importing. */
export class ImportFout extends Error {}

/** The steps after reading, in order; each is one transaction, and done once. */
const stappen: [naam: string, werk: (w: WriteContext, runId: string) => Promise<void>, deel: number][] = [
  ['controleren', controleer, 0.55],
  ['adressen', verwerkAdressen, 0.6],
  ['eenheden', verwerkEenheden, 0.65],
  ['klanten', verwerkPartijen, 0.8],
  ['huishoudens', verwerkLeden, 0.85],
  ['overeenkomsten', verwerkOvereenkomsten, 0.9],
]

/**
 * Reads a folder of CSV and VERA JSON into an organisatie. Importing the same again changes nothing; when it was cut off,
 * the next call with the same files goes on where it stopped.
 * @throws ImportFout, ToewijzingFout
 */
export async function importeer(opties: ImportOpties): Promise<Uitkomst> {
  const { organisatie, now, voortgang = () => {}, meld = () => {} } = opties
  const { bestanden, overgeslagen, vingerafdruk } = await bekijkMap(opties.map)
  for (const naam of overgeslagen)
    meld(`${naam}: overgeslagen, want niet bekend is wat erin staat (zie toewijzing.json)`)
  if (bestanden.length === 0)
    throw new ImportFout('In deze map staan geen bestanden die Rondom herkent. Zie docs/importeren.md.')
  const { pool, db } = openVerbinding(opties.databaseUrl, organisatie.schema)
  const slot = await pool.connect()
  try {
    await neemSlot(slot)
    const run = await beginRun(db, { map: opties.map, vingerafdruk, opnieuw: opties.opnieuw ?? false, now })
    const ctx: ReadContext = { db, actor: opties.actor, now, log: opties.log, organisatie, verzoekId: newId() }
    await leesAlles(pool, db, run.id, bestanden, opties)
    for (const [stap, werk, deel] of stappen) {
      voortgang(deel, stap)
      await doe(ctx, run.id, stap, (w) => werk(w, run.id))
    }
    await maakVindbaar(ctx, run.id, voortgang)
    return await rondAf(ctx, run)
  } finally {
    await slot.query('select pg_advisory_unlock_all()').catch(() => {})
    slot.release(true)
    await pool.end()
  }
}

/** Big statements take the time they need; everything else of the server has a limit. */
function openVerbinding(databaseUrl: string, schema: string): { pool: pg.Pool; db: Db } {
  const options = `-c search_path=${schema} -c timezone=UTC -c statement_timeout=0`
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 3, options })
  // A connection that breaks makes the statement on it fail; that is where it is dealt with.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return { pool, db: new Kysely({ dialect: new PostgresDialect({ pool }) }) }
}

async function neemSlot(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ gelukt: boolean }>(
    `select pg_try_advisory_lock(hashtext(current_schema() || '.import')) as gelukt`,
  )
  if (!rows[0]?.gelukt) throw new ImportFout('Er is al een import bezig voor deze organisatie. Wacht tot die klaar is.')
}

/** Each step once, and its mark in the same transaction: cut off anywhere, nothing is half done or done twice. */
async function doe(
  ctx: ReadContext,
  runId: string,
  stap: string,
  werk: (w: WriteContext) => Promise<void>,
): Promise<void> {
  const gedaan = await stappenVan(ctx.db, runId)
  if (gedaan.get(stap)?.klaar) return
  await write(ctx, async (w) => {
    await werk(w)
    await zetStap(w.tx, runId, { stap, regels: 0, gelezen: 0, rijen: 0, klaar: true })
  })
}

async function leesAlles(
  pool: pg.Pool,
  db: Db,
  runId: string,
  bestanden: Bestand[],
  opties: ImportOpties,
): Promise<void> {
  let gedaan = await stappenVan(db, runId)
  if (!(await stagingIsHeel(db, gedaan))) {
    await vergeetLezen(db, runId)
    gedaan = await stappenVan(db, runId)
  }
  const totaal = bestanden.reduce((som, { omvang }) => som + omvang, 0) || 1
  let ervoor = 0
  for (const bestand of bestanden) {
    const stap = gedaan.get(`lezen:${bestand.naam}`)
    const voortgang = (tekens: number) => opties.voortgang?.(((ervoor + tekens) / totaal) * 0.5, bestand.naam)
    if (!stap?.klaar) await lees(pool, runId, bestand, stap, { ...opties, voortgang })
    ervoor += bestand.omvang
  }
}

/** Rows per transaction: a kill costs at most this much reading. */
const perKeer = 5000

async function lees(
  pool: pg.Pool,
  runId: string,
  bestand: Bestand,
  begonnen: Stap | undefined,
  opties: Omit<ImportOpties, 'voortgang'> & { voortgang: (tekens: number) => void },
): Promise<void> {
  const stap: Stap = begonnen ?? { stap: `lezen:${bestand.naam}`, regels: 0, gelezen: 0, rijen: 0, klaar: false }
  const client = await pool.connect()
  const staging = openStaging(client, runId, bestand.naam)
  let wachtend = 0
  async function bewaar(): Promise<void> {
    await client.query('begin')
    stap.rijen += await staging.flush()
    await client.query(
      `insert into import_stap (run_id, stap, regels, gelezen, rijen, klaar) values ($1, $2, $3, $4, $5, $6)
       on conflict (run_id, stap) do update set regels = $3, gelezen = $4, rijen = $5, klaar = $6`,
      [runId, stap.stap, stap.regels, stap.gelezen, stap.rijen, stap.klaar],
    )
    await client.query('commit')
    wachtend = 0
  }
  try {
    const rijen = leesBestand(bestand, {
      vandaag: dagVan(opties.now),
      soepel: opties.soepel ?? false,
      na: stap.regels,
      meld: (tekst) => opties.meld?.(`${bestand.naam}: ${tekst}`),
      gelezen: opties.voortgang,
    })
    for await (const rij of rijen) {
      staging.add(rij)
      stap.regels = rij.regel
      stap.gelezen++
      if (++wachtend >= perKeer) await bewaar()
    }
    stap.klaar = true
    await bewaar()
  } finally {
    // A failed transaction must not go back into the pool.
    client.release(!stap.klaar)
  }
}

async function maakVindbaar(
  ctx: ReadContext,
  runId: string,
  voortgang: (deel: number, wat: string) => void,
): Promise<void> {
  if ((await stappenVan(ctx.db, runId)).get('zoeken')?.klaar) return
  voortgang(0.92, 'zoeken')
  const gedaan = await indexImport(ctx.db, runId, dagVan(ctx.now), () => voortgang(0.95, 'zoeken'))
  if (gedaan > 0) await rebuildVocabulary(ctx.db)
  await zetStap(ctx.db, runId, { stap: 'zoeken', regels: 0, gelezen: 0, rijen: 0, klaar: true })
}

/** The line in the verwerkingenlog and the event come once, with the end of the import. */
async function rondAf(ctx: ReadContext, run: { id: string; hervat: boolean }): Promise<Uitkomst> {
  const uitkomst = await uitkomstVan(ctx.db, run.id, run.hervat)
  const som = (naam: 'nieuw' | 'gewijzigd') => uitkomst.tellingen.reduce((totaal, each) => totaal + each[naam], 0)
  await write(ctx, async (w) => {
    await logVerwerking(w, {
      actie: 'importeren',
      doel: 'Gegevens overnemen uit een bronsysteem',
      objectSoort: 'import',
      objectId: run.id,
      partijIds: [],
    })
    await emit(w, {
      soort: 'import.klaar',
      onderwerpen: ['beheer'],
      gegevens: { runId: run.id, nieuw: som('nieuw'), gewijzigd: som('gewijzigd') },
    })
    await eindigRun(w.tx, run.id, ctx.now)
  })
  if (som('nieuw') + som('gewijzigd') > 1000) {
    for (const tabel of [
      'partij',
      'partij_persoon',
      'partij_adres',
      'digitaal_adres',
      'zoek_item',
      'zoek_sleutel',
      'eenheid',
    ]) {
      await sql`analyze ${sql.table(tabel)}`.execute(ctx.db)
    }
  }
  return uitkomst
}
