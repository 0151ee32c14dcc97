import type { ScenarioUitslag } from '#contract/procesbeheer.ts'
import { write } from '#server/platform/db/write.ts'
import { notFound } from '#server/platform/errors.ts'
import type { ReadContext } from '#server/platform/http/context.ts'
import { draaiScenario, type Proefmap } from './draaiScenario.ts'
import { leesScenarios } from './scenario.ts'

/** Thrown to roll back: what a rehearsal did must not stay. */
class Klaar extends Error {}

/**
 * Runs one scenario of a folder in a transaction that is rolled back.
 * @param nummer which of the file, from 1
 * @returns how it went, and whether the file has more
 * @throws 404 when there is no such scenario
 */
export async function proefdraaien(
  ctx: ReadContext,
  map: Proefmap,
  andere: readonly Proefmap[],
  { bestand, nummer }: { bestand: string; nummer: number },
): Promise<{ uitslag: ScenarioUitslag; meer: boolean }> {
  const tekst = bestand.startsWith('scenarios/') ? map.bestanden[bestand] : undefined
  if (tekst === undefined) throw notFound()
  const gelezen = lees(bestand, tekst)
  if ('uitslag' in gelezen) return gelezen
  const scenario = gelezen.scenarios[nummer - 1]
  if (!scenario) throw notFound()
  let uitslag: ScenarioUitslag | undefined
  await write(ctx, async (w) => {
    uitslag = await draaiScenario(w, map, scenario, andere)
    throw new Klaar()
  }).catch((error: unknown) => {
    if (!(error instanceof Klaar)) throw error
  })
  if (!uitslag) throw new Error('a rehearsal ended without a result')
  return { uitslag, meer: nummer < gelezen.scenarios.length }
}

type Gelezen = { scenarios: ReturnType<typeof leesScenarios> } | { uitslag: ScenarioUitslag; meer: boolean }

function lees(bestand: string, tekst: string): Gelezen {
  try {
    return { scenarios: leesScenarios({ [bestand]: tekst }) }
  } catch (error) {
    const melding = error instanceof Error ? error.message : String(error)
    return { uitslag: { bestand, naam: 'Lezen', gelukt: false, verschillen: [melding], verloop: [] }, meer: false }
  }
}
