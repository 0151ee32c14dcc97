import { expect, test } from 'vitest'
import type { Tabel } from '../leesTabellen.ts'
import { tabelverschillen } from './regelverschil.ts'

const tabel = (regels: [id: string, als: string, dan: string][], over: Partial<Tabel> = {}): Tabel => ({
  id: 'toets',
  naam: 'Hoogte toetsen',
  uitleg: '',
  vraag: '',
  trefbeleid: 'FIRST',
  nodig: [],
  expressie: undefined,
  invoer: [{ id: 'i', naam: 'Hoogte', expressie: 'hoogte', waarden: '' }],
  uitvoer: [{ id: 'u', naam: 'Toets', expressie: 'toets', waarden: '' }],
  heeftUitleg: false,
  regels: regels.map(([id, als, dan]) => ({
    id,
    als: [{ id: '', tekst: als }],
    dan: [{ id: '', tekst: dan }],
    uitleg: '',
  })),
  ...over,
})

const mag = ['r1', '<= 100', '"mag"'] as [string, string, string]
const kijk = ['r2', '-', '"beoordelen"'] as [string, string, string]

test('equal tables are left out', () => {
  expect(tabelverschillen([tabel([mag, kijk])], [tabel([mag, kijk])])).toEqual([])
})

test('a rule that was changed, one that is new and one that is gone, by their numbers', () => {
  const [verschil] = tabelverschillen(
    [tabel([mag, kijk])],
    [
      tabel([
        ['r0', '< 10', '"niets"'],
        ['r1', '<= 120', '"mag"'],
      ]),
    ],
  )

  expect(verschil?.regels).toEqual([
    {
      soort: 'nieuw',
      oud: null,
      nieuw: 1,
      cellen: [
        { kolom: 'Hoogte', oud: '', nieuw: '< 10' },
        { kolom: 'Toets', oud: '', nieuw: '"niets"' },
      ],
    },
    { soort: 'anders', oud: 1, nieuw: 2, cellen: [{ kolom: 'Hoogte', oud: '<= 100', nieuw: '<= 120' }] },
    {
      soort: 'weg',
      oud: 2,
      nieuw: null,
      cellen: [
        { kolom: 'Hoogte', oud: '-', nieuw: '' },
        { kolom: 'Toets', oud: '"beoordelen"', nieuw: '' },
      ],
    },
  ])
})

test('rules that changed places are said to have moved; a rule under one that went away is not', () => {
  const om = tabelverschillen([tabel([mag, kijk])], [tabel([kijk, mag])])[0]
  expect(om?.regels.map(({ soort, oud, nieuw }) => [soort, oud, nieuw])).toEqual([
    ['verplaatst', 2, 1],
    ['verplaatst', 1, 2],
  ])
  const weg = tabelverschillen([tabel([mag, kijk])], [tabel([kijk])])[0]
  expect(weg?.regels.map(({ soort }) => soort)).toEqual(['weg'])
})

test('rules without an id are the same when they say the same', () => {
  const zonder = (regels: [string, string][]) => tabel(regels.map(([als, dan]) => ['', als, dan]))
  const [verschil] = tabelverschillen(
    [
      zonder([
        ['1', 'a'],
        ['2', 'b'],
      ]),
    ],
    [
      zonder([
        ['1', 'a'],
        ['3', 'b'],
      ]),
    ],
  )

  expect(verschil?.regels.map(({ soort, oud, nieuw }) => [soort, oud, nieuw])).toEqual([
    ['nieuw', null, 2],
    ['weg', 2, null],
  ])
})

test('another hit policy, a table that is new and one that is gone', () => {
  const oud = [tabel([mag]), tabel([], { id: 'oud', naam: 'Oude tabel' })]
  const nieuw = [tabel([mag], { trefbeleid: 'UNIQUE' }), tabel([kijk], { id: 'nieuw', naam: 'Nieuwe tabel' })]

  expect(tabelverschillen(oud, nieuw)).toMatchObject([
    { id: 'toets', soort: 'anders', kop: [{ kolom: 'trefbeleid', oud: 'FIRST', nieuw: 'UNIQUE' }], regels: [] },
    { naam: 'Nieuwe tabel', soort: 'nieuw', regels: [{ soort: 'nieuw', nieuw: 1 }] },
    { naam: 'Oude tabel', soort: 'weg' },
  ])
})
