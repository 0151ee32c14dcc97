import { z } from 'zod'
import type { QueryOf } from '#contract/endpoint.ts'
import {
  type listBeloften as ListBeloften,
  type listTaken as ListTaken,
  type TaakTellingen,
  tellingMax,
} from '#contract/taken.ts'
import { findTeams, listTeams } from '#server/beheer/index.ts'
import { dagVan } from '#server/platform/clock.ts'
import { mag, type ReadContext } from '#server/platform/http/context.ts'
import { page, readCursor } from '#server/platform/http/cursor.ts'
import {
  countBeloften,
  countMijn,
  countPerTeam,
  cursorOf,
  selectBeloften,
  selectTaken,
  type TellingRow,
} from './listStore.ts'
import { presentTaakRijen } from './presentTaak.ts'

const OpenCursor = z.tuple([z.union([z.iso.date(), z.literal('infinity')]), z.uuid()])
const ClosedCursor = z.tuple([z.iso.datetime(), z.uuid()])

/** A page of taken that this employee may see; rights are in the query, so pages and counts never show a gap. */
export async function listTaken(ctx: ReadContext, query: QueryOf<typeof ListTaken>) {
  const { na, aantal, mijn, ...rest } = query
  const filter = { ...rest, vandaag: dagVan(ctx.now), medewerkerId: mijn ? ctx.actor.medewerkerId : undefined }
  const closed = ['gesloten', 'afgerond', 'geannuleerd'].includes(query.status)
  const cursor = readCursor(closed ? ClosedCursor : OpenCursor, na)
  const rows = await selectTaken(ctx.db, ctx.actor, filter, { na: cursor, aantal })
  const { rijen, volgende } = page(rows, aantal, (row) => cursorOf(row, filter))
  return { rijen: await presentTaakRijen(ctx, rijen), ...(volgende && { volgende }) }
}

export async function listBeloften(ctx: ReadContext, query: QueryOf<typeof ListBeloften>) {
  const { na, aantal, mijn, teamId } = query
  const filter = { teamId, vandaag: dagVan(ctx.now), medewerkerId: mijn ? ctx.actor.medewerkerId : undefined }
  const rows = await selectBeloften(ctx.db, ctx.actor, filter, { na: readCursor(OpenCursor, na), aantal })
  const { rijen, volgende } = page(rows, aantal, (row) => cursorOf(row, { status: 'open' }))
  return { rijen: await presentTaakRijen(ctx, rijen), ...(volgende && { volgende }) }
}

/** Counts for the side bar: my own, and what nobody has taken yet per team. */
export async function countTaken(ctx: ReadContext): Promise<TaakTellingen> {
  const vandaag = dagVan(ctx.now)
  const teams = await teamsOf(ctx)
  const [mijn, perTeam, beloften] = await Promise.all([
    countMijn(ctx.db, ctx.actor.medewerkerId, vandaag, tellingMax),
    countPerTeam(
      ctx.db,
      teams.map((team) => team.id),
      vandaag,
      tellingMax,
    ),
    countBeloften(ctx.db, ctx.actor, vandaag, tellingMax),
  ])
  return {
    mijn: toTelling(mijn),
    teams: teams.map((team) => ({
      team: { id: team.id, code: team.code, naam: team.naam },
      lid: ctx.actor.teamIds.includes(team.id),
      ...toTelling(perTeam.find((row) => row.team_id === team.id)),
    })),
    beloften,
  }
}

/** Own teams first. Who divides the work sees all of them. */
async function teamsOf(ctx: ReadContext) {
  const all = mag(ctx.actor, 'taak.verdelen')
    ? await listTeams(ctx.db)
    : [...(await findTeams(ctx.db, ctx.actor.teamIds)).values()]
  const own = (team: { id: string }) => (ctx.actor.teamIds.includes(team.id) ? 0 : 1)
  return all.filter((team) => team.actief).sort((a, b) => own(a) - own(b) || a.naam.localeCompare(b.naam, 'nl'))
}

function toTelling(row: TellingRow | undefined) {
  return { open: row?.open ?? 0, teLaat: row?.te_laat ?? 0, vandaag: row?.vandaag ?? 0 }
}
