import { describe, expect, it } from 'vitest'
import { leesDatum, toonDatum } from './datuminvoer.ts'

describe('leesDatum', () => {
  it.each([
    ['12-3-1980', '1980-03-12'],
    ['12/03/1980', '1980-03-12'],
    ['1.2.2024', '2024-02-01'],
    ['29 02 2024', '2024-02-29'],
    ['12031980', '1980-03-12'],
    ['1980-03-12', '1980-03-12'],
    [' ', null],
    ['31-02-1980', undefined],
    ['29-02-2023', undefined],
    ['12-13-1980', undefined],
    ['1-1-0001', undefined],
    ['12-3-80', undefined],
    ['24-12', undefined],
    ['morgen', undefined],
  ])('reads %j as %j', (text, date) => {
    expect(leesDatum(text)).toBe(date)
  })

  it('reads a short year as one of this century only where that was asked for', () => {
    expect(leesDatum('3/12/26', { korteJaren: true })).toBe('2026-12-03')
    expect(leesDatum('31-2-26', { korteJaren: true })).toBeUndefined()
    expect(leesDatum('3/12/26')).toBeUndefined()
  })

  it('reads back what toonDatum shows', () => {
    expect(leesDatum(toonDatum('1980-03-12'))).toBe('1980-03-12')
  })
})
