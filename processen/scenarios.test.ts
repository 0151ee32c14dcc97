import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedInrichting } from '#server/beheer/index.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { leesDmn } from '#server/processen/dmn/leesDmn.ts'
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

/** Process → decision → numbers of the rules that some scenario led to. */
const geraakt = new Map<string, Map<string, Set<number>>>()

async function onthoudRegels(w: WriteContext, proces: string): Promise<void> {
  const { rows } = await sql<{ beslissing: string; nummer: number }>`
    select b.beslissing, (regel ->> 'nummer')::int as nummer
    from proces_beslissing b, jsonb_array_elements(b.regels) regel`.execute(w.tx)
  const van = geraakt.get(proces) ?? new Map<string, Set<number>>()
  geraakt.set(proces, van)
  for (const { beslissing, nummer } of rows) van.set(beslissing, (van.get(beslissing) ?? new Set()).add(nummer))
}

describe.each(mappen)('$proces', (map) => {
  it('has nothing wrong', async () => {
    expect(await controleerMap(rondom.context(), map.proces, map.bestanden)).toEqual([])
  })

  const alle = leesScenarios(map.bestanden).map((each) => [each.scenario.naam, each] as const)
  // The longest go through some fifty steps; on a busy machine that takes a while.
  it.each(alle)('%s', { timeout: 60_000 }, async (_, each) => {
    const verschillen: string[] = []
    const draaien = rondom.write(async (w) => {
      const uitslag = await draaiScenario(w, map, each, mappen)
      verschillen.push(...uitslag.verschillen)
      await onthoudRegels(w, map.proces)
      throw new Terug()
    })
    await expect(draaien).rejects.toBeInstanceOf(Terug)
    expect(verschillen).toEqual([])
  })

  it('has a scenario for every rule of its tables', async () => {
    const tekst = map.bestanden['regels.dmn']
    const { beslissingen } = tekst ? await leesDmn(tekst) : { beslissingen: new Map() }
    const gemist = [...beslissingen.values()].flatMap(({ id, logica }) => {
      const van = geraakt.get(map.proces)?.get(id)
      // What no step asks for is not part of the process.
      if (logica.vorm !== 'tabel' || !van) return []
      return logica.regels.flatMap((_: unknown, plek: number) => (van.has(plek + 1) ? [] : [`${id} regel ${plek + 1}`]))
    })
    expect(gemist).toEqual([])
  })
})
