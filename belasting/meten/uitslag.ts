import { percentiel } from './meet.ts'

/** One line of the table. */
export type Regel = {
  naam: string
  n: number
  eenheid: 'ms' | 'MB' | 'kB' | 's'
  p50: number
  p95?: number
  p99?: number
  perSeconde?: number
  doel?: number
  /** Anything that the figures alone would hide, such as how often what was looked for was found. */
  opmerking?: string
}

export function regelVan(
  naam: string,
  uitslag: { ms: readonly number[]; seconden?: number },
  extra: { doel?: number; opmerking?: string } = {},
): Regel {
  const { ms, seconden } = uitslag
  return {
    naam,
    n: ms.length,
    eenheid: 'ms',
    p50: percentiel(ms, 0.5),
    p95: percentiel(ms, 0.95),
    p99: percentiel(ms, 0.99),
    ...(seconden && { perSeconde: ms.length / seconden }),
    ...extra,
  }
}

/** The goal is set on p95 where there is one, otherwise on the figure itself. */
export const gehaald = ({ doel, p50, p95 }: Regel) => (doel === undefined ? undefined : (p95 ?? p50) <= doel)
