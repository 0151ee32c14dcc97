import { createHash, randomBytes } from 'node:crypto'
import type { Apirecht } from '#contract/koppelingen/apitoegang.ts'
import { findTeamByCode } from '#server/beheer/index.ts'
import type { Db } from '#server/platform/db/schema.ts'
import { invalid, notFound } from '#server/platform/errors.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { newId } from '#server/platform/ids.ts'
import { endToken, insertToken } from './store.ts'
import type { ApiTokenRow } from './tables.ts'

export type NieuwToken = {
  naam: string
  rechten: readonly Apirecht[]
  /** Codes of teams; none: the work of every team. */
  teams?: readonly string[]
  verlooptOp?: Date | null
}

/** @returns the token itself, for this once: only its hash is kept */
export async function maakToken(w: WriteContext, input: NieuwToken): Promise<{ token: string; row: ApiTokenRow }> {
  if (input.rechten.length === 0) throw invalid('rechten', 'verplicht', 'Noem wat het token mag.')
  if (input.verlooptOp && input.verlooptOp <= w.now)
    throw invalid('verlooptOp', 'verleden', 'De einddatum moet nog komen.')
  // Thirty bytes are forty characters: as long as clients of this standard expect.
  const token = randomBytes(30).toString('base64url')
  const row = await insertToken(w.tx, {
    id: newId(),
    naam: input.naam.trim(),
    hash: hashVan(token),
    rechten: [...new Set(input.rechten)],
    team_ids: input.teams?.length ? await teamIds(w.db, input.teams) : null,
    verloopt_op: input.verlooptOp ?? null,
    aangemaakt_op: w.now,
    aangemaakt_door: w.actor.medewerkerId,
  })
  return { token, row }
}

/** It is refused from the next request on. @throws 404 */
export async function trekTokenIn(w: WriteContext, naam: string): Promise<ApiTokenRow> {
  const row = await endToken(w.tx, naam, w.now)
  if (!row) throw notFound()
  return row
}

/** A token is random and long: a plain hash cannot be guessed back, so it need not be slow. */
export const hashVan = (token: string): Buffer => createHash('sha256').update(token).digest()

async function teamIds(db: Db, codes: readonly string[]): Promise<string[]> {
  const ids: string[] = []
  for (const code of codes) {
    const team = await findTeamByCode(db, code)
    if (!team) throw invalid('teams', 'onbekend', `Er is geen team met code "${code}".`)
    ids.push(team.id)
  }
  return ids
}
