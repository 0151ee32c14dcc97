import { type Kysely, sql } from 'kysely'

/** Tokens of other software. Only the hash of a token is kept: who reads this table can do nothing with it. */
export async function up(db: Kysely<any>): Promise<void> {
  await sql`
    create table api_token (
      id uuid primary key,
      naam text not null check (naam <> ''),
      hash bytea not null unique,
      rechten text[] not null,
      -- Null: the work of every team.
      team_ids uuid[],
      verloopt_op timestamptz,
      laatst_gebruikt_op timestamptz,
      ingetrokken_op timestamptz,
      aangemaakt_op timestamptz not null default now(),
      aangemaakt_door uuid not null
    )`.execute(db)
  await sql`create unique index api_token_naam on api_token (lower(naam)) where ingetrokken_op is null`.execute(db)
}
