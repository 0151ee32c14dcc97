import type { Besluit } from '#contract/procesbeheer.ts'
import { kalenderVan } from '#server/beheer/index.ts'
import { dagVan } from '#server/platform/clock.ts'
import { invalid, notFound } from '#server/platform/errors.ts'
import type { ReadContext } from '#server/platform/http/context.ts'
import { BeslisError, type Beslisuitkomst, beslis } from '../dmn/beslis.ts'
import { leesDmn } from '../dmn/leesDmn.ts'
import { leesInstellingen } from './geladen.ts'
import { instellingenOp } from './instellingen.ts'
import { selectVersie } from './store.ts'

/**
 * Takes one decision to see what comes out, with the settings and free days of today.
 * @throws 400 when the tables cannot be read, or no decision can be taken with these data
 */
export async function probeerBeslissing(
  ctx: ReadContext,
  id: string,
  beslissing: string,
  { invoer, regels }: { invoer: Record<string, unknown>; regels?: string | undefined },
): Promise<{ besluiten: Besluit[]; onbekend: string[] }> {
  const versie = await selectVersie(ctx.db, id)
  const tekst = regels ?? versie?.bestanden['regels.dmn']
  if (!versie || !tekst) throw notFound()
  const model = await leesDmn(tekst)
  if (!model.beslissingen.has(beslissing)) throw notFound()
  const instellingen = instellingenOp(leesInstellingen(versie.bestanden['instellingen.json']), dagVan(ctx.now))
  const { isVrij } = await kalenderVan(ctx.db)
  try {
    const uitkomst = beslis(model, beslissing, { instellingen, ...invoer }, { nu: ctx.now, isVrij })
    return { besluiten: opRij(uitkomst), onbekend: uitkomst.onbekend }
  } catch (error) {
    if (error instanceof BeslisError) throw invalid('invoer', 'beslissing', error.message)
    throw error
  }
}

/** What a decision needed comes before it, each once. */
function opRij({ onderliggend, beslissing, naam, uitkomst, regels, invoer }: Beslisuitkomst): Besluit[] {
  const eerst = onderliggend.flatMap(opRij)
  const uniek = eerst.filter((een, plek) => eerst.findIndex((ander) => ander.beslissing === een.beslissing) === plek)
  return [...uniek, { beslissing, naam, uitkomst, regels, invoer }]
}
