import { addDagen, addWerkdagen, isDatum } from '#contract/regels/werkdagen.ts'
import type { TermijnSoort } from '#contract/zaken.ts'
import { deadlineNa, type Kalender, kalenderVan } from '#server/beheer/index.ts'
import { dagVan } from '#server/platform/clock.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { newId } from '#server/platform/ids.ts'
import { changed } from '../changed.ts'
import { eisLopend, holdZaak } from '../holdZaak.ts'
import type { ZaakRow, ZaakTermijnRow } from '../tables.ts'
import { insertTermijn, selectTermijnen, updateTermijn } from './store.ts'

export type NewTermijn = {
  soort: TermijnSoort
  naam: string
  /** Exactly one: on the calendar of the organisatie, in calendar days, or a date. */
  werkdagen?: number
  dagen?: number
  uiterste?: string
  /** From when it counts; default now. */
  vanaf?: Date
  /** How long before the end there is a warning, in the same days as the term; default 1, and none for a shorter term. */
  waarschuwVooraf?: number
}

/**
 * Starts a term. When one of this name still runs it is replaced: a second appointment has one deadline, not two.
 * @throws 409 `gesloten` for a zaak that does not run
 */
export async function startTermijn(w: WriteContext, zaakId: string, input: NewTermijn): Promise<ZaakTermijnRow> {
  const zaak = await holdZaak(w, zaakId)
  eisLopend(zaak)
  const running = (await selectTermijnen(w.db, zaakId)).find(
    (each) => each.naam === input.naam && each.status === 'loopt',
  )
  if (running) await updateTermijn(w.tx, running.id, { status: 'vervallen', gepauzeerd_op: null })
  const termijn = await voegTermijnToe(w, zaak, input)
  await changed(w, { event: 'zaak.gewijzigd', before: zaak, after: zaak, wat: 'termijn gestart' })
  return termijn
}

/** A term that there is none of yet. */
export async function voegTermijnToe(w: WriteContext, zaak: ZaakRow, input: NewTermijn): Promise<ZaakTermijnRow> {
  const kalender = await kalenderVan(w.db)
  const vanaf = input.vanaf ?? w.now
  const { telling, aantal, uiterste } = eindeVan(input, vanaf, kalender)
  const wacht = input.soort === 'servicenorm' && zaak.wacht_op === 'klant'
  return insertTermijn(w.tx, {
    id: newId(),
    zaak_id: zaak.id,
    soort: input.soort,
    naam: input.naam,
    telling,
    aantal,
    start_op: vanaf,
    uiterste_op: uiterste,
    waarschuw_op: waarschuwing(input, uiterste, dagVan(vanaf), kalender),
    gepauzeerd_op: wacht ? w.now : null,
    gewaarschuwd_op: null,
    status: 'loopt',
    overschreden_op: null,
    gehaald_op: null,
  })
}

function eindeVan(input: NewTermijn, vanaf: Date, kalender: Kalender) {
  if (input.werkdagen !== undefined)
    return {
      telling: 'werkdagen',
      aantal: input.werkdagen,
      uiterste: deadlineNa(kalender, vanaf, input.werkdagen),
    } as const
  if (input.dagen !== undefined)
    return { telling: 'dagen', aantal: input.dagen, uiterste: addDagen(dagVan(vanaf), input.dagen) } as const
  // A programming mistake of the caller, not of a user.
  if (!input.uiterste || !isDatum(input.uiterste)) throw new RangeError(`termijn ${input.naam} has no end`)
  return { telling: 'datum', aantal: null, uiterste: input.uiterste } as const
}

function waarschuwing(input: NewTermijn, uiterste: string, start: string, { isVrij }: Kalender): string | null {
  const vooraf = input.waarschuwVooraf ?? 1
  if (vooraf <= 0) return null
  const op = input.werkdagen === undefined ? addDagen(uiterste, -vooraf) : addWerkdagen(uiterste, -vooraf, isVrij)
  return op > start ? op : null
}
