import { notFound } from '#server/platform/errors.ts'
import { systemActor, type WriteContext } from '#server/platform/http/context.ts'
import { findZaken, magZaakZien, type ZaakRow } from '#server/zaken/index.ts'
import { lockInstantie } from '../store.ts'
import type { ProcesInstantieRow } from '../tables.ts'
import { type Geladen, laadVersie } from '../versies/geladen.ts'

/** A running process, held until the end of the transaction, with what it runs on. */
export type Gehouden = { instantie: ProcesInstantieRow; zaak: ZaakRow; geladen: Geladen }

/** @throws 404 */
export async function houdInstantie(
  w: WriteContext,
  waar: { instantieId: string } | { zaakId: string },
): Promise<Gehouden> {
  const instantie = await lockInstantie(w.tx, waar)
  const zaak = instantie && (await findZaken(w.db, [instantie.zaak_id])).get(instantie.zaak_id)
  if (!instantie || !zaak) throw notFound()
  return { instantie, zaak, geladen: await laadVersie(w.db, instantie.versie_id) }
}

/**
 * In whose name the process writes: of who set it going, as long as he may see the zaak; else of Rondom. A team member
 * may do a step of a confidential zaak that is not his.
 */
export function namens(w: WriteContext, zaak: ZaakRow): WriteContext {
  return magZaakZien(w.actor, zaak) ? w : { ...w, actor: systemActor }
}

/** It did not run yet: nothing waits, and nothing was done. */
export const isNieuw = ({ instantie }: Gehouden): boolean => instantie.staat === null && instantie.status === 'loopt'
