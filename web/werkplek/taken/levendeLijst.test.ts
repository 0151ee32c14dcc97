import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TaakRij } from '#contract/taken.ts'
import { toon, voegToe, volg } from './levendeLijst.ts'

const taak = (id: string, onderwerp = id) => ({ id, onderwerp }) as TaakRij
const ids = (regels: readonly { taak: TaakRij }[]) => regels.map((regel) => regel.taak.id)

describe('a list that colleagues change while I look at it', () => {
  it('keeps new rows behind a bar, however urgent', () => {
    const { regels, nieuw } = volg(toon([taak('a'), taak('b')]), [taak('spoed'), taak('a'), taak('b')])
    expect(ids(regels)).toEqual(['a', 'b'])
    expect(nieuw).toBe(1)
  })

  it('keeps a row that a colleague took in its place, and says that it is gone', () => {
    const { regels } = volg(toon([taak('a'), taak('b'), taak('c')]), [taak('a'), taak('c')])
    expect(regels.map(({ taak: { id }, weg }) => [id, weg])).toEqual([
      ['a', false],
      ['b', true],
      ['c', false],
    ])
  })

  it('brings a row that came back to life again', () => {
    const gone = volg(toon([taak('a')]), [])
    expect(volg(gone.regels, [taak('a', 'nieuw')]).regels).toEqual([{ taak: taak('a', 'nieuw'), weg: false }])
  })

  it('adds a further page once', () => {
    expect(ids(voegToe(toon([taak('a')]), [taak('a'), taak('b')]))).toEqual(['a', 'b'])
  })

  it('never moves a row, whatever happens on the server', () => {
    const list = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'))
    fc.assert(
      fc.property(list, fc.array(list, { maxLength: 5 }), (first, later) => {
        let shown = toon(first.map((id) => taak(id)))
        for (const fresh of later) {
          const next = volg(
            shown,
            fresh.map((id) => taak(id)),
          )
          expect(ids(next.regels)).toEqual(first)
          expect(next.nieuw).toBe(fresh.filter((id) => !first.includes(id)).length)
          shown = next.regels
        }
      }),
    )
  })
})
