import { type Kysely, sql } from 'kysely'

/** Addresses of the BAG (Basisregistratie Adressen en Gebouwen): loaded from a file, or kept as they were looked up. */
export async function up(db: Kysely<any>): Promise<void> {
  await sql`
    create table bag_adres (
      nummeraanduiding_id text primary key,
      postcode text not null,
      huisnummer int not null,
      huisletter text not null default '',
      toevoeging text not null default '',
      straatnaam text not null,
      woonplaats text not null,
      gemeente text not null default '',
      bijgewerkt_op timestamptz not null default now()
    )`.execute(db)
  await sql`create index bag_adres_postcode on bag_adres (postcode, huisnummer)`.execute(db)
}
