import { evalFeel, FeelError, vanFeel } from '#contract/regels/feel/feel.ts'
import { BeslisError } from './beslisfout.ts'
import type { Regel, Tabel, Trefbeleid, Uitkomstkolom } from './beslismodel.ts'

/** A rule that fits, with the value of each output column. */
export type Treffer = { regel: Regel; uitkomsten: unknown[] }
type Resultaat = { uitkomst: unknown; gebruikt: Regel[] }

/** What the rules that fit come to (DMN 1.3 §8.2.10). `standaard` stands when none does. */
export function pasTrefbeleidToe(
  naam: string,
  tabel: Tabel,
  treffers: readonly Treffer[],
  standaard: unknown[] | undefined,
): Resultaat {
  if (treffers.length === 0) {
    const leeg = standaard ? waardeVan(tabel, standaard) : LEEG[tabel.trefbeleid]()
    return { uitkomst: leeg, gebruikt: [] }
  }
  return BELEID[tabel.trefbeleid](treffers, tabel, naam)
}

/** The place of each allowed value of an output, the first being the most important one. */
export function rangorde(kolom: Uitkomstkolom): string[] {
  if (!kolom.soort.toegestaan) return []
  try {
    const waarden = evalFeel(`[${kolom.soort.toegestaan}]`)
    return Array.isArray(waarden) ? waarden.map((waarde) => JSON.stringify(waarde)) : []
  } catch (error) {
    if (error instanceof FeelError) return []
    throw error
  }
}

const GEEN = () => null
const NIETS = () => []
const LEEG: Record<Trefbeleid, () => unknown> = {
  ...{ U: GEEN, A: GEEN, P: GEEN, F: GEEN, 'C+': GEEN, 'C<': GEEN, 'C>': GEEN },
  ...{ C: NIETS, R: NIETS, O: NIETS, 'C#': () => 0 },
}

type Beleid = (treffers: readonly Treffer[], tabel: Tabel, naam: string) => Resultaat

const alle: Beleid = (treffers, tabel) => ({
  uitkomst: treffers.map(({ uitkomsten }) => waardeVan(tabel, uitkomsten)),
  gebruikt: treffers.map(({ regel }) => regel),
})

const eerste: Beleid = (treffers, tabel) => ({
  uitkomst: waardeVan(tabel, treffers[0]?.uitkomsten ?? []),
  gebruikt: treffers.slice(0, 1).map(({ regel }) => regel),
})

const BELEID: Record<Trefbeleid, Beleid> = {
  U: (treffers, tabel, naam) => {
    if (treffers.length > 1) {
      throw new BeslisError(`In "${naam}" passen regel ${nummers(treffers)} allebei, en er mag er één passen.`)
    }
    return eerste(treffers, tabel, naam)
  },
  A: (treffers, tabel, naam) => {
    const verschillend = new Set(treffers.map(({ uitkomsten }) => JSON.stringify(waardeVan(tabel, uitkomsten))))
    if (verschillend.size > 1) {
      throw new BeslisError(`In "${naam}" passen regel ${nummers(treffers)}, met verschillende uitkomsten.`)
    }
    return { ...eerste(treffers, tabel, naam), gebruikt: treffers.map(({ regel }) => regel) }
  },
  P: (treffers, tabel, naam) => eerste(opRang(treffers, tabel), tabel, naam),
  F: eerste,
  R: alle,
  C: alle,
  O: (treffers, tabel, naam) => alle(opRang(treffers, tabel), tabel, naam),
  'C+': reken((getallen) => getallen.reduce((som, getal) => som + getal, 0)),
  'C<': reken((getallen) => Math.min(...getallen)),
  'C>': reken((getallen) => Math.max(...getallen)),
  'C#': (treffers) => ({ uitkomst: treffers.length, gebruikt: treffers.map(({ regel }) => regel) }),
}

function reken(werk: (getallen: number[]) => number): Beleid {
  return (treffers, _tabel, naam) => {
    const getallen = treffers.map(({ uitkomsten }) => uitkomsten[0])
    if (!getallen.every((getal) => typeof getal === 'number')) {
      throw new BeslisError(`In "${naam}" worden de uitkomsten opgeteld of vergeleken; dat moeten getallen zijn.`)
    }
    return { uitkomst: werk(getallen), gebruikt: treffers.map(({ regel }) => regel) }
  }
}

/** By the order of the allowed values of the outputs, from left to right; rules of one rank keep their order. */
function opRang(treffers: readonly Treffer[], tabel: Tabel): Treffer[] {
  const ordes = tabel.uitkomsten.map(rangorde)
  const rang = (treffer: Treffer) =>
    ordes.map((orde, i) => {
      const plek = orde.indexOf(JSON.stringify(vanFeel(treffer.uitkomsten[i])))
      return plek < 0 ? orde.length : plek
    })
  return treffers.toSorted((a, b) => {
    const [links, rechts] = [rang(a), rang(b)]
    return links.map((plek, i) => plek - (rechts[i] ?? 0)).find((verschil) => verschil !== 0) ?? 0
  })
}

/** One output column is the value itself, more are a context of values by name. */
function waardeVan(tabel: Tabel, uitkomsten: readonly unknown[]): unknown {
  if (tabel.uitkomsten.length === 1) return vanFeel(uitkomsten[0])
  return Object.fromEntries(tabel.uitkomsten.map((kolom, i) => [kolom.naam, vanFeel(uitkomsten[i])]))
}

function nummers(treffers: readonly Treffer[]): string {
  return treffers.map(({ regel }) => regel.nummer).join(' en ')
}
