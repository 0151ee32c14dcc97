import { expect, it } from 'vitest'
import { matches } from './gebeurtenissen.ts'

it.each([
  ['taak.*', 'taak.opgepakt', true],
  ['taak.*', 'taaksoort.gewijzigd', false],
  ['partij.gewijzigd', 'partij.gewijzigd', true],
  ['partij.gewijzigd', 'partij.aangemaakt', false],
  ['*', 'gesprek.voltooid', true],
])('%s hears %s: %s', (pattern, soort, heard) => {
  expect(matches(pattern, soort)).toBe(heard)
})
