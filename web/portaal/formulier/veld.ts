import type { Ref } from 'react'
import type { Antwoordbestand } from '#contract/formulieren.ts'
import type { GetoondVeld } from '#contract/regels/formulier/toonFormulier.ts'

/** Sends one file to where it is kept until the form is sent, and tells its id. */
export type LaadOp = (bestand: File) => Promise<Antwoordbestand>

/** A home that can be chosen: those of the customer himself. */
export type Woningkeuze = { id: string; adres: string }

/** What one field on screen gets; the field narrows `getoond.veld` to its own kind. */
export type VeldProps = {
  getoond: GetoondVeld
  /** Of the control, or of the first one of a group: where a link of the summary leads. */
  id: string
  fout: string | undefined
  /** It is the only question here: its label is the title of the page. */
  kop: Ref<HTMLHeadingElement> | undefined
  onWijzig: (waarde: unknown) => void
  /** For what comes later, such as a file that was sent: works on the answer as it is by then. */
  pasAan: (werk: (nu: unknown) => unknown) => void
  woningen: readonly Woningkeuze[]
  laadOp: LaadOp | undefined
}

/** What every kind has: label, explanation, error. */
export function deelVan({ getoond: { veld, verplicht }, id, fout, kop }: VeldProps) {
  return { id, label: veld.label, uitleg: veld.uitleg, fout, verplicht, kop }
}

export const alsTekst = (waarde: unknown): string => (typeof waarde === 'string' ? waarde : '')
