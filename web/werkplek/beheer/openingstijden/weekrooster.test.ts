import { describe, expect, it } from 'vitest'
import { foutenIn, metBlok, naarBlokken, naarTijd, naarVelden, zoalsMaandag } from './weekrooster.ts'

const week = naarVelden([
  { weekdag: 1, van: '08:30', tot: '12:30' },
  { weekdag: 1, van: '13:00', tot: '17:00' },
  { weekdag: 3, van: '09:00', tot: '12:00' },
  { weekdag: 6, van: '10:00', tot: '12:00' },
])

it.each([
  ['8', '08:00'],
  ['830', '08:30'],
  ['8.30', '08:30'],
  ['8:30', '08:30'],
  ['1730', '17:30'],
  ['24', '24:00'],
  ['25', '25'],
  ['8:75', '8:75'],
  ['half negen', 'half negen'],
])('reads %s as %s', (typed, time) => {
  expect(naarTijd(typed)).toBe(time)
})

it('copies Monday to the other working days and leaves the weekend', () => {
  const copied = zoalsMaandag(week)

  expect(naarBlokken(copied).filter((blok) => blok.weekdag === 3)).toEqual([
    { weekdag: 3, van: '08:30', tot: '12:30' },
    { weekdag: 3, van: '13:00', tot: '17:00' },
  ])
  expect(copied).toHaveLength(2 + 8 + 1)
  expect(new Set(copied.map((veld) => veld.id)).size).toBe(copied.length)
})

describe('another block', () => {
  it('starts where the last one of that day ends', () => {
    expect(metBlok(week, 1).at(-1)).toEqual({ id: 4, weekdag: 1, van: '17:00', tot: '' })
  })

  it('is a working day when there was none', () => {
    expect(metBlok([], 2)).toEqual([{ id: 0, weekdag: 2, van: '08:30', tot: '17:00' }])
  })
})

it('says what is wrong with a block', () => {
  const wrong = naarVelden([
    { weekdag: 1, van: '08:30', tot: '' },
    { weekdag: 2, van: '12:00', tot: '12:00' },
    { weekdag: 3, van: '08:00', tot: '12:00' },
    { weekdag: 3, van: '11:00', tot: '13:00' },
    { weekdag: 4, van: '11:00', tot: '13:00' },
  ])

  expect([...foutenIn(wrong)]).toEqual([
    [0, 'vorm'],
    [1, 'volgorde'],
    [3, 'overlap'],
  ])
  expect(foutenIn(week).size).toBe(0)
})
