import { sql } from 'kysely'
import type { Ik } from '#contract/aanmelden.ts'
import { getInstelling } from '#server/beheer/index.ts'
import type { ReadContext } from '#server/platform/http/context.ts'

type Row = { email: string; functie: string; teams: Ik['teams'] }

/** The employee himself, for the shell: what to show is decided by his rights, never by his roles. */
export async function wieBenIk({ db, actor, organisatie }: ReadContext): Promise<Ik> {
  const result = await sql<Row>`
    select m.email, m.functie, coalesce((
      select json_agg(json_build_object('id', t.id, 'code', t.code, 'naam', t.naam) order by lower(t.naam))
      from team_lid l join team t on t.id = l.team_id where l.medewerker_id = m.id and l.tot is null), '[]') as teams
    from medewerker m where m.id = ${actor.medewerkerId}`.execute(db)
  // Where the organisatie keeps none, nobody may: the bsn slice refuses it whatever the right.
  const bsn = actor.rechten.has('partij.bsn') && (await getInstelling(db, 'bsnToegestaan'))
  const { email = '', functie = '', teams = [] } = result.rows[0] ?? {}
  return {
    medewerker: { id: actor.medewerkerId, naam: actor.naam, email, functie },
    rollen: [...actor.rollen],
    rechten: [...actor.rechten].filter((recht) => recht !== 'partij.bsn' || bsn).sort(),
    teams,
    organisatie: {
      code: organisatie.code,
      naam: organisatie.naam,
      accentkleur: await getInstelling(db, 'accentkleur'),
    },
    demo: organisatie.demo,
  }
}
