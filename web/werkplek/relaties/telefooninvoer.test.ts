import { expect, it } from 'vitest'
import { opmaakTelefoon } from './telefooninvoer.ts'

it.each([
  ['0612345678', '06 12 34 56 78'],
  ['06-12345678', '06 12 34 56 78'],
  ['+31 (0)6 1234 5678', '06 12 34 56 78'],
  ['0031201234567', '020 123 45 67'],
  ['+32 475 12 34 56', '+32 475 12 34 56'],
  [' 0612 ', '0612'],
  ['niet bellen', 'niet bellen'],
])('shows %j as %j', (typed, shown) => {
  expect(opmaakTelefoon(typed)).toBe(shown)
})
