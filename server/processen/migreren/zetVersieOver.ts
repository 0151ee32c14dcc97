import type { Overzetting } from '#contract/procesmigratie.ts'
import { findMedewerkers } from '#server/beheer/index.ts'
import { write } from '#server/platform/db/write.ts'
import { conflict, DomainError, notFound } from '#server/platform/errors.ts'
import { emit } from '#server/platform/events/emit.ts'
import { type Actor, isAfgeschermd, type ReadContext, type WriteContext } from '#server/platform/http/context.ts'
import { newId } from '#server/platform/ids.ts'
import { enqueue } from '#server/platform/jobs/jobs.ts'
import { findZaken } from '#server/zaken/index.ts'
import { houdInstantie } from '../runtime/gehouden.ts'
import { getInstantie } from '../store.ts'
import type { ProcesOverzettingRow } from '../tables.ts'
import { laadVersie } from '../versies/geladen.ts'
import { selectVersies } from '../versies/store.ts'
import {
  insertOverzetting,
  selectLopende,
  selectOverzetting,
  selectOverzettingen,
  sluitOverzetting,
  telGeweigerd,
  telOver,
} from './store.ts'
import { getVan, kiesNaar, versieKort } from './voorbeeld.ts'
import { zetOver } from './zetOver.ts'

/** So many cases per job: others get their turn in between. */
const perRonde = 100

/** @throws 404, 400 on `naar`, 409 `bezig` when cases of this version are going over already */
export async function beginOverzetting(
  w: WriteContext,
  vanId: string,
  { naar, doelen, reden }: { naar: string; doelen: Record<string, string>; reden: string },
): Promise<Overzetting> {
  const van = await getVan(w, vanId)
  await kiesNaar(w, van, naar)
  if ((await selectOverzettingen(w.db, vanId)).some(({ klaar_op }) => klaar_op === null))
    throw conflict('bezig', 'Zaken van deze versie worden al overgezet. Wacht tot dat klaar is.')
  const rij = await insertOverzetting(w.tx, {
    id: newId(),
    van_id: vanId,
    naar_id: naar,
    instantie_id: null,
    doelen,
    reden,
    door: w.actor.medewerkerId,
    begonnen_op: w.now,
  })
  await gaVerder(w, rij.id)
  return present(w, rij)
}

export async function listOverzettingen(ctx: ReadContext, vanId: string): Promise<Overzetting[]> {
  await getVan(ctx, vanId)
  return Promise.all((await selectOverzettingen(ctx.db, vanId)).map((rij) => present(ctx, rij)))
}

/** Each case in a transaction of its own: one that cannot go keeps no other back, and being cut off loses nothing. */
export async function voerOverzettingUit(ctx: ReadContext, id: string): Promise<void> {
  const rij = await selectOverzetting(ctx.db, id)
  if (!rij || rij.klaar_op) return
  const naar = await laadVersie(ctx.db, rij.naar_id)
  const ids = await selectLopende(ctx.db, rij.van_id, rij.tot, perRonde)
  const namens = { ...ctx, actor: await beheerder(ctx, rij) }
  for (const instantieId of ids) {
    try {
      await write(namens, async (w) => {
        const gehouden = await houdInstantie(w, { instantieId })
        if (gehouden.instantie.versie_id !== rij.van_id || gehouden.instantie.klaar_op) return
        await zetOver(w, gehouden, naar, rij)
        await telOver(w.tx, id, instantieId)
      })
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      await write(ctx, (w) => telGeweigerd(w.tx, id, { instantieId, reden: error.message }))
    }
  }
  await write(ctx, async (w) => {
    if (ids.length === perRonde) return gaVerder(w, id)
    await sluitOverzetting(w.tx, id, w.now)
    const { proces } = naar
    await emit(w, {
      soort: 'inrichting.gewijzigd',
      onderwerpen: ['beheer'],
      gegevens: { wat: 'proces', sleutel: proces },
    })
  })
}

const gaVerder = (w: WriteContext, overzettingId: string) =>
  enqueue(w, 'processen.overzetten', { overzettingId }, { key: `overzetting:${overzettingId}` })

/** Who said so, without rights: what the case itself needs is done by the system. */
async function beheerder(ctx: ReadContext, { door }: ProcesOverzettingRow): Promise<Actor> {
  const naam = (await findMedewerkers(ctx.db, [door])).get(door)?.naam ?? ''
  return { medewerkerId: door, naam, rollen: [], rechten: new Set(), teamIds: [] }
}

async function present(ctx: ReadContext, rij: ProcesOverzettingRow): Promise<Overzetting> {
  const versies = await selectVersies(ctx.db)
  const kort = (id: string) => {
    const versie = versies.find((each) => each.id === id)
    if (!versie) throw notFound()
    return versieKort(versie)
  }
  const wie = await findMedewerkers(ctx.db, [rij.door])
  const geweigerd: Overzetting['geweigerd'] = []
  for (const { instantieId, reden } of rij.geweigerd) {
    const { zaak_id } = await getInstantie(ctx.db, instantieId)
    const zaak = (await findZaken(ctx.db, [zaak_id])).get(zaak_id)
    if (zaak && !isAfgeschermd(ctx.actor, zaak_id)) geweigerd.push({ zaaknummer: zaak.nummer, reden })
  }
  return {
    id: rij.id,
    van: kort(rij.van_id),
    naar: kort(rij.naar_id),
    reden: rij.reden,
    door: { id: rij.door, naam: wie.get(rij.door)?.naam ?? 'Rondom' },
    begonnenOp: rij.begonnen_op.toISOString(),
    klaarOp: rij.klaar_op?.toISOString() ?? null,
    gelukt: rij.gelukt,
    geweigerd,
    geweigerdAantal: rij.geweigerd_aantal,
  }
}
