import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lijn, schaal } from './schaal.ts'

describe('the scale of a chart', () => {
  it.each([
    [37, [0, 10, 20, 30, 40]],
    [4, [0, 1, 2, 3, 4]],
    [0, [0, 1]],
    [0.3, [0, 1]],
    [235, [0, 100, 200, 300]],
  ])('of %d has marks at %j', (hoogste, streepjes) => expect(schaal(hoogste).streepjes).toEqual(streepjes))

  it('holds every value, in whole steps, with few marks', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e6, noNaN: true }), (hoogste) => {
        const { top, streepjes } = schaal(hoogste)
        expect(top).toBeGreaterThanOrEqual(hoogste)
        expect(streepjes.every(Number.isInteger)).toBe(true)
        expect(streepjes.length).toBeLessThanOrEqual(6)
        expect(streepjes.at(-1)).toBe(top)
      }),
    )
  })
})

it('a line goes through its points', () => {
  expect(
    lijn([
      [0, 1],
      [2.25, 3],
    ]),
  ).toBe('M0.0 1.0L2.3 3.0')
  expect(lijn([])).toBe('')
})
