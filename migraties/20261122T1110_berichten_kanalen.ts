import { type Kysely, sql } from 'kysely'

/** What a klant wants by which way, what came back, what he read, and push to his devices. */
export async function up(db: Kysely<any>): Promise<void> {
  await sql`
    alter table bericht
      drop constraint bericht_kanaal_check,
      add constraint bericht_kanaal_check check (kanaal in ('email', 'sms', 'push', 'brief', 'portaal')),
      add column doel text not null default 'voortgang' check (
        doel in ('wettelijk', 'afspraken', 'voortgang', 'antwoorden', 'betalingen', 'nieuws', 'enquetes', 'aanmelden')),
      -- Does not wait for the morning, nor for others to go along.
      add column spoed boolean not null default false,
      add column reden text not null default '',
      -- What the klant reads; the text itself may be in another language.
      add column leestaal text not null default 'nl',
      add column agenda text not null default '',
      -- The message that this one goes along with, in one mail; the one that carries them has its own id.
      add column bundel_id uuid references bericht,
      -- Ways that were tried before this one, and why they failed.
      add column eerder jsonb not null default '[]',
      add column teruggekomen_op timestamptz,
      add column gelezen_op timestamptz,
      add column gelezen_door uuid references partij,
      add constraint bericht_gelezen check ((gelezen_op is null) = (gelezen_door is null))`.execute(db)
  await sql`create index bericht_bundel on bericht (bundel_id) where bundel_id is not null`.execute(db)
  await sql`create index bericht_wacht on bericht (partij_id, kanaal) where status = 'klaar'`.execute(db)
  await sql`
    create index bericht_ongelezen on bericht (partij_id)
      where gelezen_op is null and not vertrouwelijk and doel <> 'aanmelden'`.execute(db)
  await sql`
    create index bericht_terug on bericht (teruggekomen_op desc, id desc) where teruggekomen_op is not null`.execute(db)
  await sql`
    create table bericht_voorkeur (
      id uuid primary key,
      partij_id uuid not null unique references partij,
      -- { doel: kanaal }; a doel that is absent is as the organisatie does it.
      keuzes jsonb not null default '{}',
      geen_sms boolean not null default false,
      gewijzigd_op timestamptz not null,
      versie int not null default 1
    )`.execute(db)
  // By address and not by partij: whoever has it, cannot be reached by it.
  await sql`
    create table adres_onbestelbaar (
      adres text primary key,
      soort text not null check (soort in ('email', 'sms')),
      code text not null default '',
      reden text not null,
      sinds timestamptz not null,
      bericht_id uuid references bericht
    )`.execute(db)
  await sql`
    create table bericht_afmelding (
      token_hash text primary key,
      bericht_id uuid not null references bericht,
      gemaakt_op timestamptz not null,
      gebruikt_op timestamptz
    )`.execute(db)
  await sql`create index bericht_afmelding_bericht on bericht_afmelding (bericht_id)`.execute(db)
  await sql`
    create table push_sleutel (
      een boolean primary key default true check (een),
      publiek text not null,
      -- Encrypted with a key made of the secret of the server.
      prive text not null,
      gemaakt_op timestamptz not null
    )`.execute(db)
  await sql`
    create table push_abonnement (
      id uuid primary key,
      account_id uuid not null,
      partij_id uuid not null references partij,
      -- One device has one address: who signs in on it last, has it.
      adres text not null unique,
      p256dh text not null,
      auth text not null,
      gemaakt_op timestamptz not null,
      laatst_op timestamptz
    )`.execute(db)
  await sql`create index push_abonnement_partij on push_abonnement (partij_id)`.execute(db)
  await sql`create index push_abonnement_account on push_abonnement (account_id)`.execute(db)
}
