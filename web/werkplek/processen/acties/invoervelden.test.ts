import { expect, test } from 'vitest'
import { lees, velden } from './invoervelden.ts'

test('what was not changed is read back as it was', () => {
  const invoer = { wat: 'eenheid', aantal: 2.5, spoed: false, gegevens: { a: [1, null] }, niets: null, tekst: 'a\nb' }

  expect(lees(velden(invoer))).toEqual({ invoer, fout: new Set() })
})

test('a value of the wrong kind is named, and nothing else', () => {
  const rijen = velden({ aantal: 1, gegevens: {}, wat: 'x' }).map((veld) => ({ ...veld, tekst: '{ stuk' }))

  expect(lees(rijen).fout).toEqual(new Set(['aantal', 'gegevens']))
})

test('a number may have a comma', () => {
  expect(lees([{ naam: 'm2', soort: 'getal', tekst: ' 12,5 ' }]).invoer).toEqual({ m2: 12.5 })
})
