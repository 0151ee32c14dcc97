import { z } from 'zod'
import type { QueryOf } from '#contract/endpoint.ts'
import type { ActieRij, listActies as Beschrijving } from '#contract/processen.ts'
import { conflict, invalid, notFound } from '#server/platform/errors.ts'
import { isAfgeschermd, type ReadContext, type WriteContext } from '#server/platform/http/context.ts'
import { page, readCursor } from '#server/platform/http/cursor.ts'
import { fromZod } from '#server/platform/http/problem.ts'
import { enqueue } from '#server/platform/jobs/jobs.ts'
import { findZaken, magZaakZien } from '#server/zaken/index.ts'
import { meldActie } from '../meldWijziging.ts'
import { getInstantie, lockActie, updateActie } from '../store.ts'
import type { ProcesActieRow } from '../tables.ts'
import { laadVersie } from '../versies/geladen.ts'
import { gaDoor, verder } from '../wekker.ts'
import { acties } from './index.ts'
import { selectActies, selectWachtVan } from './lijstStore.ts'
import { verwerk } from './uitvoeren.ts'

const Cursor = z.tuple([z.iso.datetime(), z.uuid()])

/** What failed, or is being tried again; without data of customers for who may not see them. */
export async function listActies(ctx: ReadContext, query: QueryOf<typeof Beschrijving>) {
  const na = readCursor(Cursor, query.na)
  const rows = await selectActies(ctx.db, ctx.actor, query.status, na, query.aantal + 1)
  const { rijen, volgende } = page(rows, query.aantal, (row) => [row.aangemaakt_op.toISOString(), row.id])
  return { rijen: await Promise.all(rijen.map((rij) => presentActie(ctx, rij))), ...(volgende && { volgende }) }
}

/** Now, instead of when it would be tried by itself. */
export async function herkans(w: WriteContext, id: string): Promise<ActieRij> {
  const actie = await houd(w, id)
  return presentActie(w, await zetKlaar(w, actie, {}))
}

export async function verbeter(w: WriteContext, id: string, invoer: Record<string, unknown>): Promise<ActieRij> {
  const actie = await houd(w, id)
  // Correcting data of a customer is for who may see them.
  if (!(await zaakVan(w, actie)).zichtbaar) throw notFound()
  const gelezen = acties.get(actie.soort)?.invoer.safeParse(invoer)
  if (!gelezen) throw invalid('invoer', 'ongeldig', 'Deze actie heeft geen invoer.')
  if (!gelezen.success) throw fromZod(gelezen.error, 'invoer')
  return presentActie(w, await zetKlaar(w, actie, { invoer: gelezen.data as Record<string, unknown> }))
}

/** Somebody takes it upon himself: the process goes on as if it was done. */
export async function slaOver(
  w: WriteContext,
  id: string,
  { reden, uitvoer }: { reden: string; uitvoer: Record<string, unknown> },
): Promise<ActieRij> {
  const actie = await houd(w, id)
  const door = { status: 'overgeslagen' as const, reden, afgehandeld_door: w.actor.medewerkerId }
  await verwerk(w, actie, uitvoer, door)
  return presentActie(w, await opnieuwGelezen(w, id))
}

async function zetKlaar(
  w: WriteContext,
  actie: ProcesActieRow,
  changes: Partial<ProcesActieRow>,
): Promise<ProcesActieRow> {
  const na = await updateActie(w.tx, actie, {
    ...changes,
    status: actie.soort === verder ? 'gelukt' : 'klaar_te_staan',
    pogingen: 0,
    volgende_poging: actie.soort === verder ? null : w.now,
    afgehandeld_door: w.actor.medewerkerId,
  })
  if (actie.soort === verder) {
    const wacht = await selectWachtVan(w.db, actie.instantie_id, actie.uitvoering)
    if (wacht) await gaDoor(w, wacht.id)
  } else await enqueue(w, 'processen.actie', { actieId: actie.id }, { key: `actie:${actie.id}` })
  await meldActie(w, actie)
  return na
}

async function houd(w: WriteContext, id: string): Promise<ProcesActieRow> {
  const actie = await lockActie(w.tx, id)
  if (!actie || (await zaakVan(w, actie)).afgeschermd) throw notFound()
  if (!['mislukt', 'klaar_te_staan'].includes(actie.status))
    throw conflict('afgehandeld', 'Deze actie is al gelukt of afgehandeld.')
  return actie
}

async function opnieuwGelezen(w: WriteContext, id: string): Promise<ProcesActieRow> {
  const actie = await lockActie(w.tx, id)
  if (!actie) throw notFound()
  return actie
}

async function presentActie(ctx: ReadContext, actie: ProcesActieRow): Promise<ActieRij> {
  const { zaak, zichtbaar, versieId } = await zaakVan(ctx, actie)
  const { model, naam } = await laadVersie(ctx.db, versieId)
  return {
    id: actie.id,
    zaakId: zichtbaar ? (zaak?.id ?? null) : null,
    zaaknummer: zaak?.nummer ?? '',
    proces: naam,
    element: actie.element,
    stap: model.stappen.get(actie.element)?.naam || actie.element,
    soort: actie.soort,
    naam: acties.get(actie.soort)?.label ?? 'Proces voortzetten',
    status: actie.status,
    fout: actie.fout,
    foutCode: actie.fout_code,
    pogingen: actie.pogingen,
    volgendePoging: actie.volgende_poging?.toISOString() ?? null,
    aangemaaktOp: actie.aangemaakt_op.toISOString(),
    invoer: zichtbaar ? actie.invoer : null,
    versie: actie.versie,
  }
}

async function zaakVan(ctx: ReadContext, actie: ProcesActieRow) {
  const { zaak_id, versie_id } = await getInstantie(ctx.db, actie.instantie_id)
  const zaak = (await findZaken(ctx.db, [zaak_id])).get(zaak_id)
  return {
    zaak,
    versieId: versie_id,
    zichtbaar: zaak !== undefined && magZaakZien(ctx.actor, zaak),
    afgeschermd: isAfgeschermd(ctx.actor, zaak_id),
  }
}
