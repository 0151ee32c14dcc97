import { type Kysely, sql } from 'kysely'

/** What a mandate covers in the portal, by the names of `contract/portaal/toegang.ts`; null: what goes with its kind. */
export async function up(db: Kysely<any>): Promise<void> {
  await sql`alter table vertegenwoordiging add column domeinen text[]`.execute(db)
}
