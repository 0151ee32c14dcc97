import { sql } from 'kysely'
import { type Late, writeLate } from '../db/pending.ts'
import type { WriteContext } from '../http/context.ts'
import { listenersOf } from './listeners.ts'

/**
 * What happened, in past tense, with ids and facts only — never text or names: everybody who may see one of the
 * `onderwerpen` hears it.
 */
export type Gebeurtenis = {
  soort: `${string}.${string}`
  /** Who may hear it: `partij:<id>`, `team:<id>`, `taak:<id>`, `medewerker:<id>`, `beheer`. */
  onderwerpen: string[]
  gegevens: Record<string, string | number | boolean | null>
}

/** Channel of NOTIFY; the payload names the schema, so that each process wakes the right organisatie. */
export const notifyChannel = 'rondom_gebeurtenis'

/** Writes the event in the transaction of the change itself; browsers are woken at commit. Slices that hear it run now. */
export async function emit(w: WriteContext, event: Gebeurtenis): Promise<void> {
  await writeLate(w, events, { ...event, op: w.now })
  for (const listener of listenersOf(event.soort)) await listener(w, event.gegevens)
}

const events: Late<Gebeurtenis & { op: Date }> = {
  rang: 2,
  async write({ tx }, rows) {
    await sql`
      with geschreven as (
        insert into gebeurtenis (soort, onderwerpen, gegevens, op)
        select soort, onderwerpen, gegevens, op
        from json_to_recordset(${JSON.stringify(rows)}::json)
          as r(soort text, onderwerpen text[], gegevens jsonb, op timestamptz))
      select pg_notify(${notifyChannel}, current_schema())`.execute(tx)
  },
}
