import { describe, expect, it } from 'vitest'
import { type VindbarePartij, zoekItemVan } from './zoekitem.ts'

const partij: VindbarePartij = {
  id: '01900000-0000-7000-8000-000000000001',
  nummer: 1_000_123,
  soort: 'persoon',
  naam: 'J. ten Berge-van der Meulen',
  actief: true,
  geheimhouding: false,
  achternaam: 'Berge',
  geslachtsnaam: 'van der Meulen',
  voornaam: 'Jet',
  initialen: 'J.',
  geboortedatum: '1980-03-12',
  rollen: ['HUU'],
  adressen: [
    {
      straatnaam: 'Kerkstraat',
      huisnummer: 56,
      huisletter: 'A',
      toevoeging: '',
      postcode: '1234AB',
      woonplaats: 'Utrecht',
    },
  ],
  telefoons: ['+31612345678'],
  emails: ['jet@bakkerij-jansen.nl'],
  ibans: ['NL91ABNA0417164300'],
}

describe('what one finds a klant by', () => {
  it('is both surnames, the first name, street, town and exact keys', () => {
    const item = zoekItemVan(partij)

    expect(item.woorden).toEqual(expect.arrayContaining(['Berge', 'van der Meulen', 'Jet', 'Kerkstraat', 'Utrecht']))
    expect(item.sleutels).toEqual(
      expect.arrayContaining([
        'nr:1000123',
        'geb:1980-03-12',
        'tel:+31612345678',
        'tel:5678',
        'mail:jet@bakkerij-jansen.nl',
        'pc:1234AB56A',
        'iban:NL91ABNA0417164300',
      ]),
    )
    expect(item.ondertitel).toBe('Kerkstraat 56A, 1234 AB Utrecht')
    expect(item.gegevens).toMatchObject({ rollen: ['Huurder'] })
  })

  it('does not show the address of who is secret', () => {
    expect(zoekItemVan({ ...partij, geheimhouding: true }).ondertitel).toBe('Geheim adres')
  })

  it('puts who rents now before who was here once', () => {
    const gewicht = (changes: Partial<VindbarePartij>) => zoekItemVan({ ...partij, ...changes }).gewicht

    expect(gewicht({})).toBeGreaterThan(gewicht({ rollen: [] }))
    expect(gewicht({ rollen: [] })).toBeGreaterThan(gewicht({ actief: false }))
    expect(gewicht({ overlijdensdatum: '2026-01-01' })).toBe(gewicht({ actief: false }))
  })
})
