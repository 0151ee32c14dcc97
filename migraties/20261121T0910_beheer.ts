import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<any>): Promise<void> {
  await sql`
    create table medewerker (
      id uuid primary key,
      naam text not null,
      email text not null,
      functie text not null default '',
      telefoon text,
      rollen text[] not null default '{}',
      actief boolean not null default true,
      versie int not null default 1,
      aangemaakt_op timestamptz not null default now(),
      gewijzigd_op timestamptz not null default now()
    )`.execute(db)
  await sql`create unique index medewerker_email on medewerker (lower(email))`.execute(db)
  await sql`
    create table team (
      id uuid primary key,
      code text not null unique,
      naam text not null,
      omschrijving text not null default '',
      actief boolean not null default true,
      versie int not null default 1,
      gewijzigd_op timestamptz not null default now()
    )`.execute(db)
  await sql`
    create table team_lid (
      id uuid primary key,
      team_id uuid not null references team,
      medewerker_id uuid not null references medewerker,
      sinds timestamptz not null default now(),
      tot timestamptz
    )`.execute(db)
  await sql`create unique index team_lid_nu on team_lid (team_id, medewerker_id) where tot is null`.execute(db)
  await sql`create index team_lid_medewerker on team_lid (medewerker_id) where tot is null`.execute(db)
  await sql`
    create table kanaal (
      code text primary key,
      naam text not null,
      vera_code text,
      icoon text not null default 'bericht',
      volgorde int not null default 0,
      actief boolean not null default true,
      versie int not null default 1
    )`.execute(db)
  await sql`
    create table onderwerp (
      id uuid primary key,
      code text not null unique,
      naam text not null,
      bovenliggend_id uuid references onderwerp,
      volgorde int not null default 0,
      actief boolean not null default true,
      versie int not null default 1
    )`.execute(db)
  await sql`
    create table openingstijd (
      id uuid primary key,
      kanaal_code text references kanaal,
      weekdag int not null check (weekdag between 1 and 7),
      van time not null,
      tot time not null,
      check (van < tot)
    )`.execute(db)
  await sql`
    create table sluitingsdag (
      datum date primary key,
      naam text not null
    )`.execute(db)
  await sql`
    create table instelling (
      sleutel text primary key,
      waarde jsonb not null,
      versie int not null default 1,
      gewijzigd_op timestamptz not null default now()
    )`.execute(db)
}
