import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<any>): Promise<void> {
  // The event log. `volgnummer` is given after commit, by one process at a time: so a reader that asks for
  // "after my cursor" can never skip a transaction that was still running (see docs/besluiten).
  await sql`
    create table gebeurtenis (
      id bigint generated always as identity primary key,
      volgnummer bigint unique,
      soort text not null,
      onderwerpen text[] not null,
      gegevens jsonb not null,
      op timestamptz not null default now()
    )`.execute(db)
  await sql`create sequence gebeurtenis_volgnummer`.execute(db)
  await sql`create index gebeurtenis_zonder_volgnummer on gebeurtenis (id) where volgnummer is null`.execute(db)
  await sql`create index gebeurtenis_op on gebeurtenis (op)`.execute(db)

  // One row per acknowledged write: a retry with the same key gets the first answer.
  await sql`
    create table idempotentie (
      medewerker_id uuid not null,
      sleutel text not null,
      vingerafdruk text not null,
      status int,
      antwoord jsonb,
      op timestamptz not null default now(),
      primary key (medewerker_id, sleutel)
    )`.execute(db)
  await sql`create index idempotentie_op on idempotentie (op)`.execute(db)

  // Verwerkingenlog (GDPR art. 5(2), 30 and 32): who did what with whose data. Append-only; sealed in a hash chain.
  await sql`
    create table verwerking (
      id bigint generated always as identity primary key,
      op timestamptz not null default now(),
      medewerker_id uuid,
      actor text not null,
      actie text not null,
      doel text not null,
      object_soort text not null,
      object_id text,
      partij_ids uuid[] not null default '{}',
      verzoek_id text
    )`.execute(db)
  await sql`create index verwerking_op on verwerking (op desc, id desc)`.execute(db)
  await sql`create index verwerking_partij on verwerking using gin (partij_ids) with (fastupdate = off)`.execute(db)
  await sql`create index verwerking_medewerker on verwerking (medewerker_id, op desc)`.execute(db)
  await sql`
    create table verwerking_zegel (
      volgnummer bigint primary key,
      verwerking_id bigint not null unique references verwerking (id),
      hash bytea not null
    )`.execute(db)
  // Lines that wait for their seal. A row is here as soon as its transaction commits, however late that is, so none is
  // skipped; and nobody who writes a line ever waits for the chain.
  await sql`create table verwerking_open (verwerking_id bigint primary key)`.execute(db)
  await sql`
    create function verwerking_wacht_op_zegel() returns trigger language plpgsql as $$
    begin
      insert into verwerking_open select id from nieuw;
      return null;
    end $$`.execute(db)
  await sql`
    create trigger wacht_op_zegel after insert on verwerking referencing new table as nieuw
    for each statement execute function verwerking_wacht_op_zegel()`.execute(db)
  await sql`
    create function weiger_wijziging() returns trigger language plpgsql as $$
    begin
      raise exception 'Aan deze tabel kan alleen worden toegevoegd.' using errcode = 'RD001';
    end $$`.execute(db)
  for (const table of ['verwerking', 'verwerking_zegel']) {
    await sql`
      create trigger alleen_toevoegen before update or delete on ${sql.table(table)}
      for each row execute function weiger_wijziging()`.execute(db)
    await sql`
      create trigger niet_leegmaken before truncate on ${sql.table(table)}
      for each statement execute function weiger_wijziging()`.execute(db)
  }

  // Search: rows with their words, exact keys that a prefix can find, and a vocabulary with one-letter deletions for
  // typing errors. Words in one GIN index: 41 MB for a million rows, where a table of postings took 480 MB.
  await sql`
    create table zoek_item (
      id bigint generated always as identity primary key,
      soort text not null,
      object_id uuid not null,
      titel text not null,
      ondertitel text not null default '',
      gewicht smallint not null default 50,
      woorden text[] not null default '{}',
      sleutels text[] not null default '{}',
      team_id uuid,
      medewerker_id uuid,
      vertrouwelijk boolean not null default false,
      gegevens jsonb not null default '{}',
      unique (soort, object_id)
    )`.execute(db)
  await sql`create index zoek_item_woorden on zoek_item using gin (woorden) with (fastupdate = off)`.execute(db)
  await sql`
    create table zoek_sleutel (
      sleutel text collate "C" not null,
      item_id bigint not null,
      primary key (sleutel, item_id)
    )`.execute(db)
  // aantal is an estimate, refreshed by a job: counting at each write would make writers wait for each other.
  await sql`
    create table zoek_woord (
      woord text collate "C" not null,
      aantal int not null default 1
    )`.execute(db)
  await sql`create unique index zoek_woord_woord on zoek_woord (woord) include (aantal)`.execute(db)
  await sql`
    create table zoek_variant (
      variant text collate "C" not null,
      woord text collate "C" not null,
      primary key (variant, woord)
    )`.execute(db)

  // Presence: who has which object open. Unlogged: it may vanish in a crash.
  await sql`
    create unlogged table aanwezigheid (
      medewerker_id uuid not null,
      venster text not null,
      object_soort text not null,
      object_id uuid not null,
      bezig boolean not null default false,
      tot timestamptz not null,
      primary key (medewerker_id, venster, object_soort, object_id)
    )`.execute(db)
  await sql`create index aanwezigheid_object on aanwezigheid (object_soort, object_id)`.execute(db)
}
