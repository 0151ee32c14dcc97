import { expect, it } from 'vitest'
import { adressleutel, leesHuisnummer, splitsAdresregel, splitsStraat } from './adres.ts'

it.each([
  ['Kerkstraat 12', 'Kerkstraat', '12'],
  ['Kerkstraat 12-bis', 'Kerkstraat', '12-bis'],
  ['Kerkstraat 12 A', 'Kerkstraat', '12 A'],
  ['1e Kerkstraat 7', '1e Kerkstraat', '7'],
  ['Plein 1940 12', 'Plein 1940', '12'],
  ['Laan van Nieuw Oost-Indië 3-2', 'Laan van Nieuw Oost-Indië', '3-2'],
])('%s is street %s with number %s', (tekst, straat, nummer) => {
  expect(splitsStraat(tekst)).toEqual({ straat, nummer })
})

it.each(['Kerkstraat', '12', ''])('%j has no number', (tekst) => {
  expect(splitsStraat(tekst)).toBeUndefined()
})

it('reads an address on one line', () => {
  expect(splitsAdresregel('Kerkstraat 12 bis, 3512 AB Utrecht')).toEqual({
    straat: 'Kerkstraat',
    huisnummer: '12 bis',
    postcode: '3512 AB',
    woonplaats: 'Utrecht',
  })
  expect(splitsAdresregel('ergens in Utrecht')).toBeUndefined()
})

it.each([
  ['12', '', '', 12, '', ''],
  ['12', 'a', '2', 12, 'A', '2'],
  ['12bis', '', '', 12, '', 'bis'],
  ['12 A 2', '', '', 12, 'A', '2'],
  ['12-3', '', '', 12, '', '3'],
  ['12 begane grond', '', '', 12, '', 'begane grond'],
])('number %j letter %j toevoeging %j', (nummer, letter, toev, huisnummer, huisletter, toevoeging) => {
  expect(leesHuisnummer(nummer, letter, toev, '3512AB')).toEqual({ huisnummer, huisletter, toevoeging })
})

it('knows an address again, however letter and toevoeging are divided', () => {
  const adres = { postcode: '3512AB', huisnummer: 12, straatnaam: 'Kerkstraat', woonplaats: 'Utrecht', adresregels: [] }
  expect(adressleutel({ ...adres, huisletter: 'A', toevoeging: '-2' })).toBe(
    adressleutel({ ...adres, straatnaam: 'Kerkstr.', huisletter: '', toevoeging: 'a 2' }),
  )
})
