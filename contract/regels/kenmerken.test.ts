import fc from 'fast-check'
import { countrySpecs, isValidIBAN } from 'ibantools'
import { describe, expect, it } from 'vitest'
import {
  cleanEenRegel,
  cleanText,
  isEenRegel,
  normalizeBsn,
  normalizeEmail,
  normalizeIban,
  normalizeKvkNummer,
  normalizePostcode,
  normalizeRsin,
  normalizeVestigingsnummer,
} from './kenmerken.ts'

describe('BSN and RSIN', () => {
  it.each(['111222333', '123456782', ' 1234.56.782 '])('accepts %s', (bsn) => {
    expect(normalizeBsn(bsn)).toBe(bsn.replace(/\D/g, ''))
    expect(normalizeRsin(bsn)).toBe(bsn.replace(/\D/g, ''))
  })

  it.each(['123456789', '000000000', '', '1', '1234567890', '12345678x', 'abc'])('refuses %s', (bsn) => {
    expect(normalizeBsn(bsn)).toBeUndefined()
    expect(normalizeRsin(bsn)).toBeUndefined()
  })

  it('gives eight digits back their leading zero', () => {
    expect(normalizeBsn('10000008')).toBe('010000008')
  })

  it('notices every single wrong digit and every swap of two neighbours', () => {
    const valid = fc.integer({ min: 10_000_000, max: 99_999_999 }).map((n) => {
      for (let last = 0; last <= 9; last++) {
        const bsn = normalizeBsn(`${n}${last}`)
        if (bsn !== undefined) return bsn
      }
      return undefined
    })
    const position = fc.integer({ min: 0, max: 8 })
    fc.assert(
      fc.property(valid, position, fc.integer({ min: 1, max: 9 }), (bsn, i, shift) => {
        fc.pre(bsn !== undefined)
        const wrong = bsn.slice(0, i) + ((Number(bsn[i]) + shift) % 10) + bsn.slice(i + 1)
        expect(normalizeBsn(wrong)).toBeUndefined()
        const swapped = bsn.slice(0, i) + (bsn[i + 1] ?? '') + bsn[i] + bsn.slice(i + 2)
        // The last digit weighs -1 and the one before it 2: 3 times their difference is never a multiple of 11 either.
        if (swapped !== bsn) expect(normalizeBsn(swapped)).toBeUndefined()
      }),
    )
  })
})

describe('KvK-nummer, vestigingsnummer and postcode', () => {
  it('have a fixed number of digits', () => {
    expect(normalizeKvkNummer('1234 5678')).toBe('12345678')
    expect(normalizeKvkNummer('1234567')).toBeUndefined()
    expect(normalizeKvkNummer('1234567a')).toBeUndefined()
    expect(normalizeVestigingsnummer('000012345678')).toBe('000012345678')
    expect(normalizeVestigingsnummer('12345678')).toBeUndefined()
  })

  it.each([
    ['1234ab', '1234AB'],
    [' 1234 Ab ', '1234AB'],
    ['9999ZZ', '9999ZZ'],
  ])('reads postcode %s', (input, expected) => expect(normalizePostcode(input)).toBe(expected))

  it.each(['0123AB', '1234', '1234A', '1234ABC', '1234SA', '1234sd', '1234 SS', '12345AB', ''])(
    'refuses postcode %s',
    (input) => expect(normalizePostcode(input)).toBeUndefined(),
  )
})

describe('IBAN', () => {
  it('accepts the example and refuses it with a wrong digit', () => {
    expect(normalizeIban('nl91 abna 0417 1643 00')).toBe('NL91ABNA0417164300')
    expect(normalizeIban('NL91ABNA0417164301')).toBeUndefined()
  })

  it.each(['BE68539007547034', 'DE89370400440532013000', 'PL61109010140000071219812874', 'TR330006100519786457841326'])(
    'accepts the foreign %s',
    (iban) => expect(normalizeIban(iban)).toBe(iban),
  )

  it.each(['', 'NL', 'NL91ABNA041716430', 'NL91ABNA04171643000', 'NL91AB1A0417164300', '91NLABNA0417164300'])(
    'refuses %s',
    (iban) => expect(normalizeIban(iban)).toBeUndefined(),
  )

  const everyCheck = Array.from({ length: 100 }, (_, n) => String(n).padStart(2, '0'))

  it('agrees with ibantools on Dutch numbers, right and wrong', () => {
    const bank = fc.constantFrom('ABNA', 'RABO', 'INGB', 'TRIO', 'BUNQ', 'SNSB')
    const account = fc.integer({ min: 0, max: 9_999_999_999 }).map((n) => String(n).padStart(10, '0'))
    fc.assert(
      fc.property(bank, account, (code, number) => {
        const ibans = everyCheck.map((check) => `NL${check}${code}${number}`)
        const valid = ibans.filter((iban) => normalizeIban(iban) === iban)
        expect(valid).toEqual(ibans.filter((iban) => isValidIBAN(iban)))
        expect(valid).toHaveLength(1)
      }),
    )
  })

  it('never refuses what ibantools accepts', () => {
    const country = fc.constantFrom(...Object.keys(countrySpecs).filter((code) => countrySpecs[code]?.IBANRegistry))
    fc.assert(
      fc.property(country, fc.stringMatching(/^[0-9]{30}$/), (code, digits) => {
        const length = countrySpecs[code]?.chars ?? 0
        const ibans = everyCheck.map((check) => `${code}${check}${digits.slice(0, length - 4)}`)
        for (const iban of ibans.filter((candidate) => isValidIBAN(candidate))) expect(normalizeIban(iban)).toBe(iban)
      }),
      { numRuns: 300 },
    )
  })

  it('knows the same lengths as ibantools', () => {
    for (const code of ['NL', 'BE', 'DE', 'FR', 'PL', 'MT', 'NO', 'IE', 'VA', 'MD', 'RS']) {
      const length = countrySpecs[code]?.chars ?? 0
      for (const wrong of [length - 1, length + 1]) {
        for (let check = 2; check <= 98; check++) {
          const iban = `${code}${String(check).padStart(2, '0')}${'1'.repeat(wrong - 4)}`
          expect(normalizeIban(iban)).toBeUndefined()
        }
      }
    }
  })
})

describe('e-mail', () => {
  it.each([
    [' Jan.Jansen@Example.NL ', 'Jan.Jansen@example.nl'],
    ['mailto:a@b.nl', 'a@b.nl'],
    ["o'brien+huur@mail.example.co.uk", "o'brien+huur@mail.example.co.uk"],
    ['zoë@café.nl', 'zoë@café.nl'],
    ['a@xn--caf-dma.xn--p1ai', 'a@xn--caf-dma.xn--p1ai'],
  ])('accepts %s', (input, expected) => expect(normalizeEmail(input)).toBe(expected))

  it.each([
    '',
    'jan',
    '@b.nl',
    'a@',
    'a@b',
    'a@b.n',
    'a b@c.nl',
    'a@b..nl',
    '.a@b.nl',
    'a.@b.nl',
    'a..b@c.nl',
    'a@-b.nl',
    'a@b.nl\nBcc: x@y.nl',
    'a@b@c.nl',
    'a,b@c.nl',
    '<a@b.nl>',
    `${'a'.repeat(65)}@b.nl`,
    `a@${'b'.repeat(64)}.nl`,
    `a@${'bcdefgh.'.repeat(32)}nl`,
  ])('refuses %j', (input) => expect(normalizeEmail(input)).toBeUndefined())

  it('answers long hostile input at once', () => {
    const start = performance.now()
    expect(normalizeEmail(`${'a.'.repeat(50_000)}@`)).toBeUndefined()
    expect(normalizeEmail(`a@${'b-'.repeat(50_000)}`)).toBeUndefined()
    expect(performance.now() - start).toBeLessThan(500)
  })
})

describe('text', () => {
  it('drops control characters, keeps lines and tabs, composes accents', () => {
    expect(cleanText(' a\u0000b\u0007\r\nc\td\u0085 ')).toBe('ab\nc\td')
    expect(cleanText('Ame\u0301lie')).toBe('Amélie')
    expect(cleanText('veilig\u202Egpj.exe')).toBe('veiliggpj.exe')
    expect(cleanText('👩‍🚀')).toBe('👩‍🚀')
    expect(cleanText('a\uD800b')).toBe('a\uFFFDb')
  })

  it('cuts on whole characters', () => {
    expect(cleanText('👍👍👍', 2)).toBe('👍👍')
    expect(cleanText('ab cd', 3)).toBe('ab')
    expect(cleanEenRegel(' a \n\t b ', 10)).toBe('a b')
  })

  it('tells one line from more', () => {
    expect(isEenRegel('Bakkerij Jansen')).toBe(true)
    for (const text of ['a\nb', 'a\rb', 'a\tb', 'a\u2028b', 'a\u0000b']) expect(isEenRegel(text)).toBe(false)
  })

  it('is stable, and clean lines are single lines without double spaces', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...' \n\t\r\u0000\u200Bae\u0301') }),
    )
    fc.assert(
      fc.property(text, fc.nat(20), (input, max) => {
        expect(cleanText(cleanText(input))).toBe(cleanText(input))
        expect([...cleanText(input, max)].length).toBeLessThanOrEqual(max)
        const line = cleanEenRegel(input)
        expect(cleanEenRegel(line)).toBe(line)
        expect(isEenRegel(line)).toBe(true)
        expect(line).not.toMatch(/\s\s|^\s|\s$/u)
      }),
    )
  })
})
