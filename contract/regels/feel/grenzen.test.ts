import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evalFeel, evalUnaryTest, FeelError, parseFeel } from './feel.ts'

/** Each would run for hours, or eat the memory, when it was worked out. That these tests end is the proof. */
const kwaad: [tekst: string, gegevens?: Record<string, unknown>][] = [
  ['for i in 1..1000000000 return i'],
  ['for i in [1..1000000000] return i'],
  ['for i in 1..aantal return i', { aantal: 1_000_000_000 }],
  ['for i in 1..aantal return i', { aantal: 1.5 }],
  ['for i in 1.5..3 return i'],
  ['for i in - 1..5 return i'],
  ['for i in (1..1] return i'],
  ['for i in 1..2 * 1000000000 return i'],
  ['some i in 1..1000000000 satisfies i < 0'],
  ['every i in 1..1000000000 satisfies i > 0'],
  ['for i in 1..400, j in 1..400, k in 1..400 return 1'],
  ['for i in 1..400 return for j in 1..400 return for k in 1..400 return 1'],
  ['for i in 1..1000, j in 1..i return for k in 1..j return k'],
  ['count(for i in lijst, j in lijst, k in lijst return 1)', { lijst: Array.from({ length: 300 }, (_, i) => i) }],
  ['lijst[count(lijst[count(lijst[item > 0]) > 0]) > 0]', { lijst: Array.from({ length: 300 }, (_, i) => i) }],
  ['{b: [1..1000000000], u: for i in b return i}'],
  ['for i in [1..1000000000][1] return i'],
  ['for i in append([], [1..1000000000])[1] return i'],
  ['for i in 1..60 return if i = 1 then "ab" else partial[-1] + partial[-1]'],
  ['for i in 1..60 return if i = 1 then [1, 2] else concatenate(partial[-1], partial[-1])'],
  [`{${verdubbel('"abcdefgh"', (naam) => `${naam} + ${naam}`)}}`],
  [`{${verdubbel('[1]', (naam) => `concatenate(${naam}, ${naam})`)}}`],
  [`{${verdubbel('[1]', (naam) => `[${naam}, ${naam}]`)}, gelijk: x25 = x24}`],
  [`{${verdubbel('{a: 1}', (naam) => `{l: ${naam}, r: ${naam}}`)}, tekst: string(x25)}`],
  [`{${verdubbel('"a"', (naam) => `string join([${naam}, ${naam}], ${naam})`)}}`],
  [`{${verdubbel('"a"', (naam) => `string([${naam}])`)}}`],
  [`{${verdubbel('"aaaa"', (naam) => `replace(${naam}, "a", "aa")`)}}`],
  [`{${verdubbel('"aaaa"', (naam) => `replace(${naam}, "a", "$&$&")`)}}`],
  ['replace(tekst, "a", "$`")', { tekst: 'a'.repeat(5000) }],
  ['{f: function(n) f(n) + f(n), u: f(1)}'],
  ['(function(f) f(f))(function(f) f(f))'],
  ['sort([1, 2], function(a, b) (function(c) c)(a))'],
  ['matches(tekst, "^(a+)+$")', { tekst: `${'a'.repeat(40)}!` }],
  ['matches(tekst, "^(a|a)*$")', { tekst: `${'a'.repeat(40)}!` }],
  ['matches(tekst, "^(a|a){50}$")', { tekst: `${'a'.repeat(40)}!` }],
  ['matches(tekst, "^(a?){50}a{50}$")', { tekst: 'a'.repeat(50) }],
  ['matches(tekst, "a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a{28}")', { tekst: 'a'.repeat(28) }],
  ['matches(tekst, "a*a*a*a*a*b")', { tekst: 'a'.repeat(2000) }],
  ['replace(tekst, "(a+)+b", "")', { tekst: 'a'.repeat(40) }],
  ['split(tekst, "(a+)+b")', { tekst: 'a'.repeat(40) }],
  ['matches(tekst, "(?=(a+))\\\\1*b")', { tekst: 'a'.repeat(40) }],
  ['matches(tekst, patroon)', { tekst: 'a'.repeat(40), patroon: '(a+)+b' }],
  ['matches(pattern: tekst, input: "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!")', { tekst: '^(a+)+$' }],
  ['matches(pattern: "^(a+)+$", input: "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!")'],
  ['replace(replacement: "", pattern: "(a+)+b", input: tekst)', { tekst: 'a'.repeat(40) }],
  ['matches(tekst, "^a*a*a*b", "m")', { tekst: `${'a'.repeat(60)}\n`.repeat(40) }],
  ['for i in 1..300 return matches(tekst, "a*a*b")', { tekst: 'a'.repeat(100) }],
  ['distinct values(lijst)', { lijst: Array.from({ length: 4000 }, (_, i) => ({ i })) }],
  ['sort(lijst, function(a, b) count(lijst[item < a]) < b)', { lijst: Array.from({ length: 400 }, (_, i) => i) }],
  ['werkdagen na(date("2026-01-01"), 1000000000)'],
  [`${'('.repeat(900)}1${')'.repeat(900)}`],
  [`${'['.repeat(400)}1${']'.repeat(400)}`],
  [Array.from({ length: 900 }, () => '1').join('+')],
  ['"x"'.padEnd(3000, ' ')],
]

function verdubbel(begin: string, stap: (naam: string) => string): string {
  return [`x0: ${begin}`, ...Array.from({ length: 25 }, (_, i) => `x${i + 1}: ${stap(`x${i}`)}`)].join(', ')
}

test.each(kwaad)('is stopped: %.80s', (tekst, gegevens) => {
  const gevolg = uitkomst(() => evalFeel(tekst, gegevens))

  expect(gevolg === 'geweigerd' || gevolg === null).toBe(true)
})

test.each(kwaad)('is stopped as a test in a cell: %.80s', (tekst, gegevens) => {
  const gevolg = uitkomst(() => evalUnaryTest(tekst, 1, gegevens))

  expect(gevolg === 'geweigerd' || gevolg === false).toBe(true)
})

test('what needs no data to be seen is refused when it is written', () => {
  const geschreven = ['for i in 1..1000000000 return i', 'matches(tekst, "^(a+)+$")', '{f: function(n) f(n)}', 'f(1)']

  expect(geschreven.map((tekst) => parseFeel(tekst).fouten.length)).toEqual([1, 1, 1, 1])
  expect(parseFeel('for i in 1..aantal return i').fouten).toEqual([])
})

test('ordinary work stays far below the limits', () => {
  const posten = Array.from({ length: 500 }, (_, i) => ({
    bedrag: i,
    soort: i % 2 ? 'PRO' : 'STO',
    datum: '2026-01-01',
  }))

  expect(evalFeel('sum(posten[soort = "PRO"].bedrag)', { posten })).toBe(62_500)
  expect(evalFeel('matches(mail, "^[^@]+@[^@]+[.][a-z]{2,}$")', { mail: `${'a'.repeat(60)}@woonwel.nl` })).toBe(true)
  expect(evalFeel('contains(lower case(tekst), "gas")', { tekst: 'Ik ruik GAS. '.repeat(2000) })).toBe(true)
})

test('nesting without end is refused, in expressions and in data', () => {
  const diep = Array.from({ length: 20_000 }).reduce<unknown>((binnen) => [binnen], 1)

  expect(parseFeel('['.repeat(1900)).fouten).toHaveLength(1)
  expect(() => evalFeel('count(diep)', { diep })).toThrow(FeelError)
})

test('data that are too large are refused, not read', () => {
  expect(() => evalFeel('upper case(tekst)', { tekst: 'a'.repeat(500_000) })).toThrow(FeelError)
})

describe('nothing but data can be reached', () => {
  test.each([
    'count.constructor',
    'x.constructor',
    'x.__proto__',
    'x.toString',
    'get value(x, "constructor")',
    'count',
  ])('%s', (tekst) => {
    expect(uitkomst(() => evalFeel(tekst, { x: { a: 1 } }))).toBeNull()
  })

  test('a name such as __proto__ changes nothing outside', () => {
    uitkomst(() => evalFeel('{__proto__: {vuil: 1}}'))
    uitkomst(() => evalFeel('context put({}, "__proto__", {vuil: 1})'))

    expect(({} as Record<string, unknown>)['vuil']).toBeUndefined()
  })
})

/** Expressions put together at random from what can repeat or grow, nested in each other. */
const expressie = fc.letrec<{ lijst: string; waarde: string }>((tie) => ({
  lijst: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom('lijst', 'namen', '1..20', '1..count(lijst)', '[1, 2, 3]'),
    fc.tuple(tie('lijst'), tie('waarde')).map(([l, w]) => `for i in ${l} return ${w}`),
    fc.tuple(tie('lijst'), tie('lijst'), tie('waarde')).map(([l, m, w]) => `for i in ${l}, j in ${m} return ${w}`),
    fc.tuple(tie('lijst'), tie('lijst')).map(([l, m]) => `concatenate((${l}), (${m}))`),
    fc.tuple(tie('lijst'), tie('waarde')).map(([l, w]) => `(${l})[${w} = item]`),
    tie('lijst').map((l) => `flatten((${l}))`),
    tie('lijst').map((l) => `distinct values((${l}))`),
    tie('lijst').map((l) => `sort((${l}), function(a, b) a < b)`),
  ),
  waarde: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom('i', 'j', 'item', '"tekst"', '3', 'naam'),
    tie('lijst').map((l) => `(${l})`),
    tie('lijst').map((l) => `count((${l}))`),
    tie('lijst').map((l) => `string((${l}))`),
    fc.tuple(tie('waarde'), tie('waarde')).map(([a, b]) => `${a} + ${b}`),
    fc.tuple(tie('waarde'), tie('waarde')).map(([a, b]) => `{a: ${a}, b: [a, a, ${b}], c: [b, b]}.c`),
    fc.tuple(tie('lijst'), tie('waarde')).map(([l, w]) => `some k in ${l} satisfies k = ${w}`),
    tie('waarde').map((w) => `replace(string(${w}), "[a-z]", "$&$&")`),
    tie('waarde').map((w) => `matches(string(${w}), "[a-z]*[0-9]*x")`),
  ),
})).waarde

test('an expression ends, or is refused; whatever it is made of', () => {
  const gegevens = { lijst: [1, 2, 3, 4, 5], namen: ['a', 'b', 'cc'], naam: 'Van den Berg' }
  let uitgerekend = 0
  fc.assert(
    fc.property(expressie, (tekst) => {
      if (uitkomst(() => evalFeel(tekst, gegevens)) !== 'geweigerd') uitgerekend += 1
    }),
    { numRuns: 300 },
  )

  expect(uitgerekend).toBeGreaterThan(50)
})

test('any text at all is judged without falling over', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'aif nr(){}[].,"1=<>+-*/@?:…'), maxLength: 300 }), (tekst) => {
      parseFeel(tekst)
      parseFeel(tekst, { soort: 'test' })
      uitkomst(() => evalFeel(tekst, { a: 1, f: [1] }))
    }),
    { numRuns: 300 },
  )
})

function uitkomst(werk: () => unknown): unknown {
  try {
    return werk()
  } catch (error) {
    if (error instanceof FeelError) return 'geweigerd'
    throw error
  }
}
