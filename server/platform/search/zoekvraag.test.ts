import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { datumsUit } from './datums.ts'
import { sleutelsAdres, sleutelsTelefoon } from './sleutels.ts'
import { indexwoorden } from './vouwen.ts'
import { herkenZoekvraag } from './zoekvraag.ts'

/** One line per part: keys, then words; "…" when still typed, "?" when it may be missing. */
function herkend(text: string): string[] {
  return herkenZoekvraag(text).delen.map(
    ({ sleutels, woorden, onvolledig, optioneel }) =>
      [...sleutels, ...woorden].join(' ') + (onvolledig ? '…' : '') + (optioneel ? '?' : ''),
  )
}

describe('words', () => {
  it.each([
    ['berg', ['berg…']],
    ['Bérg ', ['berg']],
    ['jan jansen', ['jan', 'jansen…']],
    ['v.d. Breg', ['breg vandebreg vanderbreg vandenbreg…']],
    ['J.A. van den Berg', ['vl:berg:ja?', 'berg vandenberg…']],
    ['el amrani', ['amrani elamrani…']],
    ['elamrani', ['elamrani…']],
    ['ben ali', ['ben?', 'ali benali…']],
    ['ben', ['ben…']],
    ["d'ancona ", ['ancona dancona']],
    ['Jansen, Piet', ['jansen', 'piet…']],
    ['kerkstraat utrecht', ['kerkstraat', 'utrecht…']],
    ['', []],
    ['  ', []],
    ['!? @', []],
  ])('%j → %j', (text, expected) => expect(herkend(text)).toEqual(expected))

  it.each([
    ['van', ['van…']],
    ['van d', ['vand…']],
    ['van den ', ['vanden…']],
    ['van den b', ['vandenb…']],
    ['v.d. b', ['vandeb vanderb vandenb…']],
    ['jan van d', ['jan', 'vand…']],
    ['Berg, J. van d', ['vl:berg:j?', 'berg', 'vand…']],
    ['el a', ['ela…']],
    ["o'b", ['ob…']],
    ['j', ['j…']],
    ['berg j', ['vl:berg:j?', 'berg', 'j…?']],
    ['berg j ', ['vl:berg:j?', 'berg']],
  ])('on the way to a name: %j → %j', (text, expected) => expect(herkend(text)).toEqual(expected))

  it('every beginning of a surname with tussenvoegsels keeps finding it', () => {
    for (const naam of [
      'van den Berg',
      "van 't Hoff",
      'el Amrani',
      "d'Ancona",
      'de la Cruz',
      'ten Have',
      "'t Hoen",
      'in den Oever',
    ]) {
      const index = indexwoorden(naam)
      for (let length = 1; length <= naam.length; length++) {
        const typed = naam.slice(0, length)
        const missed = herkenZoekvraag(typed).delen.filter(
          ({ woorden, onvolledig }) =>
            !index.some((word) => woorden.some((w) => (onvolledig ? word.startsWith(w) : word === w))),
        )
        expect(missed, `"${typed}"`).toEqual([])
      }
    }
  })
})

describe('dates', () => {
  it.each([
    ['12-3-1980', ['1980-03-12']],
    ['12-03-1980', ['1980-03-12']],
    ['12/3/1980', ['1980-03-12']],
    ['12.3.1980', ['1980-03-12']],
    ['12 3 1980', ['1980-03-12']],
    ['12 - 3 - 1980', ['1980-03-12']],
    ['12031980', ['1980-03-12']],
    ['19800312', ['1980-03-12']],
    ['1980-03-12', ['1980-03-12']],
    ['12 mrt 1980', ['1980-03-12']],
    ['12 maart 1980', ['1980-03-12']],
    ['12mrt80', ['1980-03-12', '2080-03-12']],
    ["1 jan. '80", ['1980-01-01', '2080-01-01']],
    ['12-3-80', ['1980-03-12', '2080-03-12']],
    ['120380', ['1980-03-12', '2080-03-12']],
    ['29-2-2000', ['2000-02-29']],
    ['29-2-00', ['2000-02-29']],
    ['29-2-2001', []],
    ['31-4-1980', []],
    ['12-13-1980', []],
    ['0-3-1980', []],
    ['12-3', []],
    ['12-3-198', []],
    ['12 3 80', []],
    ['12-3/1980', []],
    ['12 xyz 1980', []],
    ['berg', []],
    ['', []],
  ])('%s is %j', (text, expected) => expect(datumsUit(text)).toEqual(expected))

  it('every day is recognised in every notation', () => {
    const maanden = 'jan feb mrt apr mei jun jul aug sep okt nov dec'.split(' ')
    const datum = fc.date({ min: new Date('1900-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(datum, (date) => {
        const iso = date.toISOString().slice(0, 10)
        const [y = '', m = '', d = ''] = iso.split('-')
        const notaties = [
          `${Number(d)}-${Number(m)}-${y}`,
          `${d}/${m}/${y}`,
          d + m + y,
          `${d} ${maanden[Number(m) - 1]} ${y}`,
          `${d}.${m}.${y.slice(2)}`,
          iso,
        ]
        for (const notatie of notaties) {
          expect(herkenZoekvraag(notatie).delen).toHaveLength(1)
          expect(herkenZoekvraag(`jansen ${notatie}`).delen.at(-1)?.sleutels).toContain(`geb:${iso}`)
        }
      }),
      { numRuns: 200 },
    )
  })
})

describe('telephone, e-mail, address, number', () => {
  it.each([
    ['06-12345678', ['tel:612345678…']],
    ['06 12 34 56 78', ['tel:612345678…']],
    ['06 10 11 12 13', ['tel:610111213…']],
    ['06-10-11-12-13', ['tel:610111213…']],
    ['+31 (0)6 12345678', ['tel:612345678…']],
    ['(020) 123 45 67', ['tel:201234567…']],
    ['0297-123456', ['tel:297123456…']],
    ['jansen 0612345678 ', ['jansen', 'tel:612345678 nr:0612345678']],
    ['34 56 78', ['tel:345678…']],
    ['5678', ['nr:5678 tel:5678 5678…']],
    ['345678', ['nr:345678 tel:345678 345678…']],
  ])('telephone %s → %j', (text, expected) => expect(herkend(text)).toEqual(expected))

  it.each([
    ['Jan@Gmail.com', ['mail:jan@gmail.com…']],
    ['jan.jansen@', ['janjansen…']],
    ['jan.jansen@gm', ['janjansen…']],
    ['@bakkerij-jan', ['bakkerijjan…']],
    ['jansen jan@gmail.com', ['jansen', 'mail:jan@gmail.com…']],
  ])('e-mail %s → %j', (text, expected) => expect(herkend(text)).toEqual(expected))

  it.each([
    ['3512ab', ['pc:3512AB…']],
    ['3512 AB 12', ['pc:3512AB12…']],
    ['3512ab12', ['pc:3512AB12…']],
    ['3512ab, 12', ['pc:3512AB12…']],
    ['3512ab12bis', ['pc:3512AB12BIS pc:3512AB12…']],
    ['3512 AB 12 bis', ['pc:3512AB12BIS pc:3512AB12…']],
    ['1234AB56-a', ['pc:1234AB56A pc:1234AB56…']],
    ['1016GC22-3', ['pc:1016GC223 pc:1016GC22…']],
    ['3512AB12 jansen', ['pc:3512AB12', 'jansen…']],
    ['jansen 3512ab 12', ['jansen', 'pc:3512AB12…']],
    ['3512 de 12', ['pc:3512DE12…']],
    ['jansen 1980 de vries', ['jansen', 'nr:1980 tel:1980 1980', 'vries devries…']],
    ['1234 sa 12', ['nr:1234 tel:1234 1234', 'sa', 'nr:12 12…']],
    ['Kerkstraat 12a Utrecht', ['kerkstraat', 'nr:12A 12a', 'utrecht…']],
    ['straat-12', ['straat', 'nr:12 12…']],
  ])('address %s → %j', (text, expected) => expect(herkend(text)).toEqual(expected))

  it.each([
    ['1000123', ['nr:1000123 tel:1000123 1000123…']],
    ['T-2026-00012', ['nr:T202600012 t202600012…']],
    ['12', ['nr:12 12…']],
    ['NL91 ABNA 0417 1643 00', ['iban:NL91ABNA0417164300…']],
    ['nl91abna0417164300', ['iban:NL91ABNA0417164300…']],
  ])('number %s → %j', (text, expected) => expect(herkend(text)).toEqual(expected))

  it('eight digits may be a date, a telephone number or a number', () => {
    expect(herkenZoekvraag('12031980').delen).toMatchObject([
      { kan: ['datum', 'telefoon', 'nummer', 'woord'], sleutels: ['geb:1980-03-12', 'nr:12031980', 'tel:12031980'] },
    ])
  })

  it('takes several at once, in the order of typing', () => {
    expect(herkend('berg 12-3-1980 utrecht 3512ab 12 06-12345678 ')).toEqual([
      'berg',
      'geb:1980-03-12',
      'utrecht',
      'pc:3512AB12',
      'tel:612345678',
    ])
  })

  it('is not led astray by a number before a date', () => {
    expect(herkend('kerkstraat 7 utrecht 12 mrt 1980')).toEqual(['kerkstraat', 'nr:7 7', 'utrecht', 'geb:1980-03-12…'])
  })

  it('asks for keys that the index has', () => {
    const postcode = fc.stringMatching(/^[1-9][0-9]{3}[B-R]{2}$/)
    const extra = fc.constantFrom('', 'A', 'bis', 'hs')
    fc.assert(
      fc.property(
        postcode,
        fc.integer({ min: 1, max: 99_999 }),
        extra,
        fc.stringMatching(/^6[0-9]{8}$/),
        (pc, nr, toevoeging, tel) => {
          const [adres] = herkenZoekvraag(`${pc}${nr}${toevoeging}`).delen
          expect(sleutelsAdres({ postcode: pc, huisnummer: nr, toevoeging })).toContain(adres?.sleutels[0])
          const [telefoon] = herkenZoekvraag(`0${tel}`).delen
          expect(sleutelsTelefoon(`+31${tel}`)).toContain(telefoon?.sleutels[0])
        },
      ),
    )
  })
})

describe('anything at all', () => {
  it('is answered, with at least one required part when there is something to look for', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.string({ unit: fc.constantFrom(..."ab1203-/. @+()'vdn"), maxLength: 40 }),
    )
    fc.assert(
      fc.property(text, (typed) => {
        const { delen } = herkenZoekvraag(typed)
        if (/[a-z0-9]/i.test(typed.normalize('NFKD'))) expect(delen.length).toBeGreaterThan(0)
        if (delen.length > 0) expect(delen.some(({ optioneel }) => !optioneel)).toBe(true)
        for (const deel of delen) {
          expect([...deel.sleutels, ...deel.woorden].length).toBeGreaterThan(0)
          for (const word of deel.woorden) expect(word).toMatch(/^[\p{L}\p{N}]+$/u)
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('takes no time, however long', () => {
    const start = performance.now()
    for (const unit of ['0', '0 ', 'a', 'a ', 'a-', '1-', '1234ab', '@', '(', 'v.d. ', '12-3-', "'"])
      herkenZoekvraag(unit.repeat(20_000))
    expect(performance.now() - start).toBeLessThan(2000)
  })
})
