import { type Kysely, sql } from 'kysely'

/** The register of organisaties: one row per tenant, each with a schema of its own. Lives in schema `rondom`. */
export async function up(db: Kysely<any>): Promise<void> {
  await sql`
    create table organisatie (
      id uuid primary key,
      code text not null unique check (code ~ '^[a-z][a-z0-9_]{1,30}$'),
      naam text not null,
      schema text not null unique,
      hosts text[] not null default '{}',
      standaard boolean not null default false,
      demo boolean not null default false,
      aangemaakt_op timestamptz not null default now()
    )`.execute(db)
  await sql`create unique index organisatie_een_standaard on organisatie (standaard) where standaard`.execute(db)
}
