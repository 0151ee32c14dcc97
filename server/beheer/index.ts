import type { Db } from '#server/platform/db/schema.ts'
import { notFound } from '#server/platform/errors.ts'
import type { Slice } from '#server/slice.ts'
import { instellingRoutes } from './instellingen/routes.ts'
import { kalenderRoutes } from './kalender/routes.ts'
import { kanaalRoutes } from './kanalen/routes.ts'
import { selectKanaal, selectKanalen } from './kanalen/store.ts'
import { medewerkerRoutes } from './medewerkers/routes.ts'
import { findMedewerker, type MedewerkerRow, selectMedewerkers } from './medewerkers/store.ts'
import { inBoom } from './onderwerpen/boom.ts'
import { onderwerpRoutes } from './onderwerpen/routes.ts'
import { selectOnderwerpen } from './onderwerpen/store.ts'
import { teamRoutes } from './teams/routes.ts'
import { findTeam, selectIsLid, selectTeamByCode, selectTeams, type TeamRow } from './teams/store.ts'

/**
 * The door of `beheer`: who works here, in which teams, and how the organisatie is set up. Every slice may look here;
 * `beheer` looks at none of them. It tells of changes with `medewerker.gewijzigd`, `team.gewijzigd` and
 * `inrichting.gewijzigd`.
 */
export const slice: Slice = {
  naam: 'beheer',
  routes(http) {
    medewerkerRoutes(http)
    teamRoutes(http)
    kanaalRoutes(http)
    onderwerpRoutes(http)
    kalenderRoutes(http)
    instellingRoutes(http)
  },
}

export { actorVan } from './actor.ts'
export { erfAfscherming, schermAf } from './afscherming/schermAf.ts'
export { type DemoMedewerker, demoMedewerkers, seedDemoMedewerkers } from './demoMedewerkers.ts'
export { seedInrichting } from './inrichting.ts'
export { allInstellingen, getInstelling } from './instellingen/waarden.ts'
export { deadlineNa, type Kalender, kalenderVan } from './kalender/kalenderVan.ts'
export type { KanaalRow } from './kanalen/store.ts'
export { changeMedewerker } from './medewerkers/changeMedewerker.ts'
export { createMedewerker } from './medewerkers/createMedewerker.ts'
export { findMedewerkerByEmail, listMedewerkers, type MedewerkerRow } from './medewerkers/store.ts'
export { holdOnderwerpen, type OnderwerpRow } from './onderwerpen/store.ts'
export { registerOpenWerk, type WerkVan } from './openWerk.ts'
export { addTeamlid } from './teams/changeLidmaatschap.ts'
export { listTeams, type TeamRow } from './teams/store.ts'

/** @throws 404 when there is no such medewerker, active or not */
export async function getMedewerker(db: Db, id: string): Promise<MedewerkerRow> {
  const row = await findMedewerker(db, id)
  if (!row) throw notFound()
  return row
}

/** By id, for showing who did something; people who left are there too. Unknown ids are absent. */
export async function findMedewerkers(db: Db, ids: readonly string[]): Promise<Map<string, MedewerkerRow>> {
  return new Map((await selectMedewerkers(db, ids)).map((row) => [row.id, row]))
}

/** @throws 404 when there is no such team, active or not */
export async function getTeam(db: Db, id: string): Promise<TeamRow> {
  const row = await findTeam(db, id)
  if (!row) throw notFound()
  return row
}

/** By id; unknown ids are absent. */
export async function findTeams(db: Db, ids: readonly string[]): Promise<Map<string, TeamRow>> {
  return new Map((await selectTeams(db, ids)).map((row) => [row.id, row]))
}

export const findTeamByCode = (db: Db, code: string): Promise<TeamRow | undefined> => selectTeamByCode(db, code)

/** Whether he is a member now; with `op`: was a member at that moment. */
export const isLid = (db: Db, teamId: string, medewerkerId: string, op?: Date): Promise<boolean> =>
  selectIsLid(db, teamId, medewerkerId, op)

/** All channels in their order, inactive ones too. */
export const listKanalen = selectKanalen

export const findKanaal = selectKanaal

/** All subjects, parents before their children; a child of an inactive parent counts as inactive. */
export const listOnderwerpen = async (db: Db) => inBoom(await selectOnderwerpen(db))
