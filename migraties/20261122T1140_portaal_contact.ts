import { type Kysely, sql } from 'kysely'

/** What customers do with their own contact, data and home in the portal. */
export async function up(db: Kysely<any>): Promise<void> {
  // When the customer had our words on his screen; the employee sees it beside his answer.
  await sql`alter table klantcontact add column gelezen_op timestamptz`.execute(db)

  // An address that waits for the code that was sent to it. Of the code only a keyed hash is kept.
  await sql`
    create table portaal_adreswijziging (
      id uuid primary key,
      account_id uuid not null,
      partij_id uuid not null references partij,
      soort text not null check (soort in ('email', 'telefoonnummer')),
      adres text not null,
      genormaliseerd text not null,
      vervangt_id uuid,
      -- Where the code goes: to the new address itself, or to his own e-mail when nothing can be sent there.
      kanaal text not null check (kanaal in ('email', 'sms')),
      aan text not null,
      taal text not null,
      -- Null until the job made it.
      code bytea,
      fout int not null default 0,
      gemaakt_op timestamptz not null,
      geldig_tot timestamptz not null
    )`.execute(db)
  await sql`create index portaal_adreswijziging_partij on portaal_adreswijziging (partij_id, gemaakt_op)`.execute(db)

  // A mandate that was offered to somebody by his e-mail address, and waits for him to take it.
  await sql`
    create table portaal_aanbod (
      id uuid primary key,
      van_id uuid not null references partij,
      email text not null check (email = lower(email)),
      domeinen text[] not null,
      einddatum date,
      gemaakt_op timestamptz not null,
      geldig_tot timestamptz not null
    )`.execute(db)
  await sql`create index portaal_aanbod_email on portaal_aanbod (email)`.execute(db)

  // One file with everything about a person; made by a job, gone after a week.
  await sql`
    create table portaal_export (
      id uuid primary key,
      partij_id uuid not null references partij,
      account_id uuid not null,
      status text not null default 'bezig' check (status in ('bezig', 'klaar', 'mislukt')),
      opslagsleutel text,
      omvang bigint,
      gevraagd_op timestamptz not null,
      geldig_tot timestamptz not null
    )`.execute(db)
  await sql`create index portaal_export_partij on portaal_export (partij_id)`.execute(db)
  await sql`create index portaal_export_einde on portaal_export (geldig_tot)`.execute(db)
}
