import { type Kysely, sql } from 'kysely'

/** The embedded case register, on the model of the ZGW Zaken API, so that it can serve that API without loss. */
export async function up(db: Kysely<any>): Promise<void> {
  // Who must not know of what: somebody who is complained about. Read with every request, as teams and roles are.
  await sql`
    create table afscherming (
      medewerker_id uuid not null references medewerker,
      object_id uuid not null,
      object_soort text not null,
      op timestamptz not null default now(),
      primary key (medewerker_id, object_id)
    )`.execute(db)
  await sql`create index afscherming_object on afscherming (object_id)`.execute(db)
  await sql`create sequence zaaknummer start 100001`.execute(db)
  await sql`
    create table zaak (
      id uuid primary key,
      nummer text not null unique,
      zaaktype text not null,
      zaaktype_naam text not null,
      omschrijving text not null,
      toelichting text not null default '',
      status text not null default 'AAN' check (status in ('AAN', 'INB', 'INU', 'AFG', 'GES', 'GEA')),
      status_naam text not null default '',
      status_sinds timestamptz not null default now(),
      wacht_op text check (wacht_op in ('klant', 'derde')),
      partij_id uuid references partij,
      contactpersoon_id uuid references partij,
      eenheid_id uuid references eenheid,
      overeenkomst_id uuid references overeenkomst,
      kanaal text,
      ontvangen_op timestamptz not null,
      team_id uuid references team,
      behandelaar_id uuid references medewerker,
      hoofdzaak_id uuid references zaak,
      vertrouwelijk boolean not null default false,
      zichtbaar_in_portaal boolean not null default true,
      resultaat text,
      resultaat_naam text not null default '',
      resultaat_toelichting text not null default '',
      einddatum_gepland date,
      geopend_op timestamptz not null,
      geopend_door uuid not null,
      gewijzigd_op timestamptz not null,
      afgesloten_op timestamptz,
      -- What the ZGW model has and nothing here acts on (archiving, payment, geometry): served back as it came.
      zgw jsonb not null default '{}',
      versie int not null default 1,
      constraint zaak_afgesloten check ((status in ('AFG', 'GES', 'GEA')) = (afgesloten_op is not null)),
      constraint zaak_wacht check (wacht_op is null or status not in ('AFG', 'GES', 'GEA')),
      constraint zaak_eigen_hoofdzaak check (hoofdzaak_id <> id)
    )`.execute(db)
  const open = sql`status in ('AAN', 'INB', 'INU')`
  await sql`create index zaak_open on zaak (ontvangen_op, id) where ${open}`.execute(db)
  await sql`create index zaak_type_open on zaak (zaaktype, ontvangen_op, id) where ${open}`.execute(db)
  await sql`create index zaak_team_open on zaak (team_id, ontvangen_op, id) where ${open}`.execute(db)
  await sql`create index zaak_behandelaar_open on zaak (behandelaar_id, ontvangen_op, id) where ${open}`.execute(db)
  await sql`
    create index zaak_gesloten on zaak (afgesloten_op desc, id desc) where status in ('AFG', 'GES', 'GEA')`.execute(db)
  await sql`create index zaak_zaaktype on zaak (zaaktype, zaaktype_naam)`.execute(db)
  await sql`create index zaak_partij on zaak (partij_id, ontvangen_op desc)`.execute(db)
  await sql`create index zaak_contactpersoon on zaak (contactpersoon_id) where contactpersoon_id is not null`.execute(
    db,
  )
  await sql`create index zaak_eenheid on zaak (eenheid_id, ontvangen_op desc) where eenheid_id is not null`.execute(db)
  await sql`create index zaak_overeenkomst on zaak (overeenkomst_id) where overeenkomst_id is not null`.execute(db)
  await sql`create index zaak_hoofdzaak on zaak (hoofdzaak_id) where hoofdzaak_id is not null`.execute(db)
  await sql`
    create table zaak_status (
      id uuid primary key,
      zaak_id uuid not null references zaak,
      status text not null check (status in ('AAN', 'INB', 'INU', 'AFG', 'GES', 'GEA')),
      naam text not null default '',
      wacht_op text check (wacht_op in ('klant', 'derde')),
      toelichting text not null default '',
      medewerker_id uuid not null,
      op timestamptz not null
    )`.execute(db)
  await sql`create index zaak_status_zaak on zaak_status (zaak_id, op)`.execute(db)
  await sql`
    create trigger alleen_toevoegen before update or delete on zaak_status
    for each row execute function weiger_wijziging()`.execute(db)
  await sql`
    create table zaak_rol (
      id uuid primary key,
      zaak_id uuid not null references zaak,
      rol text not null check (rol in ('initiator', 'mede_initiator', 'belanghebbende', 'behandelaar', 'zaakcoordinator',
        'beslisser', 'adviseur', 'klantcontacter', 'beklaagde')),
      omschrijving text not null default '',
      toelichting text not null default '',
      partij_id uuid references partij,
      medewerker_id uuid references medewerker,
      team_id uuid references team,
      indicatie_machtiging text not null default '' check (indicatie_machtiging in ('', 'gemachtigde', 'machtiginggever')),
      begin_op timestamptz not null,
      eind_op timestamptz,
      constraint zaak_rol_wie check (num_nonnulls(partij_id, medewerker_id, team_id) = 1)
    )`.execute(db)
  await sql`create index zaak_rol_zaak on zaak_rol (zaak_id)`.execute(db)
  await sql`create index zaak_rol_partij on zaak_rol (partij_id) where partij_id is not null`.execute(db)
  await sql`create index zaak_rol_medewerker on zaak_rol (medewerker_id) where medewerker_id is not null`.execute(db)
  await sql`
    create table zaak_eigenschap (
      id uuid primary key,
      zaak_id uuid not null references zaak,
      naam text not null,
      label text not null default '',
      waarde text not null,
      gewijzigd_op timestamptz not null,
      unique (zaak_id, naam)
    )`.execute(db)
  await sql`
    create table zaak_document (
      id uuid primary key,
      zaak_id uuid not null references zaak,
      titel text not null,
      beschrijving text not null default '',
      soort text not null default '',
      bestandsnaam text not null,
      mediatype text not null,
      onveilig boolean not null default false,
      omvang bigint not null,
      sha256 text not null,
      opslagsleutel text not null,
      zichtbaar_in_portaal boolean not null default false,
      medewerker_id uuid not null,
      op timestamptz not null
    )`.execute(db)
  await sql`create index zaak_document_zaak on zaak_document (zaak_id, op)`.execute(db)
  await sql`
    create table zaak_klantcontact (
      zaak_id uuid not null references zaak,
      klantcontact_id uuid not null references klantcontact,
      op timestamptz not null,
      primary key (zaak_id, klantcontact_id)
    )`.execute(db)
  await sql`create index zaak_klantcontact_contact on zaak_klantcontact (klantcontact_id)`.execute(db)
  await sql`
    create table zaak_termijn (
      id uuid primary key,
      zaak_id uuid not null references zaak,
      soort text not null check (soort in ('servicenorm', 'wettelijk', 'belofte')),
      naam text not null,
      -- In what it was counted: what a pause adds is counted the same way.
      telling text not null check (telling in ('werkdagen', 'dagen', 'datum')),
      aantal int,
      start_op timestamptz not null,
      uiterste_op date not null,
      waarschuw_op date,
      gepauzeerd_op timestamptz,
      pauzedagen int not null default 0,
      gewaarschuwd_op timestamptz,
      status text not null default 'loopt' check (status in ('loopt', 'gehaald', 'overschreden', 'vervallen')),
      overschreden_op timestamptz,
      gehaald_op timestamptz,
      -- The law does not wait for the customer.
      constraint zaak_termijn_pauze check (gepauzeerd_op is null or (soort = 'servicenorm' and status = 'loopt'))
    )`.execute(db)
  await sql`create unique index zaak_termijn_lopend on zaak_termijn (zaak_id, naam) where status = 'loopt'`.execute(db)
  await sql`create index zaak_termijn_zaak on zaak_termijn (zaak_id, start_op)`.execute(db)
  await sql`
    create index zaak_termijn_uiterste on zaak_termijn (uiterste_op, id)
    where status = 'loopt' and gepauzeerd_op is null`.execute(db)
  await sql`
    create index zaak_termijn_waarschuw on zaak_termijn (waarschuw_op, id)
    where status = 'loopt' and gepauzeerd_op is null and gewaarschuwd_op is null`.execute(db)
  await sql`
    create index zaak_termijn_niet_nagekomen on zaak_termijn (uiterste_op, id)
    where status = 'overschreden' and gehaald_op is null`.execute(db)
}
