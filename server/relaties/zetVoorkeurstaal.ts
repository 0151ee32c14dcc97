import type { WriteContext } from '#server/platform/http/context.ts'
import { meldWijziging } from './meldWijziging.ts'
import { lockActievePartij } from './onderdelen/onderdeel.ts'
import { updatePartij } from './store.ts'

/** The language that we write to him in (ISO 639-2, such as `nld`). */
export async function zetVoorkeurstaal(w: WriteContext, partijId: string, taal: string): Promise<void> {
  const partij = await lockActievePartij(w, partijId)
  if (partij.voorkeurstaal === taal) return
  await updatePartij(w.tx, partijId, w.now, { voorkeurstaal: taal })
  await meldWijziging(w, partijId)
}
