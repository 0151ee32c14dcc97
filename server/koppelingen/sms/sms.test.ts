import { describe, expect, it } from 'vitest'
import { smsTekst } from '#server/berichten/index.ts'
import { smsAfzender, smsDelen } from './sms.ts'

describe('an sms', () => {
  it('is paid for per part, and one strange character makes the parts short', () => {
    expect(smsDelen('a'.repeat(160))).toBe(1)
    expect(smsDelen('a'.repeat(161))).toBe(2)
    expect(smsDelen('€'.repeat(80))).toBe(1)
    expect(smsDelen('€'.repeat(81))).toBe(2)
    expect(smsDelen(`${'a'.repeat(69)}ş`)).toBe(1)
    expect(smsDelen(`${'a'.repeat(70)}ş`)).toBe(2)
  })

  it('that says that something waits, is one part in both languages', () => {
    for (const taal of ['nl', 'en'] as const) expect(smsDelen(smsTekst('Woonstichting De Linde', taal))).toBe(1)
  })

  it('is from a name that every telephone can show', () => {
    expect(smsAfzender('', 'Woonstichting De Linde')).toBe('DeLinde')
    expect(smsAfzender('', 'Gemeente ’s-Hertogenbosch')).toBe('sHertogenbo')
    expect(smsAfzender('', 'Mooiland')).toBe('Mooiland')
    expect(smsAfzender('Linde', 'Woonstichting De Linde')).toBe('Linde')
  })
})
