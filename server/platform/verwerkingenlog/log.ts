import { sql } from 'kysely'
import type { ReadContext } from '../http/context.ts'

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
export async function logVerwerking(ctx: ReadContext, verwerking: Verwerking): Promise<void> {
  await sql`
    insert into verwerking (op, medewerker_id, actor, actie, doel, object_soort, object_id, partij_ids, verzoek_id)
    values (${ctx.now}, ${ctx.actor.medewerkerId}, ${ctx.actor.naam}, ${verwerking.actie}, ${verwerking.doel},
            ${verwerking.objectSoort}, ${verwerking.objectId ?? null}, ${verwerking.partijIds}::uuid[], ${ctx.verzoekId})`.execute(
    ctx.db,
  )
}
