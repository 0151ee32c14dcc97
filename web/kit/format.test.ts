import { afterEach, describe, expect, it } from 'vitest'
import {
  bedrag,
  dagVan,
  dagwoord,
  datum,
  duur,
  leeftijd,
  omvang,
  postcode,
  precies,
  wanneer,
  zetFormaatTaal,
} from './format.ts'

const now = new Date('2026-11-23T13:10:00Z') // Monday 14:10 in the Netherlands

afterEach(() => zetFormaatTaal('nl'))

describe('moments are written as people say them', () => {
  it.each([
    ['2026-11-23T13:10:00Z', 'vandaag 14:10'],
    ['2026-11-22T08:05:00Z', 'gisteren 09:05'],
    ['2026-11-24T08:05:00Z', 'morgen 09:05'],
    ['2026-11-16T09:00:00Z', 'ma 16 nov 10:00'],
    ['2025-03-03T09:00:00Z', '3 mrt 2025 10:00'],
  ])('%s is %s', (moment, expected) => {
    expect(wanneer(moment, now)).toBe(expected)
  })

  it('uses the Dutch day, also around midnight and in summer time', () => {
    expect(dagVan('2026-11-22T23:30:00Z')).toBe('2026-11-23')
    expect(dagVan('2026-07-01T22:30:00Z')).toBe('2026-07-02')
    expect(wanneer('2026-11-22T23:30:00Z', now)).toBe('vandaag 00:30')
  })

  it('says exactly when on demand', () => {
    expect(precies('2026-11-23T13:10:00Z')).toBe('maandag 23 november 2026 om 14:10')
  })

  it('speaks English too', () => {
    zetFormaatTaal('en')
    expect(wanneer('2026-11-23T13:10:00Z', now)).toBe('today 14:10')
    expect(dagwoord('2026-11-16', now)).toBe('Mon 16 Nov')
  })
})

it('writes dates, amounts, sizes, durations and postcodes in the Dutch way', () => {
  expect(datum('1980-03-12')).toBe('12-03-1980')
  expect(bedrag(123450)).toBe('€\u00a01.234,50')
  expect(omvang(3_400_000)).toBe('3,4 MB')
  expect(duur(252)).toBe('4:12')
  expect(duur(3852)).toBe('1:04:12')
  expect(postcode('3512ab')).toBe('3512 AB')
})

it('counts an age in whole years', () => {
  expect(leeftijd('1980-11-23', now)).toBe(46)
  expect(leeftijd('1980-11-24', now)).toBe(45)
})
