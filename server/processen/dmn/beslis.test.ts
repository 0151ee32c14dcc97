import { describe, expect, test } from 'vitest'
import { dmnMet, type Testtabel } from '../testing/dmn.ts'
import { BeslisError, beslis } from './beslis.ts'
import { leesDmn } from './leesDmn.ts'

/** Three rules that all fit 15, two that fit 25. */
const korting = (trefbeleid: string, extra: Partial<Testtabel> = {}): Testtabel => ({
  trefbeleid,
  invoer: [{ naam: 'punten', type: 'number' }],
  uitkomsten: [{ naam: 'korting', type: 'number', waarden: '30, 20, 10' }],
  regels: [
    [['> 10'], ['10'], 'bron A'],
    [['> 20'], ['20'], 'bron B'],
    [['[12..40]'], ['30'], 'bron C'],
  ],
  ...extra,
})

async function besluit(tabel: Testtabel, invoer: Record<string, unknown>) {
  return beslis(await leesDmn(dmnMet([tabel])), 'besluit', invoer)
}

describe('the hit policy', () => {
  test.each<[string, string | undefined, number, unknown, number[]]>([
    ['UNIQUE', undefined, 11, 10, [1]],
    ['PRIORITY', undefined, 25, 30, [3]],
    ['FIRST', undefined, 25, 10, [1]],
    ['RULE ORDER', undefined, 25, [10, 20, 30], [1, 2, 3]],
    ['OUTPUT ORDER', undefined, 25, [30, 20, 10], [3, 2, 1]],
    ['COLLECT', undefined, 15, [10, 30], [1, 3]],
    ['COLLECT', 'SUM', 15, 40, [1, 3]],
    ['COLLECT', 'MIN', 25, 10, [1, 2, 3]],
    ['COLLECT', 'MAX', 25, 30, [1, 2, 3]],
    ['COLLECT', 'COUNT', 25, 3, [1, 2, 3]],
    ['COLLECT', 'COUNT', 5, 0, []],
    ['COLLECT', 'SUM', 5, null, []],
    ['RULE ORDER', undefined, 5, [], []],
    ['UNIQUE', undefined, 5, null, []],
  ])('%s %s of %d gives %j by rules %j', async (trefbeleid, aggregatie, punten, uitkomst, regels) => {
    const genomen = await besluit(korting(trefbeleid, aggregatie ? { aggregatie } : {}), { punten })

    expect(genomen.uitkomst).toEqual(uitkomst)
    expect(genomen.regels.map(({ nummer }) => nummer)).toEqual(regels)
  })

  test('U refuses two rules that fit, and names them', async () => {
    await expect(besluit(korting('UNIQUE'), { punten: 15 })).rejects.toThrow('passen regel 1 en 3 allebei')
  })

  test('A wants rules that fit to agree', async () => {
    const eens = korting('ANY', { regels: korting('ANY').regels.map(([cellen]) => [cellen, ['10']]) })

    expect((await besluit(eens, { punten: 25 })).uitkomst).toBe(10)
    await expect(besluit(korting('ANY'), { punten: 25 })).rejects.toThrow('verschillende uitkomsten')
  })

  test('a default stands when no rule fits', async () => {
    const uitkomsten = [{ naam: 'korting', type: 'number', standaard: '5' }]

    expect((await besluit(korting('UNIQUE', { uitkomsten }), { punten: 1 })).uitkomst).toBe(5)
  })
})

test('the rule that led to it comes with what the table says about it, and with what it judged', async () => {
  const { regels, invoer } = await besluit(korting('FIRST'), { punten: 25 })

  expect(regels).toEqual([{ nummer: 1, opmerking: 'bron A' }])
  expect(invoer).toEqual({ punten: 25 })
})

test('more outputs make one value with a name for each; dates and durations reckon', async () => {
  const tabel: Testtabel = {
    trefbeleid: 'FIRST',
    invoer: [
      { naam: 'ontvangen', type: 'date' },
      { naam: 'dagen open', type: 'dayTimeDuration' },
    ],
    uitkomsten: [{ naam: 'uiterlijk', type: 'date' }, { naam: 'soort' }],
    regels: [
      [
        ['>= date("2026-07-01")', '-'],
        ['ontvangen + duration("P1M")', '"nieuw"'],
      ],
      [
        ['-', '> duration("P14D")'],
        ['ontvangen + duration("P14D")', '"laat"'],
      ],
    ],
  }

  expect((await besluit(tabel, { ontvangen: '2026-07-31', 'dagen open': 'P1D' })).uitkomst).toEqual({
    uiterlijk: '2026-08-31',
    soort: 'nieuw',
  })
  expect((await besluit(tabel, { ontvangen: '2026-06-01', 'dagen open': 'PT360H' })).uitkomst).toEqual({
    uiterlijk: '2026-06-15',
    soort: 'laat',
  })
})

test('a list is judged as a whole', async () => {
  const tabel: Testtabel = {
    trefbeleid: 'FIRST',
    invoer: [{ naam: 'huurders', type: 'tNamen' }],
    uitkomsten: [{ naam: 'uitkomst' }],
    regels: [
      [['list contains(?, "Jan")'], ['"met Jan"']],
      [['count(?) > 1'], ['"meer"']],
      [['-'], ['"een"']],
    ],
  }
  const typen = '<itemDefinition name="tNamen" isCollection="true"><typeRef>string</typeRef></itemDefinition>'
  const model = await leesDmn(dmnMet([tabel], { typen }))
  const uitkomst = (huurders: unknown) => beslis(model, 'besluit', { huurders }).uitkomst

  expect([uitkomst(['Jan', 'Piet']), uitkomst(['Piet', 'Kees']), uitkomst('Piet')]).toEqual(['met Jan', 'meer', 'een'])
  expect(() => uitkomst([1])).toThrow('een lijst (tekst)')
})

describe('a decision that needs another', () => {
  const tabellen: Testtabel[] = [
    {
      id: 'seizoen',
      naam: 'stookseizoen',
      trefbeleid: 'UNIQUE',
      invoer: [{ naam: 'maand', type: 'number' }],
      uitkomsten: [{ naam: 'stookseizoen', type: 'boolean' }],
      regels: [
        [['>= 10, <= 4'], ['true']],
        [['(4..10)'], ['false']],
      ],
    },
    {
      id: 'spoed',
      naam: 'spoed',
      trefbeleid: 'FIRST',
      invoer: [{ naam: 'stookseizoen', type: 'boolean' }, { naam: 'element' }],
      uitkomsten: [{ naam: 'spoed' }],
      regels: [
        [['true', '"KET"'], ['"24 uur"'], 'norm'],
        [['-', '-'], ['"gewoon"']],
      ],
    },
  ]

  test('takes that one first, and tells its rules too', async () => {
    const genomen = beslis(await leesDmn(dmnMet(tabellen)), 'spoed', { maand: 1, element: 'KET' })

    expect(genomen.uitkomst).toBe('24 uur')
    expect(genomen.onderliggend).toMatchObject([{ beslissing: 'seizoen', uitkomst: true, regels: [{ nummer: 1 }] }])
  })

  test('inputs that were not given are told, and count as not known', async () => {
    const genomen = beslis(await leesDmn(dmnMet(tabellen)), 'spoed', { element: 'KET' })

    expect(genomen.uitkomst).toBe('gewoon')
    expect(genomen.onbekend).toEqual(['maand'])
  })

  test('a circle is refused', async () => {
    const kring = tabellen.map((tabel) => (tabel.id === 'seizoen' ? { ...tabel, nodig: ['spoed'] } : tabel))
    const model = await leesDmn(dmnMet(kring))

    expect(() => beslis(model, 'spoed', {})).toThrow('heeft zichzelf nodig')
  })
})

describe('values that do not belong are refused, with what was expected', () => {
  test.each<[unknown, string]>([
    ['twaalf', 'De invoer "punten" moet een getal zijn, en is "twaalf".'],
    [Number.NaN, 'moet een getal zijn'],
    [[1, 2], 'moet een getal zijn'],
  ])('%j', async (punten, melding) => {
    await expect(besluit(korting('FIRST'), { punten })).rejects.toThrow(melding)
  })

  test('also values that are not on the list, and outcomes', async () => {
    const invoer = [{ naam: 'punten', type: 'number', waarden: '[0..50]' }]
    const teveel = korting('FIRST', { regels: [[['-'], ['40']]] })

    await expect(besluit(korting('FIRST', { invoer }), { punten: 60 })).rejects.toThrow('toegestaan: [0..50]')
    await expect(besluit(teveel, { punten: 1 })).rejects.toThrow('Regel 1, "korting"')
    await expect(besluit(teveel, { punten: 1 })).rejects.toThrow(BeslisError)
  })
})

describe('a file that is no decision', () => {
  const meldingVan = async (xml: string) => {
    const fout = await leesDmn(xml).catch((error: unknown) => error)
    return (fout as { invalidParams?: { name: string; reason: string }[] }).invalidParams?.[0]
  }

  test.each<[string, string, string]>([
    ['entities', '<!DOCTYPE a [<!ENTITY x "y">]><definitions/>', 'DOCTYPE'],
    ['other XML', '<html/>', 'geen'],
    ['no XML', 'Beste collega,', 'geen'],
    ['half a file', '<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"><decision>', 'geen'],
    ['too large', ' '.repeat(1_000_001), 'te groot'],
  ])('%s', async (_naam, xml, melding) => {
    expect(await meldingVan(xml)).toMatchObject({ name: 'regels.dmn', reason: expect.stringContaining(melding) })
  })

  test('too many rules', async () => {
    const regels = Array.from({ length: 1001 }, (): Testtabel['regels'][number] => [['1'], ['1']])

    expect((await meldingVan(dmnMet([korting('FIRST', { regels })])))?.reason).toContain('te veel regels')
  })
})
