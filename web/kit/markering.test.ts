import fc from 'fast-check'
import { expect, it } from 'vitest'
import { markeer } from './markering.ts'

const shown = (tekst: string, ...woorden: string[]) =>
  markeer(tekst, woorden)
    .map((part) => (part.raak ? `[${part.tekst}]` : part.tekst))
    .join('')

it('marks what was typed, whatever the accents and capitals', () => {
  expect(shown('Van den Bérg', 'berg')).toBe('Van den [Bérg]')
  expect(shown('Fatima el Amrani', 'fat', 'AMR')).toBe('[Fat]ima el [Amr]ani')
})

it('marks the word that was meant when there was a typing error', () => {
  expect(shown('J. van den Berg', 'breg', 'berg')).toBe('J. van den [Berg]')
})

it('does not mark one or two letters inside a word', () => {
  expect(shown('Anna Jansen', 'an')).toBe('[An]na Jansen')
  expect(shown('Anna Jansen', 'nse')).toBe('Anna Ja[nse]n')
})

it('never loses or adds a letter', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string({ maxLength: 4 })), (tekst, woorden) => {
      expect(
        markeer(tekst, woorden)
          .map((part) => part.tekst)
          .join(''),
      ).toBe(tekst)
    }),
  )
})
