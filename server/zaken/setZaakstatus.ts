import { type WachtOp, type ZaakStatusCode, zaakStatusNamen } from '#contract/zaken.ts'
import { conflict, invalid } from '#server/platform/errors.ts'
import { emit } from '#server/platform/events/emit.ts'
import { doorWie, type WriteContext } from '#server/platform/http/context.ts'
import { newId } from '#server/platform/ids.ts'
import { audience, changed } from './changed.ts'
import { holdZaak } from './holdZaak.ts'
import { isLopend, weigering } from './regels/overgangen.ts'
import { insertStatus, updateZaak } from './store.ts'
import type { ZaakRow } from './tables.ts'
import { endTermijnen, pauseTermijnen, resumeTermijnen } from './termijnen/loop.ts'

export type StatusInput = {
  status: ZaakStatusCode
  /** What the process calls it: "Ingepland". Default: the name of the code. */
  naam?: string
  wachtOp?: WachtOp | null
  /** For the klant: it stands in the portal with the status. */
  toelichting?: string
}

/**
 * Sets the status, and with it the clock: waiting for the klant stops the service norms, an end ends the terms.
 * Setting what it has already, changes nothing.
 * @param zaak its id, or the row as `holdZaak` gave it in this transaction
 * @throws 409 `gesloten`, 400 on `wachtOp`
 */
export async function setZaakstatus(w: WriteContext, zaak: string | ZaakRow, input: StatusInput): Promise<ZaakRow> {
  const before = typeof zaak === 'string' ? await holdZaak(w, zaak) : zaak
  const zaakId = before.id
  const wachtOp = input.wachtOp ?? null
  const naam = input.naam ?? ''
  const toelichting = input.toelichting ?? ''
  const reden = weigering(before.status, input.status, wachtOp)
  if (reden === 'wacht-niet') throw invalid('wachtOp', 'wacht-niet', 'Een zaak die klaar is wacht op niemand.')
  if (reden)
    throw conflict(
      'gesloten',
      `Zaak ${before.nummer} is ${zaakStatusNamen[before.status].toLowerCase()}, en blijft dat.`,
    )
  const same = before.status === input.status && before.wacht_op === wachtOp && before.status_naam === naam
  if (same && toelichting === '') return before

  const lopend = isLopend(input.status)
  const after = await updateZaak(w.tx, before, {
    status: input.status,
    status_naam: naam,
    wacht_op: wachtOp,
    gewijzigd_op: w.now,
    ...(!same && { status_sinds: w.now }),
    afgesloten_op: lopend ? null : (before.afgesloten_op ?? w.now),
  })
  await insertStatus(w.tx, {
    id: newId(),
    zaak_id: zaakId,
    status: input.status,
    naam,
    wacht_op: wachtOp,
    toelichting,
    medewerker_id: doorWie(w),
    op: w.now,
  })
  if (!lopend) await endTermijnen(w, zaakId, input.status === 'GEA' ? 'vervallen' : 'gehaald')
  else if (wachtOp === 'klant') await pauseTermijnen(w, zaakId)
  else if (before.wacht_op === 'klant') await resumeTermijnen(w, zaakId)
  const ended = !lopend && isLopend(before.status)
  return changed(w, { event: ended ? 'zaak.afgesloten' : 'zaak.gewijzigd', before, after, wat: 'status' })
}

/** It was not over after all: what seemed to have come of it, did not. Who hears `zaak.heropend` can go back on it too. */
export async function heropenZaak(w: WriteContext, zaakId: string): Promise<ZaakRow> {
  const before = await holdZaak(w, zaakId)
  if (before.resultaat === null) return before
  const after = await updateZaak(w.tx, before, {
    resultaat: null,
    resultaat_naam: '',
    resultaat_toelichting: '',
    gewijzigd_op: w.now,
  })
  await changed(w, { event: 'zaak.gewijzigd', before, after, wat: 'heropend' })
  await emit(w, { soort: 'zaak.heropend', onderwerpen: audience(after), gegevens: { zaakId } })
  return after
}

/** What came of it. */
export async function setResultaat(
  w: WriteContext,
  zaakId: string,
  input: { code: string; naam: string; toelichting?: string },
): Promise<ZaakRow> {
  const before = await holdZaak(w, zaakId)
  const after = await updateZaak(w.tx, before, {
    resultaat: input.code,
    resultaat_naam: input.naam,
    resultaat_toelichting: input.toelichting ?? '',
    gewijzigd_op: w.now,
  })
  return changed(w, { event: 'zaak.gewijzigd', before, after, wat: 'resultaat' })
}
