import type { Antwoord } from '#server/platform/http/koppelvlak.ts'
import type { Vraag, Weergave } from './bron.ts'
import { bronVan } from './bronnen/index.ts'
import { haal, leesMet, maakObject } from './object.ts'
import { noteer, type Route, schrijfvraag, vraagVan } from './routes.ts'
import { bodySchema } from './specificatie/specificatie.ts'

type Ids = { klantcontact: string; betrokkene: string | null; onderwerpobject: string | null }

/** A contact with who it was and what it was about, all or nothing. */
export const maakKlantcontact: Route = {
  method: 'POST',
  url: '/maak-klantcontact',
  recht: 'klantcontacten.schrijven',
  async schrijf({ w, toegang, request, body }) {
    const vraag = schrijfvraag(w, toegang, request)
    const gelezen = leesMet(bodySchema('/maak-klantcontact', 'POST'), body)
    const klantcontact = await maakObject(vraag, bronVan('klantcontacten'), gelezen['klantcontact'] as Weergave)
    const deel = async (veld: string, pad: string, verwijst: string) => {
      const gegeven = gelezen[veld] as Weergave | null | undefined
      return gegeven ? await maakObject(vraag, bronVan(pad), { ...gegeven, [verwijst]: { uuid: klantcontact } }) : null
    }
    const ids: Ids = {
      klantcontact,
      betrokkene: await deel('betrokkene', 'betrokkenen', 'hadKlantcontact'),
      onderwerpobject: await deel('onderwerpobject', 'onderwerpobjecten', 'klantcontact'),
    }
    const answer = await toonAlle(vraag, ids)
    await noteer(vraag, bronVan('klantcontacten'), 'toevoegen', [
      await haal(vraag, bronVan('klantcontacten'), klantcontact),
    ])
    return { ...answer, bewaar: ids }
  },
  herhaal: (bewaard, { ctx, toegang, request }) => toonAlle(vraagVan(ctx, toegang, request), bewaard as Ids),
}

async function toonAlle(vraag: Vraag, ids: Ids): Promise<Antwoord> {
  const een = (pad: string, id: string | null) => (id ? haal(vraag, bronVan(pad), id) : null)
  const klantcontact = await een('klantcontacten', ids.klantcontact)
  return {
    status: 201,
    body: {
      klantcontact,
      betrokkene: await een('betrokkenen', ids.betrokkene),
      onderwerpobject: await een('onderwerpobjecten', ids.onderwerpobject),
    },
    headers: { Location: String(klantcontact?.['url']) },
  }
}
