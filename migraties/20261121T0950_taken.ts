import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<any>): Promise<void> {
  await sql`create sequence taaknummer start 3000001`.execute(db)
  await sql`
    create table taak (
      id uuid primary key,
      nummer bigint not null unique default nextval('taaknummer'),
      soort text not null default '',
      onderwerp text not null,
      toelichting text not null default '',
      status text not null default 'niet_gestart'
        check (status in ('niet_gestart', 'in_uitvoering', 'wacht_op_derden', 'afgerond', 'geannuleerd')),
      prioriteit text not null default 'normaal' check (prioriteit in ('laag', 'normaal', 'hoog')),
      team_id uuid not null references team,
      medewerker_id uuid references medewerker,
      partij_id uuid references partij,
      klantcontact_id uuid references klantcontact,
      eenheid_id uuid references eenheid,
      -- A promise to the customer: it stays open until there is a terugkoppeling, whatever the status of the taak.
      belofte boolean not null default false,
      belofte_ingelost_op timestamptz,
      terugkoppeling_id uuid references klantcontact,
      vertrouwelijk boolean not null default false,
      termijn_werkdagen int,
      deadline date,
      uitkomst text not null default '',
      aangemaakt_op timestamptz not null default now(),
      aangemaakt_door uuid not null,
      opgepakt_op timestamptz,
      afgerond_op timestamptz,
      afgerond_door uuid,
      versie int not null default 1,
      constraint taak_in_handen check (status not in ('in_uitvoering', 'wacht_op_derden') or medewerker_id is not null),
      constraint taak_gesloten check ((status in ('afgerond', 'geannuleerd')) = (afgerond_op is not null))
    )`.execute(db)
  const open = sql`status in ('niet_gestart', 'in_uitvoering', 'wacht_op_derden')`
  // Lists run by deadline; without one comes last. The expression keeps keyset pages a plain row comparison.
  const volgorde = sql`coalesce(deadline, 'infinity'::date)`
  await sql`create index taak_team_open on taak (team_id, ${volgorde}, id) where ${open}`.execute(db)
  await sql`create index taak_team_vrij on taak (team_id, ${volgorde}, id) where ${open} and medewerker_id is null`.execute(
    db,
  )
  await sql`create index taak_medewerker_open on taak (medewerker_id, ${volgorde}, id) where ${open}`.execute(db)
  await sql`
    create index taak_team_gesloten on taak (team_id, afgerond_op desc, id desc)
    where status in ('afgerond', 'geannuleerd')`.execute(db)
  await sql`create index taak_partij on taak (partij_id)`.execute(db)
  await sql`create index taak_klantcontact on taak (klantcontact_id)`.execute(db)
  await sql`
    create index taak_belofte_open on taak (${volgorde}, id) where belofte and belofte_ingelost_op is null`.execute(db)
  await sql`create index taak_aangemaakt on taak (aangemaakt_op)`.execute(db)
  await sql`
    create table taak_notitie (
      id uuid primary key,
      taak_id uuid not null references taak,
      tekst text not null,
      corrigeert uuid references taak_notitie,
      medewerker_id uuid not null,
      op timestamptz not null default now()
    )`.execute(db)
  await sql`create index taak_notitie_taak on taak_notitie (taak_id, op)`.execute(db)
  await sql`
    create table taak_historie (
      id uuid primary key,
      taak_id uuid not null references taak,
      soort text not null,
      van jsonb not null default '{}',
      naar jsonb not null default '{}',
      toelichting text not null default '',
      medewerker_id uuid not null,
      op timestamptz not null default now()
    )`.execute(db)
  await sql`create index taak_historie_taak on taak_historie (taak_id, op)`.execute(db)
  for (const table of ['taak_notitie', 'taak_historie']) {
    await sql`
      create trigger alleen_toevoegen before update or delete on ${sql.table(table)}
      for each row execute function weiger_wijziging()`.execute(db)
  }
}
