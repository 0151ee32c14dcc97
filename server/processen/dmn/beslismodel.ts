/** What Rondom keeps of a DMN file: its decisions, what they need, and their tables. */
export type Beslismodel = {
  id: string
  naam: string
  invoer: Map<string, Invoer>
  beslissingen: Map<string, Beslissing>
  /** What the file holds that Rondom cannot run; each is refused when the process is published. */
  vreemd: { id: string; naam: string; soort: string }[]
}

/** A value that comes from outside; `naam` is what expressions call it. */
export type Invoer = { id: string; naam: string; soort: Soort }

export type Beslissing = {
  id: string
  naam: string
  /** What expressions of other decisions call its outcome. */
  variabele: string
  vraag: string
  toelichting: string
  soort: Soort
  /** The ids of what it needs. */
  beslissingen: string[]
  invoer: string[]
  logica: Tabel | Formule
}

export type Formule = { vorm: 'formule'; tekst: string }

export type Tabel = {
  vorm: 'tabel'
  trefbeleid: Trefbeleid
  kolommen: Kolom[]
  uitkomsten: Uitkomstkolom[]
  opmerkingen: string[]
  regels: Regel[]
}

export type Kolom = { id: string; label: string; expressie: string; soort: Soort }
export type Uitkomstkolom = { id: string; naam: string; label: string; soort: Soort; standaard: string }
/** A rule has a number as people count them, from 1; `plekken` are the ids of its cells, '' where the file gives none. */
export type Regel = {
  id: string
  nummer: number
  cellen: string[]
  uitkomsten: string[]
  opmerking: string
  plekken: { invoer: string[]; uitkomst: string[] }
}

/** DMN 1.3 §8.2.10: how many rules may fit, and what becomes of their outcomes. */
export const TREFBELEID = ['U', 'A', 'P', 'F', 'C', 'C+', 'C<', 'C>', 'C#', 'R', 'O'] as const
export type Trefbeleid = (typeof TREFBELEID)[number]

export type Grondsoort =
  | 'string'
  | 'number'
  | 'boolean'
  | 'date'
  | 'time'
  | 'dateTime'
  | 'dayTimeDuration'
  | 'yearMonthDuration'
  | 'Any'

/** The type of a value: a FEEL type or a list of it, with the allowed values as a unary test ('' allows all). */
export type Soort = { grond: Grondsoort; lijst: boolean; toegestaan: string }
