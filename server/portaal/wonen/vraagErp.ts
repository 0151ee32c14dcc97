import type { AnswerOf } from '#contract/endpoint.ts'
import type { Boekingregel, ErpAntwoord, getOnderhoud, getRekening, Onderhoudsregel } from '#contract/portaal/wonen.ts'
import { type Boeking, type Erp, ErpGeweigerd, ErpStoring, type Onderhoudsverzoek } from '#server/erp/index.ts'
import { dagVan } from '#server/platform/clock.ts'
import { notFound } from '#server/platform/errors.ts'
import type { ReadContext } from '#server/platform/http/context.ts'
import { logVerwerking } from '#server/platform/verwerkingenlog/log.ts'
import { getEenheid } from '#server/wonen/index.ts'
import type { Contractrol } from '../toegang/store.ts'
import { eisDomein, type Toegang } from '../toegang/toegang.ts'
import { eenKeer } from './leesWoning.ts'
import { magBoeking, magReparatie } from './magWonen.ts'

/** What is asked and paid under a contract, as the ERP says it now. */
export async function leesRekening(
  ctx: ReadContext,
  erp: Erp,
  toegang: Toegang,
  overeenkomstId: string,
): Promise<AnswerOf<typeof getRekening>> {
  eisDomein(toegang, 'betalen')
  const contract = eisContract(ctx, toegang, overeenkomstId)
  await log(ctx, toegang, 'Eigen huurrekening bekijken', overeenkomstId)
  const { stand, rijen } = await vraag(ctx, erp, () => erp.boekingen.vanOvereenkomst(ctx, contract.nummer))
  const eigen = rijen.filter((boeking) => magBoeking(contract, boeking))
  return {
    ...stand,
    saldoCent: eigen.reduce((som, boeking) => som + open(boeking), 0),
    regels: eigen.map(presentBoeking),
  }
}

/** The repairs of the home in his time, as the ERP says it now. */
export async function leesOnderhoud(
  ctx: ReadContext,
  erp: Erp,
  toegang: Toegang,
  overeenkomstId: string,
): Promise<AnswerOf<typeof getOnderhoud>> {
  eisDomein(toegang, 'reparaties')
  const contract = eisContract(ctx, toegang, overeenkomstId)
  if (!contract.eenheidId) throw notFound()
  const { code } = await getEenheid(ctx.db, contract.eenheidId)
  await log(ctx, toegang, 'Reparaties van de woning bekijken', overeenkomstId)
  const { stand, rijen } = await vraag(ctx, erp, () => erp.onderhoudsverzoeken.vanEenheid(ctx, code))
  return {
    ...stand,
    regels: rijen
      .filter((verzoek) => magReparatie(contract, verzoek))
      .map(presentReparatie)
      .sort((a, b) => Number(b.loopt) - Number(a.loopt)),
  }
}

/** @throws 404 when it is none of his */
function eisContract(ctx: ReadContext, toegang: Toegang, overeenkomstId: string): Contractrol {
  const contract = eenKeer(toegang.contracten, dagVan(ctx.now)).find((each) => each.overeenkomstId === overeenkomstId)
  if (!contract) throw notFound()
  return contract
}

/** An ERP that does not answer, or does not know the contract, is a state of the page: everything else works on. */
async function vraag<T>(
  ctx: ReadContext,
  erp: Erp,
  ask: () => Promise<T[]>,
): Promise<{ stand: { erp: ErpAntwoord; op: string | null }; rijen: T[] }> {
  if (erp.stand().soort === 'uit') return { stand: { erp: 'uit', op: null }, rijen: [] }
  try {
    const rijen = await ask()
    return { stand: { erp: 'werkt', op: ctx.now.toISOString() }, rijen }
  } catch (error) {
    if (!(error instanceof ErpStoring || error instanceof ErpGeweigerd)) throw error
    return { stand: { erp: 'storing', op: null }, rijen: [] }
  }
}

/** What a tenant pays lowers what he owes; the ERP says which of the two it is with the kind (VERA BOEKINGSOORT). */
const teken = (boeking: Boeking) => (boeking.soort === 'ONT' ? -1 : 1)
const open = (boeking: Boeking) => teken(boeking) * boeking.saldoCent

function presentBoeking(boeking: Boeking): Boekingregel {
  return {
    id: boeking.id,
    omschrijving: boeking.omschrijving,
    datum: boeking.boekdatum ?? null,
    uiterlijk: boeking.vervaldatum ?? null,
    bedragCent: teken(boeking) * boeking.bedragCent,
    openCent: open(boeking),
  }
}

/** Technically ready is not over yet for the tenant: it may not be solved. */
const klaar = new Set(['FIN', 'AFG', 'GEA'])

const presentReparatie = ({ nummer, omschrijving, gemeldOp, status }: Onderhoudsverzoek): Onderhoudsregel => ({
  nummer,
  omschrijving,
  gemeldOp: gemeldOp ?? null,
  loopt: !klaar.has(status),
})

const log = (ctx: ReadContext, toegang: Toegang, doel: string, objectId: string) =>
  logVerwerking(ctx, { actie: 'inzien', doel, objectSoort: 'overeenkomst', objectId, partijIds: [toegang.partijId] })
