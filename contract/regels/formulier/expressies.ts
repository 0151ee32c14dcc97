import type { Formulierdefinitie, Veld } from '../../formulieren.ts'
import { evalFeel, FeelError, type FeelOpties, feelDatum, naarFeel } from '../feel/feel.ts'
import type { IsVrij } from '../werkdagen.ts'

/** What a form knows besides its answers: the clock, free days, and the data of the process under their names. */
export type Formuliercontext = { nu: Date; isVrij?: IsVrij; gegevens?: Record<string, unknown> }

/** The expressions of one form, over the answers as far as they are known. */
export type Rekenblad = {
  /** From now on expressions know this answer. */
  noteer: (veld: Veld, waarde: unknown) => void
  /** The value of an expression; `anders` when it cannot be worked out: that was reported when it was published. */
  reken: (expressie: string, anders: unknown) => unknown
}

export function maakRekenblad(def: Formulierdefinitie, context: Formuliercontext): Rekenblad {
  const opties: FeelOpties = {
    nu: context.nu,
    ...(context.isVrij ? { isVrij: context.isVrij } : {}),
    // Answers have their types by their fields; a text that looks like a date stays text.
    herkenDatums: false,
  }
  const bekend: Record<string, unknown> = {
    ...Object.fromEntries(
      Object.entries(context.gegevens ?? {}).map(([naam, waarde]) => [naam, naarFeel(waarde, true)]),
    ),
    ...def.gegevens,
    ...Object.fromEntries(def.velden.filter(({ soort }) => soort !== 'informatie').map(({ naam }) => [naam, null])),
  }
  return {
    noteer: (veld, waarde) => {
      bekend[veld.naam] = veld.soort === 'datum' && typeof waarde === 'string' ? (feelDatum(waarde) ?? null) : waarde
    },
    reken: (expressie, anders) => {
      try {
        return evalFeel(expressie, bekend, opties)
      } catch (error) {
        if (error instanceof FeelError) return anders
        throw error
      }
    },
  }
}
