import { isGewoonObject } from './waarden.ts'

/**
 * How large a value can be at most, without having it: `n` counts characters and elements, `lengte` the elements when it
 * is a list. `deel` is the largest of its elements, `veld` of its entries under a name.
 */
export type Maat = {
  n: number
  lengte: number
  deel: () => Maat
  veld: (naam: string) => Maat
  /** The whole numbers between which it lies, when that is known. */
  getal?: readonly [min: number, max: number]
  tekst?: true
}

/** The measure of values that are there: one of these it will be. */
export function maatVan(waarden: readonly unknown[], grens: number): Maat {
  const lijsten = waarden.filter((waarde) => Array.isArray(waarde))
  const elementen = () => lijsten.flat()
  const getallen = waarden.filter((waarde) => Number.isSafeInteger(waarde)) as number[]
  return {
    n: Math.max(1, ...waarden.map((waarde) => tel(waarde, grens))),
    lengte: Math.max(1, ...lijsten.map((lijst) => lijst.length)),
    deel: () => (lijsten.length ? maatVan(elementen(), grens) : maatVan(waarden, grens)),
    veld: (naam) => veldVan(waarden, naam, grens),
    ...(getallen.length === waarden.length && getallen.length
      ? { getal: [Math.min(...getallen), Math.max(...getallen)] as const }
      : {}),
    ...(waarden.every((waarde) => typeof waarde === 'string') ? { tekst: true as const } : {}),
  }
}

/** A value of which no more is known than its size. */
export function hoogstens(n: number, lengte = n): Maat {
  const maat: Maat = { n, lengte, deel: () => maat, veld: () => maat }
  return maat
}

export function getalTussen(min: number, max: number): Maat {
  return { ...hoogstens(1), getal: [min, max] }
}

export function lijstVan(delen: readonly Maat[]): Maat {
  return lijst(delen.length, samen(delen), 1 + som(delen))
}

export function lijst(lengte: number, deel: Maat, n = 1 + lengte * deel.n): Maat {
  // A path on a list is taken on each of its elements.
  return { n, lengte, deel: () => deel, veld: (naam) => lijst(lengte, deel.veld(naam)) }
}

/** One of these, unknown which. */
export function samen(maten: readonly Maat[]): Maat {
  const [eerste] = maten
  if (!eerste) return hoogstens(1)
  if (maten.length === 1) return eerste
  const getallen = maten.map((maat) => maat.getal)
  const bekend = getallen.every((getal) => getal !== undefined)
  return {
    n: Math.max(...maten.map((maat) => maat.n)),
    lengte: Math.max(...maten.map((maat) => maat.lengte)),
    deel: () => samen(maten.map((maat) => maat.deel())),
    veld: (naam) => samen(maten.map((maat) => maat.veld(naam))),
    ...(bekend
      ? { getal: [Math.min(...getallen.map((g) => g[0])), Math.max(...getallen.map((g) => g[1]))] as const }
      : {}),
    ...(maten.every((maat) => maat.tekst) ? { tekst: true as const } : {}),
  }
}

export function som(maten: readonly Maat[]): number {
  return maten.reduce((totaal, maat) => totaal + maat.n, 0)
}

function veldVan(waarden: readonly unknown[], naam: string, grens: number): Maat {
  const lijsten = waarden.filter((waarde) => Array.isArray(waarde))
  if (lijsten.length) {
    const langste = Math.max(...lijsten.map((lijst) => lijst.length))
    return lijst(langste, veldVan(lijsten.flat(), naam, grens))
  }
  return maatVan(
    waarden.map((waarde) => (isGewoonObject(waarde) ? waarde[naam] : undefined)),
    grens,
  )
}

/** Characters and elements of a value; stops counting above `grens`. */
function tel(waarde: unknown, grens: number): number {
  if (typeof waarde === 'string') return waarde.length + 1
  if (typeof waarde !== 'object' || waarde === null) return 1
  const delen = Array.isArray(waarde) ? waarde : isGewoonObject(waarde) ? Object.entries(waarde).flat() : []
  let totaal = 1
  for (const deel of delen) {
    totaal += tel(deel, grens - totaal)
    if (totaal > grens) break
  }
  return totaal
}
