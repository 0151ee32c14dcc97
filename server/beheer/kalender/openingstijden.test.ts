import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Openingsblok } from '#contract/beheer/kalender.ts'
import { checkBlokken, sortBlokken } from './openingstijden.ts'

const blok = (weekdag: number, van: string, tot: string): Openingsblok => ({ weekdag, van, tot })

it('allows a lunch break, blocks that touch, and the same hours on another day', () => {
  expect(checkBlokken([blok(1, '13:00', '17:00'), blok(1, '08:30', '12:30'), blok(2, '08:30', '12:30')])).toEqual([])
  expect(checkBlokken([blok(5, '08:00', '12:00'), blok(5, '12:00', '24:00')])).toEqual([])
})

it('names the block that overlaps or ends before it starts', () => {
  const wrong = checkBlokken([blok(1, '08:00', '12:00'), blok(1, '11:59', '13:00'), blok(3, '17:00', '08:00')])

  expect(wrong.map(({ name, code }) => [name, code])).toEqual([
    ['blokken.1.van', 'overlap'],
    ['blokken.2.tot', 'volgorde'],
  ])
})

it('accepts a week exactly when no minute of it is opened twice', () => {
  const hour = fc.integer({ min: 0, max: 24 }).map((n) => `${String(n).padStart(2, '0')}:00`)
  const someBlok = fc
    .tuple(fc.integer({ min: 1, max: 3 }), hour, hour)
    .filter(([, van, tot]) => van < tot)
    .map(([weekdag, van, tot]) => blok(weekdag, van, tot))
  fc.assert(
    fc.property(fc.array(someBlok, { maxLength: 6 }), (blokken) => {
      const opened = blokken.flatMap(({ weekdag, van, tot }) =>
        Array.from(
          { length: Number.parseInt(tot, 10) - Number.parseInt(van, 10) },
          (_, n) => `${weekdag} ${Number.parseInt(van, 10) + n}`,
        ),
      )
      expect(checkBlokken(blokken).length === 0).toBe(new Set(opened).size === opened.length)
      expect(sortBlokken(blokken)).toHaveLength(blokken.length)
    }),
  )
})
