import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { naStilte } from './stilte.ts'

const nacht = { van: '21:00', tot: '08:00' }
const na = (moment: string, stilte = nacht) => naStilte(new Date(moment), stilte).toISOString()

describe('quiet hours', () => {
  it('hold back until the morning, on the clock of the Netherlands', () => {
    expect(na('2026-11-23T10:00:00Z')).toBe('2026-11-23T10:00:00.000Z')
    expect(na('2026-11-23T19:59:59Z')).toBe('2026-11-23T19:59:59.000Z')
    expect(na('2026-11-23T20:00:00Z')).toBe('2026-11-24T07:00:00.000Z')
    expect(na('2026-11-24T06:59:00Z')).toBe('2026-11-24T07:00:00.000Z')
    expect(na('2026-11-24T07:00:00Z')).toBe('2026-11-24T07:00:00.000Z')
    expect(na('2026-07-01T19:30:00Z')).toBe('2026-07-02T06:00:00.000Z')
  })

  it('are right in the nights that the clock changes', () => {
    // Forward: from Saturday evening 28 March 2026 (21:00 is 20:00Z) to Sunday 8:00 summer time.
    expect(na('2026-03-28T20:30:00Z')).toBe('2026-03-29T06:00:00.000Z')
    // Back: Saturday 24 October 21:30 is 19:30Z; Sunday 8:00 is winter time.
    expect(na('2026-10-24T19:30:00Z')).toBe('2026-10-25T07:00:00.000Z')
    // The hour that comes twice is quiet both times.
    expect(na('2026-10-25T00:30:00Z')).toBe(na('2026-10-25T01:30:00Z'))
  })

  it('can be within a day, or not be at all', () => {
    const middag = { van: '12:00', tot: '13:00' }
    expect(na('2026-11-23T11:30:00Z', middag)).toBe('2026-11-23T12:00:00.000Z')
    expect(na('2026-11-23T12:00:00Z', middag)).toBe('2026-11-23T12:00:00.000Z')
    expect(na('2026-11-23T02:00:00Z', { van: '', tot: '' })).toBe('2026-11-23T02:00:00.000Z')
    expect(na('2026-11-23T02:00:00Z', { van: '08:00', tot: '08:00' })).toBe('2026-11-23T02:00:00.000Z')
  })

  it('end within a day, and what comes out of them stays', () => {
    const uur = fc.integer({ min: 0, max: 23 }).map((getal) => `${String(getal).padStart(2, '0')}:00`)
    const moment = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(moment, uur, uur, (begin, van, tot) => {
        const later = naStilte(begin, { van, tot })
        const wacht = later.getTime() - begin.getTime()
        expect(wacht).toBeGreaterThanOrEqual(0)
        expect(wacht).toBeLessThanOrEqual(25 * 3_600_000)
        expect(naStilte(later, { van, tot })).toEqual(later)
      }),
    )
  })
})
