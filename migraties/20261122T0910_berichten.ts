import { type Kysely, sql } from 'kysely'

/** What we send: an outbox that a worker empties, and the mailbox of the demo. */
export async function up(db: Kysely<any>): Promise<void> {
  await sql`
    create table bericht (
      id uuid primary key,
      -- Who sends the same twice with one sleutel sends it once.
      sleutel text not null unique,
      partij_id uuid references partij,
      zaak_id uuid references zaak,
      kanaal text not null check (kanaal in ('email', 'sms', 'brief', 'portaal')),
      formeel boolean not null default false,
      vertrouwelijk boolean not null default false,
      aan text not null,
      aan_naam text not null default '',
      onderwerp text not null,
      tekst text not null,
      taal text not null default 'nl',
      bijlagen jsonb not null default '[]',
      status text not null default 'klaar' check (status in ('klaar', 'verstuurd', 'mislukt', 'ingetrokken')),
      pogingen int not null default 0,
      fout text not null default '',
      volgende_poging timestamptz,
      -- Somebody is sending it now; after this moment he is taken to be dead.
      bezig_tot timestamptz,
      aangemaakt_op timestamptz not null,
      aangemaakt_door uuid not null,
      verstuurd_op timestamptz,
      versie int not null default 1,
      constraint bericht_verstuurd check ((status = 'verstuurd') = (verstuurd_op is not null))
    )`.execute(db)
  await sql`create index bericht_partij on bericht (partij_id, aangemaakt_op desc, id desc)`.execute(db)
  await sql`create index bericht_zaak on bericht (zaak_id, aangemaakt_op desc, id desc) where zaak_id is not null`.execute(
    db,
  )
  await sql`create index bericht_klaar on bericht (volgende_poging) where status = 'klaar'`.execute(db)
  await sql`create index bericht_mislukt on bericht (aangemaakt_op, id) where status = 'mislukt'`.execute(db)
  await sql`
    create table postbus (
      bericht_id uuid primary key references bericht,
      kanaal text not null,
      van text not null,
      aan text not null,
      onderwerp text not null,
      tekst text not null,
      html text not null,
      op timestamptz not null
    )`.execute(db)
  await sql`create index postbus_op on postbus (op desc, bericht_id desc)`.execute(db)
}
