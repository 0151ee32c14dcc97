import { type Late, waiting, writeLate, writeNow } from '#server/platform/db/pending.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { newId } from '#server/platform/ids.ts'
import { getActievePartij } from '../getPartij.ts'
import { changeTijdlijn, deleteTijdlijn, upsertTijdlijn } from './store.ts'

/** One row of the 360° timeline. `soort` + `verwijzingId` name what it tells about, such as `klantcontact` + its id. */
export type TijdlijnItem = {
  partijId: string
  moment: Date
  soort: string
  verwijzingId: string
  titel: string
  samenvatting?: string
  kanaal?: string | null
  richting?: string | null
  medewerkerId?: string | null
  zichtbaarInPortaal?: boolean
  vertrouwelijk?: boolean
  /** For display only: numbers, states, counts. */
  gegevens?: Record<string, unknown>
}

export type TijdlijnWijziging = Partial<Omit<TijdlijnItem, 'partijId' | 'soort' | 'verwijzingId'>>

/**
 * Writes the row in the transaction of the thing itself, at its end; a second call for the same thing and partij replaces it.
 * @throws 404 and 409 `samengevoegd`: nothing may land on a klant who was merged away
 */
export async function writeTijdlijn(w: WriteContext, item: TijdlijnItem): Promise<void> {
  // Held from now on, so that a merge waits and takes it along; what waits for the same partij holds it already.
  if (!waiting(w, items).some(({ partijId }) => partijId === item.partijId)) await getActievePartij(w.tx, item.partijId)
  await writeLate(w, items, item)
}

const items: Late<TijdlijnItem> = {
  rang: 2,
  async write({ tx }, gegeven) {
    const laatste = new Map(gegeven.map((item) => [`${item.soort}:${item.verwijzingId}:${item.partijId}`, item]))
    await upsertTijdlijn(
      tx,
      [...laatste.values()].map((item) => ({ id: newId(), ...tijdlijnRij(item) })),
    )
  },
}

/** As it is stored, for a bulk load too. */
export function tijdlijnRij(item: TijdlijnItem) {
  return {
    partij_id: item.partijId,
    moment: item.moment,
    soort: item.soort,
    verwijzing_id: item.verwijzingId,
    titel: item.titel,
    samenvatting: item.samenvatting ?? '',
    kanaal: item.kanaal ?? null,
    richting: item.richting ?? null,
    medewerker_id: item.medewerkerId ?? null,
    zichtbaar_in_portaal: item.zichtbaarInPortaal ?? false,
    vertrouwelijk: item.vertrouwelijk ?? false,
    gegevens: item.gegevens ?? {},
  }
}

/** Changes the row wherever it stands: on the person and on the huishouden alike. */
export async function updateTijdlijn(
  w: WriteContext,
  which: { verwijzingId: string; soort: string },
  changes: TijdlijnWijziging,
): Promise<void> {
  const columns = {
    ...(changes.moment !== undefined && { moment: changes.moment }),
    ...(changes.titel !== undefined && { titel: changes.titel }),
    ...(changes.samenvatting !== undefined && { samenvatting: changes.samenvatting }),
    ...(changes.kanaal !== undefined && { kanaal: changes.kanaal }),
    ...(changes.richting !== undefined && { richting: changes.richting }),
    ...(changes.medewerkerId !== undefined && { medewerker_id: changes.medewerkerId }),
    ...(changes.zichtbaarInPortaal !== undefined && { zichtbaar_in_portaal: changes.zichtbaarInPortaal }),
    ...(changes.vertrouwelijk !== undefined && { vertrouwelijk: changes.vertrouwelijk }),
    ...(changes.gegevens !== undefined && { gegevens: changes.gegevens }),
  }
  await writeNow(w, items)
  if (Object.keys(columns).length > 0) await changeTijdlijn(w.tx, which, columns)
}

/** Takes away what may not be kept any longer. */
export async function removeTijdlijn(w: WriteContext, which: { verwijzingId: string; soort: string }): Promise<void> {
  await writeNow(w, items)
  await deleteTijdlijn(w.tx, which)
}
