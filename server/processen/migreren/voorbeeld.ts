import type { Overzettingsplan, Overzetvoorbeeld } from '#contract/procesmigratie.ts'
import { conflict, invalid, notFound } from '#server/platform/errors.ts'
import type { ReadContext } from '#server/platform/http/context.ts'
import { getZaak } from '#server/zaken/index.ts'
import { selectInstantieVan, selectWacht } from '../store.ts'
import type { ProcesVersieRow } from '../tables.ts'
import { laadVersie } from '../versies/geladen.ts'
import { selectVersies } from '../versies/store.ts'
import { maakPlan, mogelijkeDoelen } from './plan.ts'
import { selectStanden } from './store.ts'
import { verschilVan } from './verschil.ts'

type Keuze = { naar?: string | undefined; doelen: Record<string, string> }
type Versie = Omit<ProcesVersieRow, 'bestanden'>

/** @throws 404 for who may not see the zaak, or when no process runs it any more */
export async function bekijkZaak(ctx: ReadContext, zaakId: string, keuze: Keuze): Promise<Overzetvoorbeeld> {
  await getZaak(ctx, zaakId)
  const instantie = await selectInstantieVan(ctx.db, zaakId)
  if (!instantie) throw notFound()
  if (instantie.klaar_op) throw conflict('gesloten', 'Dit proces is al klaar.')
  const { kop, oud, nieuw } = await kies(ctx, instantie.versie_id, keuze.naar)
  const plan = nieuw && maakPlan(oud.model, nieuw.model, await selectWacht(ctx.db, instantie.id), keuze.doelen)
  return { ...kop, stappen: plan?.stappen ?? [], kan: plan?.kan ?? false, versie: instantie.versie }
}

/** @throws 404 */
export async function bekijkVersie(ctx: ReadContext, versieId: string, keuze: Keuze): Promise<Overzettingsplan> {
  const { kop, oud, nieuw } = await kies(ctx, versieId, keuze.naar)
  const standen = await selectStanden(ctx.db, versieId)
  const groepen = standen.map(({ wacht, aantal }) => {
    const plan = nieuw && maakPlan(oud.model, nieuw.model, wacht, keuze.doelen)
    return { stappen: plan?.stappen ?? [], kan: plan?.kan ?? false, aantal }
  })
  const tel = (welke: typeof groepen) => welke.reduce((som, { aantal }) => som + aantal, 0)
  return { ...kop, groepen, aantal: tel(groepen), kan: tel(groepen.filter(({ kan }) => kan)) }
}

/** The version that somebody chose to go to. @throws 400 when it is not one of those */
export async function kiesNaar(ctx: Pick<ReadContext, 'db'>, van: Versie, naar: string): Promise<Versie> {
  const versie = (await bereikbaar(ctx, van)).find(({ id }) => id === naar)
  if (!versie) throw invalid('naar', 'onbekend', 'Kies een andere, gepubliceerde versie van hetzelfde proces.')
  return versie
}

/** @throws 404 */
export async function getVan(ctx: Pick<ReadContext, 'db'>, id: string): Promise<Versie> {
  const versie = (await selectVersies(ctx.db)).find((each) => each.id === id && each.status !== 'concept')
  if (!versie) throw notFound()
  return versie
}

async function kies(ctx: ReadContext, vanId: string, naarId: string | undefined) {
  const van = await getVan(ctx, vanId)
  const versies = await bereikbaar(ctx, van)
  const naar = naarId
    ? await kiesNaar(ctx, van, naarId)
    : (versies.find(({ status }) => status === 'gepubliceerd') ?? versies[0])
  const oud = await laadVersie(ctx.db, van.id)
  const nieuw = naar && (await laadVersie(ctx.db, naar.id))
  const kop = {
    van: versieKort(van),
    naar: naar ? versieKort(naar) : null,
    versies: versies.map(versieKort),
    doelen: nieuw ? mogelijkeDoelen(nieuw.model).map(({ id, naam }) => ({ element: id, naam: naam || id })) : [],
    verschil: nieuw ? verschilVan(oud, nieuw) : { formulieren: [], gegevens: { erbij: [], weg: [] }, termijnen: [] },
  }
  return { kop, oud, nieuw }
}

async function bereikbaar(ctx: Pick<ReadContext, 'db'>, van: Versie): Promise<Versie[]> {
  return (await selectVersies(ctx.db, van.proces)).filter(({ id, status }) => id !== van.id && status !== 'concept')
}

export const versieKort = ({ id, nummer, status }: Versie) => ({ id, nummer, status })
