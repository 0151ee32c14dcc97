import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Formulierbestand, Formulierdefinitie } from '../../formulieren.ts'
import { controleerFormulier } from './controleerFormulier.ts'
import { toonFormulier } from './toonFormulier.ts'

const context = { nu: new Date('2026-12-01T23:30:00Z'), gegevens: {} }

/** Forms at random: yes/no fields and others, each asked only when earlier ones say so. */
type Schets = {
  soort: 'janee' | 'tekst' | 'getal' | 'datum' | 'meerkeuze'
  verplicht: boolean
  als: [veld: number, ja: boolean][]
  standaard: boolean
}
const schetsen: fc.Arbitrary<Schets[]> = fc.array(
  fc.record({
    soort: fc.constantFrom('janee', 'janee', 'tekst', 'getal', 'datum', 'meerkeuze'),
    verplicht: fc.boolean(),
    als: fc.array(fc.tuple(fc.nat(7), fc.boolean()), { maxLength: 2 }),
    standaard: fc.boolean(),
  }),
  { minLength: 1, maxLength: 8 },
)
const antwoord = fc.oneof(
  fc.boolean(),
  fc.constantFrom('ja', '2026-12-02', '2026-13-01', '', null, undefined, 3, 3.5, Number.NaN),
  fc.array(fc.constantFrom('a', 'b', 'x')),
  fc.anything({ maxDepth: 2 }),
)
const antwoorden = fc.array(antwoord, { minLength: 8, maxLength: 8 })
/** Mostly what fits, so that a form can come through. */
const braaf = fc.array(fc.constantFrom(true, false, undefined, null, ''), { minLength: 8, maxLength: 8 })

function alsFormulier(schets: Schets[]): Formulierdefinitie {
  const velden = schets.map(({ soort, verplicht, als, standaard }, i) => ({
    soort,
    naam: `veld${i}`,
    label: `Veld ${i}`,
    verplicht,
    ...(standaard ? { standaard: soort === 'janee' ? 'true' : '"tekst"' } : {}),
    ...(als.length
      ? {
          zichtbaar:
            voorwaarden(als, i)
              .map(([veld, ja]) => `veld${veld} = ${ja}`)
              .join(' and ') || 'true',
        }
      : {}),
    ...(soort === 'meerkeuze'
      ? {
          opties: [
            { waarde: 'a', label: 'A' },
            { waarde: 'b', label: 'B' },
          ],
        }
      : {}),
  }))
  return Formulierdefinitie.parse({ titel: 'Willekeurig', velden } as Formulierbestand)
}

const voorwaarden = (als: Schets['als'], i: number) => als.filter(([veld]) => veld < i)
/** A field that was not touched has no answer yet. */
const alsAntwoorden = (waarden: unknown[]) =>
  Object.fromEntries(waarden.flatMap((waarde, i) => (waarde === undefined ? [] : [[`veld${i}`, waarde]])))

/** Which fields are asked, worked out the simple-minded way. */
function naief(schets: Schets[], waarden: unknown[]): string[] {
  const gevraagd = new Set<number>()
  const antwoordOp = (veld: number) => (waarden[veld] === undefined && schets[veld]?.standaard ? true : waarden[veld])
  for (const [i, { als }] of schets.entries()) {
    const alle = voorwaarden(als, i).every(
      ([veld, ja]) => gevraagd.has(veld) && schets[veld]?.soort === 'janee' && antwoordOp(veld) === ja,
    )
    if (alle) gevraagd.add(i)
  }
  return [...gevraagd].map((i) => `veld${i}`)
}

test('what is asked is what a simple-minded reading of the conditions gives, whatever is sent', () => {
  fc.assert(
    fc.property(schetsen, antwoorden, (schets, waarden) => {
      const getoond = toonFormulier(alsFormulier(schets), alsAntwoorden(waarden), context)

      expect(getoond.map(({ veld }) => veld.naam)).toEqual(naief(schets, waarden))
    }),
    { numRuns: 200 },
  )
})

test('what is not asked never reaches the result, nor its mistakes', () => {
  fc.assert(
    fc.property(schetsen, antwoorden, (schets, waarden) => {
      const { antwoorden: schoon, fouten } = controleerFormulier(alsFormulier(schets), alsAntwoorden(waarden), context)
      const gevraagd = naief(schets, waarden)

      expect(gevraagd).toEqual(expect.arrayContaining([...Object.keys(schoon), ...fouten.map(({ naam }) => naam)]))
    }),
    { numRuns: 200 },
  )
})

test('what the browser found good, the server finds good, and the same', () => {
  let goed = 0
  fc.assert(
    fc.property(schetsen, fc.oneof(antwoorden, braaf), (schets, waarden) => {
      const def = alsFormulier(schets)
      const browser = controleerFormulier(def, alsAntwoorden(waarden), context)
      if (browser.fouten.length > 0) return
      goed += 1
      // The wire is JSON, and so are the form and the kept answers.
      const heen = JSON.parse(JSON.stringify({ def, antwoorden: browser.antwoorden }))

      expect(controleerFormulier(Formulierdefinitie.parse(heen.def), heen.antwoorden, context)).toEqual(browser)
    }),
    { numRuns: 400 },
  )

  expect(goed).toBeGreaterThan(20)
})

test('every mistake names its field by its label, and says what to do', () => {
  fc.assert(
    fc.property(schetsen, antwoorden, (schets, waarden) => {
      const def = alsFormulier(schets)
      for (const { naam, melding } of controleerFormulier(def, alsAntwoorden(waarden), context).fouten) {
        expect(melding).toContain(`"${def.velden.find((veld) => veld.naam === naam)?.label}"`)
        expect(melding).toMatch(/[.!]$/)
      }
    }),
    { numRuns: 100 },
  )
})
