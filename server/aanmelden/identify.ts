import { sql } from 'kysely'
import { type Rol, rechtenVan } from '#contract/rechten.ts'
import type { Db } from '#server/platform/db/schema.ts'
import type { Actor } from '#server/platform/http/context.ts'
import type { Identify } from '#server/platform/http/handle.ts'
import { geheimVan, sessieSeconden } from './auth.ts'
import { rustSeconden, tokenVan } from './sessie.ts'

/**
 * Cookie → who asks, in one query at every request: a role, a team or a session that ends, ends at once.
 * The time is that of the database, so that several processes agree.
 */
export function createIdentify(config: { secret: string }): Identify {
  const geheimen = new Map<string, string>()
  return async (request, organisatie) => {
    const geheim = geheimen.get(organisatie.id) ?? geheimVan(config, organisatie.id)
    geheimen.set(organisatie.id, geheim)
    const token = tokenVan(request, geheim)
    if (!token) return undefined
    const row = await findSessie(organisatie.db, token)
    if (!row) return undefined
    // An open event stream is not somebody at work: it must not keep a session alive overnight.
    if (row.oud && request.headers.accept !== 'text/event-stream') await touch(organisatie.db, row.sessie_id)
    return actorVan(row)
  }
}

type Row = {
  sessie_id: string
  oud: boolean
  id: string
  naam: string
  rollen: Rol[]
  team_ids: string[]
  afgeschermd: string[]
}

async function findSessie(db: Db, token: string): Promise<Row | undefined> {
  const result = await sql<Row>`
    select s.id as sessie_id, s."updatedAt" < now() - interval '5 minutes' as oud, m.id, m.naam, m.rollen,
           array(select l.team_id from team_lid l where l.medewerker_id = m.id and l.tot is null) as team_ids,
           array(select a.object_id from afscherming a where a.medewerker_id = m.id) as afgeschermd
    from auth_session s join medewerker m on m.id = s."userId"
    where s.token = ${token} and m.actief and s."expiresAt" > now()
      and s."createdAt" > now() - make_interval(secs => ${sessieSeconden})
      and s."updatedAt" > now() - make_interval(secs => ${rustSeconden})`.execute(db)
  return result.rows[0]
}

/** At most once in five minutes per session: reading stays reading. */
async function touch(db: Db, sessieId: string): Promise<void> {
  await sql`
    update auth_session set "updatedAt" = now()
    where id = ${sessieId} and "updatedAt" < now() - interval '5 minutes'`.execute(db)
}

function actorVan(row: Row): Actor {
  return {
    medewerkerId: row.id,
    naam: row.naam,
    rollen: row.rollen,
    rechten: rechtenVan(row.rollen),
    teamIds: row.team_ids,
    afgeschermd: new Set(row.afgeschermd),
  }
}
