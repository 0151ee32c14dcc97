import { expect, it } from 'vitest'
import type { ZoekResultaat } from '#contract/klantbeeld.ts'
import type { UitvoerbareActie } from '#kit/acties.ts'
import { maakLijst } from './lijst.ts'

const acties: UitvoerbareActie[] = [
  { id: 'nieuw', naam: 'Nieuw contact', woorden: 'bellen telefoon', icoon: 'plus', run: () => {} },
  { id: 'donker', naam: 'Donker thema', icoon: 'maan', run: () => {} },
  { id: 'planning', naam: 'Team Planning', icoon: 'mensen', run: () => {} },
]
const persoon: ZoekResultaat = {
  soort: 'partij',
  id: '01900000-0000-7000-8000-000000000001',
  titel: 'J. van den Berg',
  ondertitel: 'Lange Nieuwstraat 112, Utrecht',
  waarom: [{ soort: 'typefout', tekst: 'berg', getypt: 'breg' }],
  gegevens: {},
}

const titels = (vraag: string, resultaten = [persoon]) =>
  maakLijst(vraag, resultaten, acties, []).map((each) => each.titel)

it('puts an action first when its name begins as typed, and people first otherwise', () => {
  expect(titels('donk')).toEqual(['Donker thema', 'J. van den Berg'])
  expect(titels('planning')).toEqual(['J. van den Berg', 'Team Planning'])
  expect(titels('breg')).toEqual(['J. van den Berg'])
})

it('finds an action by another word for it, and by the beginnings of its words in any order', () => {
  expect(titels('bellen', [])).toEqual(['Nieuw contact'])
  expect(titels('pl te', [])).toEqual(['Team Planning'])
})

it('marks the word that was meant', () => {
  expect(maakLijst('breg', [persoon], acties, [])[0]).toMatchObject({ raak: ['breg', 'berg'], waarom: '' })
})

it('says what matched when it cannot be seen', () => {
  const byPhone = { ...persoon, waarom: [{ soort: 'telefoon' as const, tekst: '06 12 34 56 78' }] }

  expect(maakLijst('0612345678', [byPhone], acties, [])[0]?.waarom).toBe('06 12 34 56 78')
})

it('shows what was opened last, and every action, when nothing is typed', () => {
  const recent = [{ pad: '/klanten/1', titel: 'F. el Amrani', ondertitel: 'Utrecht', icoon: 'persoon' as const }]

  expect(maakLijst(' ', [], acties, recent).map((each) => each.titel)).toEqual([
    'F. el Amrani',
    'Nieuw contact',
    'Donker thema',
    'Team Planning',
  ])
})

it('tells namesakes apart by birth date, and tasks by their number', () => {
  const born = { ...persoon, gegevens: { geboortedatum: '1980-03-12' } }
  const taak = { ...persoon, soort: 'taak' as const, gegevens: { nummer: 3000012 } }

  const regels = maakLijst('berg', [born, taak], [], [], { taak: 'taak' })

  expect(regels.map((each) => each.kenmerk)).toEqual(['12-03-1980', 'taak 3000012'])
})
