import fc from 'fast-check'
import { expect, it } from 'vitest'
import { inBoom, wrongPlek } from './boom.ts'
import type { OnderwerpRow } from './store.ts'

const row = (id: string, bovenliggend_id: string | null, actief = true): OnderwerpRow => ({
  id,
  code: id,
  naam: id,
  bovenliggend_id,
  volgorde: 0,
  actief,
  versie: 1,
})

it('puts children behind their parent and makes them inactive with it', () => {
  const rows = [row('huur', null), row('lek', 'reparatie'), row('reparatie', null, false), row('toeslag', 'huur')]

  expect(inBoom(rows).map(({ id, actief }) => [id, actief])).toEqual([
    ['huur', true],
    ['toeslag', true],
    ['reparatie', false],
    ['lek', false],
  ])
})

it('keeps two levels without loops and loses nobody, whatever is moved where', () => {
  const ids = ['a', 'b', 'c', 'd', 'e']
  const move = fc.tuple(fc.constantFrom(...ids), fc.constantFrom(null, ...ids, 'onbekend'))
  fc.assert(
    fc.property(fc.array(move, { maxLength: 40 }), (moves) => {
      let rows = ids.map((id) => row(id, null))
      for (const [id, to] of moves) {
        if (wrongPlek(rows, id, to)) continue
        rows = rows.map((each) => (each.id === id ? { ...each, bovenliggend_id: to } : each))
      }
      expect(
        inBoom(rows)
          .map((each) => each.id)
          .sort(),
      ).toEqual(ids)
    }),
  )
})
