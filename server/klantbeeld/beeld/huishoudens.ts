import { sql } from 'kysely'
import type { BeeldHuishouden } from '#contract/klantbeeld.ts'
import { formatTelefoon } from '#contract/regels/telefoonweergave.ts'
import { rolNaam } from '#contract/relatiecodes.ts'
import type { PartijKort } from '#contract/relaties.ts'
import type { Db } from '#server/platform/db/schema.ts'

type LidRow = {
  in_partij_id: string
  partij_id: string
  nummer: number
  naam: string
  soort: PartijKort['soort']
  rol: string
  inwonend_kind: boolean
  geboortedatum: string | null
  telefoon: string | null
}

/** A huishouden of six is large; more than this is an import mistake, and not a list to show. */
const maxLeden = 60

/** Who is in these huishoudens on a day, with what one needs to tell them apart and to call them. */
export async function ledenVan(
  db: Db,
  huishoudens: { partij: PartijKort; rolNaam: string | null }[],
  op: string,
): Promise<BeeldHuishouden[]> {
  if (huishoudens.length === 0) return []
  const ids = huishoudens.map(({ partij }) => partij.id)
  const result = await sql<LidRow>`
    select r.in_partij_id, r.partij_id, p.nummer, p.naam, p.soort, r.rol, r.inwonend_kind, pp.geboortedatum,
           case when p.geheimhouding then null else tel.adres end as telefoon
    from partij_rol r
    join partij p on p.id = r.partij_id
    left join partij_persoon pp on pp.partij_id = p.id
    left join lateral (
      select genormaliseerd as adres from digitaal_adres d
      where d.partij_id = p.id and d.soort = 'telefoonnummer' and d.einddatum is null
      order by d.is_standaard desc, d.id limit 1
    ) tel on true
    where r.in_partij_id = any (${ids}::uuid[]) and r.begindatum <= ${op}::date
      and (r.einddatum is null or r.einddatum >= ${op}::date)
    order by r.inwonend_kind, pp.geboortedatum nulls last, r.id
    limit ${maxLeden}`.execute(db)
  return huishoudens.map((huishouden) => ({
    ...huishouden,
    leden: result.rows
      .filter((row) => row.in_partij_id === huishouden.partij.id)
      .map((row) => ({
        partij: { id: row.partij_id, nummer: row.nummer, naam: row.naam, soort: row.soort },
        rol: row.rol,
        rolNaam: rolNaam(row.rol),
        inwonendKind: row.inwonend_kind,
        geboortedatum: row.geboortedatum,
        telefoon: row.telefoon && formatTelefoon(row.telefoon),
      })),
  }))
}
