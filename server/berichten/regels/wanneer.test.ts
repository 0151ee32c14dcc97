import { describe, expect, it } from 'vitest'
import { magSamen, wanneer } from './wanneer.ts'

const regels = { stilte: { van: '21:00', tot: '08:00' }, bundelMinuten: 60 }
const gewoon = { doel: 'voortgang', kanaal: 'email', formeel: false, spoed: false, bijlagen: false } as const
const overdag = new Date('2026-11-23T10:00:00Z')
const avond = new Date('2026-11-23T20:30:00Z')
const ochtend = new Date('2026-11-24T07:00:00Z')

describe('when a message leaves', () => {
  it('is at once, and shortly after another one when that was an hour ago', () => {
    expect(wanneer(gewoon, overdag, undefined, regels)).toEqual(overdag)
    expect(wanneer(gewoon, overdag, new Date('2026-11-23T09:40:00Z'), regels)).toEqual(new Date('2026-11-23T10:40:00Z'))
    expect(wanneer(gewoon, overdag, new Date('2026-11-23T08:00:00Z'), regels)).toEqual(overdag)
    expect(wanneer(gewoon, overdag, overdag, { ...regels, bundelMinuten: 0 })).toEqual(overdag)
  })

  it('is in the morning for what comes in the evening', () => {
    expect(wanneer(gewoon, avond, undefined, regels)).toEqual(ochtend)
    expect(wanneer({ ...gewoon, kanaal: 'sms' }, avond, undefined, regels)).toEqual(ochtend)
    expect(wanneer(gewoon, new Date('2026-11-23T19:30:00Z'), new Date('2026-11-23T19:20:00Z'), regels)).toEqual(ochtend)
  })

  it('is at once for what is urgent, formal, or a code that somebody waits for', () => {
    for (const anders of [{ spoed: true }, { formeel: true, doel: 'wettelijk' }, { doel: 'aanmelden' }] as const)
      expect(wanneer({ ...gewoon, ...anders }, avond, avond, regels)).toEqual(avond)
  })
})

describe('one mail for many', () => {
  it('is only for what may wait and has no file', () => {
    expect(magSamen(gewoon)).toBe(true)
    const anders = [{ formeel: true }, { spoed: true }, { bijlagen: true }, { kanaal: 'sms' }, { doel: 'afspraken' }]
    for (const each of anders) expect(magSamen({ ...gewoon, ...(each as object) })).toBe(false)
  })
})
