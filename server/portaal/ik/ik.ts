import type { Ik } from '#contract/portaal/ik.ts'
import { formatAdres } from '#contract/regels/adresweergave.ts'
import { dagVan } from '#server/platform/clock.ts'
import { notSignedIn } from '#server/platform/errors.ts'
import type { ReadContext } from '#server/platform/http/context.ts'
import { findEenheden } from '#server/wonen/index.ts'
import { selectHuidigeWoningen } from '../toegang/store.ts'
import { listToegangen } from '../toegang/toegang.ts'

/** Who is signed in, and for whom he may act; the first is always himself. */
export async function leesIk(ctx: ReadContext): Promise<Ik> {
  const { klant } = ctx
  if (!klant) throw notSignedIn()
  const toegangen = await listToegangen(ctx)
  const woningen = await selectHuidigeWoningen(
    ctx.db,
    toegangen.map(({ partijId }) => partijId),
    dagVan(ctx.now),
  )
  const eenheden = await findEenheden(ctx.db, [...new Set(woningen.values())])
  return {
    naam: klant.naam,
    taal: klant.taal,
    sterk: klant.sterk,
    eigenApparaat: klant.eigenApparaat ?? false,
    dossiers: toegangen.map(({ domeinen, ...toegang }) => {
      const eenheid = eenheden.get(woningen.get(toegang.partijId) ?? '')
      return {
        ...toegang,
        domeinen: [...domeinen],
        adres: eenheid ? formatAdres({ ...eenheid, straat: eenheid.straatnaam }) : '',
      }
    }),
  }
}
