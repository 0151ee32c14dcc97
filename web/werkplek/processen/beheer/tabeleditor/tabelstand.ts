import { lijst, type Moddle, tekstVan } from './moddle.ts'
import type { Weergave } from './modeler.ts'

export type Kolomstand = {
  id: string
  /** What stands above it; may be empty. */
  label: string
  /** Of an input: FEEL. Of an output: its name. */
  expressie: string
  soort: string
  /** The allowed values, as FEEL. */
  waarden: string
  /** Of an output: what it is when no rule fits. */
  standaard: string
}

export type Tabelstand = {
  /** `COLLECT SUM`, … */
  trefbeleid: string
  invoer: Kolomstand[]
  uitvoer: Kolomstand[]
  /** Ids of the rules, and of their cells. */
  regels: { id: string; cellen: string[] }[]
}

/** @returns undefined for what is no table */
export function leesTabelstand(weergave: Weergave): Tabelstand | undefined {
  const tabel = tabelVan(weergave)
  if (!tabel) return undefined
  return {
    trefbeleid: [tekstVan(tabel.get('hitPolicy')) || 'UNIQUE', tekstVan(tabel.get('aggregation'))].join(' ').trim(),
    invoer: lijst(tabel.get('input')).map((kolom) => {
      const expressie = kolom.get('inputExpression') as Moddle | undefined
      return {
        id: kolom.id ?? '',
        label: tekstVan(kolom.get('label')),
        expressie: tekstVan(expressie?.get('text')),
        soort: tekstVan(expressie?.get('typeRef')),
        waarden: binnen(kolom, 'inputValues'),
        standaard: '',
      }
    }),
    uitvoer: lijst(tabel.get('output')).map((kolom) => ({
      id: kolom.id ?? '',
      label: tekstVan(kolom.get('label')),
      expressie: tekstVan(kolom.get('name')),
      soort: tekstVan(kolom.get('typeRef')),
      waarden: binnen(kolom, 'outputValues'),
      standaard: binnen(kolom, 'defaultOutputEntry'),
    })),
    regels: lijst(tabel.get('rule')).map((regel) => ({
      id: regel.id ?? '',
      cellen: [...lijst(regel.get('inputEntry')), ...lijst(regel.get('outputEntry'))].map(({ id }) => id ?? ''),
    })),
  }
}

export function tabelVan(weergave: Weergave): Moddle | undefined {
  try {
    const wortel = weergave.get<{ getRoot(): { businessObject?: Moddle } }>('sheet').getRoot().businessObject
    return wortel?.$type === 'dmn:DecisionTable' ? wortel : undefined
  } catch {
    // The view of a single expression has no sheet.
    return undefined
  }
}

const binnen = (kolom: Moddle, naam: string) => tekstVan((kolom.get(naam) as Moddle | undefined)?.get('text'))
