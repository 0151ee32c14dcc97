import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leesDatum } from './datum.ts'

describe('reading a date', () => {
  it.each([
    ['31-12-1980', '1980-12-31'],
    ['1-2-1980', '1980-02-01'],
    ['01/02/1980', '1980-02-01'],
    ['1.2.1980', '1980-02-01'],
    [' 12 maart 1980 ', '1980-03-12'],
    ['12 mrt. 1980', '1980-03-12'],
    ['1 Okt 2001', '2001-10-01'],
    ['1980-02-29', '1980-02-29'],
    ['1980-2-9', '1980-02-09'],
    ['19800229', '1980-02-29'],
    ['1980-03-12 00:00:00', '1980-03-12'],
    ['12-03-1980 0:00', '1980-03-12'],
    ['1980-03-11T23:00:00Z', '1980-03-12'],
    ['2020-06-30T22:30:00.000+00:00', '2020-07-01'],
  ])('%s is %s', (tekst, datum) => {
    expect(leesDatum(tekst)).toEqual({ ok: true, datum })
  })

  it.each(['', ' ', '-', '00-00-0000', '0000-00-00', 'onbekend', 'N.v.t.', '31-12-9999', '2999-12-31'])(
    '%j says that there is none',
    (tekst) => {
      expect(leesDatum(tekst)).toEqual({ ok: true, datum: null })
    },
  )

  it.each([
    ['31-02-1980', 'bestaat niet'],
    ['29-02-1900', 'bestaat niet'],
    ['12-31-1980', 'bestaat niet'],
    ['12-03-80', 'vier cijfers'],
    ['29292', 'geen datum'],
    ['volgende week', 'geen datum'],
    ['00-03-1980', 'bestaat niet'],
  ])('%s is refused: %s', (tekst, reden) => {
    expect(leesDatum(tekst)).toEqual({ ok: false, reden: expect.stringContaining(reden) })
  })

  it('reads back every day that it can be written in', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), (dagen) => {
        const dag = Temporal.PlainDate.from('1880-01-01').add({ days: dagen })
        for (const tekst of [
          dag.toString(),
          `${dag.day}-${dag.month}-${dag.year}`,
          `${dag.day} ${dag.toLocaleString('nl-NL', { month: 'long' })} ${dag.year}`,
        ]) {
          expect(leesDatum(tekst)).toEqual({ ok: true, datum: dag.toString() })
        }
      }),
    )
  })

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (tekst) => void leesDatum(tekst)))
  })
})
