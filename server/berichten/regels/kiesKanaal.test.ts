import { describe, expect, it } from 'vitest'
import { kiesKanaal } from './kiesKanaal.ts'

const alles = { email: 'a@voorbeeld.nl', mobiel: '+31612345678', post: ['Straat 1', '1234 AB Stad'] }
const gewoon = { formeel: false, smsKan: true }

describe('the channel', () => {
  it('is what was asked for, what he likes best, or e-mail, sms, letter', () => {
    expect(kiesKanaal(alles, gewoon)).toEqual({ kanaal: 'email', aan: 'a@voorbeeld.nl' })
    expect(kiesKanaal({ ...alles, voorkeur: 'sms' }, gewoon)).toEqual({ kanaal: 'sms', aan: '+31612345678' })
    expect(kiesKanaal(alles, { ...gewoon, gevraagd: 'brief' })).toEqual({
      kanaal: 'brief',
      aan: 'Straat 1\n1234 AB Stad',
    })
    expect(kiesKanaal({ mobiel: alles.mobiel, post: alles.post }, gewoon)?.kanaal).toBe('sms')
    expect(kiesKanaal({ post: alles.post }, gewoon)?.kanaal).toBe('brief')
    expect(kiesKanaal({}, gewoon)).toBeUndefined()
    expect(kiesKanaal({}, { ...gewoon, gevraagd: 'portaal' })?.kanaal).toBe('portaal')
  })

  it('is never sms for what is formal, or when there is none', () => {
    const formeel = { ...gewoon, formeel: true }
    expect(kiesKanaal({ ...alles, voorkeur: 'sms' }, formeel)?.kanaal).toBe('email')
    expect(kiesKanaal({ mobiel: alles.mobiel, post: alles.post }, { ...formeel, gevraagd: 'sms' })?.kanaal).toBe(
      'brief',
    )
    expect(kiesKanaal({ mobiel: alles.mobiel }, formeel)).toBeUndefined()
    expect(kiesKanaal({ mobiel: alles.mobiel }, { formeel: false, smsKan: false })).toBeUndefined()
  })
})
