import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDagen,
  addWerkdagen,
  countWerkdagen,
  eersteWerkdagVanaf,
  isDatum,
  isWerkdag,
  klok,
  weekdag,
} from './werkdagen.ts'

const kerst = new Set(['2026-12-25', '2026-12-26', '2027-01-01', '2028-12-25', '2028-12-26'])
const isKerst = (datum: string) => kerst.has(datum)

const datum = fc
  .integer({ min: -60_000, max: 60_000 })
  .map((n) => Temporal.PlainDate.from('1970-01-01').add({ days: n }).toString())
const kalender = fc
  .array(fc.integer({ min: -30, max: 60 }), { maxLength: 20 })
  .chain((offsets) => datum.map((start) => ({ start, vrij: new Set(offsets.map((n) => addDagen(start, n))) })))

describe('working days', () => {
  it.each([
    ['2026-03-27', 1, '2026-03-30'],
    ['2026-03-27', 5, '2026-04-03'],
    ['2026-03-28', 1, '2026-03-30'],
    ['2026-03-30', -1, '2026-03-27'],
    ['2026-12-24', 1, '2026-12-28'],
    ['2026-12-31', 1, '2027-01-04'],
    ['2027-01-04', -1, '2026-12-31'],
    ['2026-12-25', 0, '2026-12-25'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2027-02-26', 1, '2027-03-01'],
  ])('%s plus %i is %s', (from, n, expected) => expect(addWerkdagen(from, n, isKerst)).toBe(expected))

  it('counts after the first day, up to and including the last', () => {
    expect(countWerkdagen('2026-03-27', '2026-03-30')).toBe(1)
    expect(countWerkdagen('2026-03-27', '2026-03-27')).toBe(0)
    expect(countWerkdagen('2026-12-24', '2027-01-04', isKerst)).toBe(5)
    expect(countWerkdagen('2026-03-30', '2026-03-27')).toBe(-1)
    expect(Object.is(countWerkdagen('2026-03-29', '2026-03-28'), 0)).toBe(true)
  })

  it('knows a working day and the first one from a date', () => {
    expect(isWerkdag('2026-12-24', isKerst)).toBe(true)
    expect(isWerkdag('2026-12-25', isKerst)).toBe(false)
    expect(isWerkdag('2026-12-27')).toBe(false)
    expect(eersteWerkdagVanaf('2026-12-25', isKerst)).toBe('2026-12-28')
    expect(eersteWerkdagVanaf('2026-12-24', isKerst)).toBe('2026-12-24')
  })

  it('refuses nonsense instead of counting for ever', () => {
    expect(() => addWerkdagen('2026-02-30', 1)).toThrow(RangeError)
    expect(() => addWerkdagen('2026-02-03', 1.5)).toThrow(RangeError)
    expect(() => addWerkdagen('2026-02-03', 1e9)).toThrow(RangeError)
    expect(() => addWerkdagen('2026-02-03', 1, () => true)).toThrow(RangeError)
    expect(() => countWerkdagen('gisteren', 'vandaag')).toThrow(RangeError)
  })

  it('counting and adding are each other’s inverse, on any calendar and in any year', () => {
    fc.assert(
      fc.property(kalender, fc.nat(80), ({ start, vrij }, n) => {
        const isVrij = (d: string) => vrij.has(d)
        const end = addWerkdagen(start, n, isVrij)
        expect(countWerkdagen(start, end, isVrij)).toBe(n)
        expect(countWerkdagen(end, start, isVrij) || 0).toBe(-n || 0)
        if (n > 0) expect(isWerkdag(end, isVrij)).toBe(true)
        // Back again ends on the start when that is a working day, else on the last one before it.
        if (n > 0 && isWerkdag(start, isVrij)) expect(addWerkdagen(end, -n, isVrij)).toBe(start)
        expect(addWerkdagen(end, 3, isVrij)).toBe(addWerkdagen(start, n + 3, isVrij))
      }),
    )
  })
})

describe('the clock on a task', () => {
  it.each([
    ['2026-03-30', '2026-03-30', 'vandaag', 0],
    ['2026-03-31', '2026-03-27', 'op tijd', 2],
    ['2026-03-27', '2026-03-30', 'te laat', 1],
    ['2026-03-27', '2026-03-28', 'te laat', 0],
    ['2026-12-28', '2026-12-24', 'op tijd', 1],
  ] as const)('deadline %s seen on %s: %s, %i', (deadline, vandaag, status, werkdagen) => {
    expect(klok(deadline, vandaag, isKerst)).toEqual({ status, werkdagen })
  })

  it('is never negative', () => {
    const near = fc.tuple(datum, fc.integer({ min: -400, max: 400 }))
    fc.assert(
      fc.property(near, ([deadline, n]) => {
        const { status, werkdagen } = klok(deadline, addDagen(deadline, n))
        expect(werkdagen).toBeGreaterThanOrEqual(0)
        expect(status).toBe(n === 0 ? 'vandaag' : n > 0 ? 'te laat' : 'op tijd')
      }),
    )
  })
})

describe('civil dates', () => {
  it('agree with Temporal over three centuries', () => {
    fc.assert(
      fc.property(datum, fc.integer({ min: -2000, max: 2000 }), (d, n) => {
        const expected = Temporal.PlainDate.from(d)
        expect(isDatum(d)).toBe(true)
        expect(weekdag(d)).toBe(expected.dayOfWeek)
        expect(addDagen(d, n)).toBe(expected.add({ days: n }).toString())
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    '',
    '2026-2-3',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2027-02-29',
    '1900-02-29',
    '0026-01-01',
    '2026-01-01T00:00',
  ])('refuses %s', (text) => expect(isDatum(text)).toBe(false))
})
