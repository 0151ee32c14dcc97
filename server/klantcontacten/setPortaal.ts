import { invalid, notFound, stale } from '#server/platform/errors.ts'
import { emit } from '#server/platform/events/emit.ts'
import { eisRecht, type WriteContext } from '#server/platform/http/context.ts'
import { logVerwerking } from '#server/platform/verwerkingenlog/log.ts'
import { updateTijdlijn } from '#server/relaties/index.ts'
import { mayViewKlantcontact } from './mayView.ts'
import { presentKlantcontact } from './presentKlantcontact.ts'
import { selectBetrokkenen, selectKlantcontact, updatePortaal } from './store.ts'
import type { KlantcontactRow } from './tables.ts'

/** Shows a post to the customer, or stops doing so. Who did it stays in the verwerkingenlog. */
export async function setPortaal(
  w: WriteContext,
  id: string,
  versie: number,
  toonInPortaal: boolean,
): Promise<KlantcontactRow> {
  eisRecht(w.actor, 'klantcontact.registreren')
  const before = await selectKlantcontact(w.db, id)
  if (!before || !mayViewKlantcontact(w.actor, before)) throw notFound()
  if (toonInPortaal && before.vertrouwelijk) {
    throw invalid('toonInPortaal', 'vertrouwelijk', 'Een vertrouwelijk contact kan niet in het klantportaal staan.')
  }
  const row = await updatePortaal(w.tx, id, versie, toonInPortaal)
  if (!row) throw stale(await presentKlantcontact(w.db, w.actor, before))
  await updateTijdlijn(w, { verwijzingId: id, soort: 'klantcontact' }, { zichtbaarInPortaal: toonInPortaal })
  const partijIds = (await selectBetrokkenen(w.db, [id])).flatMap((betrokkene) => betrokkene.partij_id ?? [])
  await emit(w, {
    soort: 'klantcontact.gewijzigd',
    onderwerpen: partijIds.map((partijId) => `partij:${partijId}`),
    gegevens: { klantcontactId: id, toonInPortaal },
  })
  await logVerwerking(w, {
    actie: 'wijzigen',
    doel: toonInPortaal ? 'Contactmoment tonen in klantportaal' : 'Contactmoment niet meer tonen in klantportaal',
    objectSoort: 'klantcontact',
    objectId: id,
    partijIds,
  })
  return row
}
