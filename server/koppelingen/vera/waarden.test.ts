import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ErpGeweigerd } from '#server/erp/index.ts'
import { alsTijdstip, bedrag, dag, inEuro, moment } from './waarden.ts'

describe('money', () => {
  it('keeps every cent on its way through a float', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10_000_000_00, max: 10_000_000_00 }), (cent) => {
        expect(bedrag.parse(JSON.parse(JSON.stringify(inEuro(cent))))).toBe(cent)
      }),
    )
  })

  it.each([612.355, 0.001, Number.NaN, 1e15 + 0.5, '12.50'])('%s is not money', (waarde) => {
    expect(bedrag.safeParse(waarde).success).toBe(false)
  })

  it('of half a cent is never sent', () => {
    expect(() => inEuro(0.5)).toThrow(ErpGeweigerd)
  })
})

describe('a moment', () => {
  it.each(['2026-11-23T10:00:00Z', '2026-11-23T10:00:00.123Z'])('%s is as VERA wants it', (tekst) => {
    expect(moment.parse(tekst)).toBe(tekst)
  })

  it.each(['2026-11-23T10:00:00+01:00', '2026-11-23', '2026-13-23T10:00:00Z', ''])('%s is not', (tekst) => {
    expect(moment.safeParse(tekst).success).toBe(false)
  })

  it('is sent in UTC, whatever it was', () => {
    expect(alsTijdstip('2026-11-23T10:00:00+01:00')).toBe('2026-11-23T09:00:00Z')
    expect(() => alsTijdstip('morgen')).toThrow(ErpGeweigerd)
  })
})

it('a day is a day, also from an ERP that adds a time', () => {
  expect(dag.parse('2026-11-23')).toBe('2026-11-23')
  expect(dag.parse('2026-11-23T00:00:00Z')).toBe('2026-11-23')
  expect(dag.safeParse('2026-02-30').success).toBe(false)
  expect(dag.safeParse('23-11-2026').success).toBe(false)
})
