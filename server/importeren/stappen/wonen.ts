import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#server/platform/db/schema.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { onthoud, restIsGelijk } from './afronden.ts'

/** Addresses of the BAG first: addresses of klanten that come after are checked with them. */
export async function verwerkAdressen({ tx, now }: WriteContext, runId: string): Promise<void> {
  await sql`
    with bron as (
      select volgnummer, sleutel as id, a.* from import_rij r,
        jsonb_to_record(r.gegevens) as a(postcode text, huisnummer int, huisletter text, toevoeging text, straatnaam text,
                                         woonplaats text, gemeente text)
      where r.soort = 'adres' and r.status = 'open'
    ), gezet as (
      insert into bag_adres as b (nummeraanduiding_id, postcode, huisnummer, huisletter, toevoeging, straatnaam, woonplaats,
                                  gemeente, bijgewerkt_op)
      select id, postcode, huisnummer, huisletter, toevoeging, straatnaam, woonplaats, gemeente, ${now}::timestamptz from bron
      on conflict (nummeraanduiding_id) do update set
        postcode = excluded.postcode, huisnummer = excluded.huisnummer, huisletter = excluded.huisletter,
        toevoeging = excluded.toevoeging, straatnaam = excluded.straatnaam, woonplaats = excluded.woonplaats,
        gemeente = excluded.gemeente, bijgewerkt_op = excluded.bijgewerkt_op
      where (b.postcode, b.huisnummer, b.huisletter, b.toevoeging, b.straatnaam, b.woonplaats, b.gemeente) is distinct from
        (excluded.postcode, excluded.huisnummer, excluded.huisletter, excluded.toevoeging, excluded.straatnaam,
         excluded.woonplaats, excluded.gemeente)
      returning nummeraanduiding_id as id, (xmax = 0) as nieuw
    )
    update import_rij r set status = case when g.nieuw then 'nieuw' else 'gewijzigd' end
    from bron, gezet g where g.id = bron.id and bron.volgnummer = r.volgnummer`.execute(tx)
  await restIsGelijk(tx, ['adres'])
  await onthoud(tx, runId, ['adres'])
}

/** A column of a read model: what the source says, also that there is none; what it does not have stays. */
function kolom(
  naam: string,
  type: string,
): { naam: RawBuilder<unknown>; nieuw: RawBuilder<unknown>; waarde: RawBuilder<unknown> } {
  const waarde = sql`(r.gegevens->>${sql.lit(naam)})::${sql.raw(type)}`
  return {
    naam: sql.ref(naam),
    nieuw: waarde,
    waarde: sql`case when r.gegevens ? ${sql.lit(naam)} then ${waarde} else ${sql.ref(`t.${naam}`)} end`,
  }
}

/** With the column default for what the source does not say. */
const metStandaard = (naam: string, type: string, standaard: string) => {
  const each = kolom(naam, type)
  return {
    ...each,
    nieuw: sql`coalesce(${each.nieuw}, ${sql.lit(standaard)})`,
    waarde: sql`coalesce(${each.waarde}, ${sql.lit(standaard)})`,
  }
}

const eenheidkolommen = [
  metStandaard('soort', 'text', 'WOO'),
  metStandaard('detailsoort', 'text', ''),
  metStandaard('status', 'text', 'VEH'),
  kolom('straatnaam', 'text'),
  kolom('huisnummer', 'int'),
  metStandaard('huisletter', 'text', ''),
  metStandaard('toevoeging', 'text', ''),
  metStandaard('postcode', 'text', ''),
  kolom('woonplaats', 'text'),
  kolom('nummeraanduiding_id', 'text'),
  kolom('bouwjaar', 'int'),
  kolom('oppervlakte', 'int'),
  kolom('kamers', 'int'),
  kolom('energielabel', 'text'),
]

const overeenkomstkolommen = [
  metStandaard('soort', 'text', 'HUU'),
  metStandaard('status', 'text', 'LOP'),
  kolom('begindatum', 'date'),
  kolom('einddatum', 'date'),
  kolom('brutohuur_cent', 'bigint'),
  kolom('betaalwijze', 'text'),
]

export async function verwerkEenheden({ tx, now }: WriteContext, runId: string): Promise<void> {
  await sql`
    insert into complex (id, code, naam, plaats)
    select object_id, sleutel, coalesce(gegevens->>'naam', sleutel), coalesce(gegevens->>'plaats', '')
    from import_rij where soort = 'complex' and status = 'open' and nieuw`.execute(tx)
  await sql`
    with anders as (
      update complex t set naam = coalesce(r.gegevens->>'naam', t.naam), plaats = coalesce(r.gegevens->>'plaats', t.plaats)
      from import_rij r
      where r.soort = 'complex' and r.status = 'open' and not r.nieuw and t.id = r.object_id
        and (t.naam, t.plaats) is distinct from (coalesce(r.gegevens->>'naam', t.naam), coalesce(r.gegevens->>'plaats', t.plaats))
      returning r.volgnummer
    )
    update import_rij r set status = 'gewijzigd' from anders a where a.volgnummer = r.volgnummer`.execute(tx)
  await sql`update import_rij set status = 'nieuw' where soort = 'complex' and status = 'open' and nieuw`.execute(tx)
  await zet(tx, now, {
    soort: 'eenheid',
    nummer: 'code',
    kolommen: eenheidkolommen,
    veld: 'complex',
    verwijzing: 'complex_id',
  })
  await restIsGelijk(tx, ['complex', 'eenheid'])
  await onthoud(tx, runId, ['complex', 'eenheid'])
}

export async function verwerkOvereenkomsten({ tx, now }: WriteContext, runId: string): Promise<void> {
  await zet(tx, now, {
    soort: 'overeenkomst',
    nummer: 'nummer',
    kolommen: overeenkomstkolommen,
    veld: 'eenheid',
    verwijzing: 'eenheid_id',
  })
  await restIsGelijk(tx, ['overeenkomst'])
  await zetContractanten(tx)
  await restIsGelijk(tx, ['contractant'])
  await onthoud(tx, runId, ['overeenkomst', 'contractant'])
}

type Leesmodel = {
  soort: 'eenheid' | 'overeenkomst'
  nummer: string
  kolommen: ReturnType<typeof kolom>[]
  /** What it may refer to, and in which column. */
  veld: string
  verwijzing: string
}

/** Inserts what is new and updates what really differs, in one statement each. */
async function zet(tx: Tx, now: Date, { soort, nummer, kolommen, veld, verwijzing }: Leesmodel): Promise<void> {
  const tabel = sql.table(soort)
  const namen = sql.join(kolommen.map((each) => each.naam))
  await sql`
    insert into ${tabel} (id, ${sql.ref(nummer)}, ${sql.ref(verwijzing)}, bijgewerkt_op, ${namen})
    select r.object_id, r.sleutel, w.object_id, ${now}::timestamptz, ${sql.join(kolommen.map((each) => each.nieuw))}
    from import_rij r left join import_wijzer w on w.volgnummer = r.volgnummer and w.veld = ${veld}
    where r.soort = ${soort} and r.status = 'open' and r.nieuw`.execute(tx)
  const was = sql.join(kolommen.map((each) => sql`t.${each.naam}`))
  const wordt = sql.join(kolommen.map((each) => each.waarde))
  await sql`
    with anders as (
      update ${tabel} t set (${namen}, ${sql.ref(verwijzing)}, bijgewerkt_op) = row(${wordt},
        coalesce(w.object_id, ${sql.ref(`t.${verwijzing}`)}), ${now}::timestamptz)
      from import_rij r left join import_wijzer w on w.volgnummer = r.volgnummer and w.veld = ${veld}
      where r.soort = ${soort} and r.status = 'open' and not r.nieuw and t.id = r.object_id
        and ((${was}) is distinct from (${wordt}) or ${sql.ref(`t.${verwijzing}`)} is distinct from coalesce(w.object_id, ${sql.ref(`t.${verwijzing}`)}))
      returning r.volgnummer
    )
    update import_rij r set status = 'gewijzigd' from anders a where a.volgnummer = r.volgnummer`.execute(tx)
  await sql`update import_rij set status = 'nieuw' where soort = ${soort} and status = 'open' and nieuw`.execute(tx)
}

/** Who signed what. In the roles that the source names for a contract it is complete: who is not named, is not in it. */
async function zetContractanten(tx: Tx): Promise<void> {
  await sql`
    create temp table contractant on commit drop as
    select distinct on (o.object_id, p.object_id, r.gegevens->>'rol') r.volgnummer, r.status, r.sleutel,
      o.object_id as overeenkomst_id, p.object_id as partij_id,
      r.gegevens->>'rol' as rol, (r.gegevens->>'begindatum')::date as begindatum, (r.gegevens->>'einddatum')::date as einddatum
    from import_rij r
    join import_wijzer o on o.volgnummer = r.volgnummer and o.veld = 'overeenkomst'
    join import_wijzer p on p.volgnummer = r.volgnummer and p.veld = 'huurder'
    where r.soort = 'contractant' and r.status in ('open', 'ongewijzigd')
    order by o.object_id, p.object_id, r.gegevens->>'rol', r.volgnummer`.execute(tx)
  await sql`
    delete from overeenkomst_partij t using (select distinct overeenkomst_id, rol from contractant) c
    where t.overeenkomst_id = c.overeenkomst_id and t.rol = c.rol and not exists (
      select from contractant n where n.overeenkomst_id = t.overeenkomst_id and n.partij_id = t.partij_id and n.rol = t.rol)`.execute(
    tx,
  )
  await sql`
    with gezet as (
      insert into overeenkomst_partij as t (overeenkomst_id, partij_id, rol, begindatum, einddatum)
      select overeenkomst_id, partij_id, rol, begindatum, einddatum from contractant
      on conflict (overeenkomst_id, partij_id, rol) do update set
        begindatum = coalesce(excluded.begindatum, t.begindatum), einddatum = excluded.einddatum
      where (t.begindatum, t.einddatum) is distinct from (coalesce(excluded.begindatum, t.begindatum), excluded.einddatum)
      returning t.overeenkomst_id, t.partij_id, t.rol, (xmax = 0) as nieuw
    )
    update import_rij r set status = case when g.nieuw then 'nieuw' else 'gewijzigd' end, object_id = c.overeenkomst_id
    from contractant c, gezet g
    where g.overeenkomst_id = c.overeenkomst_id and g.partij_id = c.partij_id and g.rol = c.rol and c.volgnummer = r.volgnummer`.execute(
    tx,
  )
  await sql`
    update import_rij r set object_id = c.overeenkomst_id from contractant c
    where c.volgnummer = r.volgnummer and r.object_id is null`.execute(tx)
}
