import { type Kysely, sql } from 'kysely'

/** What an import remembers: how far it came, what it rejected, and what it took over from the source before. */
export async function up(db: Kysely<any>): Promise<void> {
  await sql`
    create table import_run (
      id uuid primary key,
      map text not null,
      vingerafdruk text not null,
      status text not null check (status in ('bezig', 'klaar', 'afgebroken')),
      begonnen_op timestamptz not null default now(),
      klaar_op timestamptz
    )`.execute(db)
  await sql`create unique index import_run_bezig on import_run (status) where status = 'bezig'`.execute(db)
  // One row per step that was begun. A file is read in pieces: regels is how far, rijen what it put in staging.
  await sql`
    create table import_stap (
      run_id uuid not null references import_run on delete cascade,
      stap text not null,
      regels int not null default 0,
      gelezen int not null default 0,
      rijen int not null default 0,
      klaar boolean not null default false,
      primary key (run_id, stap)
    )`.execute(db)
  await sql`
    create table import_melding (
      id bigint generated always as identity primary key,
      run_id uuid not null references import_run on delete cascade,
      bestand text not null,
      regel int not null,
      sleutel text not null,
      reden text not null,
      afgekeurd boolean not null
    )`.execute(db)
  await sql`create index import_melding_run on import_melding (run_id, bestand, regel)`.execute(db)
  // Counts per step, written in the transaction of the step.
  await sql`
    create table import_telling (
      run_id uuid not null references import_run on delete cascade,
      soort text not null,
      nieuw int not null default 0,
      gewijzigd int not null default 0,
      ongewijzigd int not null default 0,
      primary key (run_id, soort)
    )`.execute(db)
  // Staging and what is derived from it. Unlogged: after a crash of PostgreSQL it is empty, and the files are read again.
  await sql`
    create unlogged table import_rij (
      run_id uuid not null,
      volgnummer bigint generated always as identity primary key,
      soort text not null,
      ruimte text not null,
      bestand text not null,
      regel int not null,
      rang smallint not null default 0,
      sleutel text not null,
      aliassen text[] not null default '{}',
      gegevens jsonb not null,
      verwijzingen jsonb not null default '[]',
      hash text not null,
      nieuw_id uuid not null,
      object_id uuid,
      nieuw boolean not null default false,
      status text not null default 'open'
    )`.execute(db)
  await sql`create index import_rij_sleutel on import_rij (ruimte, sleutel)`.execute(db)
  await sql`create index import_rij_soort on import_rij (soort, status)`.execute(db)
  await sql`create index import_rij_regel on import_rij (bestand, regel)`.execute(db)
  await sql`
    create unlogged table import_wijzer (
      volgnummer bigint not null,
      veld text not null,
      object_id uuid not null,
      primary key (volgnummer, veld)
    )`.execute(db)
  // Which of our rows a number of the source is. hash: what was taken over last; null for another number of the same.
  await sql`
    create table import_sleutel (
      ruimte text not null,
      sleutel text not null,
      object_id uuid not null,
      hash text,
      run_id uuid not null,
      primary key (ruimte, sleutel)
    )`.execute(db)
  await sql`create index import_sleutel_object on import_sleutel (object_id)`.execute(db)
  // Numbers, addresses and roles that came from the source. What an employee changed in them since stays his.
  await sql`
    create table import_onderdeel (
      eigenaar_id uuid not null,
      soort text not null,
      waarde text not null,
      id uuid not null,
      primary key (eigenaar_id, soort, waarde)
    )`.execute(db)
  // UUID version 7 (RFC 9562 § 5.7) for rows that SQL makes: in order of time, as those made in code.
  await sql`
    create function nieuw_id() returns uuid language sql volatile parallel safe as $$
      select encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
        placing substring(int8send(floor(extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6),
        52, 1), 53, 1), 'hex')::uuid
    $$`.execute(db)
}
