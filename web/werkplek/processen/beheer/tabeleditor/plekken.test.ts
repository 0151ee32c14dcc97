import { expect, it } from 'vitest'
import type { Tabel } from '../leesTabellen.ts'
import { tabelMet } from './plekken.ts'

const kolom = (id: string) => ({ id, naam: id, expressie: id, waarden: '' })
const tabel = (id: string): Tabel => ({
  id,
  naam: id,
  uitleg: '',
  vraag: '',
  trefbeleid: 'FIRST',
  nodig: [],
  expressie: undefined,
  invoer: [kolom(`${id}-in`)],
  uitvoer: [kolom(`${id}-uit`)],
  heeftUitleg: false,
  regels: [
    { id: `${id}-r1`, als: [{ id: `${id}-c1`, tekst: '-' }], dan: [{ id: `${id}-u1`, tekst: '1' }], uitleg: '' },
  ],
})
const tabellen = [tabel('a'), tabel('b')]

it.each(['b', 'b-in', 'b-uit', 'b-r1', 'b-c1', 'b-u1'])('finds the table of %s', (plek) => {
  expect(tabelMet(tabellen, plek)?.id).toBe('b')
})

it('finds none for a place that is gone', () => {
  expect(tabelMet(tabellen, 'weg')).toBeUndefined()
})
