import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TaakRij } from '#contract/taken.ts'
import { inGroepen, toon, voegToe, volg } from './levendeLijst.ts'

const taak = (id: string, onderwerp = id, termijn: TaakRij['termijn'] = null) => ({ id, onderwerp, termijn }) as TaakRij
const ids = (regels: readonly { taak: TaakRij }[]) => regels.map((regel) => regel.taak.id)
const gone = (regels: readonly { taak: TaakRij; weg: boolean }[]) => ids(regels.filter((regel) => regel.weg))

describe('a list that colleagues change while I look at it', () => {
  it('keeps new rows behind a bar, however urgent', () => {
    const { regels, nieuw } = volg(toon([taak('a'), taak('b')]), [taak('spoed'), taak('a'), taak('b')])
    expect(ids(regels)).toEqual(['a', 'b'])
    expect(nieuw).toBe(1)
  })

  it('keeps a row that a colleague took in its place, and says that it is gone', () => {
    const { regels } = volg(toon([taak('a'), taak('b'), taak('c')]), [taak('a'), taak('c')])
    expect(ids(regels)).toEqual(['a', 'b', 'c'])
    expect(gone(regels)).toEqual(['b'])
  })

  it('brings a row that came back to life again', () => {
    const empty = volg(toon([taak('a')]), [])
    expect(volg(empty.regels, [taak('a', 'nieuw')]).regels).toEqual(toon([taak('a', 'nieuw')]))
  })

  it('does not call a row gone that a new one pushed off the last page', () => {
    const shown = toon([taak('a'), taak('b'), taak('c')])
    expect(gone(volg(shown, [taak('spoed'), taak('a'), taak('b')], true).regels)).toEqual([])
    expect(gone(volg(shown, [taak('a'), taak('c'), taak('d')], true).regels)).toEqual(['b'])
  })

  it('adds a further page once', () => {
    expect(ids(voegToe(toon([taak('a')]), [taak('a'), taak('b')]))).toEqual(['a', 'b'])
  })

  it('leaves a row under its heading when its deadline changes', () => {
    const { regels } = volg(toon([taak('a', 'a', 'vandaag')]), [taak('a', 'a', 'op-tijd')])
    expect(inGroepen(regels)).toMatchObject([{ groep: 'vandaag', regels: [{ taak: { termijn: 'op-tijd' } }] }])
  })

  it('keeps promises whose work is done apart', () => {
    const done = { ...taak('a'), status: 'afgerond' } as TaakRij
    expect(inGroepen(toon([done, taak('b', 'b', 'te-laat')])).map(({ groep }) => groep)).toEqual([
      'te-laat',
      'niet-verteld',
    ])
  })

  it('puts what is late first and what has no deadline last, without empty headings', () => {
    const regels = toon([taak('a', 'a', 'op-tijd'), taak('b'), taak('c', 'c', 'te-laat')])
    expect(inGroepen(regels).map(({ groep, regels }) => [groep, ids(regels)])).toEqual([
      ['te-laat', ['c']],
      ['later', ['a']],
      ['zonder-termijn', ['b']],
    ])
  })

  it('never moves a row, whatever happens on the server', () => {
    const list = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'))
    fc.assert(
      fc.property(list, fc.array(list, { maxLength: 5 }), fc.boolean(), (first, later, meer) => {
        let shown = toon(first.map((id) => taak(id)))
        for (const fresh of later) {
          const next = volg(
            shown,
            fresh.map((id) => taak(id)),
            meer,
          )
          expect(ids(next.regels)).toEqual(first)
          expect(next.nieuw).toBe(fresh.filter((id) => !first.includes(id)).length)
          shown = next.regels
        }
      }),
    )
  })
})
