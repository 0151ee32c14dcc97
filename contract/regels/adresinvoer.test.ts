import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ADRESINVOER_MELDING, kiesSplitsing, parseAdresInvoer, type Splitsing } from './adresinvoer.ts'
import { adresregels, formatAdres, formatHuisnummer, formatPostcode } from './adresweergave.ts'

const notatie = ({ huisletter, toevoeging }: Splitsing) => `${huisletter ?? ''}|${toevoeging ?? ''}`

/** Postcode, huisnummer and readings as one line, or the reason. */
function gelezen(text: string): string {
  const result = parseAdresInvoer(text)
  if (!result.ok) return result.reden
  return [result.postcode, result.huisnummer, ...result.splitsingen.map(notatie)].join(' ')
}

describe('parseAdresInvoer', () => {
  it.each([
    ['1234AB56', '1234AB 56 |'],
    ['1012JS1', '1012JS 1 |'],
    ['1234AB56a', '1234AB 56 A| |a'],
    ['1234 ab 56 A', '1234AB 56 A| |A'],
    ['1234AB56-a', '1234AB 56 A| |a'],
    ['1234AB, 56a', '1234AB 56 A| |a'],
    ['1234AB 56–a', '1234AB 56 A| |a'],
    ['3512AB12bis', '3512AB 12 |bis B|is'],
    ['3512 ab 12bis', '3512AB 12 |bis B|is'],
    ['3512ab 12 bis', '3512AB 12 |bis B|is'],
    ['1016GC22-3', '1016GC 22 |3'],
    ['1016GC 22 3', '1016GC 22 |3'],
    ['1016GC22hs', '1016GC 22 |hs H|s'],
    ['1016GC22-III', '1016GC 22 |III I|II'],
    ['1234AB56A2', '1234AB 56 A|2 |A2'],
    ['1234AB56A-2', '1234AB 56 A|2 |A2'],
    ['1234AB56 a bis', '1234AB 56 A|bis |abis'],
    ['1234AB56abis', '1234AB 56 A|bis |abis'],
    ['1234AB56A-1234', '1234AB 56 A|1234'],
    ['1234AB562a', '1234AB 562 A| |a'],
    ['1234AB56 2a', '1234AB 56 |2a'],
    ['1234AB1', '1234AB 1 |'],
    ['1234AB99999', '1234AB 99999 |'],
    ['1234AB007', '1234AB 7 |'],
    ['\t1234AB\u000056\n', '1234AB 56 |'],
  ])('%j → %s', (input, expected) => expect(gelezen(input)).toBe(expected))

  it.each([
    ['', 'leeg'],
    ['  \u0000 ', 'leeg'],
    ['Kerkstraat 12', 'geen-postcode'],
    ['1234', 'geen-postcode'],
    ['1234A', 'geen-postcode'],
    ['1234ABC56', 'geen-postcode'],
    ['12345AB1', 'geen-postcode'],
    ['0123AB1', 'postcode-onmogelijk'],
    ['1234SA1', 'postcode-onmogelijk'],
    ['1234sd1', 'postcode-onmogelijk'],
    ['1234 SS 1', 'postcode-onmogelijk'],
    ['1234AB', 'geen-huisnummer'],
    ['1234AB a', 'geen-huisnummer'],
    ['1234AB0', 'huisnummer-onmogelijk'],
    ['1234AB100000', 'huisnummer-onmogelijk'],
    ['1234AB99999999999999999999', 'huisnummer-onmogelijk'],
    ['1234AB56 links', 'toevoeging-onleesbaar'],
    ['1234AB56-12345', 'toevoeging-onleesbaar'],
    ['1234AB56é', 'toevoeging-onleesbaar'],
    ['1234AB56;drop', 'toevoeging-onleesbaar'],
  ])('%j is refused: %s', (input, reden) => {
    expect(gelezen(input)).toBe(reden)
    expect(Object.keys(ADRESINVOER_MELDING)).toContain(reden)
  })

  it('reads every address back from every way people write it', () => {
    const postcode = fc.stringMatching(/^[1-9][0-9]{3}[A-Z]{2}$/).filter((code) => !/S[ADS]$/.test(code))
    const huisletter = fc.option(fc.stringMatching(/^[A-Z]$/))
    const toevoeging = fc.option(fc.stringMatching(/^[A-Za-z0-9]{1,4}$/))
    const separator = fc.constantFrom('', ' ', '-', ' - ', '/')
    fc.assert(
      fc.property(
        postcode,
        fc.integer({ min: 1, max: 99_999 }),
        huisletter,
        toevoeging,
        fc.tuple(fc.constantFrom('', ' '), fc.constantFrom('', ' ', ', '), separator, separator),
        (code, huisnummer, letter, extra, [a, b, c, d]) => {
          // Without a separator a digit would lengthen the huisnummer, and five letters in a row read as a word.
          const beforeExtra = letter ? (/^[a-z]{4}$/i.test(extra ?? '') ? '-' : d) : d || '-'
          const text = `${code.slice(0, 4)}${a}${code.slice(4)}${b}${huisnummer}${letter ? c + letter : ''}${extra ? beforeExtra + extra : ''}`

          const result = parseAdresInvoer(text.toLowerCase())

          const expected = notatie({ huisletter: letter, toevoeging: extra }).toLowerCase()
          expect(result).toMatchObject({ ok: true, postcode: code, huisnummer })
          expect(result.ok && result.splitsingen.map((s) => notatie(s).toLowerCase())).toContain(expected)
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('answers any text, and never with an impossible address', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.stringMatching(/^1234AB[0-9]{0,6}[ -~]{0,8}$/), (noise, nearly) => {
        for (const text of [noise, nearly]) {
          const result = parseAdresInvoer(text)
          if (!result.ok) continue
          expect(result.postcode).toMatch(/^[1-9][0-9]{3}[A-Z]{2}$/)
          expect(result.huisnummer).toBeLessThanOrEqual(99_999)
          expect(new Set(result.splitsingen.map(notatie)).size).toBe(result.splitsingen.length)
          for (const { huisletter, toevoeging } of result.splitsingen) {
            expect(huisletter ?? 'A').toMatch(/^[A-Z]$/)
            expect(toevoeging ?? '1').toMatch(/^[A-Za-z0-9]{1,4}$/)
          }
        }
      }),
      { numRuns: 1000 },
    )
  })
})

describe('kiesSplitsing', () => {
  const adres = (text: string) => {
    const [huisletter, toevoeging] = text.split('|')
    return { huisletter: huisletter || null, toevoeging: toevoeging || null, bagId: text }
  }
  const kies = (invoer: string, ...bestaande: string[]) => {
    const gelezen = parseAdresInvoer(invoer)
    if (!gelezen.ok) throw new Error(gelezen.reden)
    return kiesSplitsing(gelezen.splitsingen, bestaande.map(adres))
  }

  it('takes the reading that exists', () => {
    expect(kies('3512AB12bis', '|', '|bis', 'A|')).toMatchObject({ soort: 'gevonden', adres: { bagId: '|bis' } })
    expect(kies('3512AB12bis', '|', 'B|IS')).toMatchObject({ soort: 'gevonden', adres: { bagId: 'B|IS' } })
    expect(kies('1234AB56', '|', 'A|', 'A|2')).toMatchObject({ soort: 'gevonden', adres: { bagId: '|' } })
    expect(kies('1234AB56a2', 'A|', 'A|2')).toMatchObject({ soort: 'gevonden', adres: { bagId: 'A|2' } })
    expect(kies('1016GC22HS', '|hs')).toMatchObject({ soort: 'gevonden', adres: { bagId: '|hs' } })
  })

  it('finds 14a however the register files the letter', () => {
    expect(kies('1234AB14a', '|', 'A|')).toMatchObject({ soort: 'gevonden', adres: { bagId: 'A|' } })
    expect(kies('1234AB14a', '|', '|A')).toMatchObject({ soort: 'gevonden', adres: { bagId: '|A' } })
  })

  it('lets the user choose when two fit', () => {
    expect(kies('1234AB56a', 'A|', '|a', 'B|')).toEqual({ soort: 'meerdere', adressen: [adres('A|'), adres('|a')] })
  })

  it('lists what does exist when none fits', () => {
    expect(kies('1234AB56', 'A|', 'B|')).toEqual({ soort: 'geen', bestaande: [adres('A|'), adres('B|')] })
    expect(kies('1234AB56')).toEqual({ soort: 'geen', bestaande: [] })
  })

  it('understands addresses whose letter or toevoeging is simply absent', () => {
    const zonder: { huisletter?: string; toevoeging?: string }[] = [{}]
    expect(kiesSplitsing([{ huisletter: null, toevoeging: null }], zonder)).toMatchObject({ soort: 'gevonden' })
  })
})

describe('showing an address', () => {
  it('formats postcode, number and lines', () => {
    expect(formatPostcode('1234ab')).toBe('1234 AB')
    expect(formatPostcode('1234 AB')).toBe('1234 AB')
    expect(formatPostcode(' B-3500 ')).toBe('B-3500')
    expect(formatHuisnummer({ huisnummer: 56, huisletter: 'A', toevoeging: '2' })).toBe('56A-2')
    expect(formatHuisnummer({ huisnummer: 12, toevoeging: 'bis' })).toBe('12-bis')
    expect(formatHuisnummer({})).toBe('')
    expect(
      formatAdres({
        straat: 'Kerkstraat',
        huisnummer: 7,
        postcode: '3512AB',
        woonplaats: 'Utrecht',
        land: 'Nederland',
      }),
    ).toBe('Kerkstraat 7, 3512 AB Utrecht')
    expect(adresregels({ straat: 'Rue Haute 3', postcode: '1000', woonplaats: 'Brussel', land: 'België' })).toEqual([
      'Rue Haute 3',
      '1000 Brussel',
      'België',
    ])
    expect(formatAdres({ woonplaats: 'Utrecht', straat: null })).toBe('Utrecht')
    expect(formatAdres({})).toBe('')
  })

  it('what is shown can be typed again', () => {
    const adres = { huisnummer: 56, huisletter: 'A', toevoeging: '2' }
    expect(gelezen(`${formatPostcode('1234AB')} ${formatHuisnummer(adres)}`)).toBe('1234AB 56 A|2 |A2')
  })
})
