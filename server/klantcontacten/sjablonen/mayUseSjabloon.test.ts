import { describe, expect, it } from 'vitest'
import { mayUseSjabloon } from './mayUseSjabloon.ts'

const always = { actief: true, geldig_van: null, geldig_tot: null, rollen: [] }

describe('a template may be used', () => {
  it('by everybody when it names no role', () => {
    expect(mayUseSjabloon(always, ['vakspecialist'], '2026-11-23')).toBe(true)
  })

  it('only by the roles it names', () => {
    const sjabloon = { ...always, rollen: ['coordinator' as const] }
    expect(mayUseSjabloon(sjabloon, ['klantcontactmedewerker'], '2026-11-23')).toBe(false)
    expect(mayUseSjabloon(sjabloon, ['klantcontactmedewerker', 'coordinator'], '2026-11-23')).toBe(true)
  })

  it.each([
    ['2026-10-31', false],
    ['2026-11-01', true],
    ['2026-11-30', true],
    ['2026-12-01', false],
  ])('from its first to its last day: %s → %s', (dag, expected) => {
    const sjabloon = { ...always, geldig_van: '2026-11-01', geldig_tot: '2026-11-30' }
    expect(mayUseSjabloon(sjabloon, [], dag)).toBe(expected)
  })

  it('not after it was switched off', () => {
    expect(mayUseSjabloon({ ...always, actief: false }, [], '2026-11-23')).toBe(false)
  })
})
