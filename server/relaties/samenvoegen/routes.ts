import type { Samenvoeging } from '#contract/samenvoegen.ts'
import {
  lijstSamenvoegingen,
  maakSamenvoegingOngedaan,
  voegSamen as voegSamenEndpoint,
  zoekDubbelen,
} from '#contract/samenvoegen.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import type { Http } from '#server/platform/http/handle.ts'
import { logVerwerking } from '#server/platform/verwerkingenlog/log.ts'
import { zoekDubbelen as zoek } from '../dubbel/zoekDubbelen.ts'
import { getPartij } from '../getPartij.ts'
import type { SamenvoegingRow } from '../tables.ts'
import { maakOngedaan } from './maakOngedaan.ts'
import { describeSamenvoegingen } from './present.ts'
import { selectSamenvoegingenVan } from './store.ts'
import { voegSamen } from './voegSamen.ts'

export function samenvoegRoutes(http: Http): void {
  http.read(zoekDubbelen, async ({ body, ctx }) => {
    const mogelijk = await zoek(ctx.db, body)
    if (mogelijk.length > 0) {
      await logVerwerking(ctx, {
        actie: 'zoeken',
        doel: 'Dubbele klanten voorkomen',
        objectSoort: 'partij',
        partijIds: mogelijk.map((each) => each.partij.id),
      })
    }
    return { mogelijk }
  })
  http.write(voegSamenEndpoint, async ({ params, body, w }) => describe(w, await voegSamen(w, params.id, body)))
  http.write(maakSamenvoegingOngedaan, async ({ params, w }) => describe(w, await maakOngedaan(w, params.id)))
  http.read(lijstSamenvoegingen, async ({ params, ctx }) => {
    await getPartij(ctx.db, params.id)
    const rows = await selectSamenvoegingenVan(ctx.db, params.id)
    return { samenvoegingen: await describeSamenvoegingen(ctx.db, rows) }
  })
}

async function describe(w: WriteContext, row: SamenvoegingRow): Promise<Samenvoeging> {
  const [answer] = await describeSamenvoegingen(w.db, [row])
  if (!answer) throw new Error('a samenvoeging without its partijen')
  return answer
}
