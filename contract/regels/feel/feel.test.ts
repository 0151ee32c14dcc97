import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { evalFeel, evalFeelMetMeldingen, evalUnaryTest, FeelError, type FeelOpties, parseFeel } from './feel.ts'
import { EIGEN_FUNCTIES } from './functies.ts'

const ZOMER = new Date('2026-06-30T22:30:00Z')
/** King's Day and Ascension Day of 2026. */
const opties: FeelOpties = { nu: ZOMER, isVrij: (datum) => ['2026-04-27', '2026-05-14'].includes(datum) }

describe('an expression', () => {
  test.each<[string, Record<string, unknown>, unknown]>([
    ['1 + 2 * 3', {}, 7],
    ['if bedrag > 100 then "veel" else "weinig"', { bedrag: 120 }, 'veel'],
    ['klant.naam + ", " + klant.plaats', { klant: { naam: 'Yılmaz', plaats: 'Utrecht' } }, 'Yılmaz, Utrecht'],
    ['some d in defecten satisfies d = "GAS"', { defecten: ['DRP', 'GAS'] }, true],
    ['every d in defecten satisfies d = "GAS"', { defecten: ['DRP', 'GAS'] }, false],
    ['for i in 1..4 return i * i', {}, [1, 4, 9, 16]],
    ['for i in 1..count(namen) return namen[i]', { namen: ['a', 'b'] }, ['a', 'b']],
    ['huurders[ondertekend = false].naam', { huurders: [{ naam: 'A', ondertekend: false }] }, ['A']],
    ['sort(getallen, function(a, b) a > b)', { getallen: [1, 3, 2] }, [3, 2, 1]],
    ['matches(postcode, "^[1-9][0-9]{3} ?[A-Z]{2}$")', { postcode: '3512 AB' }, true],
    ['replace("06-1234", "[^0-9]", "")', {}, '061234'],
    ['sum(posten.bedrag)', { posten: [{ bedrag: 10 }, { bedrag: 5 }] }, 15],
    ['{som: 1 + 1, dubbel: som * 2}.dubbel', {}, 4],
    ['aantal kamers > 2 and aantal kamers in [1..5]', { 'aantal kamers': 3 }, true],
    ['1 / 0', {}, null],
    ['10 ** 400', {}, null],
    ['onbekend > 3', {}, null],
  ])('%s', (tekst, gegevens, uitkomst) => {
    expect(evalFeel(tekst, gegevens, opties)).toEqual(uitkomst)
  })
})

describe('dates', () => {
  test.each<[string, Record<string, unknown>, unknown]>([
    ['ontvangen + duration("P1M")', { ontvangen: '2026-01-31' }, '2026-02-28'],
    ['eind - begin', { begin: '2026-03-28', eind: '2026-03-30' }, 'P2D'],
    ['eind > begin', { begin: '2026-03-28', eind: '2026-03-30' }, true],
    ['einde = null', { einde: '2026-03-30' }, false],
    ['vandaag()', {}, '2026-07-01'],
    ['today() = date("2026-07-01")', {}, true],
    ['nu()', {}, '2026-07-01T00:30:00+02:00'],
    ['moment', { moment: '2026-01-15T12:00:00Z' }, '2026-01-15T13:00:00+01:00'],
    // The night of 28 to 29 March 2026 has no hour from 02:00 to 03:00.
    ['moment + duration("PT2H")', { moment: '2026-03-29T00:30:00Z' }, '2026-03-29T04:30:00+02:00'],
    // Whole days keep the time on the clock, also when they are written in hours.
    ['moment + duration("P1D")', { moment: '2026-03-28T11:00:00Z' }, '2026-03-29T12:00:00+02:00'],
    ['moment + duration("PT24H")', { moment: '2026-03-28T11:00:00Z' }, '2026-03-29T12:00:00+02:00'],
    ['werkdagen na(datum, 1)', { datum: '2026-04-24' }, '2026-04-28'],
    ['werkdagen na(datum, -1)', { datum: '2026-04-28' }, '2026-04-24'],
    ['werkdagen tussen(van, tot)', { van: '2026-04-24', tot: '2026-05-01' }, 4],
    ['werkdag vanaf(datum)', { datum: '2026-04-25' }, '2026-04-28'],
    ['werkdag(datum)', { datum: '2026-05-14' }, false],
    ['maanden na(datum, 1)', { datum: '2026-01-31' }, '2026-02-28'],
    ['maanden na(datum, -2)', { datum: '2026-01-31' }, '2025-11-30'],
    ['laatste dag van maand(maanden na(datum, 2))', { datum: '2023-12-15' }, '2024-02-29'],
    ['werkdagen na(datum, 1.5)', { datum: '2026-04-24' }, null],
    ['werkdagen na(naam, 1)', { naam: 'geen datum' }, null],
  ])('%s', (tekst, gegevens, uitkomst) => {
    expect(evalFeel(tekst, gegevens, opties)).toEqual(uitkomst)
  })

  test('text that looks like a date stays text where the types are known', () => {
    expect(evalFeel('string length(antwoord)', { antwoord: '2026-05-01' }, { herkenDatums: false })).toBe(10)
  })

  test('without a clock there is no today', () => {
    expect(() => evalFeel('vandaag()')).toThrow('geen klok')
  })
})

describe('a test in a cell', () => {
  test.each<[string, unknown, boolean]>([
    ['-', null, true],
    ['"DRP", "LOS"', 'LOS', true],
    ['not("DRP", "LOS")', 'LOS', false],
    ['> 5', 6, true],
    ['[1..5)', 5, false],
    ['>= date("2026-01-01")', '2026-01-01', true],
    ['true', true, true],
    ['true', null, false],
    ['null', null, true],
    ['count(?) > 1', ['a', 'b'], true],
    ['> grens', 6, true],
    ['< duration("P14D")', 'P13D', false],
  ])('%s for %j', (tekst, waarde, uitkomst) => {
    expect(evalUnaryTest(tekst, waarde, { grens: 5 })).toBe(uitkomst)
  })
})

describe('what is wrong is said in Dutch, with the place', () => {
  test.each<[string, number, string]>([
    ['', 0, 'Hier staat nog niets'],
    ['1 +', 3, 'niet af'],
    ['naam = “Jan”', 7, 'rechte dubbele aanhalingstekens'],
    ['verzend(1)', 0, 'De functie "verzend" bestaat niet'],
    ['1 + function(a) a', 4, 'Een eigen functie'],
    ['matches(naam, patroon)', 14, 'vaste tekst'],
  ])('%s', (tekst, van, melding) => {
    const [fout] = parseFeel(tekst).fouten

    expect(fout?.melding).toContain(melding)
    expect(fout?.van).toBe(van)
  })

  test('names that do not exist are found, fields of a list are not taken for names', () => {
    const { fouten, namen } = parseFeel('huurders[leeftijd > grens] and vergunnig', { namen: ['huurders', 'grens'] })

    expect(fouten.map((fout) => fout.melding)).toEqual(['De naam "vergunnig" is hier niet bekend (teken 32)'])
    expect(namen.toSorted()).toEqual(['grens', 'huurders', 'vergunnig'])
  })

  test('what makes a value unknown while working it out is reported', () => {
    const { waarde, meldingen } = evalFeelMetMeldingen('bedrag + "5"', { bedrag: 5 })

    expect(waarde).toBeNull()
    expect(meldingen[0]?.melding).toContain('passen de waarden niet bij elkaar')
  })

  test('a refusal is a FeelError', () => {
    expect(() => evalFeel('1 +')).toThrow(FeelError)
  })
})

test('every function of our own is explained to who writes conditions', () => {
  const uitleg = readFileSync(join(import.meta.dirname, '../../../docs/rekenregels.md'), 'utf8')

  expect(EIGEN_FUNCTIES.filter((naam) => !uitleg.includes(`\`${naam}(`))).toEqual([])
})
