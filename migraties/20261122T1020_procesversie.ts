import { type Kysely, sql } from 'kysely'

/** Who changed a draft last: where publishing asks a second pair of eyes, they are not his. */
export async function up(db: Kysely<any>): Promise<void> {
  await sql`
    alter table proces_versie
      add column gewijzigd_op timestamptz,
      -- Nobody changed it since it was made.
      add column gewijzigd_door uuid,
      add constraint proces_versie_gewijzigd check ((gewijzigd_op is null) = (gewijzigd_door is null))`.execute(db)
}
