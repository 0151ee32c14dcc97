import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#server/platform/db/schema.ts'
import type { AdresRow, DigitaalAdresRow, PartijRow, PersoonRow } from '../tables.ts'

/** Enough for a real double to be among them; a number of a switchboard may belong to thousands. */
const hoogstens = 200

export type Zoeksleutels = {
  achternaam: string
  geboortedata: string[]
  genormaliseerd: string[]
  adressen: { postcode: string; huisnummer: number }[]
  kvkNummer: string | null
}

/** Ids of partijen that share at least one indexed key. */
export async function selectKandidaatIds(db: Db, sleutels: Zoeksleutels): Promise<string[]> {
  const result = await kandidatenQuery(sleutels).execute(db)
  return result.rows.map((row) => row.partij_id)
}

/** Each branch is one index look-up, however many klanten there are. */
export function kandidatenQuery(sleutels: Zoeksleutels): RawBuilder<{ partij_id: string }> {
  const postcodes = sleutels.adressen.map((adres) => adres.postcode)
  const nummers = sleutels.adressen.map((adres) => adres.huisnummer)
  return sql<{ partij_id: string }>`
    (select partij_id from partij_persoon
     where geboortedatum = any(${sleutels.geboortedata}::date[])
     order by lower(achternaam) = ${sleutels.achternaam.toLowerCase()} desc limit ${hoogstens})
    union
    (select partij_id from digitaal_adres
     where genormaliseerd = any(${sleutels.genormaliseerd}::text[]) limit ${hoogstens})
    union
    (select a.partij_id from unnest(${postcodes}::text[], ${nummers}::int[]) as gezocht (postcode, huisnummer)
     join partij_adres a on a.postcode = gezocht.postcode and a.huisnummer = gezocht.huisnummer
     where a.einddatum is null limit ${hoogstens})
    union
    (select partij_id from partij_identificator
     where code_objecttype = 'niet_natuurlijk_persoon' and code_register = 'hr'
       and code_soort_object_id = 'kvk_nummer' and object_id = ${sleutels.kvkNummer} and sub_identificator_van is null and partij_id is not null)`
}

export type Kandidaat = {
  partij: PartijRow
  persoon: PersoonRow | undefined
  kvkNummer: string | undefined
  digitaal: DigitaalAdresRow[]
  adressen: AdresRow[]
}

/** The candidates with what they are compared on; who was merged into another is left out. */
export async function selectKandidaten(db: Db, ids: readonly string[]): Promise<Kandidaat[]> {
  if (ids.length === 0) return []
  const list = [...ids]
  const partijen = await db
    .selectFrom('partij')
    .selectAll()
    .where('id', 'in', list)
    .where('samengevoegd_in', 'is', null)
    .execute()
  const personen = await db.selectFrom('partij_persoon').selectAll().where('partij_id', 'in', list).execute()
  const digitaal = await db
    .selectFrom('digitaal_adres')
    .selectAll()
    .where('partij_id', 'in', list)
    .where('einddatum', 'is', null)
    .execute()
  const adressen = await db
    .selectFrom('partij_adres')
    .selectAll()
    .where('partij_id', 'in', list)
    .where('einddatum', 'is', null)
    .execute()
  const kvk = await db
    .selectFrom('partij_identificator')
    .select(['partij_id', 'object_id'])
    .where('partij_id', 'in', list)
    .where('code_soort_object_id', '=', 'kvk_nummer')
    .execute()
  return partijen.map((partij) => ({
    partij,
    persoon: personen.find((row) => row.partij_id === partij.id),
    kvkNummer: kvk.find((row) => row.partij_id === partij.id)?.object_id,
    digitaal: digitaal.filter((row) => row.partij_id === partij.id),
    adressen: adressen.filter((row) => row.partij_id === partij.id),
  }))
}
