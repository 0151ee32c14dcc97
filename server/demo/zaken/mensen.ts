import { sql } from 'kysely'
import { rechtenVan } from '#contract/rechten.ts'
import { demoMedewerkers, findMedewerkerByEmail, findTeamByCode } from '#server/beheer/index.ts'
import type { Db } from '#server/platform/db/schema.ts'
import type { Actor } from '#server/platform/http/context.ts'

export type Huurder = {
  partijId: string
  naam: string
  eenheidId: string
  eenheidCode: string
  complexId: string
  huurCent: number
  overeenkomst: string
}

export type Mensen = {
  /** Tenants by themselves, spread over all complexes, each in another home. */
  huurders: readonly Huurder[]
  /** Homes of two tenants. */
  paren: readonly Huurder[]
  /** Neighbours in one complex. */
  buren: readonly Huurder[]
  /** The employee who does the work of this team; of the KCC another one each time. */
  van(team: string, beurt?: number): Actor
}

/** Whom the cases of the demo are about, and who works on them. Always the same in the same demo. */
export async function leesMensen(db: Db): Promise<Mensen> {
  const { rows } = await sql<Huurder & { huurders: number }>`
    select p.id as "partijId", p.naam, e.id as "eenheidId", e.code as "eenheidCode", e.complex_id as "complexId",
      o.brutohuur_cent as "huurCent", o.nummer as overeenkomst,
      (select count(*)::int from overeenkomst_partij a where a.overeenkomst_id = o.id and a.rol in ('HUU', 'MDH')) as huurders
    from overeenkomst o
    join overeenkomst_partij op on op.overeenkomst_id = o.id and op.rol = 'HUU'
    join partij p on p.id = op.partij_id and p.soort = 'persoon'
    join eenheid e on e.id = o.eenheid_id
    where o.einddatum is null and e.complex_id is not null
      and exists (select from digitaal_adres d where d.partij_id = p.id and d.soort = 'email')
    order by e.code, p.id limit 4000`.execute(db)
  // The first complex has the people of the README: they are for who tries something.
  const [eerste] = rows
  const anderen = rows.filter(({ complexId }) => complexId !== eerste?.complexId)
  const ruim = anderen.length > 0 ? anderen : rows
  const [midden] = ruim.slice(Math.floor(ruim.length / 2))
  const buren = ruim.filter(({ complexId }) => complexId === midden?.complexId)
  const verspreid = ruim.filter(({ complexId }) => complexId !== midden?.complexId)
  return {
    buren,
    huurders: spreid(verspreid.filter(({ huurders }) => huurders === 1)),
    paren: spreid(verspreid.filter(({ huurders }) => huurders === 2)),
    van: await werkers(db),
  }
}

/** Every seventh, and then the ones between: not all of one street. */
function spreid<T>(rijen: readonly T[], stap = 7): T[] {
  return Array.from({ length: stap }, (_, begin) => rijen.filter((_, plaats) => plaats % stap === begin)).flat()
}

async function werkers(db: Db): Promise<Mensen['van']> {
  const perTeam = new Map<string, Actor[]>()
  for (const { email, rollen, teams } of demoMedewerkers) {
    const rij = await findMedewerkerByEmail(db, email)
    if (!rij) continue
    const teamIds = (await Promise.all(teams.map((code) => findTeamByCode(db, code)))).flatMap((team) => team?.id ?? [])
    const actor = { medewerkerId: rij.id, naam: rij.naam, rollen, rechten: rechtenVan(rollen), teamIds }
    for (const code of teams) perTeam.set(code, [...(perTeam.get(code) ?? []), actor])
  }
  return (team, beurt = 0) => {
    const leden = perTeam.get(team) ?? []
    const actor = leden[beurt % Math.max(1, leden.length)]
    if (!actor) throw new Error(`the demo has nobody in team ${team}`)
    return actor
  }
}
