import type { ZaakStatusCode } from '#contract/zaken.ts'
import type { ReadContext } from '#server/platform/http/context.ts'
import { getZaak, listTermijnen } from '#server/zaken/index.ts'
import { isGereedstaand } from '../model/gereedstaand.ts'
import { selectActiesVan, selectBeslissingen, selectInstantieVan, selectStappen, selectWacht } from '../store.ts'
import { laadVersie } from '../versies/geladen.ts'
import type { Verwacht } from './scenario.ts'

/** What a rehearsal came to, in the words of a scenario. */
export type Waarneming = {
  klaar: boolean
  status: ZaakStatusCode
  wachtOp: 'klant' | 'derde' | null
  resultaat: string | null
  /** `gereed`: on the edge of a step; it waits beside what is going on. */
  wacht: { element: string; gereed: boolean }[]
  stappen: string[]
  berichten: string[]
  documenten: string[]
  acties: string[]
  gestart: string[]
  /** The last time that each was decided. */
  beslissingen: Record<string, number[]>
  gegevens: Record<string, unknown>
  termijnen: { naam: string; uiterste: string; status: string }[]
}

/** @returns undefined when no process runs this zaak */
export async function neemWaar(ctx: ReadContext, zaakId: string): Promise<Waarneming | undefined> {
  const instantie = await selectInstantieVan(ctx.db, zaakId)
  if (!instantie) return undefined
  const zaak = await getZaak(ctx, zaakId)
  const [wacht, stappen, acties, beslissingen, termijnen, { model }] = await Promise.all([
    selectWacht(ctx.db, instantie.id),
    selectStappen(ctx.db, instantie.id),
    selectActiesVan(ctx.db, instantie.id),
    selectBeslissingen(ctx.db, instantie.id),
    listTermijnen(ctx.db, zaakId),
    laadVersie(ctx.db, instantie.versie_id),
  ])
  const gelukt = acties.filter(({ status }) => status === 'gelukt')
  const vanSoort = (soort: string, veld: string) =>
    gelukt.filter((actie) => actie.soort === soort).map(({ invoer }) => String(invoer[veld]))
  return {
    klaar: instantie.klaar_op !== null,
    status: zaak.status,
    wachtOp: zaak.wacht_op,
    resultaat: zaak.resultaat,
    wacht: wacht.map(({ element }) => {
      const stap = model.stappen.get(element)
      return { element, gereed: stap !== undefined && isGereedstaand(model, stap) }
    }),
    stappen: stappen.map(({ element }) => element),
    berichten: [...vanSoort('bericht.versturen', 'bericht'), ...vanSoort('enquete.uitnodigen', 'bericht')],
    documenten: vanSoort('document.maken', 'document'),
    acties: gelukt.map(({ element }) => element),
    gestart: vanSoort('proces.starten', 'proces'),
    beslissingen: Object.fromEntries(
      beslissingen.map(({ beslissing, regels }) => [beslissing, regels.map(({ nummer }) => nummer)]),
    ),
    gegevens: instantie.gegevens,
    termijnen: termijnen.map(({ naam, uiterste_op, status }) => ({ naam, uiterste: uiterste_op, status })),
  }
}

/** What a scenario may expect that was seen: everything that a change of the process could change, and no more. */
export function alsVerwachting(gezien: Waarneming): Verwacht {
  const { klaar, status, resultaat, wacht, stappen, berichten, documenten, beslissingen, termijnen, gestart } = gezien
  const wachtend = wacht.filter(({ gereed }) => !gereed).map(({ element }) => element)
  return {
    klaar,
    status,
    ...(resultaat !== null && { resultaat }),
    wacht: wachtend,
    stappen,
    ...(berichten.length > 0 && { berichten }),
    ...(documenten.length > 0 && { documenten }),
    ...(Object.keys(beslissingen).length > 0 && { beslissingen }),
    ...(termijnen.length > 0 && { termijnen }),
    ...(gestart.length > 0 && { gestart }),
  }
}
