import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { seedInrichting } from '#server/beheer/index.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { leesDmn } from '#server/processen/dmn/leesDmn.ts'
import { draaiScenario } from '#server/processen/scenarios/draaiScenario.ts'
import { leesScenarios } from '#server/processen/scenarios/scenario.ts'
import { controleerMap } from '#server/processen/versies/controleer.ts'
import { leesMappen } from '#server/processen/versies/levering.ts'

/**
 * Everything that a process folder promises: nothing is wrong with it, its scenarios hold, and every rule of its tables
 * is reached by one. Called by the `scenarios.test.ts` of each folder: apart, so that they run beside each other.
 */
export async function bewijsProces(proces: string): Promise<void> {
  const mappen = await leesMappen()
  const map = mappen.find((each) => each.proces === proces)
  if (!map) throw new Error(`there is no folder ${proces}`)
  const alle = leesScenarios(map.bestanden).map((each) => [each.scenario.naam, each] as const)
  let rondom: TestRondom
  const geraakt: Geraakt = new Map()
  beforeAll(async () => {
    rondom = await startTestRondom()
    await rondom.write(seedInrichting)
  })
  afterAll(() => rondom.close())

  it('has nothing wrong', async () => {
    expect(await controleerMap(rondom.context(), proces, map.bestanden)).toEqual([])
  })

  // The longest go through some fifty steps; on a busy machine that takes a while.
  it.each(alle)('%s', { timeout: 60_000 }, async (_, each) => {
    const verschillen: string[] = []
    const draaien = rondom.write(async (w) => {
      const uitslag = await draaiScenario(w, map, each, mappen)
      verschillen.push(...uitslag.verschillen)
      await onthoudRegels(w, geraakt)
      throw new Terug()
    })
    await expect(draaien).rejects.toBeInstanceOf(Terug)
    expect(verschillen).toEqual([])
  })

  it('has a scenario for every rule of its tables', async () => {
    const tekst = map.bestanden['regels.dmn']
    const { beslissingen } = tekst ? await leesDmn(tekst) : { beslissingen: new Map() }
    const gemist = [...beslissingen.values()].flatMap(({ id, logica }) => {
      const van = geraakt.get(id)
      // What no step asks for is not part of the process.
      if (logica.vorm !== 'tabel' || !van) return []
      return logica.regels.flatMap((_: unknown, plek: number) => (van.has(plek + 1) ? [] : [`${id} regel ${plek + 1}`]))
    })
    expect(gemist).toEqual([])
  })
}

class Terug extends Error {}

/** Decision → numbers of the rules that some scenario led to. */
type Geraakt = Map<string, Set<number>>

async function onthoudRegels(w: WriteContext, geraakt: Geraakt): Promise<void> {
  const { rows } = await sql<{ beslissing: string; nummer: number }>`
    select b.beslissing, (regel ->> 'nummer')::int as nummer
    from proces_beslissing b, jsonb_array_elements(b.regels) regel`.execute(w.tx)
  for (const { beslissing, nummer } of rows) geraakt.set(beslissing, (geraakt.get(beslissing) ?? new Set()).add(nummer))
}
