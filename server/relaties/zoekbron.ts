import { sql } from 'kysely'
import type { Db } from '#server/platform/db/schema.ts'
import type { ZoekItem } from '#server/platform/search/item.ts'
import type { Zoekbron } from '#server/platform/search/zoekbron.ts'
import { type VindbarePartij, zoekItemVan } from './zoekitem.ts'

/** Everybody, except who was merged away: he is found as the other. */
export const partijBron: Zoekbron = {
  soort: 'partij',
  alle: sql`select id from partij where samengevoegd_in is null`,
  items: selectVindbaar,
}

/** More of one kind than anybody has, as on the screen. */
const hoogstens = 200

async function selectVindbaar(db: Db, ids: readonly string[], vandaag: string): Promise<ZoekItem[]> {
  const loopt = sql`(t.einddatum is null or t.einddatum >= ${vandaag}::date)`
  const digitaal = (soort: string) => sql`
    array(select genormaliseerd from digitaal_adres t where t.partij_id = p.id and t.soort = ${soort} and ${loopt}
          order by t.einddatum desc nulls first, t.is_standaard desc, t.id limit ${hoogstens})`
  const result = await sql<VindbarePartij>`
    select p.id, p.nummer, p.soort, p.naam, p.actief, p.geheimhouding, pp.achternaam, pp.geslachtsnaam, pp.voornaam,
      pp.initialen, pp.geboortedatum, pp.overlijdensdatum,
      (select object_id from partij_identificator i where i.partij_id = p.id and i.code_soort_object_id = 'kvk_nummer'
       limit 1) as "kvkNummer",
      array(select rol from partij_rol t where t.partij_id = p.id and ${loopt}
            order by t.einddatum desc nulls first, t.id limit ${hoogstens}) as rollen,
      coalesce((select json_agg(json_build_object('straatnaam', t.straatnaam, 'huisnummer', t.huisnummer,
          'huisletter', t.huisletter, 'toevoeging', t.toevoeging, 'postcode', t.postcode, 'woonplaats', t.woonplaats)
          order by t.einddatum desc nulls first, t.soort = 'WOO' desc, t.id)
        from partij_adres t where t.partij_id = p.id and ${loopt}), '[]') as adressen,
      ${digitaal('telefoonnummer')} as telefoons, ${digitaal('email')} as emails,
      array(select iban from rekeningnummer t where t.partij_id = p.id and ${loopt}
            order by t.einddatum desc nulls first, t.voorkeur desc, t.id limit ${hoogstens}) as ibans
    from partij p left join partij_persoon pp on pp.partij_id = p.id
    where p.id = any (${ids}::uuid[]) and p.samengevoegd_in is null`.execute(db)
  return result.rows.map(zoekItemVan)
}
