import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDagen, addWerkdagen, countWerkdagen, isWerkdag } from '#contract/regels/werkdagen.ts'
import { feestdagen } from './feestdagen.ts'
import { deadlineNa, klok, vandaagOp } from './termijn.ts'
import { werkkalender } from './werkkalender.ts'

const dagen = (jaar: number, keuze?: Parameters<typeof feestdagen>[1]) =>
  feestdagen(jaar, keuze).map(({ datum, naam }) => `${datum.slice(5)} ${naam}`)

describe('Dutch holidays', () => {
  it('of 2026', () => {
    expect(dagen(2026)).toEqual([
      '01-01 Nieuwjaarsdag',
      '04-05 Eerste Paasdag',
      '04-06 Tweede Paasdag',
      '04-27 Koningsdag',
      '05-14 Hemelvaartsdag',
      '05-24 Eerste Pinksterdag',
      '05-25 Tweede Pinksterdag',
      '12-25 Eerste Kerstdag',
      '12-26 Tweede Kerstdag',
    ])
  })

  it('put Koningsdag on Saturday the 26th when the 27th is a Sunday', () => {
    expect(dagen(2025)).toContain('04-26 Koningsdag')
    expect(dagen(2025).join()).not.toContain('04-27')
    expect(dagen(2031)).toContain('04-26 Koningsdag')
  })

  it('count Bevrijdingsdag once in five years, unless set otherwise', () => {
    expect(dagen(2025)).toContain('05-05 Bevrijdingsdag')
    expect(dagen(2026).join()).not.toContain('Bevrijdingsdag')
    expect(dagen(2026, { bevrijdingsdag: 'jaarlijks' })).toContain('05-05 Bevrijdingsdag')
    expect(dagen(2025, { bevrijdingsdag: 'nooit' }).join()).not.toContain('Bevrijdingsdag')
  })

  it('count Goede Vrijdag only where it is chosen', () => {
    expect(dagen(2026).join()).not.toContain('Goede Vrijdag')
    expect(dagen(2026, { goedeVrijdag: true })).toContain('04-03 Goede Vrijdag')
  })

  it('name a day once when two holidays meet', () => {
    expect(dagen(2016, { bevrijdingsdag: 'jaarlijks' })).toContain('05-05 Hemelvaartsdag en Bevrijdingsdag')
  })

  it('follow Easter, by another road to Easter', () => {
    for (let jaar = 2014; jaar <= 2100; jaar++) {
      const pasen = paasdag(jaar)
      const datums = feestdagen(jaar, { goedeVrijdag: true }).map(({ datum }) => datum)
      for (const n of [-2, 0, 1, 39, 49, 50]) expect(datums).toContain(addDagen(pasen, n))
      expect(datums.length).toBe(new Set(datums).size)
      expect(datums).toEqual([...datums].sort())
    }
  })
})

describe('the calendar of an organisatie', () => {
  const isVrij = werkkalender({ goedeVrijdag: true, sluitingsdagen: ['2026-05-15'] })

  it('knows holidays and own closing days', () => {
    expect(['2026-04-03', '2026-04-27', '2026-05-15'].map(isVrij)).toEqual([true, true, true])
    expect(['2026-05-05', '2026-05-18', '2027-05-15'].map(isVrij)).toEqual([false, false, false])
    expect(werkkalender()('2026-04-03')).toBe(false)
  })

  it('skips Easter, Christmas and the turn of the year', () => {
    expect(addWerkdagen('2026-04-02', 1, isVrij)).toBe('2026-04-07')
    expect(addWerkdagen('2026-05-13', 1, isVrij)).toBe('2026-05-18')
    expect(addWerkdagen('2026-12-31', 1, isVrij)).toBe('2027-01-04')
  })
})

describe('a deadline', () => {
  const isVrij = werkkalender()
  const na = (moment: string, n: number, sluitingstijd?: string) =>
    deadlineNa(Temporal.Instant.from(moment), n, isVrij, sluitingstijd ? { sluitingstijd } : {}).toString()

  it('counts from the day it is in Amsterdam, not in Greenwich', () => {
    expect(na('2026-03-26T22:59:00Z', 1)).toBe('2026-03-27')
    expect(na('2026-03-26T23:00:00Z', 1)).toBe('2026-03-30')
    expect(na('2026-06-10T21:59:00Z', 1)).toBe('2026-06-11')
    expect(na('2026-06-10T22:00:00Z', 1)).toBe('2026-06-12')
  })

  it('is the same around the change of the clock', () => {
    expect(na('2026-03-29T00:59:59Z', 1)).toBe('2026-03-30')
    expect(na('2026-03-29T01:00:00Z', 1)).toBe('2026-03-30')
    expect(na('2026-10-25T00:30:00Z', 1)).toBe('2026-10-26')
    expect(na('2026-10-25T01:30:00Z', 1)).toBe('2026-10-26')
    expect(na('2026-10-24T21:59:00Z', 2)).toBe('2026-10-27')
  })

  it('counts what comes after closing time as received the next working day', () => {
    expect(na('2026-06-12T14:59:00Z', 2, '17:00')).toBe('2026-06-16')
    expect(na('2026-06-12T15:00:00Z', 2, '17:00')).toBe('2026-06-17')
    expect(na('2026-06-13T10:00:00Z', 2, '17:00')).toBe('2026-06-17')
    expect(na('2026-06-13T20:00:00Z', 2, '17:00')).toBe('2026-06-17')
    expect(na('2026-06-13T10:00:00Z', 2)).toBe('2026-06-16')
  })

  it('of no days is today, or the first working day from today', () => {
    expect(na('2026-06-12T10:00:00Z', 0)).toBe('2026-06-12')
    expect(na('2026-06-13T10:00:00Z', 0)).toBe('2026-06-15')
    expect(na('2026-06-12T18:00:00Z', 0, '17:00')).toBe('2026-06-15')
    expect(na('2026-12-25T10:00:00Z', 0)).toBe('2026-12-28')
    expect(() => na('2026-12-25T10:00:00Z', -1)).toThrow(RangeError)
  })

  it('is always a working day with exactly that many working days before it, on every hour of every year', () => {
    const hours = fc.integer({ min: 0, max: 40 * 365 * 24 })
    const start = Temporal.Instant.from('2020-01-01T00:00:00Z')
    fc.assert(
      fc.property(
        hours,
        fc.integer({ min: 0, max: 60 }),
        fc.option(fc.constantFrom('12:00', '17:00')),
        (hour, n, tijd) => {
          const moment = start.add({ hours: hour })
          const vandaag = vandaagOp(moment).toString()
          const deadline = deadlineNa(moment, n, isVrij, tijd ? { sluitingstijd: tijd } : {}).toString()
          expect(isWerkdag(deadline, isVrij)).toBe(true)
          const counted = countWerkdagen(vandaag, deadline, isVrij)
          const mayShift = tijd !== null || (n === 0 && !isWerkdag(vandaag, isVrij))
          expect(mayShift ? [n, n + 1] : [n]).toContain(counted)
          const later = deadlineNa(moment.add({ hours: 1 }), n, isVrij, tijd ? { sluitingstijd: tijd } : {}).toString()
          expect(later >= deadline).toBe(true)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('shows as a clock on the calendar', () => {
    const op = (deadline: string, vandaag: string) =>
      klok(Temporal.PlainDate.from(deadline), Temporal.PlainDate.from(vandaag), isVrij)
    expect(op('2026-04-07', '2026-04-03')).toEqual({ status: 'op tijd', werkdagen: 1 })
    expect(op('2026-04-03', '2026-04-07')).toEqual({ status: 'te laat', werkdagen: 1 })
    expect(op('2026-04-07', '2026-04-07')).toEqual({ status: 'vandaag', werkdagen: 0 })
  })
})

/** Easter by Gauss for 1900–2199, as a check that does not come from the library. */
function paasdag(jaar: number): string {
  const [m, n] = jaar < 2100 ? [24, 5] : [24, 6]
  const d = (19 * (jaar % 19) + m) % 30
  const e = (2 * (jaar % 4) + 4 * (jaar % 7) + 6 * d + n) % 7
  const offset = d + e
  const uitzondering = (d === 29 && e === 6) || (d === 28 && e === 6 && (11 * m + 11) % 30 < 19)
  return addDagen(`${jaar}-03-22`, uitzondering ? offset - 7 : offset)
}
