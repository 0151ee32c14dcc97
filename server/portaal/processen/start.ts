import type { AnswerOf, BodyOf } from '#contract/endpoint.ts'
import type * as contract from '#contract/portaal/processen.ts'
import { DomainError, invalid } from '#server/platform/errors.ts'
import type { ReadContext, WriteContext } from '#server/platform/http/context.ts'
import { logVerwerking } from '#server/platform/verwerkingenlog/log.ts'
import { type Portaalproces, startformulierVoorKlant, startProces } from '#server/processen/index.ts'
import { alsSysteem } from '../http.ts'
import type { Toegang } from '../toegang/toegang.ts'
import { eisProces, listWoningen, presentProces, woningVan } from './aanbod.ts'
import { conceptVanProces, verwijderConcept } from './concepten.ts'

/** The form that starts a process, as he is asked it, for the home that he chose. */
export async function leesStartformulier(
  ctx: ReadContext,
  toegang: Toegang,
  proces: string,
  gekozen: string | undefined,
): Promise<AnswerOf<typeof contract.getPortaalStartformulier>> {
  const gevonden = await eisProces(ctx, toegang, proces)
  const [woningen, concept] = await Promise.all([listWoningen(ctx, toegang), conceptVanProces(ctx, toegang, proces)])
  const woning = woningVan(toegang, gekozen ?? concept?.overeenkomstId ?? woningen[0]?.overeenkomstId ?? null)
  const wie = {
    partijId: toegang.partijId,
    eenheidId: woning?.eenheidId ?? null,
    overeenkomstId: woning?.overeenkomstId ?? null,
    portaal: portaalwie(toegang),
  }
  await logVerwerking(ctx, {
    actie: 'inzien',
    doel: `Formulier openen in het portaal: ${gevonden.portaal.naam.nl}`,
    objectSoort: 'partij',
    objectId: toegang.partijId,
    partijIds: [toegang.partijId],
  })
  return {
    ...presentProces(gevonden, toegang.klant.taal),
    ...(await startformulierVoorKlant(ctx, proces, wie, toegang.domeinen.has('gegevens'))),
    woningen,
    overeenkomstId: wie.overeenkomstId,
    concept,
  }
}

/**
 * Sends the form: opens exactly one zaak, in the name of whose affairs it is.
 * @throws 403 `tweede-stap-nodig`, 400 on the answers
 */
export async function start(
  w: WriteContext,
  toegang: Toegang,
  proces: string,
  { overeenkomstId, antwoorden, conceptId }: BodyOf<typeof contract.startPortaalProces>,
): Promise<AnswerOf<typeof contract.startPortaalProces>> {
  const gevonden = await eisProces(w, toegang, proces)
  if (gevonden.portaal.sterk) eisSterk(toegang)
  const woning = woningVan(toegang, overeenkomstId)
  if (!woning && gevonden.portaal.woningNodig)
    throw invalid('overeenkomstId', 'verplicht', 'Kies om welke woning het gaat.')
  const { zaakId, zaak } = await startProces(alsSysteem(w), {
    proces,
    partijId: toegang.partijId,
    eenheidId: woning?.eenheidId ?? null,
    overeenkomstId: woning?.overeenkomstId ?? null,
    kanaal: 'portaal',
    toelichting:
      toegang.hoedanigheid === 'zelf'
        ? ''
        : `Ingevuld in het portaal door ${toegang.klant.naam}, ${toegang.hoedanigheid}.`,
    portaal: portaalwie(toegang),
    antwoorden,
  })
  if (conceptId) await verwijderConcept(w, toegang, conceptId)
  await logVerwerking(w, {
    actie: 'toevoegen',
    doel: `Beginnen in het portaal: ${gevonden.portaal.naam.nl}`,
    objectSoort: 'zaak',
    objectId: zaakId,
    partijIds: [toegang.partijId],
  })
  return { zaakId, nummer: zaak.nummer, wieDoetWat: daarnaVan(gevonden, toegang) }
}

const daarnaVan = ({ portaal }: Portaalproces, { klant }: Toegang) =>
  portaal.daarna.map(({ wie, wat }) => ({ wie, wat: wat[klant.taal], uiterlijk: null }))

const portaalwie = ({ klant, hoedanigheid }: Toegang) => ({ hoedanigheid, naam: klant.naam })

/** @throws 403 when he did not prove a second time that it is he */
export function eisSterk({ klant }: Toegang): void {
  if (!klant.sterk) throw new DomainError(403, 'tweede-stap-nodig', 'Bevestig eerst nog een keer dat u het bent.')
}
