import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<any>): Promise<void> {
  await sql`
    create table sjabloon (
      id uuid primary key,
      code text not null unique,
      naam text not null,
      type text not null check (type in ('vraag', 'verzoek', 'klacht', 'terugkoppeling')),
      detailsoort text not null default '',
      kanaal_code text references kanaal,
      richting text check (richting in ('inkomend', 'uitgaand')),
      onderwerp_ids uuid[] not null default '{}',
      toon_in_portaal boolean not null default false,
      taak_aanmaken boolean not null default false,
      team_id uuid references team,
      belofte boolean not null default true,
      taak_soort text not null default '',
      taak_onderwerp text not null default '',
      taak_prioriteit text not null default 'normaal' check (taak_prioriteit in ('laag', 'normaal', 'hoog')),
      termijn_werkdagen int,
      notitietekst text not null default '',
      bijlage_verplicht boolean not null default false,
      rollen text[] not null default '{}',
      geldig_van date,
      geldig_tot date,
      actief boolean not null default true,
      versie int not null default 1,
      gewijzigd_op timestamptz not null default now()
    )`.execute(db)
  await sql`create sequence contactmomentnummer start 2000001`.execute(db)
  await sql`
    create table klantcontact (
      id uuid primary key,
      nummer bigint not null unique default nextval('contactmomentnummer'),
      gesprek_id uuid not null,
      type text not null check (type in ('vraag', 'verzoek', 'klacht', 'terugkoppeling')),
      detailsoort text not null default '',
      kanaal_code text not null references kanaal,
      richting text not null check (richting in ('inkomend', 'uitgaand')),
      onderwerp text not null,
      vraag text not null default '',
      antwoord text not null default '',
      interne_notitie text not null default '',
      direct_beantwoord boolean not null default false,
      contact_gelukt boolean,
      toon_in_portaal boolean not null default false,
      vertrouwelijk boolean not null default false,
      taal text not null default 'nld',
      sjabloon_id uuid references sjabloon,
      sjabloon_kopie jsonb,
      antwoord_op uuid references klantcontact,
      medewerker_id uuid not null,
      plaatsgevonden_op timestamptz not null,
      geregistreerd_op timestamptz not null default now(),
      extern_id text unique,
      versie int not null default 1
    )`.execute(db)
  await sql`create index klantcontact_gesprek on klantcontact (gesprek_id)`.execute(db)
  await sql`create index klantcontact_antwoord_op on klantcontact (antwoord_op)`.execute(db)
  await sql`create index klantcontact_moment on klantcontact (plaatsgevonden_op)`.execute(db)
  await sql`
    create table betrokkene (
      id uuid primary key,
      klantcontact_id uuid not null references klantcontact,
      partij_id uuid references partij,
      rol text not null default 'klant' check (rol in ('klant', 'vertegenwoordiger', 'huishouden')),
      initiator boolean not null default true,
      naam text not null default '',
      digitaal_adres text
    )`.execute(db)
  await sql`create index betrokkene_klantcontact on betrokkene (klantcontact_id)`.execute(db)
  await sql`create index betrokkene_partij on betrokkene (partij_id)`.execute(db)
  await sql`
    create table klantcontact_onderwerp (
      klantcontact_id uuid not null references klantcontact,
      onderwerp_id uuid not null references onderwerp,
      primary key (klantcontact_id, onderwerp_id)
    )`.execute(db)
  await sql`create index klantcontact_onderwerp_onderwerp on klantcontact_onderwerp (onderwerp_id)`.execute(db)
  await sql`
    create table onderwerpobject (
      id uuid primary key,
      klantcontact_id uuid not null references klantcontact,
      soort text not null check (soort in ('eenheid', 'overeenkomst', 'zaak', 'klantcontact')),
      object_id text not null,
      omschrijving text not null default ''
    )`.execute(db)
  await sql`create index onderwerpobject_klantcontact on onderwerpobject (klantcontact_id)`.execute(db)
  await sql`create index onderwerpobject_object on onderwerpobject (soort, object_id)`.execute(db)
  // A contact in progress: text that survives reload, crash, expired session and another browser.
  await sql`
    create table concept (
      id uuid primary key,
      medewerker_id uuid not null references medewerker,
      partij_id uuid references partij,
      taak_id uuid,
      inhoud jsonb not null,
      begonnen_op timestamptz not null default now(),
      gewijzigd_op timestamptz not null default now(),
      versie int not null default 1
    )`.execute(db)
  await sql`create index concept_medewerker on concept (medewerker_id)`.execute(db)
  // The row is there before the file: a crash in between leaves a row that is not `klaar`, which the clean-up job finds.
  await sql`
    create table bijlage (
      id uuid primary key,
      concept_id uuid,
      klantcontact_id uuid references klantcontact,
      bestandsnaam text not null,
      mediatype text not null,
      onveilig boolean not null default false,
      omvang bigint not null,
      sha256 text not null,
      opslagsleutel text not null unique,
      klaar boolean not null default false,
      medewerker_id uuid not null,
      aangemaakt_op timestamptz not null default now()
    )`.execute(db)
  await sql`create index bijlage_los on bijlage (aangemaakt_op) where klantcontact_id is null`.execute(db)
  await sql`create index bijlage_klantcontact on bijlage (klantcontact_id)`.execute(db)
  await sql`create index bijlage_concept on bijlage (concept_id)`.execute(db)
}
