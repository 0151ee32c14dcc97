import { expect, it } from 'vitest'
import { vulBericht } from '#contract/regels/vulBericht.ts'
import { vulVoorbeeldAan } from './vulVoorbeeldAan.ts'

const nu = new Date('2026-11-23T10:00:00Z')
const vul = (tekst: string, voorbeeld: Record<string, unknown>) =>
  vulBericht(tekst, vulVoorbeeldAan(voorbeeld, tekst, nu))

it('writes what a step will bring the way the text asks', () => {
  const tekst =
    '{{ afspraak.begin | datum }} {{ afspraak.begin | tijd }} {{ afspraak.wie.naam }} {{ kosten | bedrag }} {{ mag | janee }}'

  expect(vul(tekst, { afspraak: null, kosten: null, mag: null })).toBe(
    '23 november 2026 11:00 (afspraak.wie.naam) € 125,00 ja',
  )
})

it('leaves what is known as it is, and what nobody fills in a mistake', () => {
  expect(vul('{{ klant.naam }}', { klant: { naam: 'A' } })).toBe('A')
  expect(vul('{{#posten}}x{{/posten}}{{^posten}}geen{{/posten}}', { posten: null })).toBe('geen')
  expect(() => vul('{{ onbekend }}', {})).toThrow('bestaat niet')
})
