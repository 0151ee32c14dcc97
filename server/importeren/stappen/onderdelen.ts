import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/schema.ts'

/**
 * Telephone numbers, e-mail, addresses and bank accounts of the klanten in `bron`. For each list the source and what it
 * said before are compared: new is added, gone is ended, and what an employee added, ended or changed stays his.
 */
export async function verwerkOnderdelen(tx: Tx, vandaag: string): Promise<void> {
  await sql`
    create temp table deel (
      eigenaar_id uuid not null, soort text not null, waarde text not null, rang int not null, d jsonb not null,
      id uuid) on commit drop`.execute(tx)
  await sql`
    insert into deel (eigenaar_id, soort, waarde, rang, d)
    select b.id, e.d->>'soort', e.d->>'genormaliseerd', e.rang, e.d
    from bron b, jsonb_array_elements(b.g->'digitaal') with ordinality as e(d, rang)
    union all
    select b.id, 'adres:' || (e.d->>'soort'), e.d->>'waarde', e.rang, e.d
    from bron b, jsonb_array_elements(b.g->'adressen') with ordinality as e(d, rang)
    union all
    select b.id, 'iban', e.d->>'iban', e.rang, e.d
    from bron b, jsonb_array_elements(b.g->'rekeningen') with ordinality as e(d, rang)`.execute(tx)
  await sql`create index on deel (eigenaar_id, soort, waarde)`.execute(tx)
  await sql`analyze deel`.execute(tx)
  await eindigVerdwenen(tx, vandaag)
  // What the source said before is known; the rest is new from the source.
  await sql`
    delete from deel d using import_onderdeel o
    where o.eigenaar_id = d.eigenaar_id and o.soort = d.soort and o.waarde = d.waarde`.execute(tx)
  await zoekBestaande(tx)
  await sql`
    insert into import_onderdeel (eigenaar_id, soort, waarde, id)
    select eigenaar_id, soort, waarde, id from deel where id is not null`.execute(tx)
  await sql`delete from deel where id is not null`.execute(tx)
  await sql`update deel set id = nieuw_id()`.execute(tx)
  await insertNieuwe(tx, vandaag)
  await sql`
    insert into import_onderdeel (eigenaar_id, soort, waarde, id) select eigenaar_id, soort, waarde, id from deel`.execute(
    tx,
  )
  await sql`insert into anders select distinct eigenaar_id, false from deel`.execute(tx)
  await kiesStandaard(tx)
}

/** Of a list that the source still has: an empty cell says nothing, it does not take away the last number. */
async function eindigVerdwenen(tx: Tx, vandaag: string): Promise<void> {
  await sql`create temp table weg (id uuid not null, eigenaar_id uuid not null) on commit drop`.execute(tx)
  await sql`
    with w as (
      delete from import_onderdeel o using (select distinct eigenaar_id, soort from deel) l
      where o.eigenaar_id = l.eigenaar_id and o.soort = l.soort and not exists (
        select from deel d where d.eigenaar_id = o.eigenaar_id and d.soort = o.soort and d.waarde = o.waarde)
      returning o.id, o.eigenaar_id
    )
    insert into weg select id, eigenaar_id from w`.execute(tx)
  for (const [tabel, voorkeur] of [
    ['digitaal_adres', sql`, is_standaard = false, voorkeur = false`],
    ['partij_adres', sql``],
    ['rekeningnummer', sql`, voorkeur = false`],
  ] as const) {
    await sql`
      with gezet as (
        update ${sql.table(tabel)} t set einddatum = greatest(t.begindatum, ${vandaag}::date), versie = t.versie + 1 ${voorkeur}
        from weg where weg.id = t.id and t.einddatum is null returning weg.eigenaar_id
      )
      insert into anders select eigenaar_id, false from gezet`.execute(tx)
  }
}

/** What an employee had entered already is now also the source's. */
async function zoekBestaande(tx: Tx): Promise<void> {
  await sql`
    update deel d set id = t.id from digitaal_adres t
    where t.partij_id = d.eigenaar_id and t.soort = d.soort and t.genormaliseerd = d.waarde and t.einddatum is null`.execute(
    tx,
  )
  await sql`
    update deel d set id = t.id from rekeningnummer t
    where d.soort = 'iban' and t.partij_id = d.eigenaar_id and t.iban = d.waarde and t.einddatum is null`.execute(tx)
  // As adressleutel in regels/adres.ts.
  await sql`
    update deel d set id = t.id from partij_adres t
    where d.soort = 'adres:' || t.soort and t.partij_id = d.eigenaar_id and t.einddatum is null and d.waarde = concat(
      case when t.postcode <> '' then t.postcode else lower(t.straatnaam || ', ' || t.woonplaats) end, '|', t.huisnummer, '|',
      lower(regexp_replace(t.huisletter || t.toevoeging, '[\s-]', '', 'g')),
      (select string_agg('|' || regel, '' order by n) from unnest(t.adresregels) with ordinality as u(regel, n)))`.execute(
    tx,
  )
}

async function insertNieuwe(tx: Tx, vandaag: string): Promise<void> {
  await sql`
    insert into digitaal_adres (id, partij_id, soort, adres, genormaliseerd, omschrijving, begindatum)
    select id, eigenaar_id, soort, d->>'adres', waarde, coalesce(d->>'omschrijving', ''), ${vandaag}::date
    from deel where soort in ('telefoonnummer', 'email') order by eigenaar_id, rang`.execute(tx)
  await sql`
    insert into rekeningnummer (id, partij_id, iban, bic, tenaamstelling, begindatum)
    select id, eigenaar_id, waarde, d->>'bic', coalesce(d->>'tenaamstelling', ''), ${vandaag}::date
    from deel where soort = 'iban'`.execute(tx)
  // An address that the BAG knows is written as the BAG does; letter and toevoeging may be divided otherwise.
  await sql`
    insert into partij_adres (id, partij_id, soort, straatnaam, huisnummer, huisletter, toevoeging, postcode, woonplaats, land,
                              adresregels, nummeraanduiding_id, validatie, begindatum, einddatum)
    select deel.id, eigenaar_id, a.soort, coalesce(g.straatnaam, a.straatnaam), a.huisnummer,
      coalesce(g.huisletter, a.huisletter), coalesce(g.toevoeging, a.toevoeging), a.postcode,
      coalesce(g.woonplaats, a.woonplaats), a.land,
      array(select jsonb_array_elements_text(d->'adresregels')), g.nummeraanduiding_id,
      case when g.nummeraanduiding_id is not null then 'gevalideerd'
           when a.land <> 'NL' or jsonb_array_length(d->'adresregels') > 0 then 'handmatig' else 'niet_gevalideerd' end,
      coalesce(a.begindatum, least(${vandaag}::date, a.einddatum)), a.einddatum
    from deel
    cross join jsonb_to_record(d) as a(soort text, straatnaam text, huisnummer int, huisletter text, toevoeging text,
      postcode text, woonplaats text, land text, begindatum date, einddatum date)
    left join lateral (
      select * from bag_adres b where a.land = 'NL' and b.postcode = a.postcode and b.huisnummer = a.huisnummer
        and lower(regexp_replace(b.huisletter || b.toevoeging, '[\s-]', '', 'g'))
          = lower(regexp_replace(a.huisletter || a.toevoeging, '[\s-]', '', 'g')) limit 1) g on true
    where deel.soort like 'adres:%'`.execute(tx)
}

/** One standard number and one standard e-mail address per klant, and one preferred account (unique in the database). */
async function kiesStandaard(tx: Tx): Promise<void> {
  await sql`
    update digitaal_adres t set is_standaard = true from (
      select distinct on (t.partij_id, t.soort) t.id
      from digitaal_adres t join (select distinct id from anders union select id from bron) a on a.id = t.partij_id
      left join deel d on d.id = t.id
      where t.einddatum is null and not exists (
        select from digitaal_adres s where s.partij_id = t.partij_id and s.soort = t.soort and s.is_standaard)
      order by t.partij_id, t.soort, d.rang nulls first, t.id) k
    where k.id = t.id`.execute(tx)
  await sql`
    update rekeningnummer t set voorkeur = true from (
      select distinct on (t.partij_id) t.id
      from rekeningnummer t join (select distinct id from anders union select id from bron) a on a.id = t.partij_id
      left join deel d on d.id = t.id
      where t.einddatum is null and not exists (select from rekeningnummer s where s.partij_id = t.partij_id and s.voorkeur)
      order by t.partij_id, d.rang nulls first, t.id) k
    where k.id = t.id`.execute(tx)
}
