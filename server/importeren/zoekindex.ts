import { sql } from 'kysely'
import type { Db } from '#server/platform/db/schema.ts'
import { bulkIndexZoekItems, type ZoekItem } from '#server/platform/search/index.ts'
import { type VindbarePartij, zoekItemVan } from '#server/relaties/index.ts'
import { type ComplexRow, type EenheidRow, zoekItemVanEenheid } from '#server/wonen/index.ts'

const perKeer = 2000

/** Which klanten and homes: those that an import touched, or all. */
export type Bereik = { runId: string } | 'alles'

/** Makes klanten and homes findable as they are now, page by page; the vocabulary comes after. */
export async function indexeer(
  db: Db,
  bereik: Bereik,
  vandaag: string,
  voortgang: (gedaan: number) => void,
): Promise<number> {
  let gedaan = 0
  for (const [ids, lees] of [
    [partijIds, leesPartijen],
    [eenheidIds, leesEenheden],
  ] as const) {
    let na = '00000000-0000-0000-0000-000000000000'
    for (;;) {
      const page = await ids(db, bereik, na)
      const laatste = page.at(-1)
      if (!laatste) break
      await bulkIndexZoekItems(db, await lees(db, page, vandaag))
      gedaan += page.length
      voortgang(gedaan)
      na = laatste
    }
  }
  return gedaan
}

/** What was merged away is found as the other, and what is gone not at all. */
export async function verwijderSpoken(db: Db): Promise<void> {
  await sql`
    with weg as (
      delete from zoek_item z where
        (z.soort = 'partij' and not exists (select from partij p where p.id = z.object_id and p.samengevoegd_in is null))
        or (z.soort = 'eenheid' and not exists (select from eenheid e where e.id = z.object_id))
      returning z.id, z.sleutels
    )
    delete from zoek_sleutel s using weg where s.item_id = weg.id and s.sleutel = any (weg.sleutels)`.execute(db)
}

async function partijIds(db: Db, bereik: Bereik, na: string): Promise<string[]> {
  const uit =
    bereik === 'alles'
      ? sql`select id from partij`
      : sql`select object_id as id from import_sleutel where ruimte = 'partij' and run_id = ${bereik.runId}
            union select r.partij_id from import_sleutel k join partij_rol r on r.id = k.object_id
            where k.ruimte = 'lid' and k.run_id = ${bereik.runId}`
  const result = await sql<{ id: string }>`
    select p.id from partij p join (${uit}) as u on u.id = p.id
    where p.samengevoegd_in is null and p.id > ${na}::uuid order by p.id limit ${perKeer}`.execute(db)
  return result.rows.map(({ id }) => id)
}

async function eenheidIds(db: Db, bereik: Bereik, na: string): Promise<string[]> {
  const uit =
    bereik === 'alles'
      ? sql`select id from eenheid`
      : sql`select object_id as id from import_sleutel where ruimte = 'eenheid' and run_id = ${bereik.runId}
            union select e.id from import_sleutel k join eenheid e on e.complex_id = k.object_id
            where k.ruimte = 'complex' and k.run_id = ${bereik.runId}`
  const result = await sql<{ id: string }>`
    select e.id from eenheid e join (${uit}) as u on u.id = e.id
    where e.id > ${na}::uuid order by e.id limit ${perKeer}`.execute(db)
  return result.rows.map(({ id }) => id)
}

type PartijRij = Omit<VindbarePartij, 'achternaam' | 'geslachtsnaam' | 'voornaam' | 'initialen'> & {
  achternaam: string | null
  geslachtsnaam: string | null
  voornaam: string | null
  initialen: string | null
}

/** The same facts that `indexPartij` gathers for one, in the same order. */
async function leesPartijen(db: Db, ids: string[], vandaag: string): Promise<ZoekItem[]> {
  const loopt = sql`(t.einddatum is null or t.einddatum >= ${vandaag}::date)`
  const digitaal = (soort: string) => sql`
    array(select genormaliseerd from digitaal_adres t where t.partij_id = p.id and t.soort = ${soort} and ${loopt}
          order by t.einddatum desc nulls first, t.is_standaard desc, t.id)`
  const result = await sql<PartijRij>`
    select p.id, p.nummer, p.soort, p.naam, p.actief, p.geheimhouding, pp.achternaam, pp.geslachtsnaam, pp.voornaam,
      pp.initialen, pp.geboortedatum, pp.overlijdensdatum,
      (select object_id from partij_identificator i where i.partij_id = p.id and i.code_soort_object_id = 'kvk_nummer'
       limit 1) as "kvkNummer",
      array(select rol from partij_rol t where t.partij_id = p.id and ${loopt} order by t.einddatum desc nulls first, t.id) as rollen,
      coalesce((select json_agg(json_build_object('straatnaam', t.straatnaam, 'huisnummer', t.huisnummer,
          'huisletter', t.huisletter, 'toevoeging', t.toevoeging, 'postcode', t.postcode, 'woonplaats', t.woonplaats)
          order by t.einddatum desc nulls first, t.soort = 'WOO' desc, t.id)
        from partij_adres t where t.partij_id = p.id and ${loopt}), '[]') as adressen,
      ${digitaal('telefoonnummer')} as telefoons, ${digitaal('email')} as emails,
      array(select iban from rekeningnummer t where t.partij_id = p.id and ${loopt}
            order by t.einddatum desc nulls first, t.voorkeur desc, t.id) as ibans
    from partij p left join partij_persoon pp on pp.partij_id = p.id
    where p.id = any (${ids}::uuid[])`.execute(db)
  return result.rows.map(({ achternaam, geslachtsnaam, voornaam, initialen, ...rij }) =>
    zoekItemVan({
      ...rij,
      ...(achternaam !== null && {
        achternaam,
        geslachtsnaam: geslachtsnaam ?? '',
        voornaam: voornaam ?? '',
        initialen: initialen ?? '',
      }),
    }),
  )
}

async function leesEenheden(db: Db, ids: string[]): Promise<ZoekItem[]> {
  const eenheden = await sql<EenheidRow>`select * from eenheid where id = any (${ids}::uuid[])`.execute(db)
  const complexen = await sql<ComplexRow>`
    select * from complex where id = any (${eenheden.rows.flatMap((row) => row.complex_id ?? [])}::uuid[])`.execute(db)
  const byId = new Map(complexen.rows.map((row) => [row.id, row]))
  return eenheden.rows.map((row) => zoekItemVanEenheid(row, row.complex_id ? byId.get(row.complex_id) : undefined))
}
