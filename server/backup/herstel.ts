import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { migrate, migrationNames } from '#server/platform/db/migrate.ts'
import type { Organisaties } from '#server/platform/db/organisaties.ts'
import { openPool } from '#server/platform/db/pool.ts'
import type { FileStore } from '#server/platform/files/fileStore.ts'
import type { ReadContext } from '#server/platform/http/context.ts'
import { logVerwerking } from '#server/platform/verwerkingenlog/log.ts'
import { ArchiefFout, weeg } from './archief.ts'
import { tabellenVan, verwijzingenVan } from './catalogus.ts'
import { copyUit } from './maakBackup.ts'
import { bestandNaam, type Manifest, tabelNaam } from './manifest.ts'
import { openClient } from './openClient.ts'
import { pakUit, type Uitgepakt } from './pakUit.ts'

export type HerstelOpties = {
  databaseUrl: string
  organisaties: Organisaties
  bestanden: FileStore
  pad: string
  /** On the same disk as the attachments: they are moved, not copied. */
  werkmap: string
  wachtwoord?: string
  /** Only when the backup is of this organisatie. */
  organisatie?: string
  ctx: Omit<ReadContext, 'db' | 'organisatie'>
  voortgang?: (deel: number, wat: string) => void
}

export type Hersteld = {
  manifest: Manifest
  /** The schema that holds what was there before; undefined when there was nothing. */
  oud: string | undefined
}

/**
 * Puts a backup back, beside what is there: everything is loaded, checked and brought up to date in a schema of its own.
 * Only then the two change names, in one moment. Whatever goes wrong before leaves the present data as it is.
 * @throws ArchiefFout, OntsleutelFout
 */
export async function herstel(opties: HerstelOpties): Promise<Hersteld> {
  const { voortgang = () => {} } = opties
  const map = join(opties.werkmap, `herstel-${randomBytes(6).toString('hex')}`)
  await mkdir(map, { recursive: true, mode: 0o700 })
  try {
    voortgang(0, 'uitpakken en controleren')
    const uitgepakt = await pakUit(opties.pad, map, opties.wachtwoord)
    await pastHier(uitgepakt.manifest, opties)
    return await zetTerug(uitgepakt, opties)
  } finally {
    await rm(map, { recursive: true, force: true })
  }
}

async function pastHier({ migraties, rondom, organisatie }: Manifest, opties: HerstelOpties): Promise<void> {
  const bekend = await migrationNames('organisatie')
  if (migraties.some((naam) => !bekend.includes(naam))) {
    throw new ArchiefFout(
      `Deze reservekopie is gemaakt met een nieuwere versie van Rondom (${rondom}). Werk Rondom eerst bij.`,
    )
  }
  if (opties.organisatie && opties.organisatie !== organisatie.code) {
    throw new ArchiefFout(`Deze reservekopie is van organisatie ${organisatie.code}, niet van ${opties.organisatie}.`)
  }
}

async function zetTerug(uitgepakt: Uitgepakt, opties: HerstelOpties): Promise<Hersteld> {
  const { databaseUrl, organisaties, voortgang = () => {} } = opties
  const { manifest } = uitgepakt
  const { code } = manifest.organisatie
  const schema = `org_${code}`
  const stempel = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const nieuw = `${schema}_herstel_${stempel}`
  const oud = `${schema}_voor_herstel_${stempel}`
  try {
    await migrate(databaseUrl, nieuw, 'organisatie', manifest.migraties.at(-1))
    await laad(databaseUrl, nieuw, uitgepakt, voortgang)
    voortgang(0.8, 'bijwerken naar deze versie')
    await migrate(databaseUrl, nieuw, 'organisatie')
    voortgang(0.85, 'bijlagen')
    await zetBestanden(uitgepakt, opties.bestanden)
    await schrijfRegel(databaseUrl, nieuw, opties, manifest)
    voortgang(0.95, 'verwisselen')
    const er = await wissel(databaseUrl, { schema, nieuw, oud })
    await registreer(organisaties, manifest.organisatie)
    return { manifest, oud: er ? oud : undefined }
  } catch (error) {
    await verwijder(databaseUrl, nieuw)
    throw error
  }
}

/** On a fresh installation the organisatie comes back with its host names, and as the default when there is none. */
async function registreer(organisaties: Organisaties, organisatie: Manifest['organisatie']): Promise<void> {
  const alle = await organisaties.list()
  if (alle.some((each) => each.code === organisatie.code)) return
  const standaard = organisatie.standaard && !alle.some((each) => each.standaard)
  await organisaties.create({ ...organisatie, standaard })
}

/** One transaction: rows, numbers and checks. Triggers that refuse changes are off for it, and on again at its end. */
async function laad(
  databaseUrl: string,
  schema: string,
  { manifest, padVan }: Uitgepakt,
  voortgang: (deel: number, wat: string) => void,
): Promise<void> {
  const client = await openClient(databaseUrl, schema)
  try {
    await client.query('begin')
    const tabellen = await tabellenVan(client)
    const verwijzingen = await verwijzingenVan(client)
    for (const { tabel, naam } of verwijzingen) {
      await client.query(`alter table ${tabel} drop constraint ${pg.escapeIdentifier(naam)}`)
    }
    for (const { naam } of tabellen) await client.query(`alter table ${pg.escapeIdentifier(naam)} disable trigger user`)
    // A migration may have put rows in; the backup has them too.
    await client.query(`truncate ${tabellen.map(({ naam }) => pg.escapeIdentifier(naam)).join(', ')}`)
    for (const [i, tabel] of manifest.tabellen.entries()) {
      voortgang(0.2 + (i / manifest.tabellen.length) * 0.5, tabel.naam)
      const hier = tabellen.find(({ naam }) => naam === tabel.naam)
      if (!hier) throw new ArchiefFout(`De reservekopie bevat een onbekende tabel: ${tabel.naam}.`)
      const kolommen = tabel.kolommen.map((kolom) => pg.escapeIdentifier(kolom)).join(', ')
      const stream = client.query(copyFrom(`copy ${pg.escapeIdentifier(tabel.naam)} (${kolommen}) from stdin`))
      await pipeline(createReadStream(padVan(tabelNaam(tabel.naam))), stream)
      const gewogen = await weegTabel(client, copyUit({ ...hier, kolommen: tabel.kolommen }))
      if (stream.rowCount !== tabel.rijen || gewogen !== tabel.sha256) {
        throw new ArchiefFout(`Tabel ${tabel.naam} kwam niet hetzelfde terug; er is niets veranderd.`)
      }
    }
    for (const { naam, waarde } of manifest.reeksen) {
      await client.query('select setval(to_regclass($1::text), $2) where to_regclass($1::text) is not null', [
        pg.escapeIdentifier(naam),
        waarde,
      ])
    }
    voortgang(0.75, 'verwijzingen controleren')
    for (const { tabel, naam, definitie } of verwijzingen) {
      await client.query(`alter table ${tabel} add constraint ${pg.escapeIdentifier(naam)} ${definitie}`)
    }
    for (const { naam } of tabellen) await client.query(`alter table ${pg.escapeIdentifier(naam)} enable trigger user`)
    await client.query('commit')
    await client.query('analyze')
  } finally {
    await client.end()
  }
}

/** Read back the way it was written: the same fingerprint is the same content. */
async function weegTabel(client: pg.Client, copy: string): Promise<string> {
  const { inhoud, gewogen } = weeg(client.query(copyTo(copy)) as AsyncIterable<Buffer>)
  for await (const _ of inhoud);
  return gewogen.sha256
}

/** Keys are random and never used twice, so a file that is there already is the same one. */
async function zetBestanden({ manifest, padVan }: Uitgepakt, bestanden: FileStore): Promise<void> {
  for (const { naam, omvang, sha256 } of manifest.bestanden) {
    await bestanden.put(naam, { path: padVan(bestandNaam(naam)), omvang, sha256 })
  }
}

async function schrijfRegel(
  databaseUrl: string,
  schema: string,
  { ctx }: HerstelOpties,
  manifest: Manifest,
): Promise<void> {
  const pool = openPool(databaseUrl, schema, { max: 1, onError: () => {} })
  try {
    const organisatie = { ...manifest.organisatie, id: '', schema, db: pool.db }
    await logVerwerking(
      { ...ctx, db: pool.db, organisatie },
      {
        actie: 'importeren',
        doel: `Reservekopie van ${manifest.gemaaktOp} teruggezet`,
        objectSoort: 'reservekopie',
        partijIds: [],
      },
    )
  } finally {
    await pool.close()
  }
}

/**
 * The moment itself. Who is writing finishes first; numbers that were given out since the backup are not given out again,
 * and the event feed does not go back.
 * @returns whether there was something before
 */
async function wissel(
  databaseUrl: string,
  { schema, nieuw, oud }: { schema: string; nieuw: string; oud: string },
): Promise<boolean> {
  const client = await openClient(databaseUrl, schema)
  try {
    await client.query('begin')
    await client.query(`set local lock_timeout = '20s'`)
    const { rowCount: er } = await client.query('select 1 from pg_namespace where nspname = $1', [schema])
    if (er) {
      const { rows } = await client.query<{ naam: string }>(
        `select format('%I.%I', schemaname, tablename) as naam from pg_tables where schemaname = $1`,
        [schema],
      )
      if (rows.length > 0)
        await client.query(`lock table ${rows.map(({ naam }) => naam).join(', ')} in access exclusive mode`)
      await client.query(
        `select setval(format('%I.%I', n.schemaname, n.sequencename)::regclass, greatest(o.last_value, coalesce(n.last_value, 1)))
         from pg_sequences n join pg_sequences o on o.sequencename = n.sequencename and o.schemaname = $1
         where n.schemaname = $2 and o.last_value is not null`,
        [schema, nieuw],
      )
      await client.query(`alter schema ${pg.escapeIdentifier(schema)} rename to ${pg.escapeIdentifier(oud)}`)
    }
    await client.query(`alter schema ${pg.escapeIdentifier(nieuw)} rename to ${pg.escapeIdentifier(schema)}`)
    await client.query('commit')
    return Boolean(er)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === '55P03') {
      throw new ArchiefFout(
        'Er wordt te druk gewerkt om te verwisselen; er is niets veranderd. Stop Rondom en probeer het opnieuw.',
      )
    }
    throw error
  } finally {
    await client.end()
  }
}

/** What an earlier restore kept or left behind, for who has seen that all is well. */
export async function ruimHerstelOp(databaseUrl: string, code: string): Promise<string[]> {
  const client = await openClient(databaseUrl, 'public')
  try {
    const { rows } = await client.query<{ schema: string }>(
      'select nspname as schema from pg_namespace where nspname ~ $1 order by 1',
      [`^org_${code}_(voor_)?herstel_[0-9]{14}$`],
    )
    for (const { schema } of rows) await client.query(`drop schema ${pg.escapeIdentifier(schema)} cascade`)
    return rows.map(({ schema }) => schema)
  } finally {
    await client.end()
  }
}

async function verwijder(databaseUrl: string, schema: string): Promise<void> {
  const client = await openClient(databaseUrl, 'public')
  try {
    await client.query(`drop schema if exists ${pg.escapeIdentifier(schema)} cascade`)
  } finally {
    await client.end()
  }
}
