import { type Kysely, sql } from 'kysely'

/** Files of a form of a process that was not sent yet. Once it is, they are documents of its zaak. */
export async function up(db: Kysely<any>): Promise<void> {
  await sql`
    create table proces_bestand (
      id uuid primary key,
      medewerker_id uuid not null references medewerker,
      -- Of a step: only that zaak can take it.
      zaak_id uuid references zaak,
      bestandsnaam text not null,
      mediatype text not null,
      onveilig boolean not null,
      omvang bigint not null,
      sha256 text not null,
      opslagsleutel text not null,
      -- False as long as the bytes are on their way, and when nobody waits for them any more.
      klaar boolean not null,
      aangemaakt_op timestamptz not null
    )`.execute(db)
  await sql`create index proces_bestand_medewerker on proces_bestand (medewerker_id)`.execute(db)
  await sql`create index proces_bestand_aangemaakt on proces_bestand (aangemaakt_op)`.execute(db)
}
