import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dmnMet, type Testtabel } from '../testing/dmn.ts'
import { BeslisError, beslis } from './beslis.ts'
import { controleerDmn } from './controleer.ts'
import { leesDmn } from './leesDmn.ts'

/**
 * Decision tables at random, worked out twice: by Rondom from DMN, and here from the same table as plain data, one rule
 * after the other, in the most simple-minded way.
 */
type Cel =
  | { soort: 'alles' }
  | { soort: 'een van'; waarden: (number | string)[]; niet: boolean }
  | { soort: 'grens'; teken: '<' | '<=' | '>' | '>='; grens: number }
  | { soort: 'bereik'; van: number; tot: number; open: [boolean, boolean] }
type Regel = { punten: Cel; kleur: Cel; uitkomst: number }
type Vraag = { punten: number | null; kleur: string | null }

const BELEID = ['U', 'A', 'P', 'F', 'R', 'O', 'C', 'C+', 'C<', 'C>', 'C#'] as const
/** The order of importance of the outcomes. */
const RANG = [3, 1, 2, 0]
const KLEUREN = ['rood', 'groen', 'blauw']

const getal = fc.integer({ min: 0, max: 8 })
const puntencel: fc.Arbitrary<Cel> = fc.oneof(
  fc.constant<Cel>({ soort: 'alles' }),
  fc.record({
    soort: fc.constant('een van' as const),
    waarden: fc.uniqueArray(getal, { minLength: 1, maxLength: 3 }),
    niet: fc.boolean(),
  }),
  fc.record({ soort: fc.constant('grens' as const), teken: fc.constantFrom('<', '<=', '>', '>='), grens: getal }),
  fc
    .record({
      soort: fc.constant('bereik' as const),
      van: getal,
      tot: getal,
      open: fc.tuple(fc.boolean(), fc.boolean()),
    })
    .map((cel) => (cel.van < cel.tot ? cel : { ...cel, tot: cel.van + 1 })),
)
const kleurcel: fc.Arbitrary<Cel> = fc.oneof(
  fc.constant<Cel>({ soort: 'alles' }),
  fc.record({
    soort: fc.constant('een van' as const),
    waarden: fc.uniqueArray(fc.constantFrom(...KLEUREN), { minLength: 1, maxLength: 2 }),
    niet: fc.boolean(),
  }),
)
const regels = fc.array(fc.record({ punten: puntencel, kleur: kleurcel, uitkomst: fc.constantFrom(...RANG) }), {
  minLength: 1,
  maxLength: 6,
})
const vraag: fc.Arbitrary<Vraag> = fc.record({
  punten: fc.option(fc.integer({ min: -2, max: 20 }).map((half) => half / 2)),
  kleur: fc.option(fc.constantFrom(...KLEUREN, 'paars')),
})

test('what DMN decides is what the simple-minded evaluator decides', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...BELEID), regels, vraag, async (beleid, tabel, gegeven) => {
      const model = await leesDmn(dmnMet([alsDmn(beleid, tabel)]))

      expect(uitkomst(() => beslis(model, 'besluit', gegeven).uitkomst)).toEqual(
        uitkomst(() => naief(beleid, tabel, gegeven)),
      )
    }),
    { numRuns: 300 },
  )
})

/** Every value, by halves: between two whole numbers there is room for a gap. */
const ALLE_PUNTEN = Array.from({ length: 25 }, (_, i) => i / 2 - 1)
const ALLE_VRAGEN = ALLE_PUNTEN.flatMap((punten) => [...KLEUREN, 'paars'].map((kleur) => ({ punten, kleur })))

test('overlap, gaps and rules without a turn are found exactly when trying everything finds them', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom('U', 'F'), regels, async (beleid, tabel) => {
      const gevonden = controleerDmn(await leesDmn(dmnMet([alsDmn(beleid as 'U' | 'F', tabel)])))
      const treffers = ALLE_VRAGEN.map((each) => tabel.flatMap((regel, i) => (pastRegel(regel, each) ? [i + 1] : [])))
      const nooit = tabel
        .map((_regel, i) => i + 1)
        .filter((nummer) => !treffers.some((lijst) => lijst.includes(nummer)))
      const nooitEerst = tabel
        .map((_regel, i) => i + 1)
        .filter((nummer) => !treffers.some(([eerste]) => eerste === nummer))
      const met = (code: string) => gevonden.filter((each) => each.code === code)

      expect(met('gat').length > 0).toBe(treffers.some((lijst) => lijst.length === 0))
      expect(met('overlap').length > 0).toBe(beleid === 'U' && treffers.some((lijst) => lijst.length > 1))
      expect(met('onbereikbaar').map(({ regel }) => regel)).toEqual(beleid === 'F' ? nooitEerst : nooit)
    }),
    { numRuns: 200 },
  )
})

function uitkomst(werk: () => unknown): unknown {
  try {
    return werk()
  } catch (error) {
    if (error instanceof BeslisError) return 'geweigerd'
    throw error
  }
}

function naief(beleid: (typeof BELEID)[number], tabel: Regel[], gegeven: Vraag): unknown {
  const raak = tabel.filter((regel) => pastRegel(regel, gegeven)).map((regel) => regel.uitkomst)
  const opRang = RANG.flatMap((waarde) => raak.filter((each) => each === waarde))
  switch (beleid) {
    case 'U':
      return raak.length > 1 ? 'geweigerd' : (raak[0] ?? null)
    case 'A':
      return new Set(raak).size > 1 ? 'geweigerd' : (raak[0] ?? null)
    case 'P':
      return opRang[0] ?? null
    case 'F':
      return raak[0] ?? null
    case 'O':
      return opRang
    case 'R':
    case 'C':
      return raak
    case 'C#':
      return raak.length
    case 'C+':
      return raak.length ? raak.reduce((som, each) => som + each) : null
    case 'C<':
      return raak.length ? raak.toSorted((a, b) => a - b)[0] : null
    case 'C>':
      return raak.length ? raak.toSorted((a, b) => b - a)[0] : null
  }
}

function pastRegel(regel: Regel, gegeven: Vraag): boolean {
  return pastCel(regel.punten, gegeven.punten) && pastCel(regel.kleur, gegeven.kleur)
}

function pastCel(cel: Cel, waarde: number | string | null): boolean {
  if (cel.soort === 'alles') return true
  if (cel.soort === 'een van') return cel.waarden.some((each) => each === waarde) !== cel.niet
  if (typeof waarde !== 'number') return false
  if (cel.soort === 'grens') {
    if (cel.teken === '<') return waarde < cel.grens
    if (cel.teken === '<=') return waarde <= cel.grens
    return cel.teken === '>' ? waarde > cel.grens : waarde >= cel.grens
  }
  const naVan = cel.open[0] ? waarde > cel.van : waarde >= cel.van
  return naVan && (cel.open[1] ? waarde < cel.tot : waarde <= cel.tot)
}

function alsDmn(beleid: (typeof BELEID)[number], tabel: Regel[]): Testtabel {
  const namen = { U: 'UNIQUE', A: 'ANY', P: 'PRIORITY', F: 'FIRST', R: 'RULE ORDER', O: 'OUTPUT ORDER', C: 'COLLECT' }
  const aggregaties = { '+': 'SUM', '<': 'MIN', '>': 'MAX', '#': 'COUNT' }
  // The letter is one of these names, and what follows a C one of those.
  const aggregatie = aggregaties[beleid[1] as keyof typeof aggregaties]
  return {
    trefbeleid: namen[beleid[0] as keyof typeof namen],
    ...(aggregatie ? { aggregatie } : {}),
    invoer: [
      { naam: 'punten', type: 'number' },
      { naam: 'kleur', type: 'string' },
    ],
    uitkomsten: [{ naam: 'uitkomst', type: 'number', waarden: RANG.join(', ') }],
    regels: tabel.map((regel) => [[celtekst(regel.punten), celtekst(regel.kleur)], [String(regel.uitkomst)]]),
  }
}

function celtekst(cel: Cel): string {
  if (cel.soort === 'alles') return '-'
  if (cel.soort === 'grens') return `${cel.teken} ${cel.grens}`
  if (cel.soort === 'bereik') return `${cel.open[0] ? '(' : '['}${cel.van}..${cel.tot}${cel.open[1] ? ')' : ']'}`
  const waarden = cel.waarden.map((waarde) => JSON.stringify(waarde)).join(', ')
  return cel.niet ? `not(${waarden})` : waarden
}
