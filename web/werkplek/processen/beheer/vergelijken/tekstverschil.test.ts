import { expect, test } from 'vitest'
import { leesbareTekst, tekstverschil } from './tekstverschil.ts'

const kort = (oud: string, nieuw: string) =>
  tekstverschil(oud, nieuw).map((regel) =>
    regel.soort === 'overgeslagen'
      ? `… ${regel.aantal}`
      : `${{ gelijk: ' ', weg: '-', nieuw: '+' }[regel.soort]} ${regel.delen
          .map(({ tekst, anders }) => (anders ? `[${tekst}]` : tekst))
          .join('')}`,
  )

test('marks the words that differ in a line that was changed', () => {
  expect(kort('Geachte heer,\nWij komen morgen.\n', 'Geachte heer,\nWij komen dinsdag.\n')).toEqual([
    '  Geachte heer,',
    '- Wij komen [morgen].',
    '+ Wij komen [dinsdag].',
  ])
})

test('lines that were added or taken away stand whole', () => {
  expect(kort('een\ntwee\n', 'een\ntwee\ndrie\n')).toEqual(['  een', '  twee', '+ drie'])
  expect(kort('een\ntwee\ndrie\n', 'drie\n')).toEqual(['- een', '- twee', '  drie'])
  expect(kort('', 'een\n')).toContain('+ een')
})

test('leaves out what is equal far from a difference, and counts lines on both sides', () => {
  const lang = Array.from({ length: 20 }, (_, i) => `regel ${i + 1}`)
  const nieuw = lang.with(9, 'anders')

  expect(kort(lang.join('\n'), nieuw.join('\n'))).toEqual([
    '… 6',
    '  regel 7',
    '  regel 8',
    '  regel 9',
    '- [regel 10]',
    '+ [anders]',
    '  regel 11',
    '  regel 12',
    '  regel 13',
    '… 7',
  ])
  const over = tekstverschil(lang.join('\n'), nieuw.join('\n')).find(({ soort }) => soort === 'nieuw')
  expect(over).toMatchObject({ oud: null, nieuw: 10 })
})

test('the same JSON with other spaces does not differ', () => {
  const oud = leesbareTekst('formulieren/a.json', '{"titel":"A","velden":[]}')

  expect(tekstverschil(oud, leesbareTekst('formulieren/a.json', '{ "titel": "A",\n "velden": [] }'))).toEqual([
    { soort: 'overgeslagen', aantal: 4 },
  ])
  expect(leesbareTekst('formulieren/a.json', '{ kapot')).toBe('{ kapot')
})
