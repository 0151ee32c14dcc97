import type { Formulierdefinitie } from '#contract/formulieren.ts'
import { notFound } from '#server/platform/errors.ts'
import { type ReadContext, systemActor, type WriteContext } from '#server/platform/http/context.ts'
import { getZaak } from '#server/zaken/index.ts'
import { metEigenLijsten } from '../lijsten.ts'
import { contextVan } from '../runtime/context.ts'
import { voltooiStap } from '../voltooiStap.ts'
import { type Klanttaak, type Portaalstand, portaalstandenVan } from './stand.ts'
import { selectWacht } from './store.ts'
import { zoalsKlant } from './zoalsKlant.ts'

/**
 * A step that a customer can do, whoever asks: whether it is his, and whether he may see the zaak, is for the caller.
 * @throws 404 for what never was, 409 `stap-voorbij` is for `doeKlanttaak`
 */
export async function getKlanttaak(
  ctx: Pick<ReadContext, 'db' | 'now'>,
  wachtId: string,
): Promise<{ zaakId: string; stand: Portaalstand; taak: Klanttaak }> {
  const wacht = await selectWacht(ctx.db, wachtId)
  const stand = wacht && (await portaalstandenVan(ctx.db, ctx.now, [wacht.zaak_id])).get(wacht.zaak_id)
  const taak = stand?.taken.find((each) => each.wacht.id === wachtId)
  if (!wacht || !stand || !taak) throw notFound()
  return { zaakId: wacht.zaak_id, stand, taak }
}

/** Its form as he is asked it. */
export async function klanttaakformulier(
  ctx: ReadContext,
  zaakId: string,
  { instantie, geladen }: Portaalstand,
  { wacht, formulier: naam }: Klanttaak,
): Promise<{ formulier: Formulierdefinitie | null; context: Record<string, unknown> }> {
  const formulier = geladen.formulieren[naam]
  if (!formulier) return { formulier: null, context: {} }
  const zaak = await getZaak({ db: ctx.db, actor: systemActor }, zaakId)
  const bekend = { ...instantie.gegevens, ...(await contextVan(ctx, zaak, geladen)), ...wacht.lokaal }
  const { def, gegevens } = zoalsKlant(await metEigenLijsten(ctx.db, formulier), bekend)
  return { formulier: def, context: gegevens }
}

/**
 * Does it: as the system, after the portal decided that it is his.
 * @throws 409 `stap-voorbij` when somebody was first, 400 on the answers
 */
export async function doeKlanttaak(
  w: WriteContext,
  zaakId: string,
  { wacht, formulier }: Klanttaak,
  antwoorden: Record<string, unknown>,
): Promise<void> {
  const als = { ...w, actor: systemActor }
  const stap = {
    zaakId,
    element: wacht.element,
    wachtId: wacht.id,
    antwoorden,
    uitkomst: 'Gedaan door de klant, in het portaal.',
  }
  await voltooiStap(als, { ...stap, alsKlant: { formulier } })
}
