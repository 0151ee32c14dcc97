import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<any>): Promise<void> {
  await sql`
    create table erp_peiling (
      naam text primary key,
      -- Up to where we read what changed; the ERP gave it, we do not look inside.
      cursor text,
      gelukt_op timestamptz,
      -- Since when it does not work, and why; null when it does.
      mislukt_sinds timestamptz,
      melding text not null default ''
    )`.execute(db)
  await sql`
    create table erp_order (
      order_id text primary key,
      -- Of everything about the order that somebody here may act on: an event is for a difference, not for a look.
      vingerafdruk text not null,
      afgelopen boolean not null default false,
      gewijzigd_op timestamptz not null
    )`.execute(db)
  await sql`create index erp_order_afgelopen on erp_order (gewijzigd_op) where afgelopen`.execute(db)
}
