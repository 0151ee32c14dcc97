import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatTelefoon } from '#contract/regels/telefoonweergave.ts'
import { normalizeTelefoon } from './telefoon.ts'

describe('normalizeTelefoon', () => {
  it.each([
    ['06-12345678', '+31612345678', 'mobiel'],
    ['06 12 34 56 78', '+31612345678', 'mobiel'],
    ['0612345678', '+31612345678', 'mobiel'],
    ['+31612345678', '+31612345678', 'mobiel'],
    ['+31 (0)6 12345678', '+31612345678', 'mobiel'],
    ['+31 06 12345678', '+31612345678', 'mobiel'],
    ['0031612345678', '+31612345678', 'mobiel'],
    ['00 31 (0)6 12345678', '+31612345678', 'mobiel'],
    ['31612345678', '+31612345678', 'mobiel'],
    // A spreadsheet drops the leading zero.
    ['612345678', '+31612345678', 'mobiel'],
    ['Tel: 06-12345678', '+31612345678', 'mobiel'],
    ['m. 06.12.34.56.78', '+31612345678', 'mobiel'],
    ['(020) 123 45 67', '+31201234567', 'vast'],
    ['020/1234567', '+31201234567', 'vast'],
    ['0297–123456', '+31297123456', 'vast'],
    ['088-123 45 67', '+31881234567', 'vast'],
    ['085 1234567', '+31851234567', 'vast'],
    ['0800-1234', '+318001234', 'service'],
    ['0800 1234567', '+318001234567', 'service'],
    ['0900-8844', '+319008844', 'service'],
    ['097012345678', '+3197012345678', 'mobiel'],
    ['112', '112', 'kort'],
    ['14020', '14020', 'kort'],
    ['14 020', '14020', 'kort'],
    ['14-0297', '140297', 'kort'],
    ['116 123', '116123', 'kort'],
    ['+32 475 12 34 56', '+32475123456', 'buitenland'],
    ['0032 475 12 34 56', '+32475123456', 'buitenland'],
    ['+90 532 123 45 67', '+905321234567', 'buitenland'],
    ['+48 512 345 678', '+48512345678', 'buitenland'],
    ['+212 612-345678', '+212612345678', 'buitenland'],
    ['+597 8123456', '+5978123456', 'buitenland'],
  ])('%s → %s (%s)', (input, nummer, soort) => expect(normalizeTelefoon(input)).toEqual({ ok: true, nummer, soort }))

  it.each([
    ['', /Vul een telefoonnummer in/],
    ['   \u0000', /Vul een telefoonnummer in/],
    ['geen', /alleen het nummer/],
    ['06-12345678 (zoon)', /alleen het nummer/],
    ['06-1234567x', /alleen het nummer/],
    ['=06-12345678', /alleen het nummer/],
    ['06 12345678 / 020 1234567', /één nummer per veld/],
    ['06-1234567', /te kort/],
    ['020-123456', /te kort/],
    ['06-123456789', /te lang/],
    ['123', /te kort/],
    ['+31 112', /te kort/],
    ['+32 475', /te kort/],
    ['+999 123456789', /landnummer|bestaat niet|te kort/],
    ['()', /te kort/],
  ])('%j is refused', (input, reden) => {
    expect(normalizeTelefoon(input)).toEqual({ ok: false, reden: expect.stringMatching(reden) })
  })

  it('reads every Dutch number from every way it is written, and from the way we show it', () => {
    const nationaal = fc.oneof(
      fc.stringMatching(/^6[1-58][0-9]{7}$/),
      fc.stringMatching(/^(10|20|30|40|50|70|88)[1-9][0-9]{6}$/),
      fc.stringMatching(/^(800|900)[0-9]{4}$/),
    )
    const prefix = fc.constantFrom('0', '+31', '+31 (0)', '0031', '0031 (0)', '+31 0')
    const gap = fc.constantFrom('', ' ', '-', '.')
    fc.assert(
      fc.property(nationaal, prefix, gap, fc.integer({ min: 2, max: 6 }), (cijfers, voor, tussen, at) => {
        const nummer = `+31${cijfers}`
        const written = `${voor}${cijfers.slice(0, at)}${tussen}${cijfers.slice(at)}`
        expect(normalizeTelefoon(written)).toMatchObject({ ok: true, nummer })
        expect(normalizeTelefoon(formatTelefoon(nummer))).toMatchObject({ ok: true, nummer })
        expect(normalizeTelefoon(nummer)).toMatchObject({ ok: true, nummer })
      }),
      { numRuns: 500 },
    )
  })

  it('answers any text, with E.164 or a sentence, and stays with its answer', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'0123456789+-() ./'), maxLength: 25 }),
    )
    fc.assert(
      fc.property(text, (input) => {
        const result = normalizeTelefoon(input)
        if (!result.ok) {
          expect(result.reden).toMatch(/\.$/)
          return
        }
        expect(result.nummer).toMatch(result.soort === 'kort' ? /^[0-9]{3,6}$/ : /^\+[1-9][0-9]{5,14}$/)
        expect(normalizeTelefoon(result.nummer)).toEqual(result)
      }),
      { numRuns: 2000 },
    )
  })
})
