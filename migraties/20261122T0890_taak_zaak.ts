import { type Kysely, sql } from 'kysely'

/** A taak can be a step of a zaak. No foreign key: a taak knows nothing of zaken, as references point up the list. */
export async function up(db: Kysely<any>): Promise<void> {
  await sql`alter table taak add column zaak_id uuid`.execute(db)
  await sql`create index taak_zaak on taak (zaak_id, aangemaakt_op) where zaak_id is not null`.execute(db)
}
