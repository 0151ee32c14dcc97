import type { Antwoordbestand } from '#contract/formulieren.ts'
import type { Formuliercontext, GetoondVeld } from '#contract/regels/formulier/toonFormulier.ts'

/** Sends one file to where attachments are kept, and tells its id. */
export type LaadOp = (bestand: File) => Promise<Antwoordbestand>

/** What one field on screen gets; the field narrows `getoond.veld` to its own kind. */
export type VeldProps = {
  getoond: GetoondVeld
  /** Of the control, or of the first one of a group: where a link of the summary leads. */
  id: string
  fout: string | undefined
  onWijzig: (waarde: unknown) => void
  /** For what comes later, such as a file that was sent: works on the answer as it is by then. */
  pasAan: (werk: (nu: unknown) => unknown) => void
  /** Whose homes are offered first. */
  partijId: string | undefined
  context: Formuliercontext
  laadOp: LaadOp | undefined
}

/** What Mantine's inputs share: label, explanation and error, tied to the control for screen readers. */
export function invoerVan({ getoond: { veld, verplicht }, id, fout }: VeldProps) {
  return {
    id,
    name: veld.naam,
    label: veld.label,
    description: veld.uitleg,
    error: fout,
    required: verplicht,
    autoComplete: 'off',
  }
}

export function alsTekst(waarde: unknown): string {
  return typeof waarde === 'string' ? waarde : ''
}
