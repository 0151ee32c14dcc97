import { type Kysely, sql } from 'kysely'

/** Klantprocessen: their versions as folders of files, and what runs of them. */
export async function up(db: Kysely<any>): Promise<void> {
  await sql`
    create table klantproces (
      proces text primary key,
      naam text not null,
      omschrijving text not null default '',
      -- Off: nothing new is started; what runs, runs on.
      actief boolean not null default true,
      volgorde int not null default 0,
      versie int not null default 1
    )`.execute(db)
  await sql`
    create table proces_versie (
      id uuid primary key,
      proces text not null references klantproces,
      nummer int not null,
      naam text not null,
      zaaktype text not null,
      bestanden jsonb not null,
      hash text not null,
      bron text not null check (bron in ('levering', 'beheer')),
      status text not null check (status in ('concept', 'gepubliceerd', 'vervallen')),
      reden text not null default '',
      aangemaakt_op timestamptz not null,
      aangemaakt_door uuid not null,
      gepubliceerd_op timestamptz,
      gepubliceerd_door uuid,
      versie int not null default 1,
      unique (proces, nummer),
      constraint proces_versie_gepubliceerd check ((status = 'concept') = (gepubliceerd_op is null))
    )`.execute(db)
  await sql`
    create unique index proces_versie_geldend on proces_versie (proces) where status = 'gepubliceerd'`.execute(db)
  // What was published stays as it was: cases that run on it must find it again.
  await sql`
    create function weiger_wijziging_versie() returns trigger language plpgsql as $$
    begin
      if old.status <> 'concept' and (new.bestanden, new.nummer, new.proces) is distinct from
        (old.bestanden, old.nummer, old.proces) then
        raise exception 'proces_versie % is gepubliceerd', old.id;
      end if;
      return new;
    end $$`.execute(db)
  await sql`
    create trigger blijft_staan before update on proces_versie
    for each row execute function weiger_wijziging_versie()`.execute(db)
  await sql`
    create table proces_instantie (
      id uuid primary key,
      zaak_id uuid not null unique references zaak,
      versie_id uuid not null references proces_versie,
      status text not null check (status in ('loopt', 'wacht', 'klaar', 'gestopt', 'fout')),
      staat jsonb,
      gegevens jsonb not null default '{}',
      -- Messages that came before anything waited for them.
      postvak jsonb not null default '[]',
      begonnen_op timestamptz not null,
      klaar_op timestamptz,
      versie int not null default 1,
      constraint proces_instantie_klaar check ((status in ('klaar', 'gestopt')) = (klaar_op is not null))
    )`.execute(db)
  await sql`create index proces_instantie_versie on proces_instantie (versie_id) where klaar_op is null`.execute(db)
  await sql`
    create index proces_instantie_verzoek on proces_instantie ((gegevens ->> 'onderhoudsverzoekId'))
    where klaar_op is null and gegevens ? 'onderhoudsverzoekId'`.execute(db)
  await sql`
    create table proces_wacht (
      id uuid primary key,
      instantie_id uuid not null references proces_instantie,
      element text not null,
      sleutel text not null,
      soort text not null check (soort in ('taak', 'formulier', 'bericht', 'signaal', 'timer', 'actie')),
      naam text not null default '',
      taak_id uuid references taak,
      op timestamptz,
      lokaal jsonb not null default '{}',
      sinds timestamptz not null,
      unique (instantie_id, sleutel)
    )`.execute(db)
  await sql`create unique index proces_wacht_taak on proces_wacht (taak_id) where taak_id is not null`.execute(db)
  await sql`create index proces_wacht_timer on proces_wacht (op) where soort = 'timer'`.execute(db)
  await sql`create index proces_wacht_naam on proces_wacht (naam) where soort = 'signaal'`.execute(db)
  await sql`
    create table proces_actie (
      id uuid primary key,
      instantie_id uuid not null references proces_instantie,
      element text not null,
      -- The execution of the element that waits for it.
      uitvoering text not null,
      soort text not null,
      invoer jsonb not null default '{}',
      uitvoer jsonb,
      status text not null check (status in ('klaar_te_staan', 'bezig', 'gelukt', 'mislukt', 'overgeslagen', 'vervallen')),
      pogingen int not null default 0,
      fout text not null default '',
      fout_code text not null default '',
      -- Sent along to whoever is on the other side: the same key is the same deed.
      sleutel text not null unique,
      volgende_poging timestamptz,
      aangemaakt_op timestamptz not null,
      begonnen_op timestamptz,
      klaar_op timestamptz,
      afgehandeld_door uuid,
      reden text not null default '',
      versie int not null default 1
    )`.execute(db)
  await sql`create index proces_actie_instantie on proces_actie (instantie_id, aangemaakt_op)`.execute(db)
  await sql`
    create index proces_actie_open on proces_actie (aangemaakt_op, id)
    where status in ('klaar_te_staan', 'bezig', 'mislukt')`.execute(db)
  await sql`
    create table proces_stap (
      id uuid primary key,
      instantie_id uuid not null references proces_instantie,
      element text not null,
      uitvoering text not null,
      soort text not null,
      naam text not null default '',
      begin_op timestamptz not null,
      eind_op timestamptz,
      afgebroken boolean not null default false,
      door uuid not null
    )`.execute(db)
  await sql`create index proces_stap_instantie on proces_stap (instantie_id, begin_op, id)`.execute(db)
  await sql`
    create table proces_beslissing (
      id uuid primary key,
      instantie_id uuid not null references proces_instantie,
      element text not null,
      beslissing text not null,
      naam text not null default '',
      regels jsonb not null,
      invoer jsonb not null,
      uitkomst jsonb,
      op timestamptz not null
    )`.execute(db)
  await sql`create index proces_beslissing_instantie on proces_beslissing (instantie_id, op)`.execute(db)
}
