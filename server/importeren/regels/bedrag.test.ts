import fc from 'fast-check'
import { expect, it } from 'vitest'
import { leesBedrag } from './bedrag.ts'

it.each([
  ['€ 1.234,56', 123_456],
  ['1234.56', 123_456],
  ['1,234.56', 123_456],
  ['650', 65_000],
  ['650,-', 65_000],
  ['650,5', 65_050],
  ['650.50000', 65_050],
  ['1.234', 123_400],
  ['-12,50', -1250],
  ['EUR 7', 700],
])('%s is %d cents', (tekst, cent) => {
  expect(leesBedrag(tekst)).toBe(cent)
})

it.each(['', 'gratis', '12,345', '1.2.3', '12,5,5', '1e3', '--5', '99999999999999999999'])(
  '%j is no amount',
  (tekst) => {
    expect(leesBedrag(tekst)).toBeUndefined()
  },
)

it('reads back every amount, as Dutch and as a machine write it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000_00 }), (cent) => {
      const euro = cent / 100
      expect(leesBedrag(euro.toFixed(2))).toBe(cent)
      expect(leesBedrag(euro.toLocaleString('nl-NL', { style: 'currency', currency: 'EUR' }))).toBe(cent)
    }),
  )
})
