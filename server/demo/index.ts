import { sql } from 'kysely'
import pg from 'pg'
import { getInstelling } from '#server/beheer/index.ts'
import { dagVan } from '#server/platform/clock.ts'
import type { Organisatie } from '#server/platform/db/organisaties.ts'
import type { Db } from '#server/platform/db/schema.ts'
import { write } from '#server/platform/db/write.ts'
import { systemContext } from '#server/platform/http/context.ts'
import type { Logger } from '#server/platform/log/log.ts'
import { indexAlles } from '#server/zoekindex.ts'
import { leesBezetting } from './bezetting.ts'
import { maakContacten } from './contacten.ts'
import { vulInrichting } from './inrichting.ts'
import { openLading } from './laden.ts'
import { maakToeval } from './toeval.ts'
import { maakBedrijven, maakComplexen } from './wereld.ts'

export { demoJobs, vraagDemozaken } from './zaken/jobs.ts'

export type DemoOptions = {
  databaseUrl: string
  organisatie: Organisatie
  log: Logger
  woningen: number
  /** The same seed makes the same people, contacts and tasks. */
  zaad?: string
  nu?: Date
  /** Called with 0…1. */
  voortgang?: (deel: number, wat: string) => void
}

export type DemoResultaat = {
  partijen: number
  eenheden: number
  klantcontacten: number
  taken: number
  seconden: number
}

/** Whether this organisatie has klanten already. */
export async function isFilled(organisatie: Organisatie): Promise<boolean> {
  const found = await sql`select 1 from partij limit 1`.execute(organisatie.db)
  return found.rows.length > 0
}

/** Whether its klanten can be found: the words come last. */
export async function isFindable(organisatie: Organisatie): Promise<boolean> {
  const found = await sql`select 1 from zoek_woord limit 1`.execute(organisatie.db)
  return found.rows.length > 0
}

/** How many dwellings are written in one go: enough for COPY to be quick, little enough to stay in memory. */
const perStap = 200

/**
 * Fills an organisatie with a believable housing association: people, dwellings, five years of contacts and tasks.
 * All rows in one transaction: an interrupted load leaves nothing behind, or rows that still have to be made findable.
 * @throws when the organisatie holds klanten already
 */
export async function loadDemo(options: DemoOptions): Promise<DemoResultaat> {
  const { organisatie, woningen, zaad = 'rondom', nu = new Date(), voortgang = () => {} } = options
  const begonnen = performance.now()
  if (await isFilled(organisatie))
    throw new Error(`Organisatie ${organisatie.code} bevat al klanten; de demo vult alleen een lege.`)
  await write(systemContext(organisatie, { log: options.log, now: nu }), vulInrichting)
  const client = new pg.Client({
    connectionString: options.databaseUrl,
    options: `-c search_path=${organisatie.schema}`,
  })
  await client.connect()
  try {
    const bezetting = await leesBezetting(organisatie.db)
    await client.query('begin')
    const lading = await openLading(client, zaad, await getInstelling(organisatie.db, 'sorteernaamVolgorde'))
    for (const each of maakBedrijven(zaad, nu)) lading.bedrijf(each, nu)
    let gedaan = 0
    let vol = 0
    for (const complex of maakComplexen(woningen, zaad, nu)) {
      lading.complex(complex)
      for (const huishouden of complex.huishoudens) {
        for (const contact of maakContacten(
          huishouden,
          maakToeval(`${zaad}/contacten/${huishouden.id}`),
          nu,
          bezetting,
        ))
          lading.contact(contact, huishouden)
      }
      gedaan += complex.huishoudens.length + complex.leeg.length
      if (gedaan - vol >= perStap) {
        vol = gedaan
        await lading.stort()
      }
      voortgang((gedaan / woningen) * 0.7, 'klanten en contacten')
    }
    await lading.stort()
    await client.query('commit')
    await analyze(organisatie.db, ['partij', 'tijdlijn_item', 'taak', 'klantcontact', 'betrokkene'])
    voortgang(0.7, 'zoekindex')
    await indexAlles(organisatie.db, dagVan(nu), (deel) => voortgang(0.7 + deel * 0.3, 'zoekindex'))
    await analyze(organisatie.db, ['zoek_item', 'zoek_sleutel', 'zoek_woord', 'zoek_variant'])
    voortgang(1, 'klaar')
    return { ...lading.tellers, seconden: (performance.now() - begonnen) / 1000 }
  } finally {
    await client.end()
  }
}

/** A bulk load changes what the planner believes; waiting for the database to notice makes the first hour slow. */
async function analyze(db: Db, tabellen: readonly string[]): Promise<void> {
  for (const tabel of tabellen) await sql`analyze ${sql.table(tabel)}`.execute(db)
}
