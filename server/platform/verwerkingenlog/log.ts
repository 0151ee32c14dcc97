import { sql } from 'kysely'
import { type Late, writeLate } from '../db/pending.ts'
import type { Db } from '../db/schema.ts'
import { klantActor, type ReadContext, type WriteContext } from '../http/context.ts'

/** One processing of personal data. `actie` is a verb of this list, `doel` a short purpose in Dutch. */
export type Verwerking = {
  actie: 'inzien' | 'zoeken' | 'toevoegen' | 'wijzigen' | 'verwijderen' | 'samenvoegen' | 'exporteren' | 'importeren'
  doel: string
  objectSoort: string
  objectId?: string | undefined
  partijIds: string[]
}

/**
 * Adds a line to the verwerkingenlog (GDPR art. 5(2), 30, 32). With a write context it is part of the transaction:
 * no change without its line. Chained by `seal.ts` afterwards, so that writers never wait for each other.
 */
export async function logVerwerking(ctx: ReadContext | WriteContext, verwerking: Verwerking): Promise<void> {
  // Also when the portal calls a door as the system: it is the klant who asked for it.
  const actor = ctx.klant ? klantActor(ctx.klant) : ctx.actor
  const line = {
    op: ctx.now,
    medewerker_id: actor.medewerkerId,
    actor: actor.naam,
    actie: verwerking.actie,
    doel: verwerking.doel,
    object_soort: verwerking.objectSoort,
    object_id: verwerking.objectId ?? null,
    partij_ids: verwerking.partijIds,
    verzoek_id: ctx.verzoekId,
  }
  if ('pending' in ctx) await writeLate(ctx, lines, line)
  else await insertLines(ctx.db, [line])
}

const lines: Late<object> = { rang: 2, write: ({ tx }, rows) => insertLines(tx, rows) }

async function insertLines(db: Db, rows: object[]): Promise<void> {
  await sql`
    insert into verwerking (op, medewerker_id, actor, actie, doel, object_soort, object_id, partij_ids, verzoek_id)
    select * from json_to_recordset(${JSON.stringify(rows)}::json) as r(
      op timestamptz, medewerker_id uuid, actor text, actie text, doel text, object_soort text, object_id text,
      partij_ids uuid[], verzoek_id text)`.execute(db)
}
