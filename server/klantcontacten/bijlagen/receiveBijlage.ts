import type { FastifyRequest } from 'fastify'
import { bijlageMax, bijlagenPerGesprek } from '#contract/klantcontacten.ts'
import { write } from '#server/platform/db/write.ts'
import { conflict } from '#server/platform/errors.ts'
import { type FileStore, newFileKey } from '#server/platform/files/fileStore.ts'
import { type CheckedFile, receiveChecked } from '#server/platform/files/receiveChecked.ts'
import { eisRecht, type ReadContext, type WriteContext } from '#server/platform/http/context.ts'
import { newId } from '#server/platform/ids.ts'
import { logVerwerking } from '#server/platform/verwerkingenlog/log.ts'
import type { BijlageRow } from '../tables.ts'
import { insertBijlage, markKlaar, selectLosseBijlagen } from './store.ts'

export type BijlageOpslag = { files: FileStore; receiveFolder: string }

/**
 * Receives one file for a running contact: to disk, checked by its content, then to the store. The row is written
 * before the bytes, so that whatever breaks in between is found by the clean-up.
 * @param bewerk what is kept instead of what came in: a photo of a customer without its place
 * @param hold proves, inside the last transaction, that the contact is still there and his; throws otherwise
 */
export async function receiveBijlage(
  ctx: ReadContext,
  { files, receiveFolder }: BijlageOpslag,
  conceptId: string,
  request: FastifyRequest,
  hold: (w: WriteContext) => Promise<void>,
  bewerk: (checked: CheckedFile) => Promise<CheckedFile> = async (checked) => checked,
): Promise<BijlageRow> {
  eisRecht(ctx.actor, 'klantcontact.registreren')
  await write(ctx, hold)
  if ((await selectLosseBijlagen(ctx.db, conceptId)).length >= bijlagenPerGesprek) {
    throw conflict('te-veel-bijlagen', `Een gesprek heeft hoogstens ${bijlagenPerGesprek} bijlagen.`)
  }
  return receiveChecked(request, receiveFolder, bijlageMax, async (checked) => {
    const { file, bestandsnaam, ...known } = await bewerk(checked)
    const id = newId()
    const opslagsleutel = newFileKey(ctx.organisatie.code)
    await write(ctx, (w) =>
      insertBijlage(w.tx, {
        ...known,
        id,
        concept_id: conceptId,
        klantcontact_id: null,
        bestandsnaam,
        opslagsleutel,
        klaar: false,
        medewerker_id: ctx.klant?.accountId ?? ctx.actor.medewerkerId,
        aangemaakt_op: ctx.now,
      }),
    )
    await files.put(opslagsleutel, file)
    return write(ctx, async (w) => {
      await hold(w)
      await logVerwerking(w, {
        actie: 'toevoegen',
        doel: 'Bijlage toevoegen',
        objectSoort: 'bijlage',
        objectId: id,
        partijIds: [],
      })
      return markKlaar(w.tx, id, known)
    })
  })
}
