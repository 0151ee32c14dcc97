import fc from 'fast-check'
import { expect, it } from 'vitest'
import { eerst, passend } from './passend.ts'

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

it('begins with the step of now when all of it would be too small to read', () => {
  const stap = { x: 2000, y: 300, width: 100, height: 80 }

  const vlak = eerst({ x: 0, y: 0, width: 6000, height: 800 }, ruimte, stap)

  expect(vlak?.width).toBe(1000)
  expect((vlak?.x ?? 0) + (vlak?.width ?? 0) / 2).toBe(2050)
  expect((vlak?.y ?? 0) + (vlak?.height ?? 0) / 2).toBe(340)
})

it('begins with all of it when that can be read, or when there is no step', () => {
  const klein = { x: 0, y: 0, width: 900, height: 300 }
  const groot = { x: 0, y: 0, width: 6000, height: 800 }

  expect(eerst(klein, ruimte, { x: 0, y: 0, width: 100, height: 80 })).toEqual(passend(klein, ruimte))
  expect(eerst(groot, ruimte, undefined)).toEqual(passend(groot, ruimte))
})
