import { conflict, invalid, notFound } from '#server/platform/errors.ts'
import { emit } from '#server/platform/events/emit.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { newId } from '#server/platform/ids.ts'
import { logVerwerking } from '#server/platform/verwerkingenlog/log.ts'
import { selectBsn } from '../bsn/store.ts'
import { eisNietSamengevoegd } from '../getPartij.ts'
import { indexPartij } from '../indexPartij.ts'
import { lockPartijen, selectIdentificatoren, selectPersonen, updatePartij, updatePersoon } from '../store.ts'
import type { PartijRow, PersoonRow, SamenvoegingRow } from '../tables.ts'
import { writeTijdlijn } from '../tijdlijn/tijdlijn.ts'
import { aanvullingVoor, samenVan } from './aanvulling.ts'
import { moveEigenRijen } from './eigenRijen.ts'
import { appendVerplaatst, insertSamenvoeging, selectSamenvoeging } from './store.ts'

/** What the timeline of the klant that remains says of it; the undo takes it away. */
export const tijdlijnSoort = 'samenvoeging'

/**
 * Merges bron into doel: everything of bron moves, here and (by event, in this transaction) in every other slice. Bron
 * stays as an inactive row that says where it went.
 * @throws 400, 404, 409 `samengevoegd`, `soort-verschilt`, `geboortedatum-verschilt` (until confirmed), `kenmerk-verschilt`
 */
export async function voegSamen(
  w: WriteContext,
  doelId: string,
  { bronId, bevestigd }: { bronId: string; bevestigd: boolean },
): Promise<SamenvoegingRow> {
  if (bronId === doelId) throw invalid('bronId', 'zichzelf', 'Kies een andere klant dan deze zelf.')
  // Both at once, in the order of their ids: of A→B and B→A at the same moment one wins, and none deadlocks.
  const rijen = await lockPartijen(w.tx, [bronId, doelId])
  const doel = rijen.find((row) => row.id === doelId)
  const bron = rijen.find((row) => row.id === bronId)
  if (!doel) throw notFound()
  if (!bron) throw invalid('bronId', 'onbekend', 'Kies een bestaande klant.')
  eisNietSamengevoegd(doel)
  eisNietSamengevoegd(bron)
  const personen = await selectPersonen(w.db, [bronId, doelId])
  const persoonVan = (id: string) => personen.find((each) => each.partij_id === id)
  eisZelfde(doel, bron, persoonVan(doelId), persoonVan(bronId), bevestigd)
  await eisGeenTweeKenmerken(w, doelId, bronId)

  const id = newId()
  await insertSamenvoeging(w.tx, {
    id,
    bron_id: bronId,
    doel_id: doelId,
    medewerker_id: w.actor.medewerkerId,
    op: w.now,
  })
  await moveEigenRijen(w.tx, { id, bron_id: bronId, doel_id: doelId })
  await fillDoel(w, id, doel, bron, persoonVan(doelId), persoonVan(bronId))
  await emit(w, {
    soort: 'partij.samengevoegd',
    onderwerpen: [`partij:${doelId}`, `partij:${bronId}`],
    gegevens: { samenvoegingId: id, bronId, doelId },
  })
  await writeTijdlijn(w, {
    partijId: doelId,
    moment: w.now,
    soort: tijdlijnSoort,
    verwijzingId: id,
    titel: `Samengevoegd met ${bron.naam} (${bron.nummer})`,
    medewerkerId: w.actor.medewerkerId,
  })
  await logSamenvoeging(w, id, bronId, doelId)
  await indexPartij(w, bronId)
  await indexPartij(w, doelId)
  const row = await selectSamenvoeging(w.db, id)
  if (!row) throw new Error('the samenvoeging that was just written is not there')
  return row
}

export async function logSamenvoeging(w: WriteContext, id: string, bronId: string, doelId: string): Promise<void> {
  await logVerwerking(w, {
    actie: 'samenvoegen',
    doel: 'Dubbele klanten opruimen',
    objectSoort: 'samenvoeging',
    objectId: id,
    partijIds: [doelId, bronId],
  })
}

function eisZelfde(
  doel: PartijRow,
  bron: PartijRow,
  doelPersoon: PersoonRow | undefined,
  bronPersoon: PersoonRow | undefined,
  bevestigd: boolean,
): void {
  if (doel.soort !== bron.soort) {
    throw conflict('soort-verschilt', `Een ${bron.soort} kan niet worden samengevoegd met een ${doel.soort}.`)
  }
  const [a, b] = [doelPersoon?.geboortedatum, bronPersoon?.geboortedatum]
  if (a && b && a !== b && !bevestigd) {
    throw conflict(
      'geboortedatum-verschilt',
      'Deze twee hebben een andere geboortedatum. Weet u zeker dat het dezelfde persoon is? Bevestig dat dan.',
    )
  }
}

/** Two numbers that are unique for one person or company prove that there are two. */
async function eisGeenTweeKenmerken(w: WriteContext, doelId: string, bronId: string): Promise<void> {
  const [doel, bron] = [await selectIdentificatoren(w.db, doelId), await selectIdentificatoren(w.db, bronId)]
  const soorten = new Set(doel.map((each) => each.code_soort_object_id))
  if (bron.some((each) => soorten.has(each.code_soort_object_id))) {
    throw conflict(
      'kenmerk-verschilt',
      'Deze twee hebben elk een eigen KvK-nummer, vestigingsnummer of RSIN. Klopt een van de twee niet, verwijder dat dan eerst.',
    )
  }
  if ((await selectBsn(w.db, doelId)) && (await selectBsn(w.db, bronId))) {
    throw conflict('kenmerk-verschilt', 'Deze twee hebben elk een eigen burgerservicenummer. Vraag de privacy-officer.')
  }
}

async function fillDoel(
  w: WriteContext,
  id: string,
  doel: PartijRow,
  bron: PartijRow,
  doelPersoon: PersoonRow | undefined,
  bronPersoon: PersoonRow | undefined,
): Promise<void> {
  const gevuld = aanvullingVoor(doelPersoon, bronPersoon)
  if (Object.keys(gevuld).length > 0) await updatePersoon(w.tx, doel.id, gevuld)
  const voor = { geheimhouding: doel.geheimhouding, interne_notitie: doel.interne_notitie }
  const na = samenVan(doel, bron)
  await updatePartij(w.tx, doel.id, w.now, na)
  await updatePartij(w.tx, bron.id, w.now, { actief: false, samengevoegd_in: doel.id })
  await appendVerplaatst(w.tx, id, 'velden', [{ gevuld, voor, na, bronActief: bron.actief }])
}
