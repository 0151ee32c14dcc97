import type { WriteContext } from '#server/platform/http/context.ts'
import { changed } from '../changed.ts'
import { updateBericht } from '../store.ts'
import type { BerichtRow } from '../tables.ts'
import { adresseer, enqueueBericht, standVan } from '../verstuurBericht.ts'
import { markeerOnbestelbaar } from './onbestelbaar.ts'

/**
 * This way does not lead to the klant: the address is put aside, and the message goes by the next one. Without another
 * it is on the list of what a person has to do something about.
 * @param terug it was sent already, and came back
 * @param adres that the address is to blame; not so when it was the content, or a mailbox that is full
 */
export async function wijkUit(
  w: WriteContext,
  before: BerichtRow,
  { reden, code, terug = false, adres = true }: { reden: string; code: string; terug?: boolean; adres?: boolean },
): Promise<BerichtRow> {
  if (adres) await markeerOnbestelbaar(w, before, { reden, code })
  const weg = { kanaal: before.kanaal, aan: before.aan, op: w.now.toISOString(), fout: reden }
  const vast = {
    eerder: [...before.eerder, weg].slice(-10),
    bezig_tot: null,
    bundel_id: null,
    ...(terug && { teruggekomen_op: w.now }),
  }
  const { keuze } = before.partij_id
    ? await adresseer(w, { partijId: before.partij_id, formeel: before.formeel, doel: before.doel })
    : { keuze: undefined }
  const anders = typeof keuze === 'object' && (keuze.kanaal !== before.kanaal || keuze.aan !== before.aan)
  const after = anders
    ? await updateBericht(w.tx, before, {
        ...vast,
        ...(await standVan(w, keuze, before)),
        kanaal: keuze.kanaal,
        aan: keuze.aan,
        reden: 'uitwijk',
        pogingen: 0,
      })
    : await updateBericht(w.tx, before, {
        ...vast,
        status: 'mislukt',
        verstuurd_op: null,
        volgende_poging: null,
        fout: reden,
      })
  await enqueueBericht(w, after)
  return changed(w, after, terug ? 'bericht.teruggekomen' : anders ? 'bericht.klaargezet' : 'bericht.mislukt')
}
