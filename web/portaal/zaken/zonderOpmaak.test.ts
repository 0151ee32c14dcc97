import { expect, it } from 'vitest'
import { zonderOpmaak } from './zonderOpmaak.ts'

it.each([
  ['# Uw afspraak\n\nDag', 'Uw afspraak\n\nDag'],
  ['Wij komen **morgen** om *tien uur*.', 'Wij komen morgen om tien uur.'],
  ['- een\n- twee', '• een\n• twee'],
  ['Kijk op [de pagina](https://voorbeeld.nl/x).', 'Kijk op de pagina (https://voorbeeld.nl/x).'],
  ['2 * 3 * 4 = 24', '2 * 3 * 4 = 24'],
])('%j reads as %j', (markdown, tekst) => {
  expect(zonderOpmaak(markdown)).toBe(tekst)
})
