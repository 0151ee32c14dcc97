import fc from 'fast-check'
import { expect, it } from 'vitest'
import { contrast, voldoetContrast } from './contrast.ts'

const color = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`)

it('knows the published examples', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  expect(contrast('#ff0000', '#ffffff')).toBeCloseTo(4.0, 2)
})

it('draws the line at 4.5', () => {
  expect(voldoetContrast('#767676', '#ffffff')).toBe(true)
  expect(voldoetContrast('#777777', '#ffffff')).toBe(false)
})

it('does not care which of the two is the text, and never leaves 1 to 21', () => {
  fc.assert(
    fc.property(color, color, (a, b) => {
      const found = contrast(a, b)
      expect(found).toBe(contrast(b, a))
      expect(found).toBeGreaterThanOrEqual(1)
      expect(found).toBeLessThanOrEqual(21.0001)
    }),
  )
})
