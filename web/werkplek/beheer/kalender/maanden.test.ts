import { expect, it } from 'vitest'
import { wekenVan } from './maanden.ts'

it('puts the first of the month under its weekday and fills the last week', () => {
  const november = wekenVan(2026, 11)

  expect(november[0]).toEqual([undefined, undefined, undefined, undefined, undefined, undefined, '2026-11-01'])
  expect(november.at(-1)).toEqual(['2026-11-30', undefined, undefined, undefined, undefined, undefined, undefined])
})

it('has every day of a leap year once', () => {
  const days = Array.from({ length: 12 }, (_, index) => wekenVan(2028, index + 1)).flat(2)

  expect(new Set(days.filter(Boolean)).size).toBe(366)
  expect(days).toContain('2028-02-29')
})
