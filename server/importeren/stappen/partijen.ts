import { type RawBuilder, sql } from 'kysely'
import type { Naamvolgorde } from '#contract/regels/naam.ts'
import { dagVan } from '#server/platform/clock.ts'
import type { Tx } from '#server/platform/db/schema.ts'
import { notifyChannel } from '#server/platform/events/emit.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { naamvolgorde } from '#server/relaties/index.ts'
import { onthoud } from './afronden.ts'
import { verwerkOnderdelen } from './onderdelen.ts'

const soorten = ['organisatie', 'persoon', 'huishouden'] as const

/**
 * New klanten are inserted, known ones updated where the source says something else. What the source leaves empty stays
 * as it is here, and so does a name that an employee gave with a reason.
 */
export async function verwerkPartijen(w: WriteContext, runId: string): Promise<void> {
  const { tx, now } = w
  await sql`
    create temp table bron on commit drop as
    select volgnummer, object_id as id, nieuw, sleutel, gegevens as g from import_rij
    where soort = any (${soorten}) and status = 'open'`.execute(tx)
  await sql`create unique index on bron (id)`.execute(tx)
  await sql`analyze bron`.execute(tx)
  // kern: the partij itself changed, and with it its versie; otherwise a part of it did.
  await sql`create temp table anders (id uuid not null, kern boolean not null) on commit drop`.execute(tx)
  const sorteernaam = sleutelVoor(await naamvolgorde(w))
  await insertNieuwe(tx, now, sorteernaam)
  await updateBekende(tx, sorteernaam)
  await zetNummers(tx)
  await verwerkOnderdelen(tx, dagVan(now))
  await sql`
    update partij p set versie = p.versie + 1, gewijzigd_op = ${now}
    from (select distinct id from anders where kern) a where a.id = p.id`.execute(tx)
  await meld(tx, now)
  await sql`
    update import_rij r set status = case
      when b.nieuw then 'nieuw' when exists (select from anders a where a.id = b.id) then 'gewijzigd' else 'gelijk' end
    from bron b where b.volgnummer = r.volgnummer`.execute(tx)
  await onthoud(tx, runId, soorten)
}

/** Only a persoon has another in the other order. */
const sleutelVoor = (volgorde: Naamvolgorde) =>
  volgorde === 'tussenvoegsels'
    ? sql`coalesce(b.g->>'sorteernaamTussenvoegsels', b.g->>'sorteernaam')`
    : sql`b.g->>'sorteernaam'`

async function insertNieuwe(tx: Tx, now: Date, sorteernaam: RawBuilder<unknown>): Promise<void> {
  await sql`
    insert into partij (id, soort, naam, sorteernaam, aanhefcode, geheimhouding, voorkeurstaal, actief, extern_id,
                        aangemaakt_op, gewijzigd_op)
    select id, g->>'soort', coalesce(g->>'naam', 'Huishouden ' || regexp_replace(sleutel, '^huishouden/', '')),
      coalesce(${sorteernaam}, regexp_replace(sleutel, '^huishouden/', '') || ' (huishouden)'),
      coalesce(g->>'aanhefcode', g->>'aanhefVoorstel'), coalesce((g->>'geheimhouding')::boolean, false),
      coalesce(g->>'voorkeurstaal', 'nld'), coalesce((g->>'actief')::boolean, true), sleutel, ${now}, ${now}
    from bron b where nieuw order by volgnummer`.execute(tx)
  await sql`
    insert into partij_persoon (partij_id, initialen, voornaam, tussenvoegsels, achternaam, geslachtsnaam, geslacht,
                                geboortedatum, overlijdensdatum, werkte_voor_partij_id)
    select b.id, p.initialen, p.voornaam, p.tussenvoegsels, p.achternaam, p.geslachtsnaam, p.geslacht, p.geboortedatum,
      p.overlijdensdatum, w.object_id
    from bron b
    cross join jsonb_to_record(b.g->'persoon') as p(initialen text, voornaam text, tussenvoegsels text, achternaam text,
      geslachtsnaam text, geslacht text, geboortedatum date, overlijdensdatum date)
    left join import_wijzer w on w.volgnummer = b.volgnummer and w.veld = 'organisatie'
    where b.nieuw and b.g ? 'persoon'`.execute(tx)
  await sql`
    insert into partij_organisatie (partij_id, naam)
    select id, g->>'naam' from bron where nieuw and g->>'soort' = 'organisatie'`.execute(tx)
}

async function updateBekende(tx: Tx, sorteernaam: RawBuilder<unknown>): Promise<void> {
  await sql`
    with nieuw as (
      select b.id, case when p.naam_reden = '' then coalesce(b.g->>'naam', p.naam) else p.naam end as naam,
        coalesce(${sorteernaam}, p.sorteernaam) as sorteernaam, coalesce(b.g->>'aanhefcode', p.aanhefcode) as aanhefcode,
        coalesce((b.g->>'geheimhouding')::boolean, p.geheimhouding) as geheimhouding,
        coalesce(b.g->>'voorkeurstaal', p.voorkeurstaal) as voorkeurstaal,
        coalesce((b.g->>'actief')::boolean, p.actief) as actief, coalesce(p.extern_id, b.sleutel) as extern_id
      from bron b join partij p on p.id = b.id where not b.nieuw
    ), gezet as (
      update partij p set naam = n.naam, sorteernaam = n.sorteernaam, aanhefcode = n.aanhefcode,
        geheimhouding = n.geheimhouding, voorkeurstaal = n.voorkeurstaal, actief = n.actief, extern_id = n.extern_id
      from nieuw n where n.id = p.id and
        (p.naam, p.sorteernaam, p.aanhefcode, p.geheimhouding, p.voorkeurstaal, p.actief, p.extern_id) is distinct from
        (n.naam, n.sorteernaam, n.aanhefcode, n.geheimhouding, n.voorkeurstaal, n.actief, n.extern_id)
      returning p.id
    )
    insert into anders select id, true from gezet`.execute(tx)
  await sql`
    with nieuw as (
      select b.id, v.initialen, coalesce(nullif(v.voornaam, ''), p.voornaam) as voornaam, v.tussenvoegsels, v.achternaam,
        coalesce(nullif(v.geslachtsnaam, ''), p.geslachtsnaam) as geslachtsnaam, coalesce(v.geslacht, p.geslacht) as geslacht,
        coalesce(v.geboortedatum, p.geboortedatum) as geboortedatum,
        coalesce(v.overlijdensdatum, p.overlijdensdatum) as overlijdensdatum,
        coalesce(w.object_id, p.werkte_voor_partij_id) as werkte_voor
      from bron b join partij_persoon p on p.partij_id = b.id
      cross join jsonb_to_record(b.g->'persoon') as v(initialen text, voornaam text, tussenvoegsels text, achternaam text,
        geslachtsnaam text, geslacht text, geboortedatum date, overlijdensdatum date)
      left join import_wijzer w on w.volgnummer = b.volgnummer and w.veld = 'organisatie'
      where not b.nieuw and b.g ? 'persoon'
    ), gezet as (
      update partij_persoon p set initialen = n.initialen, voornaam = n.voornaam, tussenvoegsels = n.tussenvoegsels,
        achternaam = n.achternaam, geslachtsnaam = n.geslachtsnaam, geslacht = n.geslacht, geboortedatum = n.geboortedatum,
        overlijdensdatum = n.overlijdensdatum, werkte_voor_partij_id = n.werkte_voor
      from nieuw n where n.id = p.partij_id and
        (p.initialen, p.voornaam, p.tussenvoegsels, p.achternaam, p.geslachtsnaam, p.geslacht, p.geboortedatum,
         p.overlijdensdatum, p.werkte_voor_partij_id) is distinct from
        (n.initialen, n.voornaam, n.tussenvoegsels, n.achternaam, n.geslachtsnaam, n.geslacht, n.geboortedatum,
         n.overlijdensdatum, n.werkte_voor)
      returning p.partij_id as id
    )
    insert into anders select id, true from gezet`.execute(tx)
  await sql`
    with gezet as (
      update partij_organisatie o set naam = b.g->>'naam' from bron b
      where not b.nieuw and o.partij_id = b.id and o.naam <> b.g->>'naam' returning b.id
    )
    insert into anders select id, true from gezet`.execute(tx)
}

/** KvK-, vestigings- and RSIN number, with the hierarchy of the Klantinteracties API. */
async function zetNummers(tx: Tx): Promise<void> {
  for (const [veld, soort, objecttype] of [
    ['kvkNummer', 'kvk_nummer', 'niet_natuurlijk_persoon'],
    ['rsin', 'rsin', 'niet_natuurlijk_persoon'],
    ['vestigingsnummer', 'vestigingsnummer', 'vestiging'],
  ] as const) {
    await sql`
      with gezet as (
        update partij_identificator i set object_id = b.g->'nummers'->>${sql.lit(veld)} from bron b
        where i.partij_id = b.id and i.code_soort_object_id = ${soort} and b.g->'nummers' ? ${sql.lit(veld)}
          and i.object_id <> b.g->'nummers'->>${sql.lit(veld)} returning b.id
      ), erbij as (
        insert into partij_identificator (id, partij_id, code_objecttype, code_register, code_soort_object_id, object_id,
                                          sub_identificator_van)
        select nieuw_id(), b.id, ${objecttype}, 'hr', ${soort}, b.g->'nummers'->>${sql.lit(veld)},
          case when ${soort} = 'vestigingsnummer' then (
            select k.id from partij_identificator k where k.partij_id = b.id and k.code_soort_object_id = 'kvk_nummer') end
        from bron b where b.g->'nummers' ? ${sql.lit(veld)} and not exists (
          select from partij_identificator i where i.partij_id = b.id and i.code_soort_object_id = ${soort})
        returning partij_id as id
      )
      insert into anders select id, true from gezet union all select id, true from erbij`.execute(tx)
  }
}

/** Who has a changed klant on his screen hears it. New ones nobody can have open yet: `import.klaar` tells of those. */
export async function meld(tx: Tx, now: Date): Promise<void> {
  await sql`
    insert into gebeurtenis (soort, onderwerpen, gegevens, op)
    select 'partij.gewijzigd', array['partij:' || p.id], jsonb_build_object('partijId', p.id), ${now}::timestamptz
    from (select distinct id from anders) a join partij p on p.id = a.id
    where p.aangemaakt_op < ${now}::timestamptz`.execute(tx)
  await sql`select pg_notify(${notifyChannel}, current_schema())`.execute(tx)
}
