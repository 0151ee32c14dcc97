import { type Kysely, sql } from 'kysely'

/** A disturbance that many tenants of a complex have at once; its work is one zaak, the hoofdzaak of all that report it. */
export async function up(db: Kysely<any>): Promise<void> {
  await sql`
    create table storing (
      id uuid primary key,
      complex_id uuid not null references complex,
      -- What the process calls it, such as "lift"; of one kind there is one at a time.
      soort text not null,
      -- As people read it: "de lift".
      naam text not null,
      hoofdzaak_id uuid not null references zaak,
      -- What we tell who asks.
      tekst text not null default '',
      verwacht_klaar_op date,
      begonnen_op timestamptz not null,
      klaar_op timestamptz,
      gewijzigd_door uuid not null,
      gewijzigd_op timestamptz not null,
      versie int not null default 1
    )`.execute(db)
  await sql`create unique index storing_lopend on storing (complex_id, soort) where klaar_op is null`.execute(db)
  await sql`create index storing_hoofdzaak on storing (hoofdzaak_id)`.execute(db)
}
