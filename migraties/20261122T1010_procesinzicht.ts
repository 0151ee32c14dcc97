import { type Kysely, sql } from 'kysely'

/** Cases that go to another version on purpose, and what the figures of a process are counted from. */
export async function up(db: Kysely<any>): Promise<void> {
  await sql`
    create table proces_overzetting (
      id uuid primary key,
      van_id uuid not null references proces_versie,
      naar_id uuid not null references proces_versie,
      -- Of one case; null: of all that ran on it.
      instantie_id uuid references proces_instantie,
      doelen jsonb not null default '{}',
      reden text not null,
      door uuid not null,
      begonnen_op timestamptz not null,
      klaar_op timestamptz,
      -- The last instance that was looked at: it goes on from there.
      tot uuid not null default '00000000-0000-0000-0000-000000000000',
      gelukt int not null default 0,
      -- The first hundred of what stayed: {instantieId, reden}.
      geweigerd jsonb not null default '[]',
      geweigerd_aantal int not null default 0
    )`.execute(db)
  await sql`create index proces_overzetting_van on proces_overzetting (van_id, begonnen_op desc)`.execute(db)
  // One at a time: two at once would push the same cases to different versions.
  await sql`
    create unique index proces_overzetting_bezig on proces_overzetting (van_id)
    where klaar_op is null and instantie_id is null`.execute(db)
  await sql`create index proces_instantie_begonnen on proces_instantie (versie_id, begonnen_op)`.execute(db)
  await sql`
    create index proces_instantie_klaar_op on proces_instantie (versie_id, klaar_op) where klaar_op is not null`.execute(
    db,
  )
  // What came back is found among what was finished once, however many changes of status there are.
  await sql`create index zaak_status_afgerond on zaak_status (zaak_id, op) where status = 'AFG'`.execute(db)
  // What a case waits for now, kept with the case so that lists can show it and choose by it.
  await sql`alter table zaak add column stap text not null default ''`.execute(db)
  await sql`alter table zaak add column stap_sinds timestamptz`.execute(db)
  await sql`
    create index zaak_stap_open on zaak (zaaktype, stap, ontvangen_op, id)
    where status in ('AAN', 'INB', 'INU') and stap <> ''`.execute(db)
}
