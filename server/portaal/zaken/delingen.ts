import type { Db } from '#server/platform/db/schema.ts'
import { listPortaalprocessen, type Portaalproces } from '#server/processen/index.ts'
import type { Zaakdelingen } from '../toegang/magZaak.ts'

export type Aanbod = {
  processen: readonly Portaalproces[]
  delingen: Zaakdelingen
  perZaaktype: ReadonlyMap<string, Portaalproces>
}

/** What the processes in force say of the portal, read once per request. */
export async function aanbodVan(db: Db): Promise<Aanbod> {
  const processen = await listPortaalprocessen(db)
  return {
    processen,
    perZaaktype: new Map(processen.map((each) => [each.zaaktype, each])),
    delingen: new Map(processen.map(({ zaaktype, portaal: { domein, gedeeld } }) => [zaaktype, { domein, gedeeld }])),
  }
}
