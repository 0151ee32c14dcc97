import { kalenderVan } from '#server/beheer/index.ts'
import { dagVan } from '#server/platform/clock.ts'
import { notFound } from '#server/platform/errors.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { changed } from '../changed.ts'
import { holdZaak } from '../holdZaak.ts'
import { magPauzeren, naPauze } from '../regels/termijn.ts'
import type { ZaakTermijnRow } from '../tables.ts'
import { selectTermijnen, updateTermijn } from './store.ts'

/**
 * What was due by this name is done. Late is late: a term that passed stays passed, but nobody waits for it any more.
 * @throws 404 when no such term is open
 */
export async function haalTermijn(w: WriteContext, zaakId: string, naam: string): Promise<ZaakTermijnRow> {
  const zaak = await holdZaak(w, zaakId)
  const termijn = (await selectTermijnen(w.db, zaakId)).findLast((each) => each.naam === naam && isOpen(each))
  if (!termijn) throw notFound()
  const done = await haal(w, termijn)
  await changed(w, { event: 'zaak.gewijzigd', before: zaak, after: zaak, wat: 'termijn gehaald' })
  return done
}

/** The zaak waits for the klant: the clocks of our own norms stand still. */
export async function pauseTermijnen(w: WriteContext, zaakId: string): Promise<void> {
  const vandaag = dagVan(w.now)
  for (const termijn of await selectTermijnen(w.db, zaakId)) {
    if (magPauzeren(termijn, vandaag)) await updateTermijn(w.tx, termijn.id, { gepauzeerd_op: w.now })
  }
}

/** They go on, and end later by as much as we waited. */
export async function resumeTermijnen(w: WriteContext, zaakId: string): Promise<void> {
  const paused = (await selectTermijnen(w.db, zaakId)).filter((each) => each.gepauzeerd_op !== null)
  if (paused.length === 0) return
  const { isVrij } = await kalenderVan(w.db)
  for (const termijn of paused) {
    if (termijn.gepauzeerd_op === null) continue
    const pauze = { van: dagVan(termijn.gepauzeerd_op), tot: dagVan(w.now) }
    const { dagen, ...einde } = naPauze(termijn, pauze, isVrij)
    await updateTermijn(w.tx, termijn.id, { ...einde, gepauzeerd_op: null, pauzedagen: termijn.pauzedagen + dagen })
  }
}

/** The zaak ended: what still ran was met, or does not matter any more. */
export async function endTermijnen(w: WriteContext, zaakId: string, hoe: 'gehaald' | 'vervallen'): Promise<void> {
  for (const termijn of await selectTermijnen(w.db, zaakId)) {
    if (!isOpen(termijn)) continue
    if (hoe === 'gehaald') await haal(w, termijn)
    else await updateTermijn(w.tx, termijn.id, { status: 'vervallen', gepauzeerd_op: null })
  }
}

async function haal(w: WriteContext, termijn: ZaakTermijnRow): Promise<ZaakTermijnRow> {
  // The job that marks what passed may come a minute later than midnight.
  const late =
    termijn.status === 'overschreden' || (termijn.gepauzeerd_op === null && termijn.uiterste_op < dagVan(w.now))
  return updateTermijn(w.tx, termijn.id, {
    status: late ? 'overschreden' : 'gehaald',
    gehaald_op: w.now,
    gepauzeerd_op: null,
    ...(late && { overschreden_op: termijn.overschreden_op ?? w.now }),
  })
}

function isOpen(termijn: ZaakTermijnRow): boolean {
  return termijn.status === 'loopt' || (termijn.status === 'overschreden' && termijn.gehaald_op === null)
}
