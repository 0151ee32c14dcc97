import { type Agenda, maakVakmensen, type Vakman } from './agenda.ts'
import type { Bron } from './bron.ts'
import type { Opslag } from './opslag.ts'

/** What ails the proef-ERP at the moment, set by hand on the control page. */
export type Kwaal = { soort: 'plat' | 'storing' | 'traag' | 'onzin' | 'antwoord-kwijt'; tot: number; keren: number }

export type Omgeving = {
  opslag: Opslag
  bron: Bron
  vakmensen: Vakman[]
  nu(): Date
  /** How many times faster than the clock the work is done. */
  factor: number
  kwaal: Kwaal | undefined
  /** Moments taken away, per organisatie. */
  weg: Map<string, Set<string>>
}

export function maakOmgeving(deel: { opslag: Opslag; bron: Bron; ploegen: number; factor: number }): Omgeving {
  const { opslag, bron, ploegen, factor } = deel
  return {
    opslag,
    bron,
    factor,
    vakmensen: maakVakmensen(ploegen),
    nu: () => new Date(),
    kwaal: undefined,
    weg: new Map(),
  }
}

export function agendaVan({ opslag, vakmensen, weg, nu }: Omgeving, organisatie: string): Agenda {
  return { opslag, organisatie, vakmensen, weg: weg.get(organisatie) ?? new Set(), nu: nu() }
}
