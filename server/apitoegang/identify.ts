import type { Apirecht } from '#contract/koppelingen/apitoegang.ts'
import type { Organisatie } from '#server/platform/db/organisaties.ts'
import { DomainError } from '#server/platform/errors.ts'
import type { Actor } from '#server/platform/http/context.ts'
import { selectByHash, touchToken } from './store.ts'
import { hashVan } from './token.ts'

/** What the bearer of a token may do; it is never an employee, so no right of an employee applies. */
export type Apitoegang = {
  tokenId: string
  naam: string
  rechten: ReadonlySet<Apirecht>
  /** Null: the work of every team. */
  teamIds: readonly string[] | null
}

/**
 * Who sends this request, by `Authorization: Token …` (or `Bearer …`).
 * @throws 401; the same for unknown, withdrawn and expired, so that nothing can be learnt from the difference
 */
export async function eisToken(
  organisatie: Organisatie,
  authorization: string | undefined,
  now: Date,
): Promise<{ actor: Actor; toegang: Apitoegang }> {
  const token = /^(?:Token|Bearer) ([\w-]{40})$/i.exec(authorization ?? '')?.[1]
  const row = token && (await selectByHash(organisatie.db, hashVan(token)))
  if (!row || row.ingetrokken_op || (row.verloopt_op && row.verloopt_op <= now)) throw geenToken()
  // Once a minute is enough to know whether it is still in use.
  if (!row.laatst_gebruikt_op || now.getTime() - row.laatst_gebruikt_op.getTime() >= 60_000)
    await touchToken(organisatie.db, row.id, now)
  return {
    actor: { medewerkerId: row.id, naam: `${row.naam} (API)`, rollen: [], rechten: new Set(), teamIds: [] },
    toegang: { tokenId: row.id, naam: row.naam, rechten: new Set(row.rechten), teamIds: row.team_ids },
  }
}

const geenToken = () =>
  new DomainError(401, 'not_authenticated', 'Stuur een geldig token mee: Authorization: Token <token>.')
