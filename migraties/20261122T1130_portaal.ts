import { type Kysely, sql } from 'kysely'

/** What customers do in the portal: forms that were begun, and files that are kept as long as such a form. */
export async function up(db: Kysely<any>): Promise<void> {
  await sql`
    create table portaal_concept (
      id uuid not null,
      -- Whose it is: the account that began it, and for whom.
      account_id uuid not null,
      partij_id uuid not null references partij,
      proces text not null,
      overeenkomst_id uuid references overeenkomst,
      antwoorden jsonb not null,
      stap text not null default '',
      gemaakt_op timestamptz not null,
      gewijzigd_op timestamptz not null,
      versie int not null default 1,
      -- The browser chooses the id: with the account it can never be the draft of somebody else.
      primary key (account_id, id),
      constraint portaal_concept_een unique (account_id, partij_id, proces)
    )`.execute(db)
  await sql`create index portaal_concept_oud on portaal_concept (gewijzigd_op)`.execute(db)
  // Who sent it may be a customer: then it is the account.
  await sql`alter table proces_bestand drop constraint proces_bestand_medewerker_id_fkey`.execute(db)
  // A form that was begun is kept longer than one in the tab of an employee, and its photos with it.
  await sql`alter table proces_bestand add column bewaar_tot timestamptz`.execute(db)
}
