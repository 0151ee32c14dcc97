import * as contract from '#contract/procesmigratie.ts'
import { stale } from '#server/platform/errors.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import type { Http } from '#server/platform/http/handle.ts'
import { newId } from '#server/platform/ids.ts'
import { getZaak } from '#server/zaken/index.ts'
import { houdInstantie } from '../runtime/gehouden.ts'
import { laadVersie } from '../versies/geladen.ts'
import { insertOverzetting, sluitOverzetting, telOver } from './store.ts'
import { bekijkVersie, bekijkZaak, getVan, kiesNaar } from './voorbeeld.ts'
import { type Opdracht, zetOver } from './zetOver.ts'
import { beginOverzetting, listOverzettingen } from './zetVersieOver.ts'

export function migratieRoutes(http: Http): void {
  http.read(contract.bekijkOverzetting, ({ params, body, ctx }) => bekijkZaak(ctx, params.id, body))
  http.write(contract.zetZaakOver, ({ params, versie, body, w }) => zetZaakOver(w, params.id, versie, body))
  http.read(contract.bekijkOverzettingen, ({ params, body, ctx }) => bekijkVersie(ctx, params.id, body))
  http.write(contract.zetVersieOver, ({ params, body, w }) => beginOverzetting(w, params.id, body))
  http.read(contract.listOverzettingen, async ({ params, ctx }) => ({ rijen: await listOverzettingen(ctx, params.id) }))
}

/** @throws 404 for who may not see the zaak, 409 `verouderd` when the process went on since the preview */
async function zetZaakOver(w: WriteContext, zaakId: string, versie: number, opdracht: Opdracht & { naar: string }) {
  await getZaak(w, zaakId)
  const gehouden = await houdInstantie(w, { zaakId })
  const { instantie } = gehouden
  if (instantie.versie !== versie) throw stale(await bekijkZaak(w, zaakId, opdracht))
  const { id } = await kiesNaar(w, await getVan(w, instantie.versie_id), opdracht.naar)
  const naar = await laadVersie(w.db, id)
  const na = await zetOver(w, gehouden, naar, opdracht)
  const overzetting = await insertOverzetting(w.tx, {
    id: newId(),
    van_id: instantie.versie_id,
    naar_id: id,
    instantie_id: instantie.id,
    doelen: { ...opdracht.doelen },
    reden: opdracht.reden,
    door: w.actor.medewerkerId,
    begonnen_op: w.now,
  })
  await telOver(w.tx, overzetting.id, instantie.id)
  await sluitOverzetting(w.tx, overzetting.id, w.now)
  return { nummer: naar.nummer, versie: na.versie }
}
