import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/schema.ts'
import type { WriteContext } from '#server/platform/http/context.ts'

/**
 * Decides for every row in staging what it is: known or new, changed or not, and whether what it refers to exists.
 * A row that is rejected takes the rest of its line along; nothing is written to the tables of slices yet.
 */
export async function controleer({ tx }: WriteContext, runId: string): Promise<void> {
  await sql`analyze import_rij`.execute(tx)
  await markeerDubbele(tx, runId)
  await herkenBestaande(tx)
  await volgSamenvoegingen(tx)
  await keurSoortAf(tx, runId)
  await keurNummersAf(tx, runId)
  await bereidWijzersVoor(tx)
  while ((await keurVerwijzingenAf(tx, runId)) > 0) await schuifDoor(tx)
  await sql`
    insert into import_wijzer (volgnummer, veld, object_id)
    select distinct on (volgnummer, veld) volgnummer, veld, object_id from gevonden
    order by volgnummer, veld, rang, bron`.execute(tx)
  await sql`analyze import_wijzer`.execute(tx)
}

/**
 * The same number twice: the same content is harmless, and so are members and mentions of a huishouden. Otherwise the
 * first counts, and the other is a contradiction that only the source can solve.
 */
async function markeerDubbele(tx: Tx, runId: string): Promise<void> {
  await sql`
    with gerangschikt as (
      select volgnummer, first_value(volgnummer) over v as eerste, first_value(hash) over v as eerste_hash,
             first_value(soort) over v as eerste_soort, first_value(bestand) over v as eerste_bestand,
             first_value(regel) over v as eerste_regel
      from import_rij where status = 'open'
      window v as (partition by ruimte, sleutel order by rang, volgnummer)
    ), dubbel as (
      update import_rij r set status = case
        when r.soort = g.eerste_soort and (r.hash = g.eerste_hash or r.rang > 0 or r.soort in ('huishouden', 'lid', 'contractant'))
        then 'dubbel' else 'afgekeurd' end
      from gerangschikt g where g.volgnummer = r.volgnummer and g.eerste <> r.volgnummer
      returning r.bestand, r.regel, r.sleutel, r.status, g.eerste_bestand, g.eerste_regel
    )
    insert into import_melding (run_id, bestand, regel, sleutel, reden, afgekeurd)
    select distinct on (bestand, regel) ${runId}::uuid, bestand, regel, sleutel, format(
      'Nummer "%s" staat ook in %s op regel %s, met andere gegevens.', sleutel, eerste_bestand, eerste_regel), true
    from dubbel where status = 'afgekeurd'`.execute(tx)
  await neemRegelMee(tx)
}

/** Known by its number of an earlier import, or by what is its number here. A mention never changes what is there. */
async function herkenBestaande(tx: Tx): Promise<void> {
  await sql`
    update import_rij r set object_id = k.object_id, status = case when k.hash = r.hash then 'ongewijzigd' else status end
    from import_sleutel k
    where r.status = 'open' and k.ruimte = r.ruimte and k.sleutel = r.sleutel and k.hash is not null`.execute(tx)
  for (const [ruimte, tabel, kolom] of natuurlijk) {
    await sql`
      update import_rij r set object_id = t.id from ${sql.table(tabel)} t
      where r.status = 'open' and r.object_id is null and r.ruimte = ${ruimte} and ${sql.ref(`t.${kolom}`)} = r.sleutel`.execute(
      tx,
    )
  }
  await sql`
    update import_rij set object_id = nieuw_id, nieuw = true
    where status = 'open' and object_id is null and soort not in ('lid', 'contractant')`.execute(tx)
  await sql`update import_rij set status = 'ongewijzigd' where status = 'open' and rang > 0 and not nieuw`.execute(tx)
}

/** Where a number of the source is a column of ours. */
const natuurlijk = [
  ['partij', 'partij', 'extern_id'],
  ['complex', 'complex', 'code'],
  ['eenheid', 'eenheid', 'code'],
  ['overeenkomst', 'overeenkomst', 'nummer'],
] as const

/** A klant that an employee merged into another stays merged: contracts go to the other, its own data stays as it is. */
async function volgSamenvoegingen(tx: Tx): Promise<void> {
  for (;;) {
    const moved = await sql`
      update import_rij r set object_id = p.samengevoegd_in, status = 'samengevoegd' from partij p
      where r.ruimte = 'partij' and p.id = r.object_id and p.samengevoegd_in is not null returning 1`.execute(tx)
    if (moved.rows.length === 0) return
  }
}

async function keurSoortAf(tx: Tx, runId: string): Promise<void> {
  await sql`
    with fout as (
      update import_rij r set status = 'afgekeurd' from partij p
      where r.status in ('open', 'ongewijzigd') and r.ruimte = 'partij' and not r.nieuw and p.id = r.object_id
        and p.soort <> r.gegevens->>'soort'
        and not (p.soort in ('persoon', 'contactpersoon') and r.gegevens->>'soort' in ('persoon', 'contactpersoon'))
      returning r.bestand, r.regel, r.sleutel, p.soort as is_nu, r.gegevens->>'soort' as wordt
    )
    insert into import_melding (run_id, bestand, regel, sleutel, reden, afgekeurd)
    select distinct on (bestand, regel) ${runId}::uuid, bestand, regel, sleutel,
      format('Nummer "%s" is in Rondom van een %s, niet van een %s.', sleutel, is_nu, wordt), true
    from fout`.execute(tx)
  await neemRegelMee(tx)
}

/** A KvK number or RSIN is of one klant. */
async function keurNummersAf(tx: Tx, runId: string): Promise<void> {
  await sql`
    with nummer as (
      select r.volgnummer, r.object_id, n.soort, n.waarde,
             row_number() over (partition by n.soort, n.waarde order by (i.id is null), r.volgnummer) as keer
      from import_rij r cross join lateral (values ('kvk_nummer', r.gegevens->'nummers'->>'kvkNummer'),
                                         ('rsin', r.gegevens->'nummers'->>'rsin')) as n(soort, waarde)
      left join partij_identificator i on i.partij_id = r.object_id and i.code_soort_object_id = n.soort
        and i.object_id = n.waarde
      where r.status in ('open', 'ongewijzigd') and r.soort = 'organisatie' and n.waarde is not null
    ), bezet as (
      select n.*, p.nummer as van from nummer n
      left join partij_identificator i on i.code_soort_object_id = n.soort and i.object_id = n.waarde
        and i.sub_identificator_van is null and i.partij_id <> n.object_id
      left join partij p on p.id = i.partij_id
      where p.id is not null or n.keer > 1
    ), fout as (
      update import_rij r set status = 'afgekeurd' from bezet b where b.volgnummer = r.volgnummer
      returning r.bestand, r.regel, r.sleutel, b.soort, b.waarde, b.van
    )
    insert into import_melding (run_id, bestand, regel, sleutel, reden, afgekeurd)
    select distinct on (bestand, regel) ${runId}::uuid, bestand, regel, sleutel,
      format('%s %s staat al bij %s.', case soort when 'rsin' then 'RSIN' else 'KvK-nummer' end, waarde,
             case when van is null then 'een eerdere rij' else 'klant ' || van end), true
    from fout`.execute(tx)
  await neemRegelMee(tx)
}

/** What rows refer to, taken apart once. */
async function bereidWijzersVoor(tx: Tx): Promise<void> {
  await sql`truncate import_wijzer`.execute(tx)
  await sql`
    create temp table gezocht on commit drop as
    select r.volgnummer, v.veld, v.ruimte, s.sleutel, s.rang::int as rang
    from import_rij r,
      jsonb_to_recordset(r.verwijzingen) as v(veld text, ruimte text, sleutels jsonb),
      jsonb_array_elements_text(v.sleutels) with ordinality as s(sleutel, rang)
    where r.status not in ('afgekeurd', 'dubbel')`.execute(tx)
  await sql`create index on gezocht (volgnummer)`.execute(tx)
  await sql`create temp table gevonden (volgnummer bigint, veld text, rang int, bron int, object_id uuid) on commit drop`.execute(
    tx,
  )
}

/** @returns how many lines were rejected: what refers to them must be looked at again */
async function keurVerwijzingenAf(tx: Tx, runId: string): Promise<number> {
  await sql`truncate gevonden`.execute(tx)
  await sql`
    insert into gezocht (volgnummer, veld, ruimte, sleutel, rang)
    select r.volgnummer, v.veld, v.ruimte, s.sleutel, s.rang
    from import_rij r,
      jsonb_to_recordset(r.verwijzingen) as v(veld text, ruimte text, sleutels jsonb),
      jsonb_array_elements_text(v.sleutels) with ordinality as s(sleutel, rang)
    where r.status not in ('afgekeurd', 'dubbel')
      and not exists (select from gezocht g where g.volgnummer = r.volgnummer)`.execute(tx)
  await sql`analyze gezocht`.execute(tx)
  const bekend = [
    sql`select r.ruimte, r.sleutel, r.object_id, 1 from import_rij r
        where r.status in ('open', 'ongewijzigd', 'samengevoegd') and r.soort not in ('lid', 'contractant')`,
    sql`select r.ruimte, a, r.object_id, 2 from import_rij r, unnest(r.aliassen) as a
        where r.status in ('open', 'ongewijzigd', 'samengevoegd')`,
    sql`select k.ruimte, k.sleutel, coalesce(p.samengevoegd_in, k.object_id), 3 from import_sleutel k
        left join partij p on k.ruimte = 'partij' and p.id = k.object_id`,
    sql`select 'partij', p.extern_id, coalesce(p.samengevoegd_in, p.id), 4 from partij p where p.extern_id is not null`,
    sql`select 'complex', code, id, 4 from complex`,
    sql`select 'eenheid', code, id, 4 from eenheid`,
    sql`select 'overeenkomst', nummer, id, 4 from overeenkomst`,
  ]
  for (const bron of bekend) {
    await sql`
      insert into gevonden (volgnummer, veld, rang, bron, object_id)
      select g.volgnummer, g.veld, g.rang, b.bron, b.object_id
      from gezocht g join (${bron}) as b(ruimte, sleutel, object_id, bron) on b.ruimte = g.ruimte and b.sleutel = g.sleutel`.execute(
      tx,
    )
  }
  await sql`create index if not exists gevonden_wie on gevonden (volgnummer, veld)`.execute(tx)
  await sql`analyze gevonden`.execute(tx)
  const rejected = await sql`
    with onvindbaar as (
      select g.volgnummer, format('%s: "%s" is niet bekend, of die rij is zelf afgekeurd.', g.veld,
                                  regexp_replace(min(g.sleutel) filter (where g.rang = 1), '^(huishouden|organisatie)/', '')) as reden
      from gezocht g
      where not exists (select from gevonden f where f.volgnummer = g.volgnummer and f.veld = g.veld)
      group by g.volgnummer, g.veld
    ), regel as (
      select r.bestand, r.regel, min(r.sleutel) as sleutel, string_agg(distinct o.reden, ' ') as reden
      from onvindbaar o join import_rij r using (volgnummer) where r.status not in ('afgekeurd', 'dubbel')
      group by r.bestand, r.regel
    ), af as (
      update import_rij r set status = 'afgekeurd' from regel g
      where r.bestand = g.bestand and r.regel = g.regel and r.status <> 'afgekeurd'
    )
    insert into import_melding (run_id, bestand, regel, sleutel, reden, afgekeurd)
    select ${runId}::uuid, bestand, regel, split_part(sleutel, '|', 1), reden, true from regel returning 1`.execute(tx)
  await sql`delete from gezocht g using import_rij r where r.volgnummer = g.volgnummer and r.status = 'afgekeurd'`.execute(
    tx,
  )
  return rejected.rows.length
}

/** When the row that counted is rejected, the next one with that number takes its place: a family outlives one bad line. */
async function schuifDoor(tx: Tx): Promise<void> {
  await sql`
    update import_rij d set status = 'open', object_id = v.object_id, nieuw = v.nieuw
    from (
      select distinct on (d.ruimte, d.sleutel) d.volgnummer, a.object_id, a.nieuw
      from import_rij d
      join import_rij a on a.ruimte = d.ruimte and a.sleutel = d.sleutel and a.status = 'afgekeurd' and a.object_id is not null
      where d.status = 'dubbel' and not exists (
        select from import_rij o where o.ruimte = d.ruimte and o.sleutel = d.sleutel
          and o.status in ('open', 'ongewijzigd', 'samengevoegd'))
      order by d.ruimte, d.sleutel, d.rang, d.volgnummer
    ) v where v.volgnummer = d.volgnummer`.execute(tx)
}

/** One line is one thing for the person who repairs it: rejected as a whole. */
async function neemRegelMee(tx: Tx): Promise<void> {
  await sql`
    update import_rij r set status = 'afgekeurd' from import_rij a
    where a.status = 'afgekeurd' and r.bestand = a.bestand and r.regel = a.regel and r.status <> 'afgekeurd'`.execute(
    tx,
  )
  await schuifDoor(tx)
}
