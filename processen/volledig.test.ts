import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { leesMappen } from '#server/processen/versies/levering.ts'

const mappen = await leesMappen()

it.each(mappen)('$proces runs its scenarios as tests, and has some', ({ proces, bestanden }) => {
  expect(existsSync(join(import.meta.dirname, proces, 'scenarios.test.ts'))).toBe(true)
  expect(Object.keys(bestanden).filter((pad) => pad.startsWith('scenarios/'))).not.toEqual([])
})
