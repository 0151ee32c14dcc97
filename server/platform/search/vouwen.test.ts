import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { eenLetterVarianten, isEenFout } from './eenFout.ts'
import { indexwoorden, naamwoorden, vouw, woorden } from './vouwen.ts'

describe('vouw', () => {
  it.each([
    ['Bérg', 'berg'],
    ['BE\u0301RG', 'berg'],
    ['Ĳsselstein', 'ijsselstein'],
    ['Weiß', 'weiss'],
    ['Yıldırım', 'yildirim'],
    ['İbrahim', 'ibrahim'],
    ['Ağaoğlu-Şahin', 'agaoglu-sahin'],
    ['Wałęsa', 'walesa'],
    ['Sørensen', 'sorensen'],
    ['Đorđević', 'dordevic'],
    ['Æbelø', 'aebelo'],
    ['d’Ancona', "d'ancona"],
    ['  Van\t den\u00a0 Berg ', 'van den berg'],
    ['a\u0000b', 'a b'],
    ['Jan\u200Bsen', 'jansen'],
    ['ﬁets', 'fiets'],
    ['ＡＢ１２', 'ab12'],
    ['', ''],
  ])('%s → %s', (input, expected) => expect(vouw(input)).toBe(expected))

  it('is stable for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const folded = vouw(text)
        expect(vouw(folded)).toBe(folded)
        expect(folded).not.toMatch(/\p{M}|\p{Cc}|\s\s|^\s|\s$/u)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('woorden', () => {
  it.each([
    ['J.A. van den Berg', ['berg']],
    ['v.d. Breg', ['breg']],
    ['v.d.Breg', ['breg']],
    ['v. d. Berg', ['berg']],
    ['vd berg', ['berg']],
    ['v/d Berg', ['berg']],
    ['vdr Berg', ['berg']],
    ['v. der Meulen', ['meulen']],
    ['Bérg', ['berg']],
    ["'t Hoen", ['hoen']],
    ["van 't Hoff", ['hoff']],
    ["in 't Veld", ['veld']],
    ["A. d'Ancona", ['ancona']],
    ['ten Berge-van der Meulen', ['berge', 'meulen']],
    ['ter Horst', ['horst']],
    ['de la Cruz', ['cruz']],
    ['el Amrani', ['amrani']],
    ['El-Amrani', ['amrani']],
    ['elamrani', ['elamrani']],
    ['al Hassan', ['hassan']],
    ['Ben Jansen', ['ben', 'jansen']],
    ['ben Ali', ['ben', 'ali']],
    ['Kerkstraat 7', ['kerkstraat', '7']],
    ['Bakkerij Jansen B.V.', ['bakkerij', 'jansen']],
    ['berg Berg', ['berg']],
    // Nothing else is there: then these are the name.
    ['Le', ['le']],
    ['van den', ['van', 'den']],
    ['J.', ['j']],
    ['', []],
    ['!?', []],
  ])('%s → %j', (input, expected) => expect(woorden(input)).toEqual(expected))
})

describe('indexwoorden', () => {
  it.each([
    ['van den Berg', ['berg', 'vandenberg']],
    ['el Amrani', ['amrani', 'elamrani']],
    ['Ben Haddou', ['ben', 'haddou', 'benhaddou']],
    ["d'Ancona", ['ancona', 'dancona']],
    ['Meijer', ['meijer', 'meyer']],
    ['Meyer', ['meyer', 'meijer']],
    ['van Dijk', ['dijk', 'dyk', 'vandijk', 'vandyk']],
    ['Yilmaz', ['yilmaz']],
    ["'t Hoen", ['hoen', 'thoen']],
    ['van t Hoff', ['hoff', 'vanthoff']],
    ["O'Brien", ['brien', 'obrien']],
    ['D.T. Jansen', ['jansen']],
    ['V. Jansen', ['jansen']],
    ['v.d. Berg', ['berg', 'vandeberg', 'vanderberg', 'vandenberg']],
    ['Jansen', ['jansen']],
  ])('%s is found under %j', (input, expected) => expect(indexwoorden(input)).toEqual(expected))

  /** Every required word of the question is in the index, in one of its spellings. */
  const vindt = (vraag: string, naam: string) => {
    const index = new Set(indexwoorden(naam))
    return naamwoorden(vraag)
      .filter(({ optioneel }) => !optioneel)
      .every(({ woord, aaneen }) => [woord, ...aaneen].some((spelling) => index.has(spelling)))
  }

  it.each([
    ['van den berg', 'van den Berg'],
    ['vd berg', 'van den Berg'],
    ['v.d. Berg', 'van der Berg'],
    ['berg', 'van den Berg'],
    ['bérg', 'van den Berg'],
    ['vandenberg', 'van den Berg'],
    ['van den berg', 'Vandenberg'],
    ['v.d. berg', 'Vandenberg'],
    ['j.a. van den berg', 'Berg'],
    ['el amrani', 'el Amrani'],
    ['el amrani', 'Elamrani'],
    ['el amrani', 'Amrani'],
    ['elamrani', 'el Amrani'],
    ['amrani', 'El Amrani'],
    ['ben ali', 'Benali'],
    ['benali', 'ben Ali'],
    ['ali', 'Ben Ali'],
    ['meijer', 'Meyer'],
    ['meyer', 'Meijer'],
    ['yilmaz', 'Yılmaz'],
    ['meulen', 'ten Berge-van der Meulen'],
    ["d'ancona", "d'Ancona"],
    ['dancona', "d'Ancona"],
    ['le', 'Le'],
  ])('"%s" finds %s', (vraag, naam) => expect(vindt(vraag, naam)).toBe(true))

  it.each([
    ['berg', 'Bergsma'],
    ['ben jansen', 'Ben Ali'],
    ['amrani', 'Hassan'],
  ])('"%s" does not find %s', (vraag, naam) => expect(vindt(vraag, naam)).toBe(false))

  it('a name is always found by itself, in any case', () => {
    const token = fc.oneof(
      fc.constantFrom('van', 'den', 'v.d.', "'t", 'el', 'ben', 'J.', 'Berg', 'Meijer', 'IJsselstein', 'Şahin', 'de'),
      fc.string({ unit: 'binary', maxLength: 6 }),
    )
    fc.assert(
      fc.property(
        fc.array(token, { maxLength: 5 }).map((parts) => parts.join(' ')),
        (naam) => {
          expect(vindt(naam, naam)).toBe(true)
          expect(vindt(vouw(naam), naam)).toBe(true)
        },
      ),
      { numRuns: 1000 },
    )
  })
})

describe('one typing error', () => {
  it.each([
    ['berg', 'breg', true],
    ['berg', 'berg', true],
    ['berg', 'bergg', true],
    ['berg', 'brg', true],
    ['berg', 'borg', true],
    ['berg', 'ber', true],
    ['', 'a', true],
    ['', '', true],
    ['berg', 'bgre', false],
    ['abcd', 'bcda', false],
    ['berg', 'burk', false],
    ['berg', 'be', false],
    ['ab', 'cd', false],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(isEenFout(a, b)).toBe(expected)
    expect(isEenFout(b, a)).toBe(expected)
  })

  it('lists each shorter word once', () => {
    expect(eenLetterVarianten('berg')).toEqual(['berg', 'erg', 'brg', 'beg', 'ber'])
    expect(eenLetterVarianten('aa')).toEqual(['aa', 'a'])
    expect(eenLetterVarianten('')).toEqual([''])
  })

  const woord = fc.string({ unit: fc.constantFrom(...'abcde'), maxLength: 7 })

  it('agrees with the textbook distance', () => {
    fc.assert(
      fc.property(woord, woord, (a, b) => {
        expect(isEenFout(a, b)).toBe(damerau(a, b) <= 1)
      }),
      { numRuns: 1000 },
    )
  })

  it('always leaves a shared variant, so the table of variants misses none', () => {
    const fout = fc.record({
      at: fc.nat(7),
      soort: fc.constantFrom('weg', 'erbij', 'anders', 'om'),
      letter: fc.constantFrom(...'abcdef'),
    })
    fc.assert(
      fc.property(woord, fout, (goed, { at, soort, letter }) => {
        const letters = [...goed]
        if (soort === 'weg') letters.splice(at, 1)
        if (soort === 'erbij') letters.splice(at, 0, letter)
        if (soort === 'anders') letters.splice(at, 1, letter)
        if (soort === 'om') letters.splice(at, 2, ...letters.slice(at, at + 2).reverse())
        const verkeerd = letters.join('')
        const variants = new Set(eenLetterVarianten(goed))
        expect(isEenFout(goed, verkeerd)).toBe(true)
        expect(eenLetterVarianten(verkeerd).some((variant) => variants.has(variant))).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
})

/** Optimal string alignment by the book: slow, and easy to believe. */
function damerau(a: string, b: string): number {
  const d = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  )
  const at = (i: number, j: number) => d[i]?.[j] ?? Number.POSITIVE_INFINITY
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      const swap =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
          ? at(i - 2, j - 2) + 1
          : Number.POSITIVE_INFINITY
      d[i]?.splice(j, 1, Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + cost, swap))
    }
  }
  return at(a.length, b.length)
}
