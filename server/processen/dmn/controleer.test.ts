import { describe, expect, test } from 'vitest'
import { dmnMet, type Testtabel } from '../testing/dmn.ts'
import type { Bevinding } from './bevinding.ts'
import { controleerDmn } from './controleer.ts'
import { leesDmn } from './leesDmn.ts'

const tabel = (extra: Partial<Testtabel>): Testtabel => ({
  invoer: [{ naam: 'punten', type: 'number' }],
  uitkomsten: [{ naam: 'kleur', type: 'string', waarden: '"rood", "groen"' }],
  regels: [
    [['< 10'], ['"rood"']],
    [['>= 10'], ['"groen"']],
  ],
  ...extra,
})

async function bevindingen(...tabellen: Partial<Testtabel>[]): Promise<Bevinding[]> {
  return controleerDmn(await leesDmn(dmnMet(tabellen.map(tabel))))
}

test('a good table has no remarks', async () => {
  expect(await bevindingen({})).toEqual([])
})

describe('a cell that does not parse is named, with what to do', () => {
  test.each<[cel: string, melding: string, raad: string]>([
    ['>', 'niet af', 'Voorbeelden'],
    ['tien', 'De naam "tien" is hier niet bekend', 'Zet haar tussen aanhalingstekens: "tien"'],
    ['> grens(1)', 'De functie "grens" bestaat niet', 'verbeter de naam'],
    ['count(for i in 1..1000000000 return i) > 1', 'te veel rekenwerk', 'Verdeel'],
    ['"tien"', 'Hier hoort een getal; er staat "tien"', 'het type van de kolom'],
    ['> date("2026-01-01")', 'Hier hoort een getal', 'het type van de kolom'],
  ])('%s', async (cel, melding, raad) => {
    const [bevinding] = await bevindingen({ regels: [[[cel], ['"rood"']]] })

    expect(bevinding).toMatchObject({ ernst: 'fout', regel: 1, kolom: { soort: 'invoer', plek: 0, label: 'punten' } })
    expect(bevinding?.melding).toContain(melding)
    expect(bevinding?.raad).toContain(raad)
  })

  test('of an outcome too, and of a value that is not allowed', async () => {
    const gevonden = await bevindingen({
      regels: [
        [['< 10'], ['rood']],
        [['>= 10'], ['"blauw"']],
      ],
    })

    expect(gevonden.map(({ code, regel, kolom }) => [code, regel, kolom?.soort])).toEqual([
      ['cel', 1, 'uitkomst'],
      ['waarde', 2, 'uitkomst'],
    ])
    expect(gevonden[1]?.raad).toContain('"rood", "groen"')
  })

  test('a date written as text', async () => {
    const gevonden = await bevindingen({
      invoer: [{ naam: 'op', type: 'date' }],
      regels: [[['> "2026-01-01"'], ['"rood"']]],
    })

    expect(gevonden[0]).toMatchObject({ code: 'soort', raad: expect.stringContaining('date("2026-01-31")') })
  })

  test('a column that asks for what is not connected', async () => {
    const gevonden = await bevindingen({ invoer: [{ naam: 'punten', expressie: 'klant.punten' }] })

    expect(gevonden[0]).toMatchObject({ code: 'cel', melding: expect.stringContaining('"klant"') })
  })
})

describe('overlap', () => {
  test('of two rules under U is a mistake, at the values where it happens', async () => {
    const gevonden = await bevindingen({
      regels: [
        [['<= 10'], ['"rood"']],
        [['>= 10'], ['"groen"']],
      ],
    })

    expect(gevonden).toMatchObject([{ ernst: 'fout', code: 'overlap', regel: 2 }])
    expect(gevonden[0]?.melding).toBe('Regel 1 en regel 2 passen allebei bij punten: 10.')
  })

  test('under A only when the outcomes differ, under F it is meant', async () => {
    const regels: Testtabel['regels'] = [
      [['<= 10'], ['"rood"']],
      [['-'], ['"rood"']],
    ]

    expect(await bevindingen({ trefbeleid: 'ANY', regels })).toEqual([])
    expect(await bevindingen({ trefbeleid: 'FIRST', regels })).toEqual([])
  })

  test('that depends on other data is not claimed', async () => {
    const invoer = [
      { naam: 'punten', type: 'number' },
      { naam: 'grens', type: 'number' },
    ]
    const regels: Testtabel['regels'] = [
      [['> grens', '-'], ['"rood"']],
      [['<= grens', '-'], ['"groen"']],
    ]

    expect(await bevindingen({ invoer, regels })).toEqual([])
  })
})

describe('gaps', () => {
  test.each<[Partial<Testtabel>, string]>([
    [
      {
        regels: [
          [['< 10'], ['"rood"']],
          [['> 10'], ['"groen"']],
        ],
      },
      'punten: 10',
    ],
    [{ regels: [[['[1..5]'], ['"rood"']]] }, 'punten: lager dan 1 of hoger dan 5'],
    [{ invoer: [{ naam: 'element', type: 'string' }], regels: [[['"KET"'], ['"rood"']]] }, 'element: anders dan "KET"'],
    [
      { invoer: [{ naam: 'element', type: 'string', waarden: '"KET", "RAA"' }], regels: [[['"KET"'], ['"rood"']]] },
      'element: "RAA"',
    ],
    [{ invoer: [{ naam: 'zav', type: 'boolean' }], regels: [[['true'], ['"rood"']]] }, 'zav: nee'],
    [
      { invoer: [{ naam: 'op', type: 'date' }], regels: [[['< date("2026-01-01")'], ['"rood"']]] },
      'op: 2026-01-01 of na 2026-01-01',
    ],
  ])('%#: no rule for %s', async (extra, waar) => {
    const gevonden = await bevindingen(extra)

    expect(gevonden).toMatchObject([{ ernst: 'let-op', code: 'gat', melding: expect.stringContaining(waar) }])
  })

  test('whole days leave no gap between one and the next', async () => {
    const regels: Testtabel['regels'] = [
      [['<= date("2026-01-01")'], ['"rood"']],
      [['>= date("2026-01-02")'], ['"groen"']],
    ]

    expect(await bevindingen({ invoer: [{ naam: 'op', type: 'date' }], regels })).toEqual([])
  })

  test('are no gaps when there is a default, or when outcomes are collected', async () => {
    const regels: Testtabel['regels'] = [[['< 10'], ['"rood"']]]

    expect(await bevindingen({ regels, uitkomsten: [{ naam: 'kleur', standaard: '"groen"' }] })).toEqual([])
    expect(await bevindingen({ regels, trefbeleid: 'COLLECT' })).toEqual([])
  })
})

describe('a rule that never has its turn', () => {
  test('because earlier ones together take it all', async () => {
    const gevonden = await bevindingen({
      trefbeleid: 'FIRST',
      regels: [
        [['< 10'], ['"rood"']],
        [['>= 10'], ['"groen"']],
        [['[5..15]'], ['"rood"']],
      ],
    })

    expect(gevonden).toMatchObject([{ ernst: 'let-op', code: 'onbereikbaar', regel: 3 }])
  })

  test('because no value fits its cell', async () => {
    const gevonden = await bevindingen({
      regels: [
        [['-'], ['"rood"']],
        [['(10..10)'], ['"groen"']],
      ],
    })

    expect(gevonden).toMatchObject([{ ernst: 'fout', code: 'onbereikbaar', regel: 2, kolom: { plek: 0 } }])
  })
})

describe('how decisions hang together', () => {
  test('a circle is found', async () => {
    const gevonden = await bevindingen({ id: 'a', naam: 'A', nodig: ['B'] }, { id: 'b', naam: 'B', nodig: ['A'] })

    expect(gevonden.filter(({ code }) => code === 'kringloop').map(({ beslissing }) => beslissing)).toEqual(['a', 'b'])
  })

  test('what cannot be run is named', async () => {
    const xml = dmnMet([tabel({})]).replace(
      '</definitions>',
      '<businessKnowledgeModel id="bkm" name="Kennis"/><decision id="los" name="Los"><invocation id="i"/></decision></definitions>',
    )
    const gevonden = controleerDmn(await leesDmn(xml))

    expect(gevonden.filter(({ code }) => code === 'niet-ondersteund').map(({ melding }) => melding)).toEqual([
      expect.stringContaining('"Kennis" is een BusinessKnowledgeModel'),
      expect.stringContaining('"Los" is een Invocation'),
    ])
  })

  test('an arrow to nowhere is named', async () => {
    const xml = dmnMet([tabel({})]).replace('href="#invoer-0"', 'href="#weg"')
    const gevonden = controleerDmn(await leesDmn(xml))

    expect(gevonden.map(({ code }) => code)).toContain('verwijzing')
  })

  test('P needs an order of outcomes, and outcomes need names', async () => {
    const uitkomsten = [{ naam: 'kleur' }, { naam: 'kleur' }]
    const regels: Testtabel['regels'] = [[['-'], ['1', '2']]]

    expect((await bevindingen({ trefbeleid: 'PRIORITY', uitkomsten, regels })).map(({ melding }) => melding)).toEqual([
      'Twee uitkomsten heten "kleur".',
      'Bij dit trefbeleid hoort een volgorde van uitkomsten.',
    ])
  })
})
