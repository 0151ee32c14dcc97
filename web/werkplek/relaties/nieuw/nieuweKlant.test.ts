import { describe, expect, it } from 'vitest'
import { begin, controleer, leegAdres, magPersoonKaart, type NieuweKlant, opVelden } from './nieuweKlant.ts'

const persoon = (changes: Partial<NieuweKlant> = {}): NieuweKlant => ({
  ...begin('Berg'),
  huishouden: { id: '', rol: 'HUU', inwonendKind: false },
  ...changes,
})

describe('the form of a new klant', () => {
  it('opens the person card when it is clear as what he comes', () => {
    expect(magPersoonKaart(begin())).toBe(false)
    expect(magPersoonKaart(persoon())).toBe(true)
    expect(magPersoonKaart(persoon({ bij: 'bestaand' }))).toBe(false)
    expect(magPersoonKaart({ ...begin(), bij: 'geen' })).toBe(true)
    expect(magPersoonKaart({ ...begin(), soort: 'contactpersoon' })).toBe(false)
    expect(magPersoonKaart({ ...begin(), soort: 'organisatie' })).toBe(false)
  })

  it('sends only what was filled in', () => {
    const checked = controleer(persoon())

    expect(checked).toMatchObject({
      ok: true,
      verzending: {
        body: { soort: 'persoon', huishouden: { rol: 'HUU' }, adressen: [], digitaleAdressen: [], rekeningnummers: [] },
      },
    })
  })

  it('keeps text of the other soort out of what is sent', () => {
    const checked = controleer({ ...persoon(), soort: 'organisatie' })

    expect(checked).toMatchObject({
      ok: true,
      verzending: { body: { soort: 'organisatie', organisatie: { naam: 'Berg' } } },
    })
    expect(JSON.stringify(checked)).not.toContain('persoon')
  })

  it('puts objections on the rows as they stand in the form, though empty ones stayed behind', () => {
    const klant = persoon({
      digitaleAdressen: [
        { soort: 'telefoonnummer', adres: '', omschrijving: '' },
        { soort: 'email', adres: 'geen adres', omschrijving: '' },
      ],
      iban: 'NL00',
      adressen: [{ ...leegAdres, invoer: '1234', postcode: '99' }],
    })

    const checked = controleer(klant)

    expect(checked.ok).toBe(false)
    const paths = checked.ok ? [] : checked.fouten.map((fout) => fout.path.join('.'))
    expect(paths).toEqual(expect.arrayContaining(['digitaleAdressen.1.adres', 'iban', 'adressen.0.postcode']))
    expect(opVelden([{ name: 'digitaleAdressen.0.adres', code: 'x', reason: 'y' }], [1])).toMatchObject([
      { name: 'digitaleAdressen.1.adres' },
    ])
  })
})
