import type { AfspraakOptie } from '#server/erp/index.ts'
import { alsTijdstip } from '../waarden.ts'

/** The times of a VERA appointment: the block in which it starts, and what is planned within it. */
type Tijden = {
  begindatum?: string | undefined
  einddatum?: string | undefined
  bloktijdBegin?: string | undefined
  bloktijdEind?: string | undefined
}

/** What the tenant is told: the block in which somebody comes, or else the planned time itself. */
export function tijdVan(bericht: Tijden): { begin: string; eind: string } {
  const begin = bericht.bloktijdBegin ?? bericht.begindatum ?? ''
  return { begin, eind: bericht.bloktijdEind ?? bericht.einddatum ?? begin }
}

/** An option as part of an appointment: it has no place of its own there. */
export function optiebericht(optie: AfspraakOptie): object {
  const [bloktijdBegin, bloktijdEind] = [alsTijdstip(optie.begin), alsTijdstip(optie.eind)]
  return { begindatum: bloktijdBegin, einddatum: bloktijdEind, bloktijdBegin, bloktijdEind }
}

export function isMoment(bericht: Pick<Tijden, 'bloktijdBegin' | 'begindatum'>, optie: AfspraakOptie): boolean {
  const begin = bericht.bloktijdBegin ?? bericht.begindatum
  return begin !== undefined && alsTijdstip(begin) === alsTijdstip(optie.begin)
}
