import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeCsv } from '#server/platform/csv/csv.ts'
import { type CsvRij, maakCsvLezer, raadScheiding } from './csv.ts'

function lees(tekst: string, { scheiding = ';', stuk = tekst.length || 1, grens = 1000 } = {}): CsvRij[] {
  const lezer = maakCsvLezer(scheiding, grens)
  const rijen: CsvRij[] = []
  for (let plek = 0; plek < tekst.length; plek += stuk) rijen.push(...lezer.voer(tekst.slice(plek, plek + stuk)))
  return [...rijen, ...lezer.einde()]
}

describe('reading CSV', () => {
  it('reads quotes, doubled quotes, separators and line breaks in a cell, and counts lines as an editor does', () => {
    expect(lees('a;b\r\n"x;""y""";"twee\r\nregels"\r\n\r\nc;d')).toEqual([
      { regel: 1, cellen: ['a', 'b'] },
      { regel: 2, cellen: ['x;"y"', 'twee\r\nregels'] },
      { regel: 5, cellen: ['c', 'd'] },
    ])
  })

  it('keeps a quote in the middle of a cell as it is', () => {
    expect(lees('buis 5";b\n')).toEqual([{ regel: 1, cellen: ['buis 5"', 'b'] }])
  })

  it('gives the same rows however the text is cut in pieces', () => {
    const cel = fc.string({ unit: fc.constantFrom('a', ';', '"', '\n', '\r\n', ' ', 'é') })
    fc.assert(
      fc.property(fc.array(fc.tuple(cel, cel)), fc.integer({ min: 1, max: 7 }), (rijen, stuk) => {
        const tekst = writeCsv(
          [
            { kop: 'a', cel: (rij: [string, string]) => rij[0] },
            { kop: 'b', cel: (rij) => rij[1] },
          ],
          rijen,
        )
        expect(lees(tekst, { stuk, grens: 10_000 })).toEqual(lees(tekst, { grens: 10_000 }))
        const gelezen = lees(tekst, { grens: 10_000 }).map((rij) => ('cellen' in rij ? rij.cellen : rij.fout))
        const geschreven = rijen.map((rij) => rij.map(ontwapend)).filter((rij) => rij.some((tekst) => tekst.trim()))
        expect(gelezen.slice(1)).toEqual(geschreven)
      }),
    )
  })

  it('loses one row, not the rest, when a quote is never closed', () => {
    const rijen = lees(`a;b\n1;"nooit dicht\n${'2;goed\n'.repeat(300)}`, { grens: 500 })
    expect(rijen[1]).toEqual({ regel: 2, fout: expect.stringContaining('niet gesloten') })
    expect(rijen.slice(2)).toHaveLength(300)
    expect(rijen.at(-1)).toEqual({ regel: 302, cellen: ['2', 'goed'] })
  })

  it('rejects text behind a closing quote', () => {
    expect(lees('"Jan "de lange" Jansen";x\na;b\n')).toEqual([
      { regel: 1, fout: expect.stringContaining('achter een gesloten') },
      { regel: 2, cellen: ['a', 'b'] },
    ])
  })

  it('drops a line without end instead of keeping it in memory', () => {
    const lezer = maakCsvLezer(';', 1000)
    const rijen = Array.from({ length: 10_000 }, () => lezer.voer('x'.repeat(1000))).flat()
    rijen.push(...lezer.voer('\na;b\n'), ...lezer.einde())
    expect(rijen).toEqual([
      { regel: 1, fout: expect.stringContaining('te lang') },
      { regel: 2, cellen: ['a', 'b'] },
    ])
  })

  it('never throws, whatever it is fed', () => {
    const tekst = fc.string({ unit: fc.constantFrom('a', ';', '"', '\n', '\r', '\u0000', '\uFFFD') })
    fc.assert(fc.property(tekst, fc.integer({ min: 1, max: 5 }), (t, stuk) => void lees(t, { stuk, grens: 10 })))
  })
})

describe('guessing the separator', () => {
  it.each([
    ['nummer;naam;plaats', ';'],
    ['nummer,naam,plaats', ','],
    ['nummer\tnaam', '\t'],
    ['"naam, volledig";plaats;"a,b,c"', ';'],
    ['nummer', ';'],
  ])('of %j is %j', (kop, scheiding) => {
    expect(raadScheiding(kop)).toBe(scheiding)
  })
})

/** writeCsv makes formulas harmless with an apostrophe; none can occur in the letters above. */
const ontwapend = (tekst: string) => (/^[\t\r\n]/.test(tekst) ? `'${tekst}` : tekst)
