import { type Kysely, sql } from 'kysely'

/** Read models that an import or the ERP port fills; Rondom is never the owner of these facts. */
export async function up(db: Kysely<any>): Promise<void> {
  await sql`
    create table complex (
      id uuid primary key,
      code text not null unique,
      naam text not null,
      plaats text not null default ''
    )`.execute(db)
  await sql`
    create table eenheid (
      id uuid primary key,
      code text not null unique,
      complex_id uuid references complex,
      soort text not null default 'WOO',
      detailsoort text not null default '',
      status text not null default 'VEH',
      straatnaam text not null,
      huisnummer int,
      huisletter text not null default '',
      toevoeging text not null default '',
      postcode text not null default '',
      woonplaats text not null,
      nummeraanduiding_id text,
      bouwjaar int,
      oppervlakte int,
      kamers int,
      energielabel text,
      bijgewerkt_op timestamptz not null default now()
    )`.execute(db)
  await sql`create index eenheid_complex on eenheid (complex_id)`.execute(db)
  await sql`create index eenheid_adres on eenheid (postcode, huisnummer)`.execute(db)
  await sql`
    create table overeenkomst (
      id uuid primary key,
      nummer text not null unique,
      soort text not null default 'HUU',
      status text not null default 'LOP',
      eenheid_id uuid references eenheid,
      begindatum date not null,
      einddatum date,
      brutohuur_cent bigint,
      betaalwijze text,
      bijgewerkt_op timestamptz not null default now()
    )`.execute(db)
  await sql`create index overeenkomst_eenheid on overeenkomst (eenheid_id)`.execute(db)
  await sql`
    create table overeenkomst_partij (
      overeenkomst_id uuid not null references overeenkomst,
      partij_id uuid not null references partij,
      rol text not null,
      begindatum date,
      einddatum date,
      primary key (overeenkomst_id, partij_id, rol)
    )`.execute(db)
  await sql`create index overeenkomst_partij_partij on overeenkomst_partij (partij_id)`.execute(db)
}
