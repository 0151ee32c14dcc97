import { rm } from 'node:fs/promises'
import { z } from 'zod'
import { bijlageMax } from '#contract/klantcontacten.ts'
import { findBijlagen } from '#server/klantcontacten/index.ts'
import { write } from '#server/platform/db/write.ts'
import { FileMissing, fileStoreOf, newFileKey, receiveFolderOf } from '#server/platform/files/fileStore.ts'
import { receive } from '#server/platform/files/receive.ts'
import type { ReadContext } from '#server/platform/http/context.ts'
import { type JobHandlers, job } from '#server/platform/jobs/jobs.ts'
import type { Services } from '#server/slice.ts'
import { addZaakdocument, getZaak, listZaakdocumenten } from '#server/zaken/index.ts'
import type { Opslag } from './ontvang.ts'
import { deleteBestand, schrijfAf, selectOude } from './store.ts'

/** Longer than a form that was not sent stays in a tab. */
const bewaartijd = 7 * 24 * 60 * 60_000

export function bestandJobs({ config }: Pick<Services, 'config'>): JobHandlers {
  // Only when it runs: a worker without files has no use for a store.
  const opslag = (): Opslag => ({ files: fileStoreOf(config), receiveFolder: receiveFolderOf(config) })
  return {
    'processen.bijlage': job({
      payload: z.object({ zaakId: z.uuid(), bijlageId: z.uuid() }),
      run: (ctx, { zaakId, bijlageId }) => kopieerBijlage(ctx, opslag(), zaakId, bijlageId),
    }),
    'processen.bestanden-opruimen': job({
      payload: z.object({}),
      cron: '40 3 * * *',
      run: (ctx) => ruimBestandenOp(ctx, opslag()),
    }),
  }
}

/** A file of a contact becomes a document of the zaak too, as a copy: either may go without the other. Once. */
export async function kopieerBijlage(
  ctx: ReadContext,
  { files, receiveFolder }: Opslag,
  zaakId: string,
  bijlageId: string,
): Promise<void> {
  const [bijlage] = await findBijlagen(ctx.db, [bijlageId])
  if (!bijlage) return
  const { bestandsnaam, mediatype, onveilig, omvang, sha256 } = bijlage
  const bron = await files.open(bijlage.opslagsleutel).catch((error) => {
    if (!(error instanceof FileMissing)) throw error
  })
  if (!bron) return
  const ontvangen = await receive(bron, receiveFolder, bijlageMax)
  const opslagsleutel = newFileKey(ctx.organisatie.code)
  try {
    await files.put(opslagsleutel, ontvangen)
    const nieuw = await write(ctx, async (w) => {
      await getZaak(w, zaakId)
      const alDaar = (await listZaakdocumenten(w.db, zaakId)).some(
        (each) => each.sha256 === sha256 && each.bestandsnaam === bestandsnaam,
      )
      if (alDaar) return false
      const bestand = { bestandsnaam, mediatype, onveilig, omvang, sha256, opslagsleutel }
      await addZaakdocument(w, zaakId, { titel: bestandsnaam, ...bestand })
      return true
    })
    if (!nieuw) await files.remove(opslagsleutel)
  } catch (error) {
    await files.remove(opslagsleutel).catch(() => {})
    throw error
  } finally {
    await rm(ontvangen.path, { force: true })
  }
}

/** What no form took. First nobody can take it any more, then the bytes go, then the row: it can be broken off anywhere. */
export async function ruimBestandenOp(ctx: ReadContext, { files }: Pick<Opslag, 'files'>): Promise<void> {
  for (const { id, opslagsleutel } of await selectOude(ctx.db, new Date(ctx.now.getTime() - bewaartijd), ctx.now)) {
    // Taken in the meantime: then it is a document.
    if (!(await write(ctx, (w) => schrijfAf(w.tx, id)))) continue
    await files.remove(opslagsleutel)
    await write(ctx, (w) => deleteBestand(w.tx, id))
  }
}
