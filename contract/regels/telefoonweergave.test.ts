import fc from 'fast-check'
import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { describe, expect, it } from 'vitest'
import { formatTelefoon, telefoonLink } from './telefoonweergave.ts'

describe('formatTelefoon', () => {
  it.each([
    ['+31612345678', '06 12 34 56 78'],
    ['+31201234567', '020 123 45 67'],
    ['+31297123456', '0297 12 34 56'],
    ['+31881234567', '088 123 45 67'],
    ['+31851234567', '085 123 45 67'],
    ['+318001234', '0800 1234'],
    ['+319001234567', '0900 123 45 67'],
    ['+3197012345678', '097 012 345 678'],
    ['+32475123456', '+32 475 123 456'],
    ['+12125551234', '+1 212 555 1234'],
    ['+905321234567', '+90 532 123 4567'],
    ['+212612345678', '+212 612 345 678'],
    ['+5978123456', '+597 812 3456'],
    ['14020', '14 020'],
    ['140297', '14 0297'],
    ['116123', '116 123'],
    ['112', '112'],
    ['', ''],
    ['onbekend', 'onbekend'],
  ])('%s → %s', (nummer, expected) => expect(formatTelefoon(nummer)).toBe(expected))

  it('splits Dutch numbers at the same place as libphonenumber', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[1-57][0-9]{8}$/), (nationaal) => {
        const parsed = parsePhoneNumberFromString(`+31${nationaal}`)
        fc.pre(parsed?.isValid() === true)
        expect(formatTelefoon(`+31${nationaal}`).split(' ')[0]).toBe(parsed?.formatNational().split(/[ -]/)[0])
      }),
      { numRuns: 1000 },
    )
  })

  it('knows the same country codes as libphonenumber', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\+[1-9][0-9]{8,12}$/), (nummer) => {
        const parsed = parsePhoneNumberFromString(nummer)
        fc.pre(parsed !== undefined && parsed.countryCallingCode !== '31')
        expect(formatTelefoon(nummer).split(' ')[0]).toBe(`+${parsed?.countryCallingCode}`)
      }),
      { numRuns: 1000 },
    )
  })

  it('adds spaces and loses no digit', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\+(31)?[0-9]{4,15}$/), (nummer) => {
        const shown = formatTelefoon(nummer)
        expect(shown).not.toMatch(/ {2}|^ | $/)
        expect(shown.replace(/ /g, '').replace(/^0/, '+31')).toBe(nummer)
      }),
      { numRuns: 1000 },
    )
  })

  it('makes a link without spaces', () => {
    expect(telefoonLink('+31 6-12')).toBe('tel:+31612')
  })
})
