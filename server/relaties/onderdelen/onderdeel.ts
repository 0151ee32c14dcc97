import { dagVan } from '#server/platform/clock.ts'
import { notFound, stale } from '#server/platform/errors.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { eisNietSamengevoegd } from '../getPartij.ts'
import { laadPartij, type PartijGeheel } from '../laadPartij.ts'
import { meldWijziging } from '../meldWijziging.ts'
import { presentPartij } from '../present.ts'
import { lockPartijen } from '../store.ts'
import type { PartijRow } from '../tables.ts'
import { lockOnderdeel, type OnderdeelTabel, removeOnderdeel, updateOnderdeel } from './store.ts'

/** Which part of which partij, as the employee last read it. */
export type Welk = { id: string; onderdeelId: string; versie: number }
export type Gelezen = NonNullable<Awaited<ReturnType<typeof lockOnderdeel>>>

/**
 * The partij to add a part to, held until the end of the transaction.
 * @throws 404, and 409 when it was merged into another
 */
export async function lockActievePartij(w: WriteContext, id: string): Promise<PartijRow> {
  const [partij] = await lockPartijen(w.tx, [id])
  if (!partij) throw notFound()
  eisNietSamengevoegd(partij)
  return partij
}

/**
 * Changes one part: the same steps for every kind. A part of somebody else is not found here, whoever asks.
 * @throws 404, 409 `verouderd` with the partij as it is now
 */
export async function changeOnderdeel(
  w: WriteContext,
  tabel: OnderdeelTabel,
  welk: Welk,
  change: (was: Gelezen) => Promise<void>,
): Promise<PartijGeheel> {
  await lockActievePartij(w, welk.id)
  const was = await lockOnderdeel(w.tx, tabel, welk.onderdeelId)
  if (!was?.partijIds.includes(welk.id)) throw notFound()
  if (was.versie !== welk.versie) throw stale(presentPartij(await laadPartij(w.db, welk.id)))
  await change(was)
  for (const partijId of was.partijIds) await meldWijziging(w, partijId)
  return await laadPartij(w.db, welk.id)
}

/**
 * Ends a part: yesterday was its last day. What began today or later never counted, so it goes altogether; the
 * verwerkingenlog keeps that it was there.
 */
export async function endOnderdeel(w: WriteContext, tabel: OnderdeelTabel, welk: Welk): Promise<PartijGeheel> {
  return await changeOnderdeel(w, tabel, welk, async (was) => {
    const gisteren = dagVoor(dagVan(w.now))
    if (was.begindatum !== null && was.begindatum > gisteren) return await removeOnderdeel(w.tx, tabel, was.id)
    await updateOnderdeel(w.tx, tabel, was.id, {
      einddatum: was.einddatum !== null && was.einddatum < gisteren ? was.einddatum : gisteren,
      ...(tabel === 'digitaal_adres' && { is_standaard: false, voorkeur: false }),
      ...(tabel === 'rekeningnummer' && { voorkeur: false }),
    })
  })
}

export function dagVoor(datum: string): string {
  return Temporal.PlainDate.from(datum).subtract({ days: 1 }).toString()
}
