import { describe, expect, test } from 'vitest'
import { type Formulierbestand, Formulierdefinitie } from '../../formulieren.ts'
import { controleerDefinitie } from './controleerDefinitie.ts'
import { controleerFormulier } from './controleerFormulier.ts'
import { toonFormulier } from './toonFormulier.ts'

const context = { nu: new Date('2026-12-01T09:00:00Z'), gegevens: { klant: { naam: 'J.A. van den Berg' } } }
const formulier = (velden: Formulierbestand['velden'], extra: Partial<Formulierbestand> = {}) =>
  Formulierdefinitie.parse({ titel: 'Melding', velden, ...extra })
const fouten = (def: Formulierdefinitie, antwoorden: Record<string, unknown>) =>
  controleerFormulier(def, antwoorden, context).fouten.map(({ naam, melding }) => `${naam}: ${melding}`)

const melding = formulier(
  [
    {
      soort: 'keuze',
      naam: 'gevaar',
      label: 'Is er gevaar?',
      verplicht: true,
      opties: [
        { waarde: 'geen', label: 'Nee' },
        { waarde: 'gas', label: 'Gaslucht' },
      ],
    },
    { soort: 'informatie', naam: 'belGas', label: 'Bel nu', tekst: 'Bel 0800-9009.', zichtbaar: 'gevaar = "gas"' },
    {
      soort: 'keuze',
      naam: 'ruimte',
      label: 'Ruimte',
      verplicht: true,
      zichtbaar: 'gevaar = "geen"',
      opties: { lijst: 'vera:DEFECTLOCATIE' },
    },
    {
      soort: 'keuze',
      naam: 'element',
      label: 'Wat is er stuk?',
      verplicht: true,
      zichtbaar: 'ruimte != null',
      opties: { lijst: 'vera:ELEMENT', alleen: 'get value(elementen, ruimte)' },
    },
    {
      soort: 'tekst',
      naam: 'telefoon',
      label: 'Telefoon',
      vorm: 'telefoon',
      verplicht: 'gevaar = "geen"',
      standaard: '"06 12345678"',
    },
    { soort: 'datum', naam: 'vanaf', label: 'Kan vanaf', min: 'vandaag()', max: 'maanden na(vandaag(), 1)' },
    {
      soort: 'datum',
      naam: 'tot',
      label: 'Kan tot',
      controles: [{ als: 'tot < vanaf', melding: 'Tot ligt vóór vanaf.' }],
    },
  ],
  {
    gegevens: { elementen: { KEU: ['KRA', 'AFV'] } },
    lijsten: {
      'vera:DEFECTLOCATIE': [
        { waarde: 'KEU', label: 'Keuken' },
        { waarde: 'BAD', label: 'Badkamer' },
      ],
      'vera:ELEMENT': [
        { waarde: 'AFV', label: 'Afvoer' },
        { waarde: 'KRA', label: 'Kraan' },
        { waarde: 'RAA', label: 'Raam' },
      ],
    },
  },
)
const namen = (antwoorden: Record<string, unknown>) =>
  toonFormulier(melding, antwoorden, context).map(({ veld }) => veld.naam)

describe('what is asked', () => {
  test('depends on the answers before it', () => {
    expect(namen({})).toEqual(['gevaar', 'telefoon', 'vanaf', 'tot'])
    expect(namen({ gevaar: 'gas' })).toContain('belGas')
    expect(namen({ gevaar: 'geen', ruimte: 'KEU' })).toContain('element')
  })

  test('an answer to what is not asked counts for nothing', () => {
    expect(namen({ gevaar: 'gas', ruimte: 'KEU' })).not.toContain('element')
    expect(controleerFormulier(melding, { gevaar: 'gas', ruimte: 'KEU', element: 'KRA' }, context).antwoorden).toEqual({
      gevaar: 'gas',
      telefoon: '06 12345678',
      vanaf: null,
      tot: null,
    })
  })

  test('options follow the answers, in the order that the form gives', () => {
    const opties = (ruimte: string) =>
      toonFormulier(melding, { gevaar: 'geen', ruimte }, context).find(({ veld }) => veld.naam === 'element')?.opties

    expect(opties('KEU')?.map(({ label }) => label)).toEqual(['Kraan', 'Afvoer'])
    expect(opties('BAD')).toHaveLength(3)
  })

  test('a default stands until somebody empties it', () => {
    const waarde = (antwoorden: Record<string, unknown>) =>
      toonFormulier(melding, antwoorden, context).find(({ veld }) => veld.naam === 'telefoon')?.waarde

    expect(waarde({})).toBe('06 12345678')
    expect(waarde({ telefoon: '' })).toBe('')
  })

  test('options can come from an expression, with values alone or with labels', () => {
    const def = formulier(
      [
        { soort: 'keuze', naam: 'dag', label: 'Dag', opties: '["ma", "di"]' },
        {
          soort: 'keuze',
          naam: 'huurder',
          label: 'Huurder',
          opties: 'for h in huurders return {waarde: h.id, label: h.naam}',
        },
      ],
      { gegevens: { huurders: [{ id: 'a', naam: 'Jansen' }] } },
    )

    expect(toonFormulier(def, {}, context).map(({ opties }) => opties)).toEqual([
      [
        { waarde: 'ma', label: 'ma' },
        { waarde: 'di', label: 'di' },
      ],
      [{ waarde: 'a', label: 'Jansen' }],
    ])
  })
})

describe('every mistake names its field, in Dutch', () => {
  const metVeld = (veld: Record<string, unknown>) =>
    formulier([{ naam: 'x', label: 'Het veld', ...veld } as Formulierbestand['velden'][number]])

  test.each<[veld: Record<string, unknown>, antwoord: unknown, melding: string]>([
    [{ soort: 'tekst', verplicht: true }, '  ', 'Vul "Het veld" in.'],
    [{ soort: 'tekst', max: 3 }, 'vier', 'hoogstens 3 tekens; het zijn er nu 4'],
    [{ soort: 'tekst', min: 5 }, 'vier', 'minstens 5 tekens'],
    [{ soort: 'tekst' }, { $gt: '' }, 'Vul "Het veld" opnieuw in.'],
    [{ soort: 'tekst', vorm: 'e-mail' }, 'jan@', 'e-mailadres'],
    [{ soort: 'tekst', vorm: 'telefoon' }, '112', 'telefoonnummer'],
    [{ soort: 'tekst', vorm: 'postcode' }, '1234', 'postcode'],
    [{ soort: 'getal' }, '5', 'een getal'],
    [{ soort: 'getal' }, 1.5, 'een heel getal'],
    [{ soort: 'getal', decimalen: 1 }, 1.55, 'hoogstens 1 decimalen'],
    [{ soort: 'getal', min: 1, max: 3 }, 0, 'minstens 1'],
    [{ soort: 'bedrag', max: 10_000 }, 10_001, 'hoogstens € 100,00'],
    [{ soort: 'bedrag' }, 12.5, 'een bedrag'],
    [{ soort: 'datum' }, '31-12-2026', 'dd-mm-jjjj'],
    [{ soort: 'datum' }, '2026-02-30', 'dd-mm-jjjj'],
    [{ soort: 'datum', min: 'vandaag()' }, '2026-11-30', 'niet vóór 01-12-2026'],
    [{ soort: 'keuze', opties: [{ waarde: 'a', label: 'A' }] }, 'b', 'een van de mogelijkheden'],
    [
      { soort: 'keuze', verplicht: true, opties: [{ waarde: 'a', label: 'A' }] },
      null,
      'Maak een keuze bij "Het veld".',
    ],
    [
      {
        soort: 'meerkeuze',
        max: 1,
        opties: [
          { waarde: 'a', label: 'A' },
          { waarde: 'b', label: 'B' },
        ],
      },
      ['a', 'b'],
      'hoogstens 1',
    ],
    [{ soort: 'meerkeuze', opties: [{ waarde: 'a', label: 'A' }] }, ['c'], 'uit de mogelijkheden'],
    [{ soort: 'janee', verplicht: true }, undefined, 'Kies ja of nee'],
    [{ soort: 'janee' }, 'ja', 'Kies ja of nee'],
    [{ soort: 'adres' }, { postcode: '1234', huisnummer: 1, straatnaam: 'A', woonplaats: 'B' }, 'een postcode'],
    [{ soort: 'adres' }, { postcode: '3512 AB', straatnaam: 'A', woonplaats: 'B' }, 'het huisnummer'],
    [{ soort: 'adres' }, { postcode: '3512 AB', huisnummer: 3 }, 'de straat en de plaats'],
    [{ soort: 'eenheid' }, 'woning', 'een woning uit de lijst'],
    [{ soort: 'iban' }, 'NL91ABNA0417164301', 'geen geldig rekeningnummer'],
    [
      { soort: 'bestand', max: 1 },
      [
        { id: ID(1), naam: 'a' },
        { id: ID(2), naam: 'b' },
      ],
      'hoogstens 1 bestanden',
    ],
    [{ soort: 'foto', verplicht: true }, [], 'Voeg een foto toe'],
    [{ soort: 'handtekening', verplicht: true }, { wijze: 'getypt', naam: ' ' }, 'Zet een handtekening'],
    [{ soort: 'handtekening' }, { wijze: 'getekend', afbeelding: 'data:text/html;base64,AAAA' }, 'opnieuw'],
    [{ soort: 'tekst', controles: [{ als: 'string length(x) < 3', melding: 'Leg het uit.' }] }, 'nee', ''],
    [{ soort: 'tekst', controles: [{ als: 'string length(x) < 4', melding: 'Leg het uit.' }] }, 'nee', 'Leg het uit.'],
  ])('%j', (veld, antwoord, tekst) => {
    const gevonden = fouten(metVeld(veld), { x: antwoord })

    if (tekst === '') expect(gevonden).toEqual([])
    else expect(gevonden).toEqual([expect.stringContaining(tekst)])
  })

  test.each<[veld: Record<string, unknown>, antwoord: unknown, schoon: unknown]>([
    [{ soort: 'tekst' }, ' Jan\u200B \n de Vries ', 'Jan de Vries'],
    [{ soort: 'tekst', vorm: 'postcode' }, '3512 ab', '3512AB'],
    [{ soort: 'tekstvak' }, 'een\r\ntwee', 'een\ntwee'],
    [{ soort: 'getal', decimalen: 2 }, 1.25, 1.25],
    [{ soort: 'iban' }, 'nl91 abna 0417 1643 00', 'NL91ABNA0417164300'],
    [{ soort: 'janee' }, false, false],
    [{ soort: 'bestand' }, [{ id: ID(1), naam: 'a.pdf', gevaarlijk: true }], [{ id: ID(1), naam: 'a.pdf' }]],
    [{ soort: 'handtekening' }, { wijze: 'getypt', naam: 'Jan', extra: 1 }, { wijze: 'getypt', naam: 'Jan' }],
    [
      { soort: 'adres' },
      { postcode: '3512 ab', huisnummer: 1, straatnaam: 'Lange Nieuwstraat', woonplaats: 'Utrecht', __proto__: null },
      {
        postcode: '3512AB',
        huisnummer: 1,
        huisletter: '',
        toevoeging: '',
        straatnaam: 'Lange Nieuwstraat',
        woonplaats: 'Utrecht',
      },
    ],
  ])('%j keeps only what it asks for', (veld, antwoord, schoon) => {
    expect(controleerFormulier(metVeld(veld), { x: antwoord, y: 'niet gevraagd' }, context).antwoorden).toEqual({
      x: schoon,
    })
  })

  test('a check may compare with a later answer, and mistakes come in the order of the form', () => {
    expect(fouten(melding, { gevaar: 'geen', telefoon: '', vanaf: '2026-12-20', tot: '2026-12-10' })).toEqual([
      'ruimte: Maak een keuze bij "Ruimte".',
      'telefoon: Vul "Telefoon" in.',
      'tot: Tot ligt vóór vanaf.',
    ])
  })
})

describe('a form is judged before it is published', () => {
  const oordeel = (bestand: unknown) =>
    controleerDefinitie(bestand, { namen: ['klant'], lijsten: ['vera:DEFECTSOORT'] }).map(
      ({ pad, melding }) => `${pad}: ${melding}`,
    )
  const veld = (extra: Record<string, unknown>) => ({ soort: 'tekst', naam: 'x', label: 'X', ...extra })

  test('a good one has no remarks', () => {
    expect(oordeel({ titel: 'Goed', velden: [veld({ standaard: 'klant.naam' })] })).toEqual([])
  })

  test.each<[string, unknown, string]>([
    [
      'an expression that does not parse',
      { titel: 'T', velden: [veld({ zichtbaar: 'klant.naam =' })] },
      'velden.0.zichtbaar: Deze expressie is niet af',
    ],
    [
      'a name that no field or process has',
      { titel: 'T', velden: [veld({ zichtbaar: 'soort = "a"' })] },
      'De naam "soort" is hier niet bekend',
    ],
    [
      'a field that is asked later',
      { titel: 'T', velden: [veld({ zichtbaar: 'y = 1' }), veld({ naam: 'y' })] },
      '"y" wordt pas later gevraagd',
    ],
    ['two fields of one name', { titel: 'T', velden: [veld({}), veld({})] }, 'Er zijn twee velden "x"'],
    ['a name with another meaning', { titel: 'T', velden: [veld({ naam: 'klant' })] }, 'heeft al een betekenis'],
    [
      'a list that is not there',
      { titel: 'T', velden: [veld({ soort: 'keuze', opties: { lijst: 'vera:KLEUR' } })] },
      'De lijst "vera:KLEUR" bestaat niet',
    ],
    [
      'a part that forgets a field',
      { titel: 'T', velden: [veld({}), veld({ naam: 'y' })], delen: [{ titel: 'D', velden: ['x'] }] },
      'Zet het veld "y" in precies één deel',
    ],
    [
      'an expression that runs for ever',
      { titel: 'T', velden: [veld({ verplicht: 'count(for i in 1..1000000000 return i) > 1' })] },
      'te veel rekenwerk',
    ],
    ['no form at all', [], ''],
    ['an unknown property', { titel: 'T', velden: [veld({ kleur: 'rood' })] }, 'velden.0'],
  ])('%s', (_naam, bestand, melding) => {
    const [eerste] = oordeel(bestand)

    expect(eerste).toContain(melding)
  })
})

function ID(nummer: number): string {
  return `00000000-0000-7000-8000-${String(nummer).padStart(12, '0')}`
}
