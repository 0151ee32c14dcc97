import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<any>): Promise<void> {
  // A search that somebody is typing, until it becomes one line in the verwerkingenlog. The text is gone by then.
  await sql`
    create table zoekopdracht (
      medewerker_id uuid primary key,
      actor text not null,
      vraag text not null,
      partij_ids uuid[] not null default '{}',
      op timestamptz not null
    )`.execute(db)
}
