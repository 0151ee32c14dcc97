import { expect, it } from 'vitest'
import { initialenVan, splitsAchternaam } from './naamdelen.ts'

it.each([
  ['Berg', 'van den', 'van den', 'Berg'],
  ['van den Berg', undefined, 'van den', 'Berg'],
  ['Van den Berg', undefined, 'Van den', 'Berg'],
  ['Van den Berg', '', '', 'Van den Berg'],
  ['van den Berg', '', 'van den', 'Berg'],
  ['Berg, van den', '', 'van den', 'Berg'],
  ['VAN DEN BERG', undefined, 'van den', 'Berg'],
  ['JANSEN-DE VRIES', '', '', 'Jansen-de Vries'],
  ['IJSSELSTEIN', '', '', 'IJsselstein'],
  ["'t Hoen", undefined, "'t", 'Hoen'],
  ["d'Ancona", undefined, "d'", 'Ancona'],
  ['El Amrani', undefined, 'El', 'Amrani'],
  ['Le', undefined, '', 'Le'],
  ['McDonald', undefined, '', 'McDonald'],
  ['Jansen, Piet', undefined, '', 'Jansen, Piet'],
  ['', undefined, '', ''],
])('%j with tussenvoegsels %j is %j and %j', (achternaam, gegeven, tussenvoegsels, kern) => {
  expect(splitsAchternaam(achternaam, gegeven)).toEqual({ tussenvoegsels, achternaam: kern })
})

it.each([
  ['Johan Albert', 'J.A.'],
  ['Anne-Marie', 'A.-M.'],
  ['fatima', 'F.'],
  ['Johan (Joop)', 'J.'],
  ['', ''],
])('the initials of %j are %j', (voornamen, initialen) => {
  expect(initialenVan(voornamen)).toBe(initialen)
})
