import type { BeheerProces, ProcesVersie, ProcesVersieRij } from '#contract/procesbeheer.ts'
import { findMedewerkers } from '#server/beheer/index.ts'
import { conflict, DomainError, invalidParams, notFound, stale } from '#server/platform/errors.ts'
import { emit } from '#server/platform/events/emit.ts'
import type { ReadContext, WriteContext } from '#server/platform/http/context.ts'
import { newId } from '#server/platform/ids.ts'
import type { Bestanden, KlantprocesRow, ProcesVersieRow } from '../tables.ts'
import { controleerMap } from './controleer.ts'
import { leesMap } from './geladen.ts'
import { hashVan } from './levering.ts'
import {
  countLopend,
  deleteVersie,
  insertVersie,
  laatVervallen,
  lockProces,
  lockVersie,
  selectGeldend,
  selectProcessen,
  selectVersie,
  selectVersies,
  updateProces,
  updateVersie,
  upsertProces,
} from './store.ts'
import { eisTweedePaarOgen, publicatieVan } from './vierOgen.ts'

export async function listBeheer(ctx: ReadContext): Promise<BeheerProces[]> {
  return presentProcessen(ctx, await selectProcessen(ctx.db))
}

export async function wijzigProces(
  w: WriteContext,
  proces: string,
  versie: number,
  changes: { actief: boolean; volgorde: number },
): Promise<BeheerProces> {
  const before = await lockProces(w.tx, proces)
  if (!before) throw notFound()
  if (before.versie !== versie) throw stale(await presentEen(w, before))
  const after = await updateProces(w.tx, before, changes)
  await meld(w, proces)
  return presentEen(w, after)
}

export async function getVersie(ctx: ReadContext, id: string): Promise<ProcesVersie> {
  const row = await selectVersie(ctx.db, id)
  if (!row) throw notFound()
  return presentVersie(ctx, row)
}

/** A draft starts from what is in force, or from files of a folder. A process that does not exist yet begins with it. */
export async function maakConcept(w: WriteContext, proces: string, bestanden?: Bestanden): Promise<ProcesVersie> {
  const geldend = (await selectGeldend(w.db, proces))[0]
  const inhoud = bestanden ?? (geldend && (await selectVersie(w.db, geldend.id))?.bestanden)
  if (!inhoud) throw notFound()
  const kop = await kopVan(proces, inhoud)
  if (!(await lockProces(w.tx, proces)))
    await upsertProces(w.tx, { proces, omschrijving: '', volgorde: 100, naam: kop.naam })
  const row = await insertVersie(w.tx, {
    id: newId(),
    proces,
    ...kop,
    bestanden: inhoud,
    hash: hashVan(inhoud),
    bron: 'beheer',
    status: 'concept',
    reden: '',
    aangemaakt_op: w.now,
    aangemaakt_door: w.actor.medewerkerId,
    gepubliceerd_op: null,
    gepubliceerd_door: null,
  })
  await meld(w, proces)
  return presentVersie(w, row)
}

export async function bewaarConcept(
  w: WriteContext,
  id: string,
  versie: number,
  bestanden: Bestanden,
): Promise<ProcesVersie> {
  const before = await houdConcept(w, id, versie)
  const kop = await kopVan(before.proces, bestanden)
  const hash = hashVan(bestanden)
  const after = await updateVersie(w.tx, before, {
    bestanden,
    hash,
    ...kop,
    // Keeping what was there already makes nobody its writer.
    ...(hash !== before.hash && { gewijzigd_op: w.now, gewijzigd_door: w.actor.medewerkerId }),
  })
  await meld(w, before.proces)
  return presentVersie(w, after)
}

export async function verwijderConcept(w: WriteContext, id: string, versie: number): Promise<void> {
  const before = await houdConcept(w, id, versie)
  await deleteVersie(w.tx, id)
  await meld(w, before.proces)
}

/**
 * Puts a draft in force for new cases. What runs keeps its version.
 * @throws 400 with everything that is wrong, and where; nothing is published then. 403 for who wrote it, where a second
 * pair of eyes is wanted
 */
export async function publiceer(w: WriteContext, id: string, versie: number, reden: string): Promise<ProcesVersie> {
  const before = await houdConcept(w, id, versie)
  await eisTweedePaarOgen(w, before)
  const fouten = (await controleerMap(w, before.proces, before.bestanden)).filter(({ ernst }) => ernst === 'fout')
  if (fouten.length > 0)
    throw invalidParams(
      fouten.slice(0, 100).map(({ bestand, plek, naam, melding }) => ({
        name: [bestand, plek].filter(Boolean).join('#'),
        code: 'proces',
        reason: naam ? `${naam}: ${melding}` : melding,
      })),
    )
  await lockProces(w.tx, before.proces)
  await laatVervallen(w.tx, before.proces)
  const after = await updateVersie(w.tx, before, {
    status: 'gepubliceerd',
    reden,
    gepubliceerd_op: w.now,
    gepubliceerd_door: w.actor.medewerkerId,
  })
  await meld(w, before.proces)
  return presentVersie(w, after)
}

/** A draft, held until the end of the transaction. @throws 404, 409 when it changed or was published */
export async function houdConcept(w: WriteContext, id: string, versie: number): Promise<ProcesVersieRow> {
  const row = await lockVersie(w.tx, id)
  if (!row) throw notFound()
  if (row.versie !== versie) throw stale(await presentVersie(w, row))
  if (row.status !== 'concept')
    throw conflict('gepubliceerd', 'Deze versie is al gepubliceerd en blijft zoals zij is. Maak een nieuw concept.')
  return row
}

/** A draft may be wrong, even unreadable: then it keeps the name of the process. */
async function kopVan(proces: string, bestanden: Bestanden): Promise<{ naam: string; zaaktype: string }> {
  try {
    const { naam, model } = await leesMap(proces, bestanden)
    return { naam, zaaktype: model.zaaktype || proces }
  } catch (error) {
    if (error instanceof DomainError) return { naam: proces, zaaktype: proces }
    throw error
  }
}

async function meld(w: WriteContext, proces: string): Promise<void> {
  await emit(w, {
    soort: 'inrichting.gewijzigd',
    onderwerpen: ['beheer'],
    gegevens: { wat: 'proces', sleutel: proces },
  })
}

async function presentEen(ctx: ReadContext, row: KlantprocesRow): Promise<BeheerProces> {
  const [een] = await presentProcessen(ctx, [row])
  if (!een) throw notFound()
  return een
}

async function presentProcessen(ctx: ReadContext, rows: readonly KlantprocesRow[]): Promise<BeheerProces[]> {
  const versies = await presentVersies(ctx, await selectVersies(ctx.db))
  return rows.map(({ proces, naam, omschrijving, actief, volgorde, versie }) => ({
    proces,
    naam,
    omschrijving,
    actief,
    volgorde,
    versie,
    versies: versies.filter((each) => each.proces === proces).map(({ rij }) => rij),
  }))
}

async function presentVersies(
  ctx: ReadContext,
  rows: readonly Omit<ProcesVersieRow, 'bestanden'>[],
): Promise<{ proces: string; rij: ProcesVersieRij }[]> {
  const lopend = await countLopend(ctx.db)
  const wie = await findMedewerkers(
    ctx.db,
    [
      ...new Set(rows.flatMap((row) => [row.aangemaakt_door, row.gepubliceerd_door ?? '', row.gewijzigd_door ?? ''])),
    ].filter(Boolean),
  )
  const kort = (id: string) => ({ id, naam: wie.get(id)?.naam ?? 'Rondom' })
  return rows.map((row) => ({
    proces: row.proces,
    rij: {
      id: row.id,
      nummer: row.nummer,
      status: row.status,
      bron: row.bron,
      reden: row.reden,
      aangemaaktOp: row.aangemaakt_op.toISOString(),
      aangemaaktDoor: kort(row.aangemaakt_door),
      gepubliceerdOp: row.gepubliceerd_op?.toISOString() ?? null,
      gepubliceerdDoor: row.gepubliceerd_door ? kort(row.gepubliceerd_door) : null,
      gewijzigdOp: row.gewijzigd_op?.toISOString() ?? null,
      gewijzigdDoor: row.gewijzigd_door ? kort(row.gewijzigd_door) : null,
      lopend: lopend.get(row.id) ?? 0,
      versie: row.versie,
    },
  }))
}

async function presentVersie(ctx: ReadContext, row: ProcesVersieRow): Promise<ProcesVersie> {
  const [each] = await presentVersies(ctx, [row])
  if (!each) throw notFound()
  return {
    ...each.rij,
    proces: row.proces,
    naam: row.naam,
    zaaktype: row.zaaktype,
    bestanden: row.bestanden,
    bevindingen: await controleerMap(ctx, row.proces, row.bestanden),
    publicatie: await publicatieVan(ctx, row),
  }
}
