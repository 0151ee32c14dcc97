import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { z } from 'zod'
import type { Organisatie } from '#server/platform/db/organisaties.ts'
import { FileMissing, type FileStore } from '#server/platform/files/fileStore.ts'
import type { ReadContext } from '#server/platform/http/context.ts'
import { logVerwerking } from '#server/platform/verwerkingenlog/log.ts'
import { type Onderdeel, schrijfArchief, weeg } from './archief.ts'
import { migratiesVan, reeksenVan, type Tabel, tabellenVan } from './catalogus.ts'
import { bestandNaam, formaat, type Manifest, manifestNaam, tabelNaam } from './manifest.ts'
import { openClient } from './openClient.ts'

export type BackupOpties = {
  databaseUrl: string
  ctx: ReadContext
  bestanden: FileStore
  /** Where the backup comes; there must be no such file yet. */
  pad: string
  /** Encrypts it. */
  wachtwoord?: string
  voortgang?: (deel: number, wat: string) => void
}

/**
 * Writes everything of one organisatie to one file: all tables as they were at one moment, and the attachments. People
 * can go on working. Works on any PostgreSQL and needs no pg_dump.
 */
export async function maakBackup(opties: BackupOpties): Promise<Manifest> {
  const { ctx, pad } = opties
  const client = await openClient(opties.databaseUrl, ctx.organisatie.schema)
  const werkmap = `${pad}.bezig-${randomBytes(4).toString('hex')}`
  const voorlopig = join(werkmap, 'reservekopie')
  await mkdir(dirname(pad), { recursive: true })
  await mkdir(werkmap, { mode: 0o700 })
  try {
    await client.query('begin isolation level repeatable read read only')
    const manifest = await beginManifest(client, ctx.organisatie, ctx.now)
    await schrijfArchief(voorlopig, onderdelen(client, werkmap, manifest, opties), opties.wachtwoord)
    await client.query('commit')
    await rename(voorlopig, pad)
    await syncMap(dirname(pad))
    await logVerwerking(ctx, {
      actie: 'exporteren',
      doel: 'Reservekopie maken',
      objectSoort: 'reservekopie',
      partijIds: [],
    })
    return manifest
  } finally {
    await client.end()
    await rm(werkmap, { recursive: true, force: true })
  }
}

async function beginManifest(
  client: pg.Client,
  { code, naam, hosts, standaard, demo }: Organisatie,
  now: Date,
): Promise<Manifest> {
  return {
    formaat,
    rondom: await versie(),
    gemaaktOp: now.toISOString(),
    organisatie: { code, naam, hosts, standaard, demo },
    migraties: await migratiesVan(client),
    tabellen: [],
    reeksen: [],
    bestanden: [],
    ontbreekt: [],
  }
}

async function versie(): Promise<string> {
  const text = await readFile(join(import.meta.dirname, '../../package.json'), 'utf8')
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version
}

/** One thing at a time passes through a file of its own: its size must stand before it in the archive. */
async function* onderdelen(
  client: pg.Client,
  werkmap: string,
  manifest: Manifest,
  { bestanden, voortgang = () => {} }: BackupOpties,
): AsyncGenerator<Onderdeel> {
  const tabellen = await tabellenVan(client)
  for (const [i, tabel] of tabellen.entries()) {
    voortgang((i / tabellen.length) * 0.7, tabel.naam)
    const { onderdeel, gewogen, rijen } = await legTabelKlaar(client, werkmap, tabel)
    yield onderdeel
    await rm(join(werkmap, 'onderdeel'))
    manifest.tabellen.push({ naam: tabel.naam, kolommen: tabel.kolommen, rijen, ...gewogen })
  }
  const sleutels = await bijlagenVan(client)
  for (const [i, sleutel] of sleutels.entries()) {
    voortgang(0.7 + (i / sleutels.length) * 0.3, 'bijlagen')
    const gelegd = await legBijlageKlaar(bestanden, werkmap, sleutel)
    if (!gelegd) {
      manifest.ontbreekt.push(sleutel)
      continue
    }
    yield gelegd.onderdeel
    await rm(join(werkmap, 'onderdeel'))
    manifest.bestanden.push({ naam: sleutel, ...gelegd.gewogen })
  }
  // Sequences stand outside the snapshot: read last, they are past every number in it.
  manifest.reeksen.push(...(await reeksenVan(client)))
  const tekst = Buffer.from(JSON.stringify(manifest, null, 1))
  yield { naam: manifestNaam, omvang: tekst.length, inhoud: eenStuk(tekst) }
}

async function legTabelKlaar(client: pg.Client, werkmap: string, tabel: Tabel) {
  const stream = client.query(copyTo(copyUit(tabel)))
  const gewogen = await legKlaar(stream, werkmap)
  return {
    gewogen,
    rijen: stream.rowCount ?? 0,
    onderdeel: { naam: tabelNaam(tabel.naam), omvang: gewogen.omvang, inhoud: stukken(join(werkmap, 'onderdeel')) },
  }
}

/** In the order of the key: the same rows give the same file, so that content can be compared. */
export function copyUit({ naam, kolommen, volgorde }: Tabel): string {
  const lijst = kolommen.map((kolom) => `t.${pg.escapeIdentifier(kolom)}`).join(', ')
  return `copy (select ${lijst} from ${pg.escapeIdentifier(naam)} t order by ${volgorde}) to stdout`
}

async function bijlagenVan(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ sleutel: string }>(
    `select opslagsleutel as sleutel from bijlage where klaar
     union select opslagsleutel from zaak_document
     union select each ->> 'opslagsleutel' from bericht, jsonb_array_elements(bijlagen) as each
     order by 1`,
  )
  return rows.map(({ sleutel }) => sleutel)
}

async function legBijlageKlaar(bestanden: FileStore, werkmap: string, sleutel: string) {
  try {
    const gewogen = await legKlaar(await bestanden.open(sleutel), werkmap)
    const inhoud = stukken(join(werkmap, 'onderdeel'))
    return { gewogen, onderdeel: { naam: bestandNaam(sleutel), omvang: gewogen.omvang, inhoud } }
  } catch (error) {
    if (error instanceof FileMissing) return undefined
    throw error
  }
}

async function legKlaar(bron: Readable, werkmap: string): Promise<{ omvang: number; sha256: string }> {
  const { inhoud, gewogen } = weeg(bron as AsyncIterable<Buffer>)
  const file = await open(join(werkmap, 'onderdeel'), 'w', 0o600)
  try {
    for await (const deel of inhoud) await file.writeFile(deel)
  } finally {
    await file.close()
  }
  return gewogen
}

async function* stukken(pad: string): AsyncGenerator<Buffer> {
  for await (const deel of createReadStream(pad, { highWaterMark: 256 * 1024 })) yield deel as Buffer
}

async function* eenStuk(inhoud: Buffer): AsyncGenerator<Buffer> {
  yield inhoud
}

/** A new name is durable only when its folder is. */
async function syncMap(map: string): Promise<void> {
  const handle = await open(map, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
