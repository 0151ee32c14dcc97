import type { WriteContext } from '#server/platform/http/context.ts'
import { newId } from '#server/platform/ids.ts'
import { type NewKlantcontactInput, registerKlantcontact } from '../registerKlantcontact.ts'
import type { KlantcontactRow } from '../tables.ts'

/** A post for a test, through the use case itself: a question on the telephone unless told otherwise. */
export function maakContact(
  w: WriteContext,
  input: Partial<NewKlantcontactInput> & Pick<NewKlantcontactInput, 'partijId'>,
): Promise<KlantcontactRow> {
  return registerKlantcontact(w, {
    gesprekId: newId(),
    type: 'vraag',
    kanaalCode: 'telefoon',
    richting: 'inkomend',
    onderwerp: 'Lekkage',
    ...input,
  })
}
