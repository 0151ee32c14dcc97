import { expect, test } from 'vitest'
import { zoekProces } from './zoekProces.ts'

const processen = [
  {
    naam: 'Reparatie melden',
    omschrijving: 'Er is iets stuk in of aan uw woning.',
    woorden: ['kraan', 'lekkage', 'verwarming', 'kapot', 'slot', 'deur klemt', 'geen warm water'],
  },
  {
    naam: 'Huur opzeggen',
    omschrijving: 'U gaat weg uit uw woning.',
    woorden: ['verhuizen', 'einde huur', 'sleutels'],
  },
  { naam: 'Klacht indienen', omschrijving: 'U bent niet tevreden over ons.', woorden: ['boos', 'ontevreden'] },
]
const gevonden = (vraag: string) => zoekProces(processen, vraag).map(({ naam }) => naam)

test.each([
  ['kraan lekt', 'Reparatie melden'],
  ['De Krànen lekken!', 'Reparatie melden'],
  ['ik ga verhuizen', 'Huur opzeggen'],
  ['verhuis', 'Huur opzeggen'],
  ['reparaties', 'Reparatie melden'],
  ['warm water', 'Reparatie melden'],
  ['ik ben boos', 'Klacht indienen'],
  ['opzegging', 'Huur opzeggen'],
])('"%s" means %s', (vraag, naam) => {
  expect(gevonden(vraag)[0]).toBe(naam)
})

test('nothing typed is everything, in the order of the corporation; words that mean nothing here find nothing', () => {
  expect(gevonden('  ')).toEqual(processen.map(({ naam }) => naam))
  expect(gevonden('ik wil een')).toEqual(processen.map(({ naam }) => naam))
  expect(gevonden('paspoort')).toEqual([])
})
