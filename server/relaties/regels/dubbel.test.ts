import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rangschikDubbelen, scoreDubbel, type Vergelijkbaar, WAARSCHIJNLIJK } from './dubbel.ts'

const adres = { postcode: '3512AB', huisnummer: 12, huisletter: 'A', toevoeging: 'bis' }
const jansen = {
  achternaam: 'Jansen',
  initialen: 'J.A.',
  geboortedatum: '1980-03-12',
  telefoons: ['+31612345678'],
  emails: ['jan@example.nl'],
  adressen: [adres],
} satisfies Vergelijkbaar

const redenen = (a: Vergelijkbaar, b: Vergelijkbaar) => scoreDubbel(a, b)?.redenen.map(({ tekst }) => tekst)

describe('scoreDubbel', () => {
  it.each<[string, Vergelijkbaar, Vergelijkbaar, string[] | undefined]>([
    [
      'birth date and surname',
      { achternaam: 'jánsen', geboortedatum: '1980-03-12' },
      jansen,
      ['Zelfde geboortedatum en achternaam'],
    ],
    [
      'birth date and a misspelt surname',
      { achternaam: 'Janesn', geboortedatum: '1980-03-12' },
      jansen,
      ['Zelfde geboortedatum, achternaam lijkt erop'],
    ],
    [
      'name and a birth date with day and month exchanged',
      { achternaam: 'Jansen', initialen: 'J.', geboortedatum: '1980-12-03' },
      jansen,
      ['Zelfde naam en bijna dezelfde geboortedatum'],
    ],
    ['e-mail', { achternaam: 'Anders', emails: ['JAN@example.nl '] }, jansen, ['Zelfde e-mailadres']],
    [
      'telephone',
      { achternaam: 'Anders', telefoons: ['+31201234567', '+31612345678'] },
      jansen,
      ['Zelfde telefoonnummer'],
    ],
    [
      'address and name',
      { achternaam: 'Jansen', adressen: [{ ...adres, postcode: '3512 ab', toevoeging: 'BIS' }] },
      jansen,
      ['Zelfde adres en naam'],
    ],
    [
      'the own name behind a partner’s',
      { achternaam: 'Bakker', geslachtsnaam: 'Jansen', adressen: [adres] },
      jansen,
      ['Zelfde adres en naam'],
    ],
    ['nothing', { achternaam: 'Jansen' }, jansen, undefined],
    ['address alone', { achternaam: 'Anders', adressen: [adres] }, jansen, undefined],
    ['birth date alone', { achternaam: 'Anders', geboortedatum: '1980-03-12' }, jansen, undefined],
    [
      'empty values',
      { achternaam: '', telefoons: [], emails: [], adressen: [{}] },
      { achternaam: '', adressen: [{}] },
      undefined,
    ],
    [
      'a neighbour of the same name',
      { achternaam: 'Jansen', adressen: [{ ...adres, huisletter: 'B' }] },
      jansen,
      undefined,
    ],
  ])('on %s', (_, nieuw, bestaand, expected) => {
    expect(redenen(nieuw, bestaand)).toEqual(expected)
    expect(redenen(bestaand, nieuw)).toEqual(expected)
  })

  it('sees one surname through tussenvoegsels and spelling', () => {
    const geboren = { geboortedatum: '1980-03-12' }
    const paren = [
      ['van den Berg', 'Berg'],
      ['El Amrani', 'Elamrani'],
      ['Meijer', 'Meyer'],
      ['Yılmaz', 'Yilmaz'],
    ] as const
    for (const [a, b] of paren) {
      expect(redenen({ achternaam: a, ...geboren }, { achternaam: b, ...geboren }), a).toHaveLength(1)
    }
    expect(redenen({ achternaam: 'Ben Ali', ...geboren }, { achternaam: 'Ben Haddou', ...geboren })).toBeUndefined()
    expect(redenen({ achternaam: 'Bos', ...geboren }, { achternaam: 'Vos', ...geboren })).toBeUndefined()
  })

  it('compares an organisatie by its whole name', () => {
    const bakkerij = {
      achternaam: 'Bakkerij Jansen B.V.',
      isOrganisatie: true,
      adressen: [adres],
      kvkNummer: '12345678',
    }
    const ander = { achternaam: 'Bakkerij Pietersen', isOrganisatie: true, adressen: [adres] }
    expect(redenen(bakkerij, { ...bakkerij, achternaam: 'bakkerij jansen bv', kvkNummer: null })).toEqual([
      'Zelfde adres en naam',
    ])
    expect(redenen(bakkerij, { ...bakkerij, achternaam: 'Bakkerij Jannsen', kvkNummer: null })).toEqual([
      'Zelfde adres, naam lijkt erop',
    ])
    expect(redenen(bakkerij, ander)).toBeUndefined()
    expect(redenen(bakkerij, { ...ander, kvkNummer: '12345678' })).toEqual(['Zelfde KvK-nummer'])
  })

  it('thinks a twin or a partner less likely than the same person', () => {
    const zelfde = scoreDubbel(jansen, { ...jansen })
    const tweeling = scoreDubbel(jansen, { ...jansen, initialen: 'P.', telefoons: [], emails: [] })
    const partner = scoreDubbel(jansen, { ...jansen, initialen: 'M.', geboortedatum: '1982-07-01', emails: [] })
    expect(zelfde?.gewicht).toBeGreaterThanOrEqual(95)
    expect(tweeling).toMatchObject({ tegen: ['Andere initialen'] })
    expect(partner).toMatchObject({ tegen: ['Andere geboortedatum', 'Andere initialen'] })
    expect(tweeling?.gewicht).toBeLessThan(WAARSCHIJNLIJK)
    expect(partner?.gewicht).toBeLessThan(tweeling?.gewicht ?? 0)
  })

  it('is likely on birth date and surname, only possible on a telephone', () => {
    expect(scoreDubbel({ achternaam: 'Jansen', geboortedatum: '1980-03-12' }, jansen)?.gewicht).toBeGreaterThanOrEqual(
      WAARSCHIJNLIJK,
    )
    expect(scoreDubbel({ achternaam: 'Anders', telefoons: ['+31612345678'] }, jansen)?.gewicht).toBeLessThan(
      WAARSCHIJNLIJK,
    )
  })

  it('does not depend on who is compared with whom, and more in common never weighs less', () => {
    const persoon = fc.record({
      achternaam: fc.constantFrom('Jansen', 'Janssen', 'van den Berg', 'Meijer', 'Meyer', 'Le', ''),
      initialen: fc.constantFrom('J.', 'J.A.', 'P.', '', null),
      geboortedatum: fc.constantFrom('1980-03-12', '1980-12-03', '1981-03-12', '1950-01-01', null),
      telefoons: fc.subarray(['+31612345678', '+31201234567']),
      emails: fc.subarray(['a@b.nl', 'c@d.nl']),
      adressen: fc.subarray([adres, { ...adres, huisnummer: 14 }]),
    })
    fc.assert(
      fc.property(persoon, persoon, (a, b) => {
        const score = scoreDubbel(a, b)
        expect(scoreDubbel(b, a)).toEqual(score)
        const meer = scoreDubbel({ ...a, emails: ['x@y.nl', ...a.emails] }, { ...b, emails: ['x@y.nl', ...b.emails] })
        expect(meer?.gewicht ?? 0).toBeGreaterThanOrEqual(score?.gewicht ?? 0)
        expect(meer?.gewicht).toBeLessThanOrEqual(99)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('rangschikDubbelen', () => {
  it('puts the likeliest first and leaves out who has nothing in common', () => {
    const kandidaten = [
      { id: 'vreemde', achternaam: 'Jansen' },
      { id: 'telefoon', achternaam: 'Anders', telefoons: ['+31612345678'] },
      { id: 'zelfde', ...jansen },
    ]
    expect(rangschikDubbelen(jansen, kandidaten).map(({ kandidaat }) => kandidaat.id)).toEqual(['zelfde', 'telefoon'])
    expect(rangschikDubbelen(jansen, [])).toEqual([])
  })
})
