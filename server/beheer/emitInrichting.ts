import { emit } from '#server/platform/events/emit.ts'
import type { WriteContext } from '#server/platform/http/context.ts'

type Onderdeel = 'kanaal' | 'onderwerp' | 'openingstijden' | 'sluitingsdag' | 'instelling'

/**
 * Tells everybody that the set-up changed. Slices below hear it inside the transaction: one that still needs what is
 * being removed can refuse by throwing.
 */
export async function emitInrichting(
  w: WriteContext,
  onderdeel: Onderdeel,
  id: string,
  verwijderd = false,
): Promise<void> {
  await emit(w, {
    soort: 'inrichting.gewijzigd',
    onderwerpen: ['beheer'],
    gegevens: { onderdeel, id, verwijderd },
  })
}
