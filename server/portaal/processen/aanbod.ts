import type { PortaalProces, PortaalWoning } from '#contract/portaal/processen.ts'
import { formatAdres } from '#contract/regels/adresweergave.ts'
import { dagVan } from '#server/platform/clock.ts'
import { invalid, notFound } from '#server/platform/errors.ts'
import type { ReadContext } from '#server/platform/http/context.ts'
import type { Portaalproces } from '#server/processen/index.ts'
import { findEenheden } from '#server/wonen/index.ts'
import type { Contractrol } from '../toegang/store.ts'
import { loopt, type Toegang } from '../toegang/toegang.ts'
import { aanbodVan } from '../zaken/delingen.ts'

/** What he can arrange himself now: offered, in force, within his mandate, and with a home when it needs one. */
export async function listAanbod(ctx: ReadContext, toegang: Toegang): Promise<PortaalProces[]> {
  const { processen } = await aanbodVan(ctx.db)
  const metWoning = lopende(ctx, toegang).length > 0
  return processen
    .filter((each) => isVoorHem(toegang, each) && (metWoning || !each.portaal.woningNodig))
    .map((each) => presentProces(each, toegang.klant.taal))
}

/** @throws 404 when it is not for him: it does not exist, or his mandate does not cover it */
export async function eisProces(ctx: ReadContext, toegang: Toegang, proces: string): Promise<Portaalproces> {
  const { processen } = await aanbodVan(ctx.db)
  const gevonden = processen.find((each) => each.proces === proces)
  if (!gevonden || !isVoorHem(toegang, gevonden)) throw notFound()
  return gevonden
}

const isVoorHem = (toegang: Toegang, { actief, portaal }: Portaalproces) =>
  actief && portaal.aanbieden && toegang.domeinen.has(portaal.domein)

export function presentProces({ proces, portaal }: Portaalproces, taal: 'nl' | 'en'): PortaalProces {
  const { naam, omschrijving, woorden, icoon, domein, sterk } = portaal
  return { proces, naam: naam[taal], omschrijving: omschrijving[taal], woorden, icoon, domein, sterk }
}

/** The contracts that run today, the last begun first. */
const lopende = (ctx: ReadContext, { contracten }: Toegang) =>
  contracten.filter((contract) => loopt(contract, dagVan(ctx.now)))

export async function listWoningen(ctx: ReadContext, toegang: Toegang): Promise<PortaalWoning[]> {
  const contracten = lopende(ctx, toegang)
  const eenheden = await findEenheden(ctx.db, [...new Set(contracten.flatMap(({ eenheidId }) => eenheidId ?? []))])
  return contracten.map(({ overeenkomstId, eenheidId }) => {
    const eenheid = eenheden.get(eenheidId ?? '')
    return { overeenkomstId, eenheidId, adres: eenheid ? formatAdres({ ...eenheid, straat: eenheid.straatnaam }) : '' }
  })
}

/** @throws 400 when it is not one of his */
export function woningVan(toegang: Toegang, overeenkomstId: string | null): Contractrol | null {
  if (!overeenkomstId) return null
  const contract = toegang.contracten.find((each) => each.overeenkomstId === overeenkomstId)
  if (!contract) throw invalid('overeenkomstId', 'onbekend', 'Kies een woning die u nu huurt.')
  return contract
}
