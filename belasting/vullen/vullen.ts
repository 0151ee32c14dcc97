import { sql } from 'kysely'
import pg from 'pg'
import { leesBezetting } from '../../server/demo/bezetting.ts'
import { maakContacten } from '../../server/demo/contacten.ts'
import { vulInrichting } from '../../server/demo/inrichting.ts'
import { openLading } from '../../server/demo/laden.ts'
import { maakToeval } from '../../server/demo/toeval.ts'
import { maakBedrijven, maakComplexen } from '../../server/demo/wereld.ts'
import type { Organisatie } from '../../server/platform/db/organisaties.ts'
import { write } from '../../server/platform/db/write.ts'
import { systemActor } from '../../server/platform/http/context.ts'
import { newId } from '../../server/platform/ids.ts'
import type { Logger } from '../../server/platform/log/log.ts'
import { rebuildVocabulary } from '../../server/platform/search/index.ts'
import { putBack, takeOff } from './indexen.ts'
import { addMedewerkers } from './medewerkers.ts'
import { gevarieerdeFamilienaam } from './namen.ts'
import { veelStraten } from './straten.ts'
import { fillZoekItems, zoekTabellen } from './zoekindex.ts'

export type Vulling = { partijen: number; contacten: number }

type Opdracht = {
  databaseUrl: string
  organisatie: Organisatie
  log: Logger
  doel: Vulling
  zeg: (wat: string) => void
}

/** What one dwelling brings, measured on the demo itself: 1 household and 2.0 people; one asked-for contact a year becomes 5.79 in five years with the answers. */
const partijenPerWoning = 3.0
const contactenPerJaarEenheid = 5.79
const zaad = 'belasting'
/** Complexes of forty dwellings per transaction: an interrupted load goes on where it was. */
const perTransactie = 50

const bulkTabellen = [
  'bag_adres',
  'complex',
  'eenheid',
  'partij',
  'partij_persoon',
  'partij_organisatie',
  'partij_rol',
  'partij_adres',
  'digitaal_adres',
  'signalering',
  'overeenkomst',
  'overeenkomst_partij',
  'klantcontact',
  'betrokkene',
  'klantcontact_onderwerp',
  'onderwerpobject',
  'tijdlijn_item',
  'taak',
  'taak_historie',
]

/** Fills the organisatie in steps; each step is remembered, so that a second run goes on after the last one. */
export async function fill({ databaseUrl, organisatie, log, doel, zeg }: Opdracht): Promise<void> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    options: `-c search_path=${organisatie.schema} -c synchronous_commit=off -c maintenance_work_mem=1GB -c statement_timeout=0`,
  })
  await client.connect()
  try {
    await client.query('create schema if not exists belasting')
    await client.query('create table if not exists belasting.gedaan (stap text primary key, gegevens jsonb not null)')
    const stap = async (naam: string, werk: () => Promise<void>) => {
      const gedaan = await client.query('select 1 from belasting.gedaan where stap = $1', [naam])
      if (gedaan.rowCount) return
      const begonnen = performance.now()
      zeg(naam)
      await werk()
      const seconden = Math.round((performance.now() - begonnen) / 1000)
      await client.query('insert into belasting.gedaan values ($1, $2)', [naam, { seconden }])
      zeg(`${naam}: ${seconden} s`)
    }
    const nu = await startMoment(client, doel)
    await stap('inrichting', async () => {
      const ctx = { db: organisatie.db, actor: systemActor, now: nu, log, organisatie, verzoekId: newId() }
      await write(ctx, vulInrichting)
      await write(ctx, addMedewerkers)
    })
    await stap('indexen eraf', () => takeOff(client, organisatie.schema, bulkTabellen))
    await stap('klanten en contacten', () => fillKlanten(client, organisatie, nu, doel, zeg))
    await stap('indexen', () => putBack(client, zeg))
    await stap('zoekindex eraf', () => takeOff(client, organisatie.schema, zoekTabellen))
    await stap('analyze', async () => void (await client.query(`vacuum analyze ${bulkTabellen.join(', ')}`)))
    await fillZoekItems(organisatie.db, client, stap, zeg)
    await stap('zoekindexen', () => putBack(client, zeg))
    await stap('woordenlijst', async () => zeg(`${await rebuildVocabulary(organisatie.db)} verschillende woorden`))
    await stap('vacuum', async () => void (await client.query('vacuum analyze')))
  } finally {
    await client.end()
  }
}

/** "Now" of the load is kept, or a load that goes on the next day would make other people. */
async function startMoment(client: pg.Client, doel: Vulling): Promise<Date> {
  await client.query(`insert into belasting.gedaan values ('start', $1) on conflict do nothing`, [
    { nu: new Date(), doel },
  ])
  const { rows } = await client.query<{ gegevens: { nu: string; doel: Vulling } }>(
    `select gegevens from belasting.gedaan where stap = 'start'`,
  )
  const start = rows[0]?.gegevens
  if (!start || start.doel.partijen !== doel.partijen || start.doel.contacten !== doel.contacten) {
    throw new Error(
      `Deze gegevensmap is gevuld voor ${JSON.stringify(start?.doel)}; kies een andere map of dezelfde omvang.`,
    )
  }
  return new Date(start.nu)
}

async function fillKlanten(
  client: pg.Client,
  organisatie: Organisatie,
  nu: Date,
  doel: Vulling,
  zeg: (wat: string) => void,
): Promise<void> {
  await client.query('create table if not exists belasting.complexen (gedaan int not null)')
  const { rows } = await client.query<{ gedaan: number }>('select max(gedaan) as gedaan from belasting.complexen')
  const alGedaan = rows[0]?.gedaan ?? 0
  const bezetting = await leesBezetting(organisatie.db)
  const woningen = Math.ceil(doel.partijen / partijenPerWoning)
  const perJaar = doel.contacten / woningen / contactenPerJaarEenheid
  const bronnen = { straten: veelStraten, familienaam: gevarieerdeFamilienaam }
  const begonnen = performance.now()
  let nummer = 0
  let lading = await openLading(client, `${zaad}/${alGedaan}`, 'initialen')
  if (alGedaan === 0) for (const each of maakBedrijven(zaad, nu)) lading.bedrijf(each, nu)
  const bewaar = async () => {
    await client.query('begin')
    await lading.stort()
    await client.query('insert into belasting.complexen values ($1)', [nummer])
    await client.query('commit')
    lading = await openLading(client, `${zaad}/${nummer}`, 'initialen')
    if (nummer % 500 === 0) {
      const seconden = Math.round((performance.now() - begonnen) / 1000)
      zeg(`${nummer * 40} van ${woningen} woningen, ${seconden} s`)
    }
  }
  for (const complex of maakComplexen(woningen, zaad, nu, bronnen)) {
    nummer++
    if (nummer <= alGedaan) continue
    lading.complex(complex)
    for (const huishouden of complex.huishoudens) {
      const toeval = maakToeval(`${zaad}/contacten/${huishouden.id}`)
      for (const contact of maakContacten(huishouden, toeval, nu, bezetting, perJaar))
        lading.contact(contact, huishouden)
    }
    if (nummer % perTransactie === 0) await bewaar()
  }
  await bewaar()
  const telling = await sql<{ partijen: number; contacten: number }>`
    select (select count(*) from partij) as partijen, (select count(*) from klantcontact) as contacten`.execute(
    organisatie.db,
  )
  zeg(JSON.stringify(telling.rows[0]))
}
