import { describe, expect, it } from 'vitest'
import { kiesKanaal } from './kiesKanaal.ts'

const alles = { email: 'a@voorbeeld.nl', mobiel: '+31612345678', post: ['Straat 1', '1234 AB Stad'], push: true }
const gewoon = { formeel: false, smsKan: true }
const formeel = { ...gewoon, formeel: true }
const kanaal = (...vraag: Parameters<typeof kiesKanaal>) => {
  const keuze = kiesKanaal(...vraag)
  return typeof keuze === 'object' ? keuze.kanaal : keuze
}

describe('the channel', () => {
  it('is what was asked for, what he likes best, or e-mail, sms, letter', () => {
    expect(kiesKanaal(alles, gewoon)).toEqual({ kanaal: 'email', aan: 'a@voorbeeld.nl', reden: 'volgorde' })
    expect(kiesKanaal({ ...alles, voorkeur: 'sms' }, gewoon)).toEqual({
      kanaal: 'sms',
      aan: '+31612345678',
      reden: 'voorkeur',
    })
    expect(kiesKanaal(alles, { ...gewoon, gevraagd: 'brief' })).toEqual({
      kanaal: 'brief',
      aan: 'Straat 1\n1234 AB Stad',
      reden: 'gevraagd',
    })
    expect(kanaal({ mobiel: alles.mobiel, post: alles.post }, gewoon)).toBe('sms')
    expect(kanaal({ post: alles.post }, gewoon)).toBe('brief')
    expect(kiesKanaal({}, gewoon)).toBeUndefined()
    expect(kanaal({}, { ...gewoon, gevraagd: 'portaal' })).toBe('portaal')
  })

  it('is never sms for what is formal, or when there is none', () => {
    expect(kanaal({ ...alles, voorkeur: 'sms' }, formeel)).toBe('email')
    expect(kanaal({ mobiel: alles.mobiel, post: alles.post }, { ...formeel, gevraagd: 'sms' })).toBe('brief')
    expect(kiesKanaal({ mobiel: alles.mobiel }, formeel)).toBeUndefined()
    expect(kiesKanaal({ mobiel: alles.mobiel }, { formeel: false, smsKan: false })).toBeUndefined()
  })
})

describe('the choice for a purpose', () => {
  it('goes before what he likes best in general, and after what the sender asks', () => {
    const vraag = { ...gewoon, keuze: 'push' as const }
    expect(kiesKanaal({ ...alles, voorkeur: 'sms' }, vraag)).toEqual({ kanaal: 'push', aan: '', reden: 'keuze' })
    expect(kanaal(alles, { ...vraag, gevraagd: 'brief' })).toBe('brief')
    expect(kanaal(alles, { ...gewoon, keuze: 'portaal' })).toBe('portaal')
  })

  it('is passed over when it cannot be: no device, no number', () => {
    expect(kanaal({ email: alles.email }, { ...gewoon, keuze: 'push' })).toBe('email')
    expect(kanaal({ email: alles.email }, { ...gewoon, keuze: 'sms' })).toBe('email')
    expect(kanaal({ post: alles.post, push: true }, gewoon)).toBe('brief')
  })

  it('never silences what is formal', () => {
    expect(kiesKanaal(alles, { ...gewoon, keuze: 'uit' })).toBe('afgemeld')
    expect(kanaal(alles, { ...formeel, keuze: 'uit' })).toBe('email')
    expect(kanaal(alles, { ...formeel, keuze: 'portaal' })).toBe('email')
    expect(kanaal(alles, { ...formeel, keuze: 'push' })).toBe('email')
    expect(kanaal(alles, { ...formeel, keuze: 'brief' })).toBe('brief')
    expect(kanaal(alles, { ...formeel, gevraagd: 'portaal' })).toBe('portaal')
  })
})
