import { sql } from 'kysely'
import type { VertegenwoordigingSoort } from '#contract/relatiecodes.ts'
import type { Db } from '#server/platform/db/schema.ts'

export type Mandaat = {
  partij_id: string
  naam: string
  soort: VertegenwoordigingSoort
  /** What was agreed; null: nothing was written down. */
  domeinen: string[] | null
  einddatum: string | null
}

/** More clients than any bewindvoerder has. */
const maxMandaten = 500

/** Who gave this person a mandate that runs on that day, by name. Of two mandates the first counts. */
export async function selectMandaten(db: Db, partijId: string, op: string): Promise<Mandaat[]> {
  const { rows } = await sql<Mandaat>`
    select distinct on (p.sorteernaam, p.id) p.id as partij_id, p.naam, v.soort, v.domeinen, v.einddatum::text as einddatum
    from vertegenwoordiging v join partij p on p.id = v.vertegenwoordigde_id
    where v.vertegenwoordiger_id = ${partijId} and p.actief and p.soort = 'persoon'
      and v.begindatum <= ${op}::date and (v.einddatum is null or v.einddatum >= ${op}::date)
    order by p.sorteernaam, p.id, v.begindatum limit ${maxMandaten}`.execute(db)
  return rows
}

/** One role of a person in a contract, his own or that of a huishouden he belongs or belonged to. */
export type Contractrol = {
  overeenkomstId: string
  nummer: string
  eenheidId: string | null
  rol: string
  /** Of the contract. */
  begin: string
  einde: string | null
  /** Of his part in it: the narrower of the role in the contract and the one in the huishouden. */
  rolBegin: string | null
  rolEinde: string | null
}

/** Roles that live in the home; an eigenaar of another home or a contactpersoon does not rent this one. */
const inwonend = ['HUU', 'MDH', 'HOO']

export async function selectContractrollen(db: Db, partijId: string): Promise<Contractrol[]> {
  const { rows } = await sql<Contractrol>`
    with wie as (
      select ${partijId}::uuid as partij_id, null::text as rol, null::date as begindatum, null::date as einddatum
      union all
      select r.in_partij_id, r.rol, r.begindatum, r.einddatum
      from partij_rol r join partij h on h.id = r.in_partij_id and h.soort = 'huishouden'
      where r.partij_id = ${partijId} and r.rol = any(${inwonend})
    )
    select o.id as "overeenkomstId", o.nummer, o.eenheid_id as "eenheidId", coalesce(wie.rol, op.rol) as rol,
           o.begindatum::text as begin, o.einddatum::text as einde,
           greatest(op.begindatum, wie.begindatum)::text as "rolBegin",
           least(op.einddatum, wie.einddatum)::text as "rolEinde"
    from wie join overeenkomst_partij op on op.partij_id = wie.partij_id
    join overeenkomst o on o.id = op.overeenkomst_id
    where op.rol = any(${inwonend})
    order by o.begindatum desc, o.id`.execute(db)
  return rows
}

/** partijId → the home that he rents on that day, his own or with his huishouden; the latest contract when there are more. */
export async function selectHuidigeWoningen(
  db: Db,
  partijIds: readonly string[],
  op: string,
): Promise<Map<string, string>> {
  const { rows } = await sql<{ partij_id: string; eenheid_id: string }>`
    with wie as (
      select p as partij_id, p as via from unnest(${[...partijIds]}::uuid[]) as p
      union all
      select r.partij_id, r.in_partij_id from partij_rol r
      where r.partij_id = any(${[...partijIds]}::uuid[]) and r.rol = any(${inwonend})
        and r.begindatum <= ${op}::date and (r.einddatum is null or r.einddatum >= ${op}::date)
    )
    select distinct on (wie.partij_id) wie.partij_id, o.eenheid_id
    from wie join overeenkomst_partij op on op.partij_id = wie.via and op.rol = any(${inwonend})
    join overeenkomst o on o.id = op.overeenkomst_id
    where o.eenheid_id is not null and o.begindatum <= ${op}::date
      and (o.einddatum is null or o.einddatum >= ${op}::date)
      and (op.begindatum is null or op.begindatum <= ${op}::date)
      and (op.einddatum is null or op.einddatum >= ${op}::date)
    order by wie.partij_id, o.begindatum desc, o.id`.execute(db)
  return new Map(rows.map((row) => [row.partij_id, row.eenheid_id]))
}
