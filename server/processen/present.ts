import type { ZaakProces } from '#contract/processen.ts'
import { findMedewerkers } from '#server/beheer/index.ts'
import { notFound } from '#server/platform/errors.ts'
import { mag, type ReadContext, systemActor } from '#server/platform/http/context.ts'
import { logVerwerking } from '#server/platform/verwerkingenlog/log.ts'
import { findTaken, mayViewTaak, type TaakRow } from '#server/taken/index.ts'
import { getZaak } from '#server/zaken/index.ts'
import { metEigenLijsten } from './lijsten.ts'
import { daarna } from './model/daarna.ts'
import { isGereedstaand } from './model/gereedstaand.ts'
import { contextVan } from './runtime/context.ts'
import { selectActiesVan, selectBeslissingen, selectInstantieVan, selectStappen, selectWacht } from './store.ts'
import type { ProcesInstantieRow, ProcesWachtRow } from './tables.ts'
import { laadVersie } from './versies/geladen.ts'

/** Where a zaak stands. @throws 404, also when this employee may not see the zaak, or no process runs it */
export async function presentProces(
  ctx: ReadContext,
  zaakId: string,
  bekend?: ProcesInstantieRow,
): Promise<ZaakProces> {
  const zaak = await getZaak(ctx, zaakId)
  const instantie = bekend ?? (await selectInstantieVan(ctx.db, zaakId))
  if (!instantie) throw notFound()
  const [geladen, wacht, stappen, beslissingen, acties] = await Promise.all([
    laadVersie(ctx.db, instantie.versie_id),
    selectWacht(ctx.db, instantie.id),
    selectStappen(ctx.db, instantie.id),
    selectBeslissingen(ctx.db, instantie.id),
    selectActiesVan(ctx.db, instantie.id),
  ])
  const taken = await findTaken(
    ctx.db,
    wacht.flatMap(({ taak_id }) => taak_id ?? []),
  )
  const wie = await findMedewerkers(ctx.db, [...new Set(stappen.map(({ door }) => door))])
  const { model, formulieren } = geladen
  const naam = (element: string) => model.stappen.get(element)?.naam || element
  const terzijde = (element: string) => {
    const stap = model.stappen.get(element)
    return stap !== undefined && isGereedstaand(model, stap)
  }
  const hoofdweg = wacht.filter(({ element }) => !terzijde(element))
  const formulierVan = async (element: string) => {
    const formulier = formulieren[model.stappen.get(element)?.formulier ?? '']
    return formulier ? metEigenLijsten(ctx.db, formulier) : null
  }
  await logVerwerking(ctx, {
    actie: 'inzien',
    doel: 'Verloop van zaak lezen',
    objectSoort: 'zaak',
    objectId: zaak.id,
    partijIds: zaak.partij_id ? [zaak.partij_id] : [],
  })
  return {
    instantieId: instantie.id,
    proces: geladen.proces,
    naam: geladen.naam,
    versieNummer: geladen.nummer,
    status: instantie.status,
    bpmn: geladen.bestanden['proces.bpmn'] ?? '',
    gegevens: instantie.gegevens,
    context: await contextVan(ctx, zaak, geladen),
    wacht: await Promise.all(
      wacht.map(async (each) => ({
        id: each.id,
        element: each.element,
        naam: naam(each.element),
        soort: each.soort,
        op: each.naam,
        moment: each.op?.toISOString() ?? null,
        sinds: each.sinds.toISOString(),
        taakId: each.taak_id,
        formulier: await formulierVan(each.element),
        lokaal: each.lokaal,
        mag: magStap(ctx, each, taken),
        terzijde: terzijde(each.element),
      })),
    ),
    daarna: daarna(
      model,
      hoofdweg.map(({ element }) => element),
    ).map((element) => ({ element, naam: naam(element) })),
    stappen: stappen.map(({ element, naam: toen, soort, begin_op, eind_op, afgebroken, door }) => ({
      element,
      // A step of an earlier version keeps the name that it had.
      naam: model.stappen.get(element)?.naam || toen || element,
      soort,
      beginOp: begin_op.toISOString(),
      eindOp: eind_op?.toISOString() ?? null,
      afgebroken,
      door: {
        id: door,
        naam: wie.get(door)?.naam ?? (door === systemActor.medewerkerId ? 'Rondom' : 'Klant (portaal)'),
      },
    })),
    beslissingen: beslissingen.map(({ op, uitkomst, ...rest }) => ({
      element: rest.element,
      beslissing: rest.beslissing,
      naam: rest.naam,
      regels: rest.regels,
      invoer: rest.invoer,
      uitkomst,
      op: op.toISOString(),
    })),
    acties: acties.map(({ id, element, soort, status, fout }) => ({ id, element, soort, status, fout })),
    versie: instantie.versie,
  }
}

function magStap(ctx: ReadContext, wacht: ProcesWachtRow, taken: ReadonlyMap<string, TaakRow>): boolean {
  if (wacht.soort === 'formulier') return mag(ctx.actor, 'zaak.behandelen')
  const taak = wacht.taak_id ? taken.get(wacht.taak_id) : undefined
  if (wacht.soort !== 'taak' || !taak || !mayViewTaak(ctx.actor, taak)) return false
  const vanMij = taak.medewerker_id === null || taak.medewerker_id === ctx.actor.medewerkerId
  return mag(ctx.actor, 'taak.behandelen') && (vanMij || mag(ctx.actor, 'taak.verdelen'))
}
