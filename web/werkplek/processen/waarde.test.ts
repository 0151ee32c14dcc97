import { expect, test } from 'vitest'
import { leesbaar, toonWaarde } from './waarde.ts'

const woorden = { ja: 'ja', nee: 'nee', leeg: '–' }

test.each<[unknown, string]>([
  [true, 'ja'],
  [null, '–'],
  ['', '–'],
  [[], '–'],
  [1250, '1.250'],
  ['2020-03-02', '2 mrt 2020'],
  ['spoed', 'spoed'],
  ['12-34', '12-34'],
  [['gas', 'water'], 'gas, water'],
  [{ teamNaam: 'Planning', werkdagen: 3, spoed: false }, 'team naam: Planning, werkdagen: 3, spoed: nee'],
  [
    [{ omschrijving: 'Borg', bedragCent: 85_000 }, { bedragCent: -500 }],
    'omschrijving: Borg, bedrag: €\u00a0850,00; bedrag: €\u00a0-5,00',
  ],
])('%j is shown as %j', (waarde, tekst) => {
  expect(toonWaarde(waarde, woorden)).toBe(tekst)
})

test('names of fields become words', () => {
  expect([leesbaar('datumVertrek'), leesbaar('aantal_kamers'), leesbaar('iban'), leesbaar('totaalCent')]).toEqual([
    'datum vertrek',
    'aantal kamers',
    'iban',
    'totaal',
  ])
})
