import fc from 'fast-check'
import { expect, it } from 'vitest'
import { passend } from './passend.ts'

const ruimte = { width: 800, height: 400 }

it('shows a large drawing whole, in the middle, with air around it', () => {
  const vlak = passend({ x: 160, y: 80, width: 2400, height: 600 }, ruimte)

  expect(vlak?.width).toBeCloseTo(2400 / 0.94)
  expect(vlak?.x).toBeCloseTo(160 - (2400 / 0.94 - 2400) / 2)
  expect((vlak?.y ?? 0) + (vlak?.height ?? 0) / 2).toBeCloseTo(80 + 300)
})

it('does not blow up a small drawing', () => {
  expect(passend({ x: 0, y: 0, width: 94, height: 94 }, ruimte)?.width).toBeCloseTo(800 / 0.94)
})

it('has nothing to show of an empty drawing, or in no room', () => {
  expect(passend({ x: 0, y: 0, width: 0, height: 0 }, ruimte)).toBeUndefined()
  expect(passend({ x: 0, y: 0, width: 10, height: 10 }, { width: 0, height: 0 })).toBeUndefined()
})

it('always holds the whole drawing', () => {
  const maat = fc.double({ min: 1, max: 20_000, noNaN: true })
  const plek = fc.double({ min: -5000, max: 5000, noNaN: true })
  fc.assert(
    fc.property(plek, plek, maat, maat, maat, maat, (x, y, width, height, breed, hoog) => {
      const vlak = passend({ x, y, width, height }, { width: breed, height: hoog })
      if (!vlak) return false
      return vlak.x <= x && vlak.y <= y && vlak.x + vlak.width >= x + width && vlak.y + vlak.height >= y + height
    }),
  )
})
