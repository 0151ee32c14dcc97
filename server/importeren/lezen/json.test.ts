import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type JsonRij, maakJsonLezer } from './json.ts'

function lees(tekst: string, stuk = tekst.length || 1, grens = 10_000): JsonRij[] {
  const lezer = maakJsonLezer(grens)
  const rijen: JsonRij[] = []
  for (let plek = 0; plek < tekst.length; plek += stuk) rijen.push(...lezer.voer(tekst.slice(plek, plek + stuk)))
  return [...rijen, ...lezer.einde()]
}

describe('reading JSON in pieces', () => {
  it('gives the objects of a list, however the text is cut', () => {
    const object = fc.dictionary(fc.string(), fc.jsonValue())
    fc.assert(
      fc.property(fc.array(object, { minLength: 1 }), fc.integer({ min: 1, max: 9 }), (lijst, stuk) => {
        const gelezen = lees(JSON.stringify(lijst, null, 1), stuk, 1_000_000)
        expect(gelezen).toEqual(lijst.map((each, i) => ({ regel: i + 1, object: JSON.parse(JSON.stringify(each)) })))
      }),
    )
  })

  it('gives the objects of the lists in an object, not what is nested in them', () => {
    expect(lees('{"relaties":[{"id":"1","rollen":[{"soort":{"code":"HUU"}}]}],"eenheden":[{"id":"2"}]}')).toEqual([
      { regel: 1, object: { id: '1', rollen: [{ soort: { code: 'HUU' } }] } },
      { regel: 2, object: { id: '2' } },
    ])
  })

  it('rejects one object and reads on', () => {
    expect(lees('[{"id":1},{"id":oeps},{"id":3}]')).toEqual([
      { regel: 1, object: { id: 1 } },
      { regel: 2, fout: expect.stringContaining('geen geldige JSON') },
      { regel: 3, object: { id: 3 } },
    ])
  })

  it('rejects an object of a gigabyte without keeping it', () => {
    const lezer = maakJsonLezer(1000)
    lezer.voer('[{"id":"')
    for (let i = 0; i < 1000; i++) lezer.voer('x'.repeat(1000))
    expect([...lezer.voer('"},{"id":"2"}]'), ...lezer.einde()]).toEqual([
      { regel: 1, fout: expect.stringContaining('te groot') },
      { regel: 2, object: { id: '2' } },
    ])
  })

  it.each(['', 'hallo', '{}', '[]', '[1,2]', '"tekst"'])('says that %j holds no list of objects', (tekst) => {
    expect(lees(tekst)).toEqual([{ regel: 1, fout: expect.stringContaining('geen lijst') }])
  })

  it('says so when the file is cut off', () => {
    expect(lees('[{"id":1},{"id":')).toEqual([
      { regel: 1, object: { id: 1 } },
      { regel: 2, fout: expect.stringContaining('houdt midden in') },
    ])
  })

  it('never throws, whatever it is fed', () => {
    const tekst = fc.string({ unit: fc.constantFrom('{', '}', '[', ']', '"', '\\', ':', ',', '1', 'a', ' ') })
    fc.assert(fc.property(tekst, fc.integer({ min: 1, max: 5 }), (t, stuk) => void lees(t, stuk, 20)))
  })
})
