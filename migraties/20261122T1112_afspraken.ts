import { type Kysely, sql } from 'kysely'

/** Appointments at the home of a klant, as the ERP or a process made them. */
export async function up(db: Kysely<any>): Promise<void> {
  await sql`
    create table afspraak (
      id uuid primary key,
      zaak_id uuid not null references zaak,
      partij_id uuid references partij,
      -- As the ERP calls it; a new booking for the same work has another one.
      extern_id text,
      verzoek_id text,
      titel text not null,
      adres text not null default '',
      met text not null default '',
      begin timestamptz not null,
      eind timestamptz not null,
      status text not null default 'gepland' check (status in ('gepland', 'geannuleerd')),
      -- SEQUENCE of iCalendar (RFC 5545, 3.8.7.4): up by one with each move.
      volgnummer int not null default 0,
      herinner_op timestamptz,
      herinnerd_op timestamptz,
      gemaakt_op timestamptz not null,
      gewijzigd_op timestamptz not null,
      versie int not null default 1,
      constraint afspraak_duur check (eind > begin),
      unique (zaak_id, extern_id)
    )`.execute(db)
  await sql`create index afspraak_zaak on afspraak (zaak_id, begin)`.execute(db)
  await sql`create index afspraak_partij on afspraak (partij_id, begin)`.execute(db)
  await sql`create index afspraak_verzoek on afspraak (verzoek_id) where verzoek_id is not null`.execute(db)
  await sql`
    create index afspraak_herinner on afspraak (herinner_op)
      where status = 'gepland' and herinnerd_op is null and herinner_op is not null`.execute(db)
}
