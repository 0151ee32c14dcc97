import * as contract from '#contract/portaal/wonen.ts'
import type { Erp } from '#server/erp/index.ts'
import type { KlantHttp } from '../http.ts'
import { leesWoningen } from './leesWoning.ts'
import { leesOnderhoud, leesRekening } from './vraagErp.ts'

export function woningRoutes(klant: KlantHttp, erp: Erp): void {
  klant.read(contract.getWoning, async ({ ctx, toegang }) => ({ woningen: await leesWoningen(ctx, toegang) }))
  klant.read(contract.getRekening, ({ params, ctx, toegang }) => leesRekening(ctx, erp, toegang, params.id))
  klant.read(contract.getOnderhoud, ({ params, ctx, toegang }) => leesOnderhoud(ctx, erp, toegang, params.id))
}
