import { z } from 'zod'
import * as contract from '#contract/portaal/berichten.ts'
import * as push from '#contract/portaal/push.ts'
import * as voorkeuren from '#contract/portaal/voorkeuren.ts'
import {
  abonneer,
  countOngelezenVoorKlant,
  countPush,
  leesVoorkeuren,
  listBerichtenVoorKlant,
  markeerGelezen,
  pushSleutels,
  zegPushOp,
  zetVoorkeuren,
} from '#server/berichten/index.ts'
import { notFound } from '#server/platform/errors.ts'
import type { FileStore } from '#server/platform/files/fileStore.ts'
import { sendDownload } from '#server/platform/files/sendDownload.ts'
import { page, readCursor } from '#server/platform/http/cursor.ts'
import { logVerwerking } from '#server/platform/verwerkingenlog/log.ts'
import type { KlantHttp } from '../http.ts'
import { eisDomein } from '../toegang/toegang.ts'
import { getPoststuk, vanKlant } from './leesPost.ts'
import { presentPostrij, presentPoststuk } from './present.ts'

const Cursor = z.tuple([z.iso.datetime(), z.uuid()])

type Middelen = { files: FileStore; secret: string; intern: readonly string[] }

/** The post of a customer, by which way he wants to hear of what, and the devices that may be told. */
export function berichtRoutes(http: KlantHttp, { files, secret, intern }: Middelen): void {
  http.read(contract.listPost, async ({ query, ctx, toegang }) => {
    const { na, aantal } = query
    const van = vanKlant(toegang)
    const rows = await listBerichtenVoorKlant(ctx.db, van, { na: readCursor(Cursor, na), aantal })
    const { rijen, volgende } = page(rows, aantal, (row) => [row.aangemaakt_op.toISOString(), row.id])
    const ongelezen = await countOngelezenVoorKlant(ctx.db, van)
    return { rijen: rijen.map(presentPostrij), ongelezen, ...(volgende && { volgende }) }
  })

  http.read(contract.getPost, async ({ params, ctx, toegang }) => {
    const bericht = await getPoststuk(ctx, toegang, params.id)
    await logVerwerking(ctx, {
      actie: 'inzien',
      doel: 'Bericht lezen in het portaal',
      objectSoort: 'bericht',
      objectId: bericht.id,
      partijIds: [toegang.partijId],
    })
    return presentPoststuk(bericht)
  })

  http.write(contract.leesPost, async ({ params, w, toegang }) => {
    const { id } = await getPoststuk(w, toegang, params.id)
    const { gelezen_op } = await markeerGelezen(w, id, toegang.klant.partijId)
    const ongelezen = await countOngelezenVoorKlant(w.db, vanKlant(toegang))
    return { gelezenOp: (gelezen_op ?? w.now).toISOString(), ongelezen }
  })

  http.raw(contract.downloadPostbijlage, async ({ params, ctx, reply, toegang }) => {
    const bericht = await getPoststuk(ctx, toegang, params.id)
    const bijlage = bericht.bijlagen[params.nummer - 1]
    if (!bijlage) throw notFound()
    await logVerwerking(ctx, {
      actie: 'inzien',
      doel: 'Bijlage van een bericht openen in het portaal',
      objectSoort: 'bericht',
      objectId: bericht.id,
      partijIds: [toegang.partijId],
    })
    return sendDownload(reply, bijlage, await files.open(bijlage.opslagsleutel))
  })

  http.read(voorkeuren.getVoorkeuren, async ({ ctx, toegang }) => {
    eisDomein(toegang, 'gegevens')
    return leesVoorkeuren(ctx, toegang.partijId)
  })
  http.write(voorkeuren.changeVoorkeuren, async ({ body, versie, w, toegang }) => {
    eisDomein(toegang, 'gegevens')
    await zetVoorkeuren(w, toegang.partijId, body, versie)
    return leesVoorkeuren(w, toegang.partijId)
  })

  http.read(push.getPush, async ({ ctx, toegang: { klant } }) => ({
    sleutel: (await pushSleutels(ctx, secret)).publiek,
    apparaten: await countPush(ctx.db, klant.accountId),
  }))
  http.write(push.addPush, async ({ body: { endpoint, keys }, w, toegang: { klant } }) => {
    await abonneer(w, klant, { adres: endpoint, ...keys }, intern)
    return { apparaten: await countPush(w.db, klant.accountId) }
  })
  http.write(push.removePush, async ({ query: { endpoint }, w, toegang: { klant } }) => {
    await zegPushOp(w, klant.accountId, endpoint)
    return { apparaten: await countPush(w.db, klant.accountId) }
  })
}
