import { expect, it } from 'vitest'
import { samengevoegd, verschillen } from './verschillen.ts'

const begin = { onderwerp: 'Lekkage', toelichting: 'Kraan', prioriteit: 'normaal' }
const mijn = { onderwerp: 'Lekkage badkamer', toelichting: 'Kraan lekt', prioriteit: 'normaal' }
const huidig = { onderwerp: 'Lekkage keuken', toelichting: 'Kraan', prioriteit: 'hoog' }
const velden = ['onderwerp', 'toelichting', 'prioriteit'] as const

it('asks only about what both changed', () => {
  expect(verschillen(begin, mijn, huidig, velden)).toEqual([
    { veld: 'onderwerp', huidig: 'Lekkage keuken', mijn: 'Lekkage badkamer', raakt: true },
    { veld: 'prioriteit', huidig: 'hoog', mijn: 'normaal', raakt: false },
  ])
})

it('keeps my text, takes over what only the other changed, and follows the choice for the rest', () => {
  const verschil = verschillen(begin, mijn, huidig, velden)

  expect(samengevoegd(mijn, verschil, { onderwerp: 'mijn' })).toEqual({
    onderwerp: 'Lekkage badkamer',
    toelichting: 'Kraan lekt',
    prioriteit: 'hoog',
  })
  expect(samengevoegd(mijn, verschil, { onderwerp: 'huidig' }).onderwerp).toBe('Lekkage keuken')
})

it('sees no difference between the same lists', () => {
  expect(verschillen({ a: [1] }, { a: [1, 2] }, { a: [1, 2] }, ['a'])).toEqual([])
})
