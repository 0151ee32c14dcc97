import { expect, it } from 'vitest'
import { leesDatum } from './leesDatum.ts'

it.each([
  ['3-12-2026', '2026-12-03'],
  ['03/12/26', '2026-12-03'],
  [' 3 12 2026 ', '2026-12-03'],
  ['', null],
  ['31-2-2026', '2026-02-31'],
  ['volgende week', 'volgende week'],
])('%j is read as %j', (typed, expected) => {
  expect(leesDatum(typed)).toBe(expected)
})
