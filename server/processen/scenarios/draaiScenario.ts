import type { ScenarioUitslag } from '#contract/procesbeheer.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { leesModel } from '../model/leesModel.ts'
import { leesXml } from '../model/moddle.ts'
import { selectStappen } from '../store.ts'
import { beginProef, doeStap, isStoring, nieuweProef, type Proefmap, ruimOp, zinVan } from './proef.ts'
import type { Scenario } from './scenario.ts'
import { vergelijk } from './vergelijk.ts'

/**
 * Runs a scenario against the real runtime inside a transaction that its caller rolls back: nothing stays, nothing goes
 * out, and the clock is its own.
 * @param andere process folders that it may start
 */
export async function draaiScenario(
  gegeven: WriteContext,
  map: Proefmap,
  { bestand, scenario }: { bestand: string; scenario: Scenario },
  andere: readonly Proefmap[] = [],
): Promise<ScenarioUitslag> {
  const proef = nieuweProef(gegeven, scenario.gegeven)
  const verschillen: string[] = []
  try {
    await beginProef(proef, map, andere)
    for (const [nummer, stap] of scenario.stappen.entries()) {
      const waar = `stap ${nummer + 1}`
      if ('verwacht' in stap)
        verschillen.push(...(await vergelijk(proef.w, proef.zaakId, stap.verwacht, `bij ${waar}`)))
      else await doeStap(proef, stap, waar)
    }
    verschillen.push(...(await vergelijk(proef.w, proef.zaakId, scenario.verwacht, 'aan het eind')))
  } catch (error) {
    if (isStoring(error)) throw error
    verschillen.push(zinVan(error))
  } finally {
    ruimOp(proef)
  }
  const model = leesModel(await leesXml(map.bestanden['proces.bpmn'] ?? ''))
  const stappen = proef.instantieId ? await selectStappen(gegeven.db, proef.instantieId) : []
  return {
    bestand,
    naam: scenario.naam,
    gelukt: verschillen.length === 0,
    verschillen,
    verloop: stappen.map(({ element, afgebroken, begin_op }) => ({
      element,
      naam: model.stappen.get(element)?.naam || element,
      wat: afgebroken ? 'afgebroken' : 'gedaan',
      op: begin_op.toISOString(),
    })),
  }
}
