import { type Aanwezige, verlooptNa } from '#contract/aanwezigheid.ts'
import { findMedewerkers } from '#server/beheer/index.ts'
import { emit } from '#server/platform/events/emit.ts'
import { eisRecht, type ReadContext, type WriteContext } from '#server/platform/http/context.ts'
import { getPartij } from '#server/relaties/index.ts'
import { getTaak } from '#server/taken/index.ts'
import { deleteAanwezig, type Plek, saveAanwezig, selectAanwezig } from './store.ts'

type Melding = Plek & { venster: string; bezig: boolean }

/** Keeps the presence of one screen alive; only a change is an event, a heartbeat is not. */
export async function meldAanwezig(w: WriteContext, melding: Melding): Promise<Aanwezige[]> {
  const onderwerp = await whoMayHear(w, melding)
  const before = await own(w, melding)
  const { medewerkerId } = w.actor
  await saveAanwezig(w.tx, {
    medewerker_id: medewerkerId,
    venster: melding.venster,
    object_soort: melding.objectSoort,
    object_id: melding.objectId,
    bezig: melding.bezig,
    tot: new Date(w.now.getTime() + verlooptNa * 1000),
  })
  const after = await own(w, melding)
  if (before !== after) await emitGewijzigd(w, melding, onderwerp)
  return await listCollegas(w, melding)
}

/** A closed screen: gone at once, for colleagues too. */
export async function meldAfwezig(w: WriteContext, melding: Omit<Melding, 'bezig'>): Promise<Aanwezige[]> {
  const onderwerp = await whoMayHear(w, melding)
  const before = await own(w, melding)
  await deleteAanwezig(w.tx, { ...melding, medewerkerId: w.actor.medewerkerId })
  const after = await own(w, melding)
  if (before !== after) await emitGewijzigd(w, melding, onderwerp)
  return await listCollegas(w, melding)
}

/** @throws 404 or 403 when this employee may not see the klant or taak itself */
export async function readAanwezigheid(ctx: ReadContext, plek: Plek): Promise<Aanwezige[]> {
  await whoMayHear(ctx, plek)
  return await listCollegas(ctx, plek)
}

/** Checks access to the object, and names the event subject that its viewers hear. */
async function whoMayHear(ctx: ReadContext, plek: Plek): Promise<string> {
  if (plek.objectSoort === 'taak') return `team:${(await getTaak(ctx, plek.objectId)).team_id}`
  eisRecht(ctx.actor, 'partij.lezen')
  return `partij:${(await getPartij(ctx.db, plek.objectId)).id}`
}

/** How colleagues see this employee here, over all his screens. */
async function own(ctx: ReadContext, plek: Plek): Promise<'weg' | 'kijkt' | 'bezig'> {
  const rows = (await selectAanwezig(ctx.db, plek, ctx.now)).filter(
    (row) => row.medewerker_id === ctx.actor.medewerkerId,
  )
  if (rows.length === 0) return 'weg'
  return rows.some((row) => row.bezig) ? 'bezig' : 'kijkt'
}

async function listCollegas(ctx: ReadContext, plek: Plek): Promise<Aanwezige[]> {
  const rows = (await selectAanwezig(ctx.db, plek, ctx.now)).filter(
    (row) => row.medewerker_id !== ctx.actor.medewerkerId,
  )
  const bezig = new Map<string, boolean>()
  for (const row of rows) bezig.set(row.medewerker_id, row.bezig || (bezig.get(row.medewerker_id) ?? false))
  const medewerkers = await findMedewerkers(ctx.db, [...bezig.keys()])
  return [...medewerkers.values()]
    .map(({ id, naam }) => ({ medewerker: { id, naam }, bezig: bezig.get(id) ?? false }))
    .sort((a, b) => a.medewerker.naam.localeCompare(b.medewerker.naam, 'nl'))
}

async function emitGewijzigd(w: WriteContext, plek: Plek, onderwerp: string): Promise<void> {
  await emit(w, {
    soort: 'aanwezigheid.gewijzigd',
    onderwerpen: [onderwerp],
    gegevens: { objectSoort: plek.objectSoort, objectId: plek.objectId },
  })
}
