import { expect, it } from 'vitest'
import { leesOpmaak } from './leesOpmaak.ts'

it('reads what our messages are made of', () => {
  expect(leesOpmaak('# Dag\n\nWij komen **morgen**.\nTot dan\n\n- een\n- [twee](https://voorbeeld.nl)')).toEqual([
    { soort: 'kop', regels: [[{ tekst: 'Dag' }]] },
    {
      soort: 'alinea',
      regels: [[{ tekst: 'Wij komen ' }, { tekst: 'morgen', sterk: true }, { tekst: '.' }], [{ tekst: 'Tot dan' }]],
    },
    { soort: 'lijst', regels: [[{ tekst: 'een' }], [{ tekst: 'twee', naar: 'https://voorbeeld.nl' }]] },
  ])
})

it.each([
  ['[klik](javascript:alert(1))', 'a script is no link'],
  ['[klik](//elders.nl)', 'another site in disguise is no link'],
  ['<b>vet</b>', 'HTML is text'],
  ['2 * 3 * 4 = 24', 'a sum is a sum'],
])('%s: %s', (tekst) => {
  const [blok] = leesOpmaak(tekst)
  expect(blok?.regels[0]?.map((each) => each.tekst).join('')).toBe(tekst)
  expect(blok?.regels[0]?.some((each) => each.naar ?? each.sterk)).toBe(false)
})
