import { type Kysely, sql } from 'kysely'

/** Partijen: the model of the Klantinteracties API 0.9.0, with `huishouden` as group (VERA Relatiegroep HUI). */
export async function up(db: Kysely<any>): Promise<void> {
  await sql`create sequence contactnummer start 1000001`.execute(db)
  await sql`
    create table partij (
      id uuid primary key,
      nummer bigint not null unique default nextval('contactnummer'),
      soort text not null check (soort in ('persoon', 'organisatie', 'contactpersoon', 'huishouden')),
      naam text not null,
      sorteernaam text not null,
      -- Why naam is not what the rules compose; empty when it is.
      naam_reden text not null default '',
      aanhefcode text not null default 'BLANCO',
      actief boolean not null default true,
      geheimhouding boolean not null default false,
      voorkeurstaal text not null default 'nld',
      interne_notitie text not null default '',
      samengevoegd_in uuid references partij,
      extern_id text unique,
      versie int not null default 1,
      aangemaakt_op timestamptz not null default now(),
      gewijzigd_op timestamptz not null default now(),
      check (samengevoegd_in <> id),
      check (samengevoegd_in is null or not actief)
    )`.execute(db)
  await sql`create index partij_samengevoegd_in on partij (samengevoegd_in) where samengevoegd_in is not null`.execute(
    db,
  )
  await sql`
    create table partij_persoon (
      partij_id uuid primary key references partij,
      initialen text not null default '',
      voornaam text not null default '',
      tussenvoegsels text not null default '',
      achternaam text not null,
      -- The own name behind a partner's: J. ten Berge-van der Meulen.
      geslachtsnaam text not null default '',
      geslacht text check (geslacht in ('M', 'V', 'O')),
      geboortedatum date,
      overlijdensdatum date,
      werkte_voor_partij_id uuid references partij
    )`.execute(db)
  await sql`create index partij_persoon_geboren on partij_persoon (geboortedatum)`.execute(db)
  await sql`
    create index partij_persoon_werkte_voor on partij_persoon (werkte_voor_partij_id)
    where werkte_voor_partij_id is not null`.execute(db)
  await sql`
    create table partij_organisatie (
      partij_id uuid primary key references partij,
      naam text not null
    )`.execute(db)
  // KvK-, vestigings- and RSIN number are identificatoren, as in the Klantinteracties API; a BSN never is one here.
  await sql`
    create table partij_identificator (
      id uuid primary key,
      partij_id uuid references partij,
      code_objecttype text not null,
      code_register text not null,
      code_soort_object_id text not null,
      object_id text not null,
      sub_identificator_van uuid references partij_identificator,
      check (code_soort_object_id <> 'bsn')
    )`.execute(db)
  await sql`
    create unique index partij_identificator_uniek on partij_identificator
      (code_objecttype, code_register, code_soort_object_id, object_id) where sub_identificator_van is null`.execute(db)
  await sql`create index partij_identificator_partij on partij_identificator (partij_id)`.execute(db)
  // UAVG art. 46: a BSN only with a legal basis; a table of its own keeps it out of every other query.
  await sql`
    create table partij_bsn (
      partij_id uuid primary key references partij,
      bsn text not null unique
    )`.execute(db)
  // Membership of a household or organisation and every other role between two partijen (VERA RELATIEROLSOORT).
  await sql`
    create table partij_rol (
      id uuid primary key,
      partij_id uuid not null references partij,
      in_partij_id uuid not null references partij,
      rol text not null,
      inwonend_kind boolean not null default false,
      begindatum date not null,
      einddatum date,
      versie int not null default 1,
      check (partij_id <> in_partij_id),
      check (einddatum is null or einddatum >= begindatum)
    )`.execute(db)
  await sql`create index partij_rol_partij on partij_rol (partij_id)`.execute(db)
  await sql`create index partij_rol_in on partij_rol (in_partij_id)`.execute(db)
  await sql`
    create unique index partij_rol_nu on partij_rol (partij_id, in_partij_id, rol) where einddatum is null`.execute(db)
  await sql`
    create table vertegenwoordiging (
      id uuid primary key,
      vertegenwoordiger_id uuid not null references partij,
      vertegenwoordigde_id uuid not null references partij,
      soort text not null,
      omvang text not null default '',
      begindatum date not null,
      einddatum date,
      versie int not null default 1,
      check (vertegenwoordiger_id <> vertegenwoordigde_id),
      check (einddatum is null or einddatum >= begindatum)
    )`.execute(db)
  await sql`create index vertegenwoordiging_van on vertegenwoordiging (vertegenwoordigde_id)`.execute(db)
  await sql`create index vertegenwoordiging_door on vertegenwoordiging (vertegenwoordiger_id)`.execute(db)
  await sql`
    create table digitaal_adres (
      id uuid primary key,
      partij_id uuid not null references partij,
      soort text not null check (soort in ('email', 'telefoonnummer', 'overig')),
      adres text not null,
      genormaliseerd text not null,
      omschrijving text not null default '',
      referentie text not null default '',
      is_standaard boolean not null default false,
      -- The one way of contact that the klant prefers above all (voorkeursDigitaalAdres).
      voorkeur boolean not null default false,
      verificatie_datum date,
      begindatum date not null default current_date,
      einddatum date,
      versie int not null default 1,
      check (einddatum is null or not (is_standaard or voorkeur))
    )`.execute(db)
  await sql`create index digitaal_adres_partij on digitaal_adres (partij_id)`.execute(db)
  await sql`create index digitaal_adres_waarde on digitaal_adres (genormaliseerd)`.execute(db)
  await sql`
    create unique index digitaal_adres_een_standaard on digitaal_adres (partij_id, soort) where is_standaard`.execute(
    db,
  )
  await sql`create unique index digitaal_adres_een_voorkeur on digitaal_adres (partij_id) where voorkeur`.execute(db)
  await sql`
    create table partij_adres (
      id uuid primary key,
      partij_id uuid not null references partij,
      soort text not null default 'WOO',
      straatnaam text not null default '',
      huisnummer int check (huisnummer between 1 and 99999),
      huisletter text not null default '',
      toevoeging text not null default '',
      postcode text not null default '',
      woonplaats text not null default '',
      land text not null default 'NL',
      -- Foreign and post office box addresses, line by line.
      adresregels text[] not null default '{}',
      nummeraanduiding_id text,
      validatie text not null check (validatie in ('gevalideerd', 'niet_gevalideerd', 'handmatig')),
      begindatum date,
      einddatum date,
      versie int not null default 1,
      check (einddatum is null or begindatum is null or einddatum >= begindatum)
    )`.execute(db)
  await sql`create index partij_adres_partij on partij_adres (partij_id)`.execute(db)
  await sql`create index partij_adres_postcode on partij_adres (postcode, huisnummer)`.execute(db)
  await sql`create index partij_adres_niet_gevalideerd on partij_adres (id) where validatie = 'niet_gevalideerd' and einddatum is null`.execute(
    db,
  )
  await sql`
    create table rekeningnummer (
      id uuid primary key,
      partij_id uuid not null references partij,
      iban text not null,
      bic text,
      tenaamstelling text not null default '',
      voorkeur boolean not null default false,
      begindatum date not null default current_date,
      einddatum date,
      versie int not null default 1
    )`.execute(db)
  await sql`create index rekeningnummer_partij on rekeningnummer (partij_id)`.execute(db)
  await sql`create index rekeningnummer_iban on rekeningnummer (iban)`.execute(db)
  await sql`create unique index rekeningnummer_een_voorkeur on rekeningnummer (partij_id) where voorkeur`.execute(db)
  // VERA Signalering: what an employee must know before he answers or visits.
  await sql`
    create table signalering (
      id uuid primary key,
      partij_id uuid not null references partij,
      soort text not null,
      detailsoort text not null default '',
      omschrijving text not null default '',
      begindatum date not null,
      einddatum date,
      versie int not null default 1,
      check (einddatum is null or einddatum >= begindatum)
    )`.execute(db)
  await sql`create index signalering_partij on signalering (partij_id)`.execute(db)
  // What a merge moved, so that it can be undone.
  await sql`
    create table samenvoeging (
      id uuid primary key,
      bron_id uuid not null references partij,
      doel_id uuid not null references partij,
      medewerker_id uuid not null,
      op timestamptz not null default now(),
      verplaatst jsonb not null,
      ongedaan_op timestamptz,
      ongedaan_door uuid,
      check (bron_id <> doel_id)
    )`.execute(db)
  await sql`create index samenvoeging_doel on samenvoeging (doel_id)`.execute(db)
  await sql`create index samenvoeging_bron on samenvoeging (bron_id)`.execute(db)
  // 360° is one indexed read: every slice writes its row here in its own transaction.
  await sql`
    create table tijdlijn_item (
      id uuid primary key,
      partij_id uuid not null references partij,
      moment timestamptz not null,
      soort text not null,
      verwijzing_id uuid not null,
      titel text not null,
      samenvatting text not null default '',
      kanaal text,
      richting text,
      medewerker_id uuid,
      zichtbaar_in_portaal boolean not null default false,
      vertrouwelijk boolean not null default false,
      gegevens jsonb not null default '{}'
    )`.execute(db)
  await sql`create index tijdlijn_partij on tijdlijn_item (partij_id, moment desc, id desc)`.execute(db)
  await sql`create unique index tijdlijn_verwijzing on tijdlijn_item (verwijzing_id, soort, partij_id)`.execute(db)
}
