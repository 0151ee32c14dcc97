import type { FastifyRequest } from 'fastify'
import { bijlageMax } from '#contract/klantcontacten.ts'
import { losseBestandenMax, type Procesbestand } from '#contract/procesbestanden.ts'
import { write } from '#server/platform/db/write.ts'
import { conflict } from '#server/platform/errors.ts'
import { type FileStore, newFileKey } from '#server/platform/files/fileStore.ts'
import { type CheckedFile, receiveChecked } from '#server/platform/files/receiveChecked.ts'
import { doorWie, type ReadContext } from '#server/platform/http/context.ts'
import { newId } from '#server/platform/ids.ts'
import { logVerwerking } from '#server/platform/verwerkingenlog/log.ts'
import { countLosse, insertBestand, markeerKlaar } from './store.ts'

export type Opslag = { files: FileStore; receiveFolder: string }

/** What the portal does otherwise: a photo loses its place, and it waits as long as the form that was begun. */
type Ontvangst = {
  bewerk?: (gekeurd: CheckedFile) => Promise<CheckedFile>
  bewaarTot?: Date | null
  max?: number
}

/**
 * One file for a field of a form: to disk, checked by its content, then to the store. The row is there before the bytes,
 * so that whatever breaks in between is found by the clean-up.
 * @param zaakId of a step: no other zaak can take it
 */
export async function ontvang(
  ctx: ReadContext,
  { files, receiveFolder }: Opslag,
  request: FastifyRequest,
  zaakId: string | null,
  { bewerk = async (gekeurd) => gekeurd, bewaarTot = null, max = bijlageMax }: Ontvangst = {},
): Promise<Procesbestand> {
  if ((await countLosse(ctx.db, doorWie(ctx))) >= losseBestandenMax)
    throw conflict('te-veel-bestanden', 'U heeft te veel bestanden klaarstaan. Verstuur eerst een formulier.')
  return receiveChecked(request, receiveFolder, max, async (gekeurd) => {
    const { file, ...bekend } = await bewerk(gekeurd)
    const id = newId()
    const opslagsleutel = newFileKey(ctx.organisatie.code)
    await write(ctx, (w) =>
      insertBestand(w.tx, {
        ...bekend,
        id,
        medewerker_id: doorWie(ctx),
        zaak_id: zaakId,
        opslagsleutel,
        klaar: false,
        bewaar_tot: bewaarTot,
        aangemaakt_op: ctx.now,
      }),
    )
    await files.put(opslagsleutel, file)
    await write(ctx, async (w) => {
      await markeerKlaar(w.tx, id)
      await logVerwerking(w, {
        actie: 'toevoegen',
        doel: 'Bestand bij een formulier',
        objectSoort: 'proces_bestand',
        objectId: id,
        partijIds: [],
      })
    })
    return { id, naam: bekend.bestandsnaam, omvang: bekend.omvang }
  })
}
