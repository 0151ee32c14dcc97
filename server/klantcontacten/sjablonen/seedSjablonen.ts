import { SjabloonInvoer } from '#contract/klantcontacten.ts'
import { findTeamByCode, listOnderwerpen } from '#server/beheer/index.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import type { SjabloonRow } from '../tables.ts'
import { addSjabloon } from './saveSjabloon.ts'
import { type Startsjabloon, startsjablonen } from './startsjablonen.ts'
import { selectSjablonen } from './store.ts'

/**
 * The templates that a housing association starts with. Existing codes are left alone, so it may run again. A team or
 * subject that this organisatie does not have is left empty: the employee then chooses it himself.
 */
export async function seedSjablonen(w: WriteContext): Promise<SjabloonRow[]> {
  const existing = new Set((await selectSjablonen(w.db, 'alle')).map((row) => row.code))
  const onderwerpen = await listOnderwerpen(w.db)
  const added: SjabloonRow[] = []
  for (const start of startsjablonen) {
    if (existing.has(start.code)) continue
    const onderwerpIds = onderwerpen.filter((each) => start.onderwerpen.includes(each.code)).map((each) => each.id)
    added.push(await addSjabloon(w, await toInput(w, start, onderwerpIds)))
  }
  return added
}

async function toInput(w: WriteContext, start: Startsjabloon, onderwerpIds: string[]): Promise<SjabloonInvoer> {
  const { onderwerpen: _, teams, ...fields } = start
  let teamId: string | null = null
  for (const code of teams) teamId ??= (await findTeamByCode(w.db, code))?.id ?? null
  return SjabloonInvoer.parse({ ...fields, onderwerpIds, teamId, taakAanmaken: teams.length > 0 && teamId !== null })
}
