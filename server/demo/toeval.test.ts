import { expect, test } from 'vitest'
import { maakToeval } from './toeval.ts'

test('the same seed gives the same numbers, another seed others', () => {
  const trek = (zaad: string) => Array.from({ length: 5 }, maakToeval(zaad).getal)

  expect(trek('een')).toEqual(trek('een'))
  expect(trek('een')).not.toEqual(trek('twee'))
})

test('households by the hundred thousand each have ids of their own', () => {
  const aantal = 200_000
  const ids = new Set(Array.from({ length: aantal }, (_, i) => maakToeval(`rondom/contacten/${i}`).id(0)))

  expect(ids.size).toBe(aantal)
})
