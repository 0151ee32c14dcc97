import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  sleutelDatum,
  sleutelEmail,
  sleutelGetypteTelefoon,
  sleutelIban,
  sleutelNummer,
  sleutelPostcodeHuisnummer,
  sleutelsAdres,
  sleutelsTelefoon,
  woordenEmail,
  woordVanDeelEmail,
} from './sleutels.ts'

describe('telephone keys', () => {
  it('hold the number and its last nine to four digits', () => {
    expect(sleutelsTelefoon('+31612345678')).toEqual([
      'tel:+31612345678',
      'tel:612345678',
      'tel:12345678',
      'tel:2345678',
      'tel:345678',
      'tel:45678',
      'tel:5678',
    ])
    expect(sleutelsTelefoon('14020')).toEqual(['tel:14020', 'tel:14020', 'tel:4020'])
    expect(sleutelsTelefoon('112')).toEqual(['tel:112'])
  })

  it.each([
    ['0612345678', 'tel:612345678'],
    ['06 - 12 34 56 78', 'tel:612345678'],
    ['+31 (0)6 12345678', 'tel:612345678'],
    ['0031612345678', 'tel:612345678'],
    ['31612345678', 'tel:612345678'],
    ['5678', 'tel:5678'],
    ['05678', 'tel:5678'],
    ['3156', 'tel:3156'],
    ['+32475123456', 'tel:475123456'],
    ['567', undefined],
    ['', undefined],
  ])('%s asks for %s', (typed, expected) => expect(sleutelGetypteTelefoon(typed)).toBe(expected))

  it('find a Dutch number by every way of typing it, and by any four or more last digits', () => {
    const nationaal = fc.stringMatching(/^[1-9][0-9]{8}$/)
    const voor = fc.constantFrom('0', '+31', '0031', '31', '+31 (0)', '')
    fc.assert(
      fc.property(nationaal, voor, fc.integer({ min: 4, max: 9 }), (cijfers, prefix, last) => {
        const keys = sleutelsTelefoon(`+31${cijfers}`)
        expect(keys).toContain(sleutelGetypteTelefoon(prefix + cijfers))
        const einde = cijfers.slice(-last)
        if (!einde.startsWith('0') && !/^0031/.test(einde)) expect(keys).toContain(sleutelGetypteTelefoon(einde))
      }),
    )
  })
})

describe('other keys', () => {
  it('are spelt in one way', () => {
    expect(sleutelEmail(' Jan@Example.NL ')).toBe('mail:jan@example.nl')
    expect(sleutelNummer('t-2026-00012')).toBe('nr:T202600012')
    expect(sleutelNummer('1000123')).toBe('nr:1000123')
    expect(sleutelDatum('1980-03-12')).toBe('geb:1980-03-12')
    expect(sleutelIban('NL91 ABNA 0417 1643 00')).toBe('iban:NL91ABNA0417164300')
    expect(sleutelPostcodeHuisnummer('3512 ab')).toBe('pc:3512AB')
    expect(sleutelPostcodeHuisnummer('3512AB', 12, 'bis')).toBe('pc:3512AB12BIS')
  })

  it('lead to an address from broad to precise', () => {
    const adres = { postcode: '3512AB', huisnummer: 12, huisletter: 'A', toevoeging: 'bis' }
    expect(sleutelsAdres(adres)).toEqual(['pc:3512AB', 'pc:3512AB12', 'pc:3512AB12ABIS'])
    expect(sleutelsAdres({ postcode: '3512AB', huisnummer: 12, huisletter: '', toevoeging: '' })).toEqual([
      'pc:3512AB',
      'pc:3512AB12',
    ])
    expect(sleutelsAdres({ postcode: '3512AB', toevoeging: 'bis' })).toEqual(['pc:3512AB'])
    expect(sleutelsAdres({ huisnummer: 12 })).toEqual([])
  })

  it('make an e-mail address findable by its parts, but not by its provider', () => {
    expect(woordenEmail('Jan.Jansen@gmail.com')).toEqual(['jan', 'jansen', 'janjansen'])
    expect(woordenEmail('info@bakkerij-jansen.nl')).toEqual(['info', 'bakkerij', 'jansen', 'bakkerijjansen'])
    expect(woordVanDeelEmail('jan.jansen@gm')).toBe('janjansen')
    expect(woordVanDeelEmail('@bakkerij-ja')).toBe('bakkerijja')
    expect(woordVanDeelEmail('@')).toBe('')
  })

  it('a half-typed address is the beginning of a word of the whole one', () => {
    fc.assert(
      fc.property(fc.emailAddress({ size: 'small' }), fc.nat(60), (email, length) => {
        const typed = email.slice(0, Math.max(email.indexOf('@') + 1, length))
        const woord = woordVanDeelEmail(typed)
        fc.pre(woord !== '')
        expect(woordenEmail(email).some((candidate) => candidate.startsWith(woord))).toBe(true)
      }),
    )
  })
})
