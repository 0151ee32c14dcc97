import { describe, expect, it } from 'vitest'
import { Formulierdefinitie } from '../../formulieren.ts'
import { controleerFormulier } from './controleerFormulier.ts'
import { toonFormulier } from './toonFormulier.ts'
import { voorKlant } from './voorKlant.ts'

const def = {
  ...Formulierdefinitie.parse({
    titel: 'Melding van de klant',
    klant: { titel: 'Reparatie melden' },
    velden: [
      {
        naam: 'wat',
        soort: 'tekst',
        label: 'Wat meldt de klant?',
        klant: { label: 'Wat is er stuk?' },
        verplicht: true,
      },
      { naam: 'schuld', soort: 'janee', label: 'Is de huurder aansprakelijk?', voor: 'medewerker', verplicht: true },
      {
        naam: 'soort',
        soort: 'keuze',
        label: 'Soort',
        voor: 'medewerker',
        standaard: '"gewoon"',
        opties: [{ waarde: 'gewoon', label: 'Intern: gewoon' }],
      },
      { naam: 'wie', soort: 'keuze', label: 'Wie?', voor: 'medewerker', opties: { lijst: 'rondom:MEDEWERKERS' } },
      { naam: 'akkoord', soort: 'janee', label: 'Gaat u akkoord?', voor: 'klant', zichtbaar: 'soort = "gewoon"' },
      {
        naam: 'let',
        soort: 'informatie',
        label: 'Let op',
        tekst: 'Vraag door.',
        klant: { tekst: 'Bel ons als het erger wordt.' },
      },
    ],
    delen: [
      { titel: 'Melding', velden: ['wat', 'akkoord', 'let'] },
      { titel: 'Oordeel', velden: ['schuld', 'soort', 'wie'] },
    ],
  }),
  lijsten: { 'rondom:MEDEWERKERS': [{ waarde: 'm1', label: 'Priya Ramdin (coördinator)' }] },
}
const nu = { nu: new Date('2026-11-23T10:00:00Z') }
const vorm = voorKlant(def)

describe('the form of a customer', () => {
  it('asks what is for him, in his words', () => {
    expect(vorm.titel).toBe('Reparatie melden')
    expect(vorm.delen).toEqual([{ titel: 'Melding', velden: ['wat', 'akkoord', 'let'] }])
    expect(toonFormulier(vorm, {}, nu).map(({ veld }) => [veld.naam, veld.label])).toEqual([
      ['wat', 'Wat is er stuk?'],
      ['akkoord', 'Gaat u akkoord?'],
      ['let', 'Let op'],
    ])
    expect(JSON.stringify(vorm)).toContain('Bel ons als het erger wordt.')
  })

  it('holds no word and no name that is for employees', () => {
    const tekst = JSON.stringify(vorm)
    for (const woord of ['aansprakelijk', 'Intern', 'Priya', 'Vraag door', 'meldt de klant'])
      expect(tekst).not.toContain(woord)
  })

  it('takes no answer to what he is not asked: it has what it starts with, and conditions go by that', () => {
    const { antwoorden, fouten } = controleerFormulier(
      vorm,
      { wat: 'Kraan', schuld: true, soort: 'spoed', wie: 'm1', akkoord: true },
      nu,
    )

    expect(fouten).toEqual([])
    expect(antwoorden).toEqual({ wat: 'Kraan', schuld: null, soort: 'gewoon', wie: null, akkoord: true })
  })

  it('leaves the form of an employee as it was', () => {
    const { antwoorden, fouten } = controleerFormulier(def, { wat: 'Kraan', akkoord: true }, nu)
    expect(fouten.map(({ naam }) => naam)).toEqual(['schuld'])
    expect(antwoorden['akkoord']).toBeNull()
    expect(toonFormulier(def, {}, nu).map(({ veld }) => veld.naam)).not.toContain('akkoord')
  })
})
