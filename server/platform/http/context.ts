import type { Recht, Rol } from '#contract/rechten.ts'
import type { Organisatie } from '../db/organisaties.ts'
import type { Pending } from '../db/pending.ts'
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

/** A customer who is signed in to the portal. He is never an employee: his requests carry no right at all. */
export type Klant = {
  accountId: string
  sessieId: string
  /** The person that he is; for whom he acts is decided per request, from what is true at that moment. */
  partijId: string
  naam: string
  taal: 'nl' | 'en'
  /** He proved a second time, a moment ago, that it is he: with a passkey, a second code or a strong OIDC sign-in. */
  sterk: boolean
  /** He said that this telephone or computer is his own; on another one nothing is kept. */
  eigenApparaat?: boolean
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
  /** Present exactly when the endpoint is one of the portal. */
  klant?: Klant
}

/** A read context inside the one transaction of a request: `db` and `tx` are the same handle. */
export type WriteContext = ReadContext & {
  tx: Tx
  /** What is written once, just before the commit: events, log lines, tijdlijn, search (docs/besluiten/0017). */
  pending: Pending
}

/** Work that no employee asked for: jobs, imports, the demo. Never reachable over HTTP. */
export const systemActor: Actor = {
  medewerkerId: '00000000-0000-7000-8000-000000000000',
  naam: 'Rondom',
  rollen: [],
  rechten: new Set(),
  teamIds: [],
}

/** Whose name stands under what a customer does; with no rights, so that no rule for employees ever lets him through. */
export const klantActor = (klant: Klant): Actor => ({
  medewerkerId: klant.accountId,
  naam: `${klant.naam} (portaal)`,
  rollen: [],
  rechten: new Set(),
  teamIds: [],
})

/** For work that no request asked for, in one organisatie. */
export function systemContext(
  organisatie: Organisatie,
  { log, now, verzoekId = newId() }: { log: Logger; now: Date; verzoekId?: string | undefined },
): ReadContext {
  return { db: organisatie.db, actor: systemActor, now, log, organisatie, verzoekId }
}

/** Whose id stands under what is done: also when the portal calls a door as the system it is the customer who did it. */
export const doorWie = ({ klant, actor }: Pick<ReadContext, 'klant' | 'actor'>): string =>
  klant?.accountId ?? actor.medewerkerId

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
