import { createHash, randomBytes } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { klantadres, verstuurBericht } from '#server/berichten/index.ts'
import { write } from '#server/platform/db/write.ts'
import { conflict, forbidden, notFound } from '#server/platform/errors.ts'
import { type FileStore, newFileKey } from '#server/platform/files/fileStore.ts'
import { type Klant, klantActor, type ReadContext, type WriteContext } from '#server/platform/http/context.ts'
import { newId } from '#server/platform/ids.ts'
import { enqueue } from '#server/platform/jobs/jobs.ts'
import { logVerwerking } from '#server/platform/verwerkingenlog/log.ts'
import { partijNaam } from '#server/relaties/index.ts'
import { alsSysteem } from '../../http.ts'
import { type Zaakdelingen, zichtbaarInPortaal } from '../../toegang/magZaak.ts'
import { eisToegang, type Toegang } from '../../toegang/toegang.ts'
import {
  deleteExport,
  insertExport,
  selectExport,
  selectExports,
  selectVerlopenExports,
  updateExport,
} from '../store.ts'
import type { ExportRow } from '../tables.ts'
import { berichtTeksten } from '../teksten.ts'
import { leesbareKopie } from './leesbaar.ts'
import { verzamelKopie } from './verzamel.ts'
import { maakZip } from './zip.ts'

const dag = 24 * 3_600_000
const geldigDagen = 7
const maxOpen = 3

/** Asks for the file; a job makes it. The right is somebody's own: a mandate does not carry it, a curator does. */
export async function vraagExport(w: WriteContext, toegang: Toegang): Promise<ExportRow> {
  if (toegang.hoedanigheid !== 'zelf' && toegang.hoedanigheid !== 'curator') throw forbidden()
  const { accountId } = toegang.klant
  const open = await selectExports(w.db, toegang.partijId, accountId, w.now)
  if (open.length >= maxOpen)
    throw conflict('te-veel', 'U heeft al een paar bestanden klaarstaan. Haal die op, of verwijder er een.')
  const row = await insertExport(w.tx, {
    id: newId(),
    partij_id: toegang.partijId,
    account_id: accountId,
    gevraagd_op: w.now,
    geldig_tot: new Date(w.now.getTime() + geldigDagen * dag),
  })
  await logVerwerking(w, {
    actie: 'exporteren',
    doel: 'Kopie van eigen gegevens (AVG art. 15 en 20)',
    objectSoort: 'partij',
    objectId: toegang.partijId,
    partijIds: [toegang.partijId],
  })
  await enqueue(w, 'portaal.export', { id: row.id, klantPartijId: toegang.klant.partijId }, { maxAttempts: 3 })
  return row
}

export type ExportDiensten = {
  files: FileStore
  receiveFolder: string
  delingen: (ctx: ReadContext) => Promise<Zaakdelingen>
}

/** The job. What he may see is decided when it is made: a mandate that ended meanwhile gives no file. */
export async function maakExport(
  ctx: ReadContext,
  { id, klantPartijId }: { id: string; klantPartijId: string },
  diensten: ExportDiensten,
): Promise<void> {
  const row = await selectExport(ctx.db, id)
  if (row?.status !== 'bezig') return
  const als = await alsKlant(ctx, row, klantPartijId)
  const toegang = await eisToegang(als, row.partij_id).catch(() => undefined)
  if (!toegang) return write(ctx, (w) => updateExport(w.tx, id, { status: 'mislukt' }))
  const kopie = await verzamelKopie(als, toegang, await zakenVan(als, toegang, await diensten.delingen(ctx)))
  const zip = maakZip(
    [
      { naam: 'uw-gegevens.html', inhoud: Buffer.from(leesbareKopie(kopie)) },
      { naam: 'gegevens.json', inhoud: Buffer.from(JSON.stringify(kopie, null, 2)) },
    ],
    ctx.now,
  )
  const opslagsleutel = newFileKey(ctx.organisatie.code)
  await bewaar(diensten, opslagsleutel, zip)
  await write(ctx, async (w) => {
    await updateExport(w.tx, id, { status: 'klaar', opslagsleutel, omvang: zip.length })
    await verstuurBericht(alsSysteem(w), {
      sleutel: `portaal-export-${id}`,
      partijId: klantPartijId,
      formeel: true,
      taal: toegang.klant.taal,
      ...berichtTeksten[toegang.klant.taal].export(await klantadres(w)),
    })
  })
}

async function alsKlant(ctx: ReadContext, row: ExportRow, partijId: string): Promise<ReadContext> {
  const naam = (await partijNaam(ctx.db, partijId)) ?? ''
  const klant: Klant = { accountId: row.account_id, sessieId: row.id, partijId, naam, taal: 'nl', sterk: false }
  return { ...ctx, klant, actor: klantActor(klant) }
}

async function zakenVan({ db }: ReadContext, toegang: Toegang, delingen: Zaakdelingen) {
  const rows = await db
    .selectFrom('zaak')
    .select(['nummer', 'zaaktype_naam', 'omschrijving', 'ontvangen_op', 'afgesloten_op'])
    .where(zichtbaarInPortaal(toegang, delingen))
    .orderBy(sql`ontvangen_op desc`)
    .limit(1000)
    .execute()
  return rows.map((row) => ({
    nummer: row.nummer,
    soort: row.zaaktype_naam,
    omschrijving: row.omschrijving,
    ontvangenOp: row.ontvangen_op.toISOString(),
    afgeslotenOp: row.afgesloten_op?.toISOString() ?? null,
  }))
}

async function bewaar({ files, receiveFolder }: ExportDiensten, sleutel: string, inhoud: Buffer): Promise<void> {
  await mkdir(receiveFolder, { recursive: true, mode: 0o700 })
  const path = join(receiveFolder, randomBytes(24).toString('hex'))
  try {
    await writeFile(path, inhoud, { mode: 0o600, flag: 'wx' })
    const sha256 = createHash('sha256').update(inhoud).digest('hex')
    await files.put(sleutel, { path, omvang: inhoud.length, sha256 })
  } finally {
    await rm(path, { force: true })
  }
}

/** @throws 404 when it is not his, not ready, or over */
export async function eisExport(ctx: ReadContext, toegang: Toegang, id: string): Promise<ExportRow> {
  const row = await selectExport(ctx.db, id)
  const zijn = row?.partij_id === toegang.partijId && row.account_id === toegang.klant.accountId
  if (!row || !zijn || row.geldig_tot <= ctx.now) throw notFound()
  return row
}

/** Over at once; the bytes go with the next clean-up. */
export async function verwijderExport(w: WriteContext, toegang: Toegang, id: string): Promise<void> {
  await eisExport(w, toegang, id)
  await updateExport(w.tx, id, { geldig_tot: w.now })
}

/** The daily clean-up: first the bytes, then the row that knows where they are. */
export async function ruimExportsOp(ctx: ReadContext, files: FileStore): Promise<void> {
  for (const row of await selectVerlopenExports(ctx.db, ctx.now)) {
    if (row.opslagsleutel) await files.remove(row.opslagsleutel)
    await write(ctx, (w) => deleteExport(w.tx, row.id))
  }
}
