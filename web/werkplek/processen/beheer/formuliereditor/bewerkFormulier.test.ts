import { describe, expect, test } from 'vitest'
import { Formulierdefinitie, type Veldsoort } from '#contract/formulieren.ts'
import {
  eigenVan,
  leesRuw,
  namenIn,
  type RuwFormulier,
  schrijfRuw,
  verdubbel,
  verplaats,
  verwijder,
  verwijderDeel,
  voegDeelToe,
  voegToe,
  zetInDeel,
  zetSoort,
  zetTerug,
  zetVeld,
} from './bewerkFormulier.ts'

const form = (): RuwFormulier => ({
  titel: 'Hek',
  toekomst: { iets: 'dat deze editor niet kent' },
  velden: [
    { naam: 'hoogte', soort: 'getal', label: 'Hoogte', min: 1, later: true },
    { naam: 'buren', soort: 'janee', label: 'Buren' },
  ],
})
const metDelen = (): RuwFormulier => ({
  ...form(),
  delen: [
    { titel: 'Een', velden: ['hoogte'], kleur: 'rood' },
    { titel: 'Twee', velden: ['buren'] },
  ],
})
const namen = (over: RuwFormulier) => over.velden.map(({ naam }) => naam)
const perDeel = ({ delen }: RuwFormulier) => (delen as Record<string, unknown>[] | undefined)?.map(namenIn)

describe('what the editor does not know', () => {
  test('stays, whatever is done to a field', () => {
    const na = zetVeld(zetVeld(verplaats(form(), 0, 1), 1, 'label', 'Hoe hoog?'), 1, 'min', undefined)

    expect(na).toMatchObject({ toekomst: { iets: 'dat deze editor niet kent' } })
    expect(na.velden[1]).toEqual({ naam: 'hoogte', soort: 'getal', label: 'Hoe hoog?', later: true })
    expect(leesRuw(schrijfRuw(na))).toEqual(na)
  })

  test('no form is no form', () => {
    for (const tekst of ['', '{ kapot', '[]', '{}', '{"velden":[1]}', '{"velden":{}}'])
      expect(leesRuw(tekst)).toBeUndefined()
  })
})

describe('fields', () => {
  test('a new one, and a copy, have a name of their own after the one they came from', () => {
    const { form: een, plek } = voegToe(form(), 'tekst', 'Nieuwe vraag', 0)
    const twee = verdubbel(een, 0)

    expect([namen(een), plek]).toEqual([['hoogte', 'vraag', 'buren'], 1])
    expect([namen(twee.form), twee.plek]).toEqual([['hoogte', 'hoogte2', 'vraag', 'buren'], 1])
    expect(namen(verdubbel(twee.form, 1).form)).toContain('hoogte3')
    expect(namen(voegToe(een, 'tekst', 'Nog een').form)).toEqual(['hoogte', 'vraag', 'buren', 'vraag2'])
  })

  test('change places, but not over an edge', () => {
    expect(namen(verplaats(form(), 1, 0))).toEqual(['buren', 'hoogte'])
    expect(verplaats(form(), 0, -1)).toEqual(form())
    expect(verplaats(form(), 1, 2)).toEqual(form())
  })

  test('one that went away comes back in its place and part, with what was done since', () => {
    const weg = verwijder(metDelen(), 0)
    const verder = zetVeld(weg, 0, 'label', 'Zijn de buren het eens?')
    const terug = zetTerug(verder, metDelen(), 0)

    expect(terug.velden).toEqual([form().velden[0], { ...form().velden[1], label: 'Zijn de buren het eens?' }])
    expect(perDeel(terug)).toEqual([['hoogte'], ['buren']])
    expect(zetTerug(terug, metDelen(), 0)).toEqual(terug)
    expect(zetTerug(verwijder(form(), 1), form(), 1)).toEqual(form())
  })

  test('a new field of every kind is right, and so is a field that became of that kind', () => {
    for (const soort of Object.keys(eigenVan) as Veldsoort[]) {
      expect(Formulierdefinitie.safeParse(zonder(voegToe(form(), soort, 'Vraag').form)).error, soort).toBeUndefined()
      for (const van of Object.keys(eigenVan) as Veldsoort[]) {
        const { form: over, plek } = voegToe(form(), van, 'Vraag')
        expect(
          Formulierdefinitie.safeParse(zonder(zetSoort(over, plek, soort))).error,
          `${van} → ${soort}`,
        ).toBeUndefined()
      }
    }
  })

  test('another kind keeps what both have, and takes no number for a day', () => {
    const keuze = zetVeld(zetSoort(form(), 1, 'keuze'), 1, 'opties', [{ waarde: 'a', label: 'A' }])

    expect(zetSoort(keuze, 1, 'meerkeuze').velden[1]).toMatchObject({ opties: [{ waarde: 'a', label: 'A' }] })
    expect(zetSoort(form(), 0, 'bedrag').velden[0]).toMatchObject({ min: 1, label: 'Hoogte' })
    expect(zetSoort(form(), 0, 'datum').velden[0]).not.toHaveProperty('min')
  })
})

describe('parts', () => {
  test('go along with fields that are added, copied, renamed and taken away', () => {
    expect(perDeel(voegToe(metDelen(), 'tekst', 'Vraag', 1).form)).toEqual([['hoogte'], ['buren', 'vraag']])
    expect(perDeel(verdubbel(metDelen(), 0).form)).toEqual([['hoogte', 'hoogte2'], ['buren']])
    expect(perDeel(zetVeld(metDelen(), 0, 'naam', 'hoog'))).toEqual([['hoog'], ['buren']])
    expect(perDeel(verwijder(metDelen(), 1))).toEqual([['hoogte'], []])
    expect(perDeel(zetInDeel(metDelen(), 'hoogte', 1))).toEqual([[], ['buren', 'hoogte']])
    expect(zetInDeel(metDelen(), 'hoogte', 1)['delen']).toMatchObject([{ kleur: 'rood' }, {}])
  })

  test('come all at once, and go one by one', () => {
    expect(perDeel(voegDeelToe(form(), 'Een'))).toEqual([['hoogte', 'buren']])
    expect(perDeel(voegDeelToe(metDelen(), 'Drie'))).toEqual([['hoogte'], ['buren'], []])
    expect(perDeel(verwijderDeel(metDelen(), 0))).toEqual([['buren', 'hoogte']])
    expect(verwijderDeel(voegDeelToe(form(), 'Een'), 0)).toEqual(form())
  })
})

/** Without what a form may not have: here to prove that it is kept. */
function zonder({ toekomst: _, ...over }: RuwFormulier) {
  return { ...over, velden: over.velden.map(({ later: __, ...veld }) => veld) }
}
