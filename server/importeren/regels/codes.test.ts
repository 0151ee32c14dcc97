import { describe, expect, it } from 'vitest'
import { isNiets, leesAanhef, leesGeslacht, leesJaNee, leesLand, leesRol } from './codes.ts'

describe('reading codes', () => {
  it.each([
    ['Man', 'M'],
    ['dhr.', 'M'],
    ['V', 'V'],
    ['Mw.', 'V'],
    ['genderneutraal', 'O'],
    ['iets', undefined],
  ])('geslacht %s', (tekst, code) => {
    expect(leesGeslacht(tekst)).toBe(code)
  })

  it.each([
    ['DHR', 'DHR'],
    ['De heer', 'DHR'],
    ['Mevrouw', 'MEVR'],
    ['dhr./mevr.', 'DHR_MEVR'],
    ['De erven van', 'ERVEN'],
    ['blanco', 'BLANCO'],
    ['Jonkheer', undefined],
  ])('aanhef %s', (tekst, code) => {
    expect(leesAanhef(tekst)).toBe(code)
  })

  it.each([
    ['HUU', 'HUU', false],
    ['Hoofdhuurder', 'HUU', false],
    ['medehuurder', 'MDH', false],
    ['Partner', 'MBW', false],
    ['kind', 'MBW', true],
    ['KIN', 'MBW', true],
    ['Bewindvoerder', 'BWI', false],
    ['woningzoekende', 'WON', false],
    ['gemachtigde', 'CPE', false],
  ])('role %s', (tekst, rol, kind) => {
    expect(leesRol(tekst)).toEqual({ rol, kind })
  })

  it.each(['', 'team', 'TEA', 'koningin'])('no role %j: an ended code is not written', (tekst) => {
    expect(leesRol(tekst)).toBeUndefined()
  })

  it('knows yes and no', () => {
    expect(['Ja', 'J', '1', 'x', 'waar'].map(leesJaNee)).toEqual([true, true, true, true, true])
    expect(['nee', '', '0', 'Onwaar'].map(leesJaNee)).toEqual([false, false, false, false])
    expect(leesJaNee('misschien')).toBeUndefined()
  })

  it.each([
    ['', 'NL'],
    ['Nederland', 'NL'],
    ['be', 'BE'],
    ['België', 'BE'],
    ['Duitsland', 'DE'],
    ['Suriname', 'SR'],
    ['Atlantis', undefined],
  ])('land %s', (tekst, code) => {
    expect(leesLand(tekst)).toBe(code)
  })

  it('knows what people type when there is nothing to say', () => {
    expect(['-', 'geen', 'N.v.t.', '0000000000', '?'].every(isNiets)).toBe(true)
    expect(['06 12345678', 'geenhuis@voorbeeld.nl'].some(isNiets)).toBe(false)
  })
})
