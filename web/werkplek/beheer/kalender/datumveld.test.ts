import { expect, it } from 'vitest'
import { leesDatum } from './datumveld.ts'

it.each([
  ['24-12-2026', '2026-12-24'],
  ['1/2/2027', '2027-02-01'],
  ['1.2.2027', '2027-02-01'],
  [' 01 02 2027 ', '2027-02-01'],
  ['2026-12-24', '2026-12-24'],
  ['30-02-2026', undefined],
  ['12-24-2026', undefined],
  ['24-12', undefined],
  ['morgen', undefined],
])('reads %s as %s', (text, date) => {
  expect(leesDatum(text)).toBe(date)
})
