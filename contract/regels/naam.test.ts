import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AANHEFCODES, aanhef, adresregel, voorgesteldeAanhefcode } from './aanhef.ts'
import {
  achternaamInZin,
  composeNaam,
  type Naamdelen,
  naamInZin,
  normalizeInitialen,
  normalizeNaamdelen,
  normalizeTussenvoegsels,
  sorteernaam,
} from './naam.ts'

/** "J.A.|van den|Berg|geslachtsnaam" → parts. */
function delen(text: string): Naamdelen {
  const [initialen, tussenvoegsels, achternaam = '', geslachtsnaam] = text.split('|')
  return { initialen, tussenvoegsels, achternaam, geslachtsnaam }
}

describe('composeNaam', () => {
  it.each([
    ['J.A.|van den|Berg', 'J.A. van den Berg'],
    ['j a|VAN DEN|berg', 'J.A. van den Berg'],
    ['|| Bakkerij Jansen B.V.', 'Bakkerij Jansen B.V.'],
    ["M.|'t|Hoen", "M. 't Hoen"],
    ["A.|d'|Ancona", "A. d'Ancona"],
    ['A.|D’|Ancona', "A. d'Ancona"],
    ['Th.J.||IJsselstein', 'Th.J. IJsselstein'],
    ['th. j||ijsselstein', 'Th.J. IJsselstein'],
    ['J.|ten|Berge|van der Meulen', 'J. ten Berge-van der Meulen'],
    ['J.|ten|berge|van der meulen', 'J. ten Berge-van der Meulen'],
    ['r||McDonald', 'R. McDonald'],
    ['F.||de Vries-el Idrissi', 'F. de Vries-el Idrissi'],
    ['F.||van dijk', 'F. van Dijk'],
    ["F.||d'ancona", "F. d'Ancona"],
    ["F.||'t hoen", "F. 't Hoen"],
    ['F.||BERG', 'F. BERG'],
    ['F.||berg-Jansen', 'F. berg-Jansen'],
    ["k|  van\t 't |  Hoff ", "K. van 't Hoff"],
    ['é||özdemir', 'É. Özdemir'],
    ['|van den|Berg', 'Van den Berg'],
    ["|d'|Ancona", "d'Ancona"],
    ["|'t|Hoen", "'t Hoen"],
    ['J.||', 'J.'],
    ['||', ''],
    ['M.||Jan\u0000s\u202Een', 'M. Jansen'],
    ['M.||<script>', 'M. <script>'],
  ])('%s → %s', (input, expected) => expect(composeNaam(delen(input))).toBe(expected))

  it('never touches the name of an organisation', () => {
    expect(composeNaam({ achternaam: ' bol.com  b.v. ', isOrganisatie: true })).toBe('bol.com b.v.')
    expect(achternaamInZin({ achternaam: 'de Alliantie', isOrganisatie: true })).toBe('de Alliantie')
    expect(sorteernaam({ achternaam: 'de Alliantie', isOrganisatie: true })).toBe('de Alliantie')
  })
})

describe('normalizeInitialen', () => {
  it.each([
    ['j a', 'J.A.'],
    ['ja', 'J.A.'],
    ['JA', 'J.A.'],
    ['J.A.', 'J.A.'],
    ['J.A', 'J.A.'],
    [' j. a . ', 'J.A.'],
    ['amj', 'A.M.J.'],
    ['Th.J.', 'Th.J.'],
    ['th.j.', 'Th.J.'],
    ['ThJ', 'Th.J.'],
    ['TH.J.', 'Th.J.'],
    ['TH', 'T.H.'],
    ['Chr.', 'Chr.'],
    ['Joh.', 'Joh.'],
    ['IJ.', 'IJ.'],
    ['ij.', 'IJ.'],
    ['IJ', 'I.J.'],
    ['ijaİ.', 'IJa.İ.'],
    ['IJa.İ.', 'IJa.İ.'],
    ['Jan Piet', 'J.P.'],
    ['Johannes', 'J.'],
    ['johannes', 'J.'],
    ['MOHAMMED', 'M.'],
    ['J.-P.', 'J.-P.'],
    ['j-p', 'J.-P.'],
    ['é.', 'É.'],
    ['E\u0301', 'É.'],
    ['1', ''],
    ['', ''],
    ['J,A', 'J.A.'],
  ])('%s → %s', (input, expected) => expect(normalizeInitialen(input)).toBe(expected))
})

describe('normalizeTussenvoegsels', () => {
  it.each([
    ['VAN DEN', 'van den'],
    [' Van  der ', 'van der'],
    ['’T', "'t"],
    ['v.d.', 'v.d.'],
    ['', ''],
  ])('%s → %s', (input, expected) => expect(normalizeTussenvoegsels(input)).toBe(expected))
})

describe('sorteernaam', () => {
  it.each([
    ['J.A.|van den|Berg', 'Berg, J.A. van den', 'Berg, van den, J.A.'],
    ["A.|d'|Ancona", "Ancona, A. d'", "Ancona, d', A."],
    ['J.|ten|Berge|van der Meulen', 'Berge-van der Meulen, J. ten', 'Berge-van der Meulen, ten, J.'],
    ['|van den|Berg', 'Berg, van den', 'Berg, van den'],
    ['J.||Jansen', 'Jansen, J.', 'Jansen, J.'],
    ['||Bakkerij Jansen B.V.', 'Bakkerij Jansen B.V.', 'Bakkerij Jansen B.V.'],
  ])('%s → %s or %s', (input, initialenEerst, tussenvoegselsEerst) => {
    expect(sorteernaam(delen(input))).toBe(initialenEerst)
    expect(sorteernaam(delen(input), 'tussenvoegsels')).toBe(tussenvoegselsEerst)
  })
})

describe('a name in a sentence, on an envelope and above a letter', () => {
  const berg = delen('J.A.|van den|Berg')
  const ancona = delen("A.|d'|Ancona")

  it('takes a capital where no initials stand before it', () => {
    expect(naamInZin(berg, 'DHR')).toBe('de heer Van den Berg')
    expect(naamInZin(ancona, 'MEVR')).toBe("mevrouw d'Ancona")
    expect(naamInZin(delen("M.|'t|Hoen"), 'MEVR')).toBe("mevrouw 't Hoen")
    expect(naamInZin(delen("M.|van 't|Hoff"), 'FAM')).toBe("familie Van 't Hoff")
    expect(naamInZin(delen('F.||de Vries-el Idrissi'), 'DHR')).toBe('de heer De Vries-el Idrissi')
    expect(naamInZin(berg, 'DHR_MEVR')).toBe('de heer en mevrouw Van den Berg')
    expect(naamInZin(berg, 'NEUTRAAL')).toBe('J.A. van den Berg')
    expect(naamInZin(delen('||Bakkerij Jansen B.V.'), 'BLANCO')).toBe('Bakkerij Jansen B.V.')
  })

  it.each([
    ['DHR', 'De heer J.A. van den Berg', 'Geachte heer Van den Berg'],
    ['MEVR', 'Mevrouw J.A. van den Berg', 'Geachte mevrouw Van den Berg'],
    ['FAM', 'Familie Van den Berg', 'Geachte familie'],
    ['DHR_MEVR', 'De heer en mevrouw Van den Berg', 'Geachte heer en mevrouw Van den Berg'],
    ['NEUTRAAL', 'J.A. van den Berg', 'Geachte J.A. van den Berg'],
    ['ERVEN', 'De erven van J.A. van den Berg', 'Geachte nabestaanden'],
    ['BLANCO', 'J.A. van den Berg', 'Geachte heer, mevrouw'],
  ] as const)('%s: %s | %s', (code, regel, opening) => {
    expect(adresregel(code, berg)).toBe(regel)
    expect(aanhef(code, berg)).toBe(opening)
  })

  it('proposes a code that fits', () => {
    expect(voorgesteldeAanhefcode('persoon', 'M')).toBe('DHR')
    expect(voorgesteldeAanhefcode('persoon', 'V')).toBe('MEVR')
    expect(voorgesteldeAanhefcode('persoon', 'O')).toBe('NEUTRAAL')
    expect(voorgesteldeAanhefcode('persoon')).toBe('NEUTRAAL')
    expect(voorgesteldeAanhefcode('overig', 'M')).toBe('BLANCO')
  })
})

describe('whatever is typed', () => {
  const part = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.string({ unit: fc.constantFrom(..."aeijJTtHhBb.'’- -\t\u0000\u0301ßŉǆİı"), maxLength: 12 }),
    fc.constantFrom('van den', "d'", "'t", 'Th.J.', 'berg', 'McDonald', 'ĳsbrand', 'ten Berge'),
  )
  const typed = fc.record({ initialen: part, tussenvoegsels: part, achternaam: part, geslachtsnaam: part })

  it('normalising twice changes nothing more', () => {
    fc.assert(
      fc.property(typed, (input) => {
        const once = normalizeNaamdelen(input)
        expect(normalizeNaamdelen(once)).toEqual(once)
        expect(composeNaam(once)).toBe(composeNaam(input))
        expect(sorteernaam(once)).toBe(sorteernaam(input))
      }),
      { numRuns: 2000 },
    )
  })

  it('a name is one clean line without double spaces', () => {
    fc.assert(
      fc.property(typed, fc.constantFrom(...AANHEFCODES), (input, code) => {
        for (const text of [composeNaam(input), sorteernaam(input)]) {
          expect(text).not.toMatch(/\p{Cc}|\u202E|\s\s|^\s|\s$/u)
        }
        expect(adresregel(code, input)).not.toMatch(/\p{Cc}|\s\s/u)
        expect(aanhef(code, input)).not.toMatch(/\p{Cc}|\s\s/u)
      }),
      { numRuns: 1000 },
    )
  })

  it('capitals inside a surname stay as typed', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{0,3}[A-Z][A-Za-z]{0,8}$/), (achternaam) => {
        expect(normalizeNaamdelen({ achternaam }).achternaam).toBe(achternaam)
      }),
    )
  })
})
