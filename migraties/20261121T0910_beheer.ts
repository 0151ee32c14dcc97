import { type Kysely, sql } from 'kysely'

/** Organisation: who works here, in which teams; and the set-up of channels, subjects, hours and settings. */
export async function up(db: Kysely<any>): Promise<void> {
  await sql`
    create table medewerker (
      id uuid primary key,
      naam text not null check (naam <> ''),
      email text not null check (email <> ''),
      functie text not null default '',
      telefoon text,
      rollen text[] not null default '{}',
      actief boolean not null default true,
      versie int not null default 1,
      aangemaakt_op timestamptz not null default now(),
      gewijzigd_op timestamptz not null default now()
    )`.execute(db)
  await sql`create unique index medewerker_email on medewerker (lower(email))`.execute(db)
  await sql`create index medewerker_naam on medewerker (lower(naam), id)`.execute(db)
  await sql`
    create table team (
      id uuid primary key,
      code text not null constraint team_code unique,
      naam text not null check (naam <> ''),
      omschrijving text not null default '',
      actief boolean not null default true,
      versie int not null default 1,
      gewijzigd_op timestamptz not null default now()
    )`.execute(db)
  await sql`create unique index team_naam on team (lower(naam))`.execute(db)
  // A membership is never deleted, it ends: who could see a taak back then stays answerable.
  await sql`
    create table team_lid (
      id uuid primary key,
      team_id uuid not null references team,
      medewerker_id uuid not null references medewerker,
      sinds timestamptz not null default now(),
      tot timestamptz,
      check (tot >= sinds)
    )`.execute(db)
  await sql`create unique index team_lid_nu on team_lid (team_id, medewerker_id) where tot is null`.execute(db)
  await sql`create index team_lid_medewerker on team_lid (medewerker_id) where tot is null`.execute(db)
  await sql`create index team_lid_team on team_lid (team_id, sinds desc)`.execute(db)
  await sql`
    create table kanaal (
      code text primary key,
      naam text not null check (naam <> ''),
      vera_code text,
      icoon text not null default 'bericht',
      volgorde int not null default 0,
      actief boolean not null default true,
      versie int not null default 1
    )`.execute(db)
  await sql`create unique index kanaal_naam on kanaal (lower(naam))`.execute(db)
  await sql`
    create table onderwerp (
      id uuid primary key,
      code text not null constraint onderwerp_code unique,
      naam text not null check (naam <> ''),
      bovenliggend_id uuid references onderwerp,
      volgorde int not null default 0,
      actief boolean not null default true,
      versie int not null default 1,
      check (bovenliggend_id <> id)
    )`.execute(db)
  await sql`create index onderwerp_bovenliggend on onderwerp (bovenliggend_id)`.execute(db)
  // `algemeen` is the roster of every kanaal that has none of its own. Its row carries the version of the whole week.
  await sql`
    create table openingsrooster (
      code text primary key,
      kanaal_code text unique references kanaal on delete cascade,
      versie int not null default 1,
      gewijzigd_op timestamptz not null default now(),
      check (code = coalesce(kanaal_code, 'algemeen'))
    )`.execute(db)
  await sql`
    create table openingstijd (
      id uuid primary key,
      rooster_code text not null references openingsrooster on delete cascade,
      weekdag int not null check (weekdag between 1 and 7),
      van time not null,
      tot time not null,
      check (van < tot)
    )`.execute(db)
  await sql`create index openingstijd_rooster on openingstijd (rooster_code, weekdag, van)`.execute(db)
  await sql`
    create table sluitingsdag (
      datum date primary key,
      naam text not null check (naam <> ''),
      versie int not null default 1
    )`.execute(db)
  await sql`
    create table instelling (
      sleutel text primary key,
      waarde jsonb not null,
      versie int not null default 1,
      gewijzigd_op timestamptz not null default now()
    )`.execute(db)
}
