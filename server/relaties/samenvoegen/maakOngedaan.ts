import type { Db } from '#server/platform/db/schema.ts'
import { conflict, notFound } from '#server/platform/errors.ts'
import { emit } from '#server/platform/events/emit.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { indexPartij } from '../indexPartij.ts'
import { lockPartijen, selectPartijen, selectPersonen, updatePartij, updatePersoon } from '../store.ts'
import type { PartijRow, SamenvoegingRow } from '../tables.ts'
import { deleteTijdlijn } from '../tijdlijn/store.ts'
import { type Aanvulling, samenTerug, terugneming } from './aanvulling.ts'
import { partijenInVerwijderd, returnEigenRijen } from './eigenRijen.ts'
import { closeSamenvoeging, lockSamenvoeging, selectSamenvoeging } from './store.ts'
import { logSamenvoeging, tijdlijnSoort } from './voegSamen.ts'

type Velden = {
  gevuld: Aanvulling
  voor: Pick<PartijRow, 'geheimhouding' | 'interne_notitie'>
  na: Pick<PartijRow, 'geheimhouding' | 'interne_notitie'>
  bronActief: boolean
}

/**
 * Undoes a merge: exactly what moved goes back, in every slice; what was added since stays at doel.
 * @throws 404, 409 with the reason why it is not possible (any more)
 */
export async function maakOngedaan(w: WriteContext, id: string): Promise<SamenvoegingRow> {
  const gelezen = await selectSamenvoeging(w.db, id)
  if (!gelezen) throw notFound()
  const { bron_id: bronId, doel_id: doelId } = gelezen
  const partijen = await lockPartijen(w.tx, [bronId, doelId])
  const samenvoeging = await lockSamenvoeging(w.tx, id)
  const doel = partijen.find((row) => row.id === doelId)
  if (!samenvoeging || !doel) throw notFound()
  const reden = await beletselVoor(w.db, samenvoeging, doel)
  if (reden) throw conflict('niet-ongedaan', reden)

  // Bron lives again before rows return to it: nothing may point at a klant who was merged away.
  const [velden] = samenvoeging.verplaatst['velden'] as [Velden]
  await updatePartij(w.tx, bronId, w.now, { samengevoegd_in: null, actief: velden.bronActief })
  await returnEigenRijen(w.tx, samenvoeging)
  await emptyDoel(w, doel, velden)
  await deleteTijdlijn(w.tx, { verwijzingId: id, soort: tijdlijnSoort })
  const closed = await closeSamenvoeging(w.tx, id, w.actor.medewerkerId, w.now)
  await emit(w, {
    soort: 'partij.samenvoeging-ongedaan',
    onderwerpen: [`partij:${doelId}`, `partij:${bronId}`],
    gegevens: { samenvoegingId: id, bronId, doelId },
  })
  await logSamenvoeging(w, id, bronId, doelId)
  await indexPartij(w, bronId)
  await indexPartij(w, doelId)
  return closed
}

/** Why this merge cannot be undone now; empty when it can. */
export async function beletselVoor(db: Db, samenvoeging: SamenvoegingRow, doel: PartijRow): Promise<string> {
  if (samenvoeging.ongedaan_op) return 'Deze samenvoeging is al teruggedraaid.'
  if (doel.samengevoegd_in) {
    return `${doel.naam} is daarna zelf samengevoegd met een ander. Draai eerst die latere samenvoeging terug.`
  }
  const anderen = await selectPartijen(
    db,
    partijenInVerwijderd(samenvoeging).filter((each) => each !== samenvoeging.bron_id),
  )
  const weg = anderen.find((each) => each.samengevoegd_in)
  return weg ? `${weg.naam} is daarna samengevoegd met een ander. Draai eerst die latere samenvoeging terug.` : ''
}

async function emptyDoel(w: WriteContext, doel: PartijRow, { gevuld, voor, na }: Velden): Promise<void> {
  const [persoon] = await selectPersonen(w.db, [doel.id])
  const terug = terugneming(persoon, gevuld)
  if (Object.keys(terug).length > 0) await updatePersoon(w.tx, doel.id, terug)
  await updatePartij(w.tx, doel.id, w.now, samenTerug(doel, voor, na))
}
