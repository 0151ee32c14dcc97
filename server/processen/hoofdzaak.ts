import { lopendeStatussen, zaakStatusNamen } from '#contract/zaken.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { findZaken, type ZaakRow } from '#server/zaken/index.ts'
import { signaleer } from './signaleer.ts'
import { selectInstantieVan } from './store.ts'

/** How the zaak stands that others hang under, as their processes know it. */
export type Hoofdzaakstand = {
  nummer: string
  status: string
  statusNaam: string
  resultaat: string | null
  loopt: boolean
}

export const hoofdzaakstand = ({ nummer, status, status_naam, resultaat }: ZaakRow): Hoofdzaakstand => ({
  nummer,
  status,
  statusNaam: status_naam || zaakStatusNamen[status],
  resultaat,
  loopt: (lopendeStatussen as readonly string[]).includes(status),
})

/** Before every id: where a list of deelzaken begins. */
export const eersteId = '00000000-0000-0000-0000-000000000000'

/** The name of the message that a process waits for while its zaak hangs under another. */
export const hoofdzaakGewijzigd = 'hoofdzaak-gewijzigd'

/**
 * Tells the process of a deelzaak how its hoofdzaak stands, when that is something new to it.
 * @returns whether it was news
 */
export async function vertelHoofdzaak(w: WriteContext, deelzaakId: string): Promise<boolean> {
  const hoofdzaakId = (await findZaken(w.db, [deelzaakId])).get(deelzaakId)?.hoofdzaak_id
  const hoofdzaak = hoofdzaakId ? (await findZaken(w.db, [hoofdzaakId])).get(hoofdzaakId) : undefined
  const instantie = await selectInstantieVan(w.db, deelzaakId)
  if (!hoofdzaak || !instantie || instantie.klaar_op) return false
  const stand = hoofdzaakstand(hoofdzaak)
  if (zelfde(instantie.gegevens['hoofdzaak'], stand)) return false
  return signaleer(w, {
    zaakId: deelzaakId,
    soort: 'bericht',
    naam: hoofdzaakGewijzigd,
    gegevens: { hoofdzaak: stand },
  })
}

/** Kept as JSON: the order of its names is not ours. */
const zelfde = (bekend: unknown, stand: Hoofdzaakstand) =>
  typeof bekend === 'object' &&
  bekend !== null &&
  Object.entries(stand).every(([naam, waarde]) => (bekend as Record<string, unknown>)[naam] === waarde)
