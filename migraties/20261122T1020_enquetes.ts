import { type Kysely, sql } from 'kysely'

/** What klanten thought of it: invited once per zaak, answered without signing in, by a link that only they have. */
export async function up(db: Kysely<any>): Promise<void> {
  await sql`
    create table enquete (
      id uuid primary key,
      zaak_id uuid not null references zaak,
      -- Null when it was kept long enough.
      partij_id uuid references partij,
      zaaktype text not null,
      zaaktype_naam text not null,
      taal text not null,
      -- Of the token in the link; the token itself is in the message only.
      token_hash text not null unique,
      uitgenodigd_op timestamptz not null,
      verloopt_op timestamptz not null,
      beantwoord_op timestamptz,
      gewijzigd_op timestamptz,
      score int check (score between 1 and 10),
      opgelost boolean,
      opmerking text not null default '',
      constraint enquete_zaak unique (zaak_id),
      constraint enquete_antwoord check ((beantwoord_op is null) = (score is null))
    )`.execute(db)
  await sql`create index enquete_partij on enquete (partij_id, uitgenodigd_op desc) where partij_id is not null`.execute(
    db,
  )
  await sql`create index enquete_uitgenodigd on enquete (uitgenodigd_op)`.execute(db)
  await sql`
    create index enquete_opmerking on enquete (beantwoord_op desc, id) where opmerking <> ''`.execute(db)
}
