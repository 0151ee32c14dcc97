/** What is found in a decision table: where, what, and what to do about it. A `fout` stops publishing. */
export type Bevinding = {
  ernst: 'fout' | 'let-op'
  code: Bevindingcode
  beslissing: string
  /** As people count them, from 1. */
  regel?: number
  /** The cell or column; `plek` counts from 0 among the columns of its kind. */
  kolom?: { soort: 'invoer' | 'uitkomst'; plek: number; label: string }
  melding: string
  raad: string
}

export type Bevindingcode =
  | 'niet-ondersteund'
  | 'verwijzing'
  | 'kringloop'
  | 'naam'
  | 'cel'
  | 'soort'
  | 'waarde'
  | 'overlap'
  | 'gat'
  | 'onbereikbaar'
  | 'te-groot'
