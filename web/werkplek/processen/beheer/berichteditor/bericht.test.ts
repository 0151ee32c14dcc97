import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { beoordeel, leesKopregel, schrijfKopregel, smsLengte, splits, variabelenIn, voegSamen } from './bericht.ts'

describe('the head of a message', () => {
  const bestand = '---\nonderwerp: Uw hek\nformeel: true\n# waarom\n---\nBeste {{ klant.naam }}\n'

  test('stands apart from the text, and together they are the file again', () => {
    expect(splits(bestand)).toEqual({
      kop: 'onderwerp: Uw hek\nformeel: true\n# waarom',
      tekst: 'Beste {{ klant.naam }}\n',
    })
    expect(voegSamen(splits(bestand))).toBe(bestand)
    expect(voegSamen(splits('Zonder kop'))).toBe('Zonder kop')
  })

  test('one line of it changes, the others stay', () => {
    const { kop } = splits(bestand)
    const na = schrijfKopregel(kop, 'onderwerp', 'Ander hek')

    expect(na).toBe('onderwerp: Ander hek\nformeel: true\n# waarom')
    expect(schrijfKopregel(na, 'formeel', '')).toBe('onderwerp: Ander hek\n# waarom')
    expect(schrijfKopregel(undefined, 'onderwerp', 'Nieuw')).toBe('onderwerp: Nieuw')
    expect(schrijfKopregel('onderwerp: Weg', 'onderwerp', '')).toBeUndefined()
  })

  test.each([
    'Uw hek ({{ zaak.nummer }})',
    '{{ klant.naam }}',
    'Let op: morgen',
    'ja',
    '12',
    "'s Ochtends",
    'Zeg "ja"',
    '- streep',
    'A # b',
  ])('YAML reads %s as it was written', (onderwerp) => {
    const kop = schrijfKopregel(undefined, 'onderwerp', onderwerp)

    expect(parse(kop ?? '')).toEqual({ onderwerp })
    expect(leesKopregel(kop, 'onderwerp')).toBe(onderwerp)
  })
})

describe('a text while one types', () => {
  const bekend = new Set(['klant', 'posten'])

  test('names that nobody fills in, with their line; inside a section the item may have them', () => {
    expect(beoordeel('{{ klant.naam }}\n{{ klnt.naam }}', bekend).onbekend).toEqual([{ naam: 'klnt.naam', regel: 2 }])
    expect(beoordeel('{{#posten}}{{ bedrag | bedrag }}{{.}}{{/posten}}', bekend).onbekend).toEqual([])
    expect(beoordeel('{{#regels}}x{{/regels}}', bekend).onbekend).toEqual([{ naam: 'regels', regel: 1 }])
  })

  test('what cannot be read says why', () => {
    expect(beoordeel('{{#posten}}', bekend).fout).toContain('niet afgesloten')
  })
})

test('a name has the names inside it, as far as the example goes', () => {
  expect(variabelenIn('klant', { naam: 'A', adres: { straat: 'B' } })).toEqual(['klant.naam', 'klant.adres.straat'])
  expect(variabelenIn('posten', [])).toEqual(['posten'])
  expect(variabelenIn('order', null)).toEqual(['order'])
})

test.each([
  ['', 0, 0],
  ['a'.repeat(160), 160, 1],
  ['a'.repeat(161), 161, 2],
  ['a'.repeat(307), 307, 3],
  ['€'.repeat(80), 160, 1],
  ['ë'.repeat(70), 70, 1],
  ['ë'.repeat(71), 71, 2],
])('an sms of %s…', (tekst, tekens, delen) => {
  expect(smsLengte(tekst)).toEqual({ tekens, delen })
})
