import type { z } from 'zod'
import type { MedewerkerInvoer } from '#contract/beheer/medewerkers.ts'
import { emit } from '#server/platform/events/emit.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { newId } from '#server/platform/ids.ts'
import { logVerwerking } from '#server/platform/verwerkingenlog/log.ts'
import { insertMedewerker, type MedewerkerRow } from './store.ts'

/** Adds an employee. How he signs in is up to `aanmelden`. */
export async function createMedewerker(
  w: WriteContext,
  input: z.output<typeof MedewerkerInvoer>,
  id: string = newId(),
): Promise<MedewerkerRow> {
  const row: MedewerkerRow = { id, ...input, actief: true, versie: 1 }
  await insertMedewerker(w.tx, row, w.now)
  await emit(w, {
    soort: 'medewerker.gewijzigd',
    onderwerpen: ['beheer', `medewerker:${row.id}`],
    gegevens: { medewerkerId: row.id, actief: true },
  })
  await logVerwerking(w, {
    actie: 'toevoegen',
    doel: 'Beheer van medewerkers',
    objectSoort: 'medewerker',
    objectId: row.id,
    partijIds: [],
  })
  return row
}
