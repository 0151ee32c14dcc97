import { describe, expect, test } from 'vitest'
import { DomainError } from '#server/platform/errors.ts'
import { keurWachtwoord } from './wachtwoord.ts'

const bekend = {
  naam: 'Sanne van den Heuvel',
  email: 's.vandenheuvel@delinde.nl',
  organisatie: 'Woonstichting De Linde',
}

function oordeel(wachtwoord: string): string {
  try {
    keurWachtwoord(wachtwoord, bekend, 'nieuw')
    return 'goed'
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    expect(error.invalidParams?.[0]?.name).toBe('nieuw')
    return error.invalidParams?.[0]?.code ?? ''
  }
}

describe('a password', () => {
  test.each([
    'paard batterij nietje correct',
    'de-fiets-van-oma-is-stuk',
    'kXv7!qLm2@wRp9zT',
    'vier losse woorden achter elkaar',
    '                 dageraad kwispel',
    'welkom bij mijn gestreepte olifant',
    'ключ от старого дома',
    'ağaç köprü deniz bulut',
  ])('of enough unpredictable characters is good, whatever their kind: %s', (wachtwoord) => {
    expect(oordeel(wachtwoord)).toBe('goed')
  })

  test.each(['kort', 'Wachtwoord1!', 'veertien tekns'])('shorter than 15 characters is too short: %s', (wachtwoord) => {
    expect(oordeel(wachtwoord)).toBe('te-kort')
  })

  test.each([
    'Welkom2026Welkom2026',
    'W@chtw00rdW@chtw00rd',
    'wachtwoordwachtwoord1',
    'aaaaaaaaaaaaaaaaaaaa',
    'abcabcabcabcabcabcabc',
    '123456789012345678',
    'qwertyuiopasdfghjkl',
    'SanneVanDenHeuvel2026!',
    'delindedelinde2026',
    'WoonstichtingDeLinde1',
    'rondomrondomrondom',
    'Zomer2026Herfst2026!',
    'Geheim!Geheim!Geheim!',
  ])('made of words that anyone tries first is too predictable: %s', (wachtwoord) => {
    expect(oordeel(wachtwoord)).toBe('te-voorspelbaar')
  })

  test('may be 256 characters long and not more, counted as people see them', () => {
    const lang = 'paard batterij nietje correct '.repeat(9)
    expect(oordeel(lang.slice(0, 256))).toBe('goed')
    expect(oordeel(lang.slice(0, 257))).toBe('te-lang')
    expect(oordeel('😀🚲🏠🌳🔑☕')).toBe('te-kort')
  })
})
