import { sql } from 'kysely'
import type { Naamvolgorde } from '#contract/regels/naam.ts'
import { getInstelling } from '#server/beheer/index.ts'
import type { Listeners } from '#server/platform/events/listeners.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { enqueue } from '#server/platform/jobs/jobs.ts'

/**
 * The order of names to write with, held until the end of the transaction: a change of the setting waits for it, so that
 * no name in the old order comes in behind the job that writes the new one.
 */
export async function naamvolgorde(w: WriteContext): Promise<Naamvolgorde> {
  await sql`select pg_advisory_xact_lock_shared(hashtext(current_schema() || '.naamvolgorde'))`.execute(w.tx)
  return await getInstelling(w.tx, 'sorteernaamVolgorde')
}

export const hearNaamvolgorde: Listeners = {
  async 'inrichting.gewijzigd'(w, { onderdeel, id }) {
    if (onderdeel !== 'instelling' || id !== 'sorteernaamVolgorde') return
    await sql`select pg_advisory_xact_lock(hashtext(current_schema() || '.naamvolgorde'))`.execute(w.tx)
    await enqueue(w, 'relaties.sorteernamen', {}, { key: 'sorteernamen' })
  },
}
