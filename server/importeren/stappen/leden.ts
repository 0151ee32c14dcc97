import { sql } from 'kysely'
import { dagVan } from '#server/platform/clock.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { onthoud } from './afronden.ts'
import { meld } from './partijen.ts'

/** Who belongs to which huishouden, and as what. Who moved to another huishouden leaves the one of the previous import. */
export async function verwerkLeden({ tx, now }: WriteContext, runId: string): Promise<void> {
  const vandaag = dagVan(now)
  await sql`
    create temp table lid on commit drop as
    select r.volgnummer, p.object_id as partij_id, h.object_id as in_partij_id, r.gegevens->>'rol' as rol,
      coalesce((r.gegevens->>'inwonendKind')::boolean, false) as kind, (r.gegevens->>'begindatum')::date as begindatum,
      (r.gegevens->>'einddatum')::date as einddatum, null::uuid as id
    from import_rij r
    join import_wijzer p on p.volgnummer = r.volgnummer and p.veld = 'persoon'
    join import_wijzer h on h.volgnummer = r.volgnummer and h.veld = 'huishouden'
    where r.soort = 'lid' and r.status = 'open' and p.object_id <> h.object_id`.execute(tx)
  await sql`create temp table anders (id uuid not null, kern boolean not null) on commit drop`.execute(tx)
  // A role of an earlier import that the source does not name any more, of somebody whom it does name.
  await sql`create temp table vertrokken (id uuid not null) on commit drop`.execute(tx)
  await sql`
    with weg as (
      delete from import_sleutel k using (
        select distinct split_part(sleutel, '|', 1) as wie from import_rij
        where soort = 'lid' and status in ('open', 'ongewijzigd', 'dubbel')) n
      where k.ruimte = 'lid' and split_part(k.sleutel, '|', 1) = n.wie and not exists (
        select from import_rij r where r.soort = 'lid' and r.sleutel = k.sleutel and r.status <> 'afgekeurd')
      returning k.object_id
    )
    insert into vertrokken select object_id from weg`.execute(tx)
  await sql`
    with gezet as (
      update partij_rol t set einddatum = greatest(t.begindatum, ${vandaag}::date), versie = versie + 1
      from vertrokken v where v.id = t.id and t.einddatum is null returning t.partij_id, t.in_partij_id
    )
    insert into anders select partij_id, false from gezet union all select in_partij_id, false from gezet`.execute(tx)
  await sql`
    update lid set id = t.id from partij_rol t
    where t.partij_id = lid.partij_id and t.in_partij_id = lid.in_partij_id and t.rol = lid.rol
      and (t.einddatum is null or t.begindatum = lid.begindatum)
      and t.id = (select x.id from partij_rol x where x.partij_id = t.partij_id and x.in_partij_id = t.in_partij_id
                  and x.rol = t.rol and (x.einddatum is null or x.begindatum = lid.begindatum)
                  order by x.begindatum = lid.begindatum desc nulls last, x.einddatum nulls first limit 1)`.execute(tx)
  await sql`
    with gezet as (
      update partij_rol t set begindatum = coalesce(lid.begindatum, t.begindatum), einddatum = lid.einddatum,
        inwonend_kind = lid.kind, versie = versie + 1
      from lid where lid.id = t.id and (t.begindatum, t.einddatum, t.inwonend_kind) is distinct from
        (coalesce(lid.begindatum, t.begindatum), lid.einddatum, lid.kind)
      returning t.id, t.partij_id, t.in_partij_id
    ), gemerkt as (
      update import_rij r set status = 'gewijzigd' from lid, gezet where gezet.id = lid.id and lid.volgnummer = r.volgnummer
    )
    insert into anders select partij_id, false from gezet union all select in_partij_id, false from gezet`.execute(tx)
  await sql`
    update import_rij r set object_id = lid.id, status = case when r.status = 'open' then 'gelijk' else r.status end
    from lid where lid.volgnummer = r.volgnummer and lid.id is not null`.execute(tx)
  await sql`update lid set id = r.nieuw_id from import_rij r where r.volgnummer = lid.volgnummer and lid.id is null`.execute(
    tx,
  )
  await sql`
    with gezet as (
      insert into partij_rol (id, partij_id, in_partij_id, rol, inwonend_kind, begindatum, einddatum)
      select id, partij_id, in_partij_id, rol, kind, coalesce(begindatum, least(${vandaag}::date, einddatum)), einddatum
      from lid where not exists (select from partij_rol t where t.id = lid.id)
      on conflict do nothing
      returning id, partij_id, in_partij_id
    ), gemerkt as (
      update import_rij r set status = 'nieuw', object_id = g.id from lid, gezet g
      where g.id = lid.id and lid.volgnummer = r.volgnummer
    )
    insert into anders select partij_id, false from gezet union all select in_partij_id, false from gezet`.execute(tx)
  await sql`update import_rij set status = 'gelijk' where soort = 'lid' and status = 'open'`.execute(tx)
  await meld(tx, now)
  await onthoud(tx, runId, ['lid'])
}
