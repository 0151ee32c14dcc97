import type { ScenarioUitslag } from '#contract/processen.ts'
import { write } from '#server/platform/db/write.ts'
import type { ReadContext } from '#server/platform/http/context.ts'
import { draaiScenario, type Proefmap } from './draaiScenario.ts'
import { leesScenarios } from './scenario.ts'

/** Thrown to roll back: what a rehearsal did must not stay. */
class Klaar extends Error {}

/** Runs every scenario of a folder, each in a transaction of its own that is rolled back. */
export async function draaiScenarios(
  ctx: ReadContext,
  map: Proefmap,
  andere: readonly Proefmap[] = [],
): Promise<ScenarioUitslag[]> {
  const uitslagen: ScenarioUitslag[] = []
  for (const each of lees(map, uitslagen)) {
    let uitslag: ScenarioUitslag | undefined
    await write(ctx, async (w) => {
      uitslag = await draaiScenario(w, map, each, andere)
      throw new Klaar()
    }).catch((error: unknown) => {
      if (!(error instanceof Klaar)) throw error
    })
    if (uitslag) uitslagen.push(uitslag)
  }
  return uitslagen
}

function lees(map: Proefmap, uitslagen: ScenarioUitslag[]): ReturnType<typeof leesScenarios> {
  try {
    return leesScenarios(map.bestanden)
  } catch (error) {
    const melding = error instanceof Error ? error.message : String(error)
    uitslagen.push({ bestand: 'scenarios', naam: 'Lezen', gelukt: false, verschillen: [melding], verloop: [] })
    return []
  }
}
