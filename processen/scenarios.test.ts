import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedInrichting } from '#server/beheer/index.ts'
import { startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { draaiScenario } from '#server/processen/scenarios/draaiScenario.ts'
import { leesScenarios } from '#server/processen/scenarios/scenario.ts'
import { controleerMap } from '#server/processen/versies/controleer.ts'
import { leesMappen } from '#server/processen/versies/levering.ts'

/* Every process that comes with Rondom: nothing is wrong with it, and its scenarios hold. */

let rondom: TestRondom
const mappen = await leesMappen()

beforeAll(async () => {
  rondom = await startTestRondom()
  await rondom.write(seedInrichting)
})
afterAll(() => rondom.close())

class Terug extends Error {}

describe.each(mappen)('$proces', (map) => {
  it('has nothing wrong', async () => {
    expect(await controleerMap(rondom.context(), map.proces, map.bestanden)).toEqual([])
  })

  it.each(leesScenarios(map.bestanden).map((each) => [each.scenario.naam, each] as const))('%s', async (_, each) => {
    const verschillen: string[] = []
    const draaien = rondom.write(async (w) => {
      const uitslag = await draaiScenario(w, map, each, mappen)
      verschillen.push(...uitslag.verschillen)
      throw new Terug()
    })
    await expect(draaien).rejects.toBeInstanceOf(Terug)
    expect(verschillen).toEqual([])
  })
})
