import { type Kysely, sql } from 'kysely'

/** What the Klantinteracties API knows and the werkplek does not act on; and where it allows less to be filled in. */
export async function up(db: Kysely<any>): Promise<void> {
  // An address or account may be known before the klant is, or for one contact only. No foreign key: references point
  // up the list of slices.
  await sql`alter table digitaal_adres alter column partij_id drop not null, add column betrokkene_id uuid`.execute(db)
  await sql`create index digitaal_adres_betrokkene on digitaal_adres (betrokkene_id) where betrokkene_id is not null`.execute(
    db,
  )
  await sql`alter table rekeningnummer alter column partij_id drop not null`.execute(db)
  await sql`alter table partij_bsn add column id uuid not null unique default gen_random_uuid()`.execute(db)
  await sql`
    create unique index partij_identificator_onder on partij_identificator
      (sub_identificator_van, code_objecttype, code_register, code_soort_object_id, object_id)
    where sub_identificator_van is not null`.execute(db)
  await sql`create index partij_identificator_object on partij_identificator (object_id)`.execute(db)
  // A subject that is not one of ours keeps the four codes it came with; it may stand apart from a contact.
  await sql`
    alter table onderwerpobject
      alter column klantcontact_id drop not null,
      drop constraint onderwerpobject_soort_check,
      add constraint onderwerpobject_soort_check
        check (soort in ('eenheid', 'overeenkomst', 'zaak', 'klantcontact', 'extern')),
      add column was_klantcontact_id uuid references klantcontact,
      add column code_objecttype text not null default '',
      add column code_register text not null default '',
      add column code_soort_object_id text not null default ''`.execute(db)
  await sql`create index onderwerpobject_object_id on onderwerpobject (object_id)`.execute(db)
  await sql`create index onderwerpobject_was on onderwerpobject (was_klantcontact_id) where was_klantcontact_id is not null`.execute(
    db,
  )
  // What a client sent, beside what it became here: it comes back as sent until somebody changes it here.
  await sql`
    create table ki_aanvulling (
      id uuid not null,
      soort text not null,
      gegevens jsonb not null,
      primary key (id, soort)
    )`.execute(db)
  for (const veld of ['nummer', 'referentienummer']) {
    await sql`
      create unique index ${sql.ref(`ki_aanvulling_${veld}`)} on ki_aanvulling
        (soort, (gegevens -> ${sql.lit(veld)} ->> 'gestuurd'))
      where gegevens -> ${sql.lit(veld)} ->> 'gestuurd' is not null`.execute(db)
  }
  await sql`
    create table ki_actor (
      id uuid primary key,
      naam text not null,
      soort text not null,
      actief boolean not null default true,
      object_id text not null default '',
      code_objecttype text not null default '',
      code_register text not null default '',
      code_soort_object_id text not null default '',
      identificatie jsonb not null default '{}',
      -- Whom of ours it is, when we know: work for it goes to him or to the team.
      medewerker_id uuid references medewerker,
      team_id uuid references team
    )`.execute(db)
  await sql`create index ki_actor_object on ki_actor (object_id)`.execute(db)
  await sql`
    create table ki_actor_klantcontact (
      id uuid primary key,
      actor_id uuid not null,
      klantcontact_id uuid not null references klantcontact on delete cascade,
      constraint ki_actor_klantcontact_paar unique (klantcontact_id, actor_id)
    )`.execute(db)
  await sql`create index ki_actor_klantcontact_actor on ki_actor_klantcontact (actor_id)`.execute(db)
  await sql`
    create table ki_taak_actor (
      taak_id uuid not null references taak on delete cascade,
      actor_id uuid not null,
      volgorde int not null,
      -- With whom the taak was then: when it moved on since, these actors do not have it any more.
      team_id uuid not null,
      medewerker_id uuid,
      primary key (taak_id, actor_id)
    )`.execute(db)
  await sql`create index ki_taak_actor_actor on ki_taak_actor (actor_id)`.execute(db)
  await sql`
    create table ki_bijlage (
      id uuid primary key,
      klantcontact_id uuid references klantcontact on delete cascade,
      object_id text not null default '',
      code_objecttype text not null default '',
      code_register text not null default '',
      code_soort_object_id text not null default ''
    )`.execute(db)
  await sql`create index ki_bijlage_klantcontact on ki_bijlage (klantcontact_id)`.execute(db)
  await sql`create table ki_categorie (id uuid primary key, naam text not null)`.execute(db)
  await sql`
    create table ki_categorie_relatie (
      id uuid primary key,
      partij_id uuid references partij on delete cascade,
      categorie_id uuid references ki_categorie on delete cascade,
      begindatum date,
      einddatum date
    )`.execute(db)
  await sql`create index ki_categorie_relatie_partij on ki_categorie_relatie (partij_id)`.execute(db)
  await sql`create index ki_categorie_relatie_categorie on ki_categorie_relatie (categorie_id)`.execute(db)
}
