import fc from 'fast-check'
import { expect, test } from 'vitest'
import { leesBedrag, leesGetal, toonBedrag, toonGetal } from './getalinvoer.ts'

test.each<[string, number | null | undefined]>([
  ['', null],
  [' 12 ', 12],
  ['12,5', 12.5],
  ['12.5', 12.5],
  ['1.250', 1250],
  ['1.250,75', 1250.75],
  ['€ 3,00', 3],
  ['-4', -4],
  ['1,2,3', undefined],
  ['12 stuks', undefined],
  ['1e3', undefined],
])('%j is the number %j', (tekst, getal) => {
  expect(leesGetal(tekst)).toBe(getal)
})

test.each<[string, number | null | undefined]>([
  ['12,50', 1250],
  ['0,07', 7],
  ['1.099,95', 109_995],
  ['12,505', undefined],
  ['', null],
])('%j is %j cents', (tekst, centen) => {
  expect(leesBedrag(tekst)).toBe(centen)
})

test('what is shown is read back as the same', () => {
  fc.assert(
    fc.property(fc.integer({ min: -99_999_999, max: 99_999_999 }), (centen) => {
      expect(leesBedrag(toonBedrag(centen))).toBe(centen)
      expect(leesGetal(toonGetal(centen / 8))).toBe(centen / 8)
    }),
  )
})
