import { EIGEN_FUNCTIES } from './functies.ts'
import { getalTussen, hoogstens, lijst, type Maat, samen, som } from './maat.ts'
import { werkVanPatroon } from './patroon.ts'

/** A text that stands in the expression, and how to refuse it. */
export type Letterlijk = { tekst: string; fout: (reden: string) => never }
type Uitkomst = { maat: Maat; stappen: number }
type Functie = (maten: Maat[], letterlijk: (plek: number) => Letterlijk) => Uitkomst

const EEN: Functie = () => ({ maat: hoogstens(1), stappen: 0 })
const TEKST: Functie = (maten) => ({ maat: { ...hoogstens(3 * som(maten), 1), tekst: true }, stappen: 0 })
/** A list made of what is given, every element at most once per time that it is given. */
const LIJST: Functie = (maten) => {
  const deel = samen(maten.flatMap((maat) => [maat.deel(), maat]))
  const lengte = maten.reduce((totaal, maat) => totaal + maat.lengte, 0)
  return { maat: lijst(lengte, deel, 1 + som(maten)), stappen: 0 }
}
const geheel =
  (tot: (maat: Maat) => number): Functie =>
  ([maat]) => ({ maat: getalTussen(0, maat ? tot(maat) : 0), stappen: 0 })

/** Every function that may be called: how large its result can be, and what it costs on top of reading what it gets. */
export const FUNCTIES: Record<string, Functie> = {
  ...zelfde(EEN, EIGEN_FUNCTIES),
  ...zelfde(EEN, ['number', 'date', 'date and time', 'time', 'duration', 'years and months duration', 'not']),
  ...zelfde(EEN, ['contains', 'starts with', 'ends with', 'list contains', 'all', 'any', 'is']),
  ...zelfde(EEN, ['min', 'max', 'sum', 'mean', 'product', 'median', 'stddev']),
  ...zelfde(EEN, ['decimal', 'floor', 'ceiling', 'abs', 'round up', 'round down', 'round half up', 'round half down']),
  ...zelfde(EEN, ['modulo', 'sqrt', 'log', 'exp', 'odd', 'even', 'before', 'after', 'meets', 'met by', 'overlaps']),
  ...zelfde(EEN, ['includes', 'day of year', 'day of week', 'month of year', 'week of year']),
  ...zelfde(TEKST, ['substring', 'upper case', 'lower case', 'substring before', 'substring after']),
  ...zelfde(LIJST, ['append', 'concatenate', 'insert before', 'remove', 'reverse', 'sublist', 'index of', 'mode']),
  count: geheel((maat) => maat.lengte),
  'string length': geheel((maat) => maat.n),
  string: ([maat]) => ({
    maat: { ...hoogstens(maat?.tekst ? maat.n : 40 * (maat?.n ?? 1), 1), tekst: true },
    stappen: 0,
  }),
  'string join': ([maat, tussen]) => ({
    maat: { ...hoogstens((maat?.n ?? 1) + (maat?.lengte ?? 1) * (tussen?.n ?? 1), 1), tekst: true },
    stappen: 0,
  }),
  flatten: ([maat]) => ({ maat: hoogstens(maat?.n ?? 1), stappen: 0 }),
  union: kwadratisch,
  'distinct values': kwadratisch,
  sort: (maten, letterlijk) => ({ ...LIJST(maten, letterlijk), stappen: 0 }),
  'get value': ([maat]) => ({ maat: hoogstens(maat?.n ?? 1), stappen: 0 }),
  'get entries': ([maat]) => ({ maat: hoogstens(3 * (maat?.n ?? 1)), stappen: 0 }),
  context: (maten) => ({ maat: hoogstens(1 + som(maten)), stappen: 0 }),
  'context merge': (maten) => ({ maat: hoogstens(1 + som(maten)), stappen: 0 }),
  'context put': (maten) => ({ maat: hoogstens(1 + som(maten)), stappen: 0 }),
  matches: (maten, letterlijk) => ({ maat: hoogstens(1), stappen: zoekwerk(maten, letterlijk(1), maten.length > 2) }),
  split: (maten, letterlijk) => ({
    maat: lijst(maten[0]?.n ?? 1, { ...hoogstens(maten[0]?.n ?? 1, 1), tekst: true }, 2 * (maten[0]?.n ?? 1)),
    stappen: zoekwerk(maten, letterlijk(1)),
  }),
  replace: (maten, letterlijk) => {
    const vervanging = letterlijk(2)
    if (/\$[`']/.test(vervanging.tekst)) vervanging.fout("de tekens $` en $' kunnen niet")
    const n = (maten[0]?.n ?? 1) * (2 + vervanging.tekst.length)
    return { maat: { ...hoogstens(n, 1), tekst: true }, stappen: zoekwerk(maten, letterlijk(1), maten.length > 3) }
  },
}

/** What these cost depends on which value is which: with names in front they could be in any order. */
export const OP_VOLGORDE = new Set(['matches', 'split', 'replace', 'string join'])

/** The value of a text as it is written between quotes. */
export function leesTekst(bron: string): string {
  return bron.slice(1, -1).replace(/\\(["\\nrt])/g, (_heel, teken: string) => TEKENS[teken] ?? teken)
}

const TEKENS: Record<string, string> = { n: '\n', r: '\r', t: '\t' }

/** One step of evaluation takes about as long as fifty steps of a regular expression. */
function zoekwerk(maten: Maat[], patroon: Letterlijk, metVlaggen = false): number {
  const lengte = maten[0]?.n ?? 1
  // With the flag "m" a pattern that starts with ^ begins anew on every line.
  const uitkomst = werkVanPatroon(metVlaggen ? `(?:${patroon.tekst})` : patroon.tekst, lengte)
  if ('reden' in uitkomst) return patroon.fout(uitkomst.reden)
  return uitkomst.werk / 50
}

function kwadratisch(maten: Maat[], letterlijk: (plek: number) => Letterlijk): Uitkomst {
  const uitkomst = LIJST(maten, letterlijk)
  return { ...uitkomst, stappen: (uitkomst.maat.lengte * uitkomst.maat.n) / 20 }
}

function zelfde(functie: Functie, namen: readonly string[]): Record<string, Functie> {
  return Object.fromEntries(namen.map((naam) => [naam, functie]))
}
