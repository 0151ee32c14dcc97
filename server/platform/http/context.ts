import type { Recht, Rol } from '#contract/rechten.ts'
import type { Organisatie } from '../db/organisaties.ts'
import type { Db, Tx } from '../db/schema.ts'
import { forbidden } from '../errors.ts'
import { newId } from '../ids.ts'
import type { Logger } from '../log/log.ts'

/** Who asks. Teams and roles are read at each request: a right that ends, ends at once. */
export type Actor = {
  medewerkerId: string
  naam: string
  rollen: readonly Rol[]
  rechten: ReadonlySet<Recht>
  /** The teams he is a current member of. */
  teamIds: readonly string[]
  /** What he may not know of, whatever his rights: the ids of zaken and contacts that are about himself. */
  afgeschermd?: ReadonlySet<string>
}

/** What a read needs; no container, no ambient "current user". */
export type ReadContext = {
  db: Db
  actor: Actor
  now: Date
  log: Logger
  organisatie: Organisatie
  /** Ties log lines, jobs and the verwerkingenlog to one request. */
  verzoekId: string
}

/** A read context inside the one transaction of a request: `db` and `tx` are the same handle. */
export type WriteContext = ReadContext & { tx: Tx }

/** Work that no employee asked for: jobs, imports, the demo. Never reachable over HTTP. */
export const systemActor: Actor = {
  medewerkerId: '00000000-0000-7000-8000-000000000000',
  naam: 'Rondom',
  rollen: [],
  rechten: new Set(),
  teamIds: [],
}

/** For work that no request asked for, in one organisatie. */
export function systemContext(
  organisatie: Organisatie,
  { log, now, verzoekId = newId() }: { log: Logger; now: Date; verzoekId?: string | undefined },
): ReadContext {
  return { db: organisatie.db, actor: systemActor, now, log, organisatie, verzoekId }
}

export function mag(actor: Actor, recht: Recht): boolean {
  return actor === systemActor || actor.rechten.has(recht)
}

export function isAfgeschermd(actor: Actor, objectId: string): boolean {
  return actor.afgeschermd?.has(objectId) ?? false
}

/** @throws 403 when the actor lacks the right */
export function eisRecht(actor: Actor, recht: Recht): void {
  if (!mag(actor, recht)) throw forbidden()
}
