import type { AnswerOf } from '#contract/endpoint.ts'
import type * as contract from '#contract/portaal/processen.ts'
import { conflict, DomainError, notFound } from '#server/platform/errors.ts'
import type { ReadContext, WriteContext } from '#server/platform/http/context.ts'
import { logVerwerking } from '#server/platform/verwerkingenlog/log.ts'
import { doeKlanttaak, getKlanttaak, klanttaakformulier } from '#server/processen/index.ts'
import type { Toegang } from '../toegang/toegang.ts'
import { isZijn } from '../zaken/rijen.ts'
import { eisGelezen } from '../zaken/zaak.ts'
import { eisSterk } from './start.ts'

/** One step that is his. @throws 404, also for a step of somebody else and for one that is done */
export async function leesTaak(
  ctx: ReadContext,
  toegang: Toegang,
  id: string,
): Promise<AnswerOf<typeof contract.getPortaalTaak>> {
  const { zaakId, stand, taak, gelezen } = await eisTaak(ctx, toegang, id)
  const kort = gelezen.taken.find((each) => each.id === id)
  await logVerwerking(ctx, {
    actie: 'inzien',
    doel: 'Eigen taak bekijken',
    objectSoort: 'zaak',
    objectId: zaakId,
    partijIds: [toegang.partijId],
  })
  return {
    id,
    zaakId,
    zaaknummer: gelezen.zaak.nummer,
    zaakTitel: gelezen.zaak.omschrijving,
    titel: kort?.titel ?? taak.stap.naam,
    uitleg: gelezen.rij.volgende,
    uiterlijk: kort?.uiterlijk ?? null,
    sterk: moetSterk(gelezen, taak.stap.id),
    ...(await klanttaakformulier(ctx, zaakId, stand, taak)),
    antwoorden: {},
  }
}

/** @throws 404, 409 `stap-voorbij` for who is too late, 403 `tweede-stap-nodig`, 400 on the answers */
export async function voltooiTaak(
  w: WriteContext,
  toegang: Toegang,
  id: string,
  antwoorden: Record<string, unknown>,
): Promise<AnswerOf<typeof contract.voltooiPortaalTaak>> {
  const { zaakId, taak, gelezen } = await eisTaak(w, toegang, id).catch((error: unknown) => {
    // It was on his screen a moment ago; whether it ever was, nobody can tell from the answer.
    if (error instanceof DomainError && error.status === 404)
      throw conflict('stap-voorbij', 'Dit is al gedaan, of niet meer nodig. Kijk hoe uw zaak er nu voor staat.')
    throw error
  })
  if (moetSterk(gelezen, taak.stap.id)) eisSterk(toegang)
  await doeKlanttaak(w, zaakId, taak, antwoorden)
  await logVerwerking(w, {
    actie: 'wijzigen',
    doel: `Stap doen in het portaal: ${taak.stap.naam}`,
    objectSoort: 'zaak',
    objectId: zaakId,
    partijIds: [toegang.partijId],
  })
  const na = await eisGelezen(w, toegang, zaakId)
  return { zaakId, nummer: na.zaak.nummer, wieDoetWat: na.wieDoetWat }
}

async function eisTaak(ctx: ReadContext, toegang: Toegang, id: string) {
  const gevonden = await getKlanttaak(ctx, id)
  if (!isZijn(toegang, gevonden.taak)) throw notFound()
  return { ...gevonden, gelezen: await eisGelezen(ctx, toegang, gevonden.zaakId) }
}

const moetSterk = ({ portaal }: Awaited<ReturnType<typeof eisGelezen>>, element: string) =>
  portaal?.stappen[element]?.sterk ?? false
