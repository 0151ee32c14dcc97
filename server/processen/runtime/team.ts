import { findTeamByCode, type TeamRow } from '#server/beheer/index.ts'
import type { Db } from '#server/platform/db/schema.ts'

/** @throws a sentence: the drawing names a team that is not there (any more) */
export async function teamVan(db: Db, code: string): Promise<TeamRow> {
  const team = await findTeamByCode(db, code)
  if (!team?.actief)
    throw new Error(`Het team "${code}" bestaat niet of is niet actief. Maak het aan bij Beheer > Teams.`)
  return team
}
