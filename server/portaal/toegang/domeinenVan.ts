import { type Domein, domeinen } from '#contract/portaal/toegang.ts'
import type { VertegenwoordigingSoort } from '#contract/relatiecodes.ts'

/**
 * What somebody may do for another, when nothing else was agreed.
 * - A curator acts in everything (BW 1:381), a bewindvoerder in what concerns money and the contract (BW 1:441): what
 *   stays with the person himself is how he wants to be reached.
 * - A gemachtigde may do what is written down; without that only what binds nobody to pay or to leave.
 * - A budgetcoach and a begeleider help and do not decide (VERA RELATIEROLSOORT BUD, AMB).
 */
const standaard: Record<VertegenwoordigingSoort, readonly Domein[]> = {
  curator: domeinen,
  bewindvoerder: ['reparaties', 'huur', 'betalen', 'klachten', 'contact'],
  gemachtigde: ['reparaties', 'klachten', 'contact'],
  budgetcoach: ['betalen', 'contact'],
  begeleider: ['reparaties', 'contact'],
}

/** @param afgesproken what the mandate names; null: nothing was written down */
export function domeinenVan(soort: string, afgesproken: readonly string[] | null): ReadonlySet<Domein> {
  if (afgesproken) return new Set(domeinen.filter((domein) => afgesproken.includes(domein)))
  return new Set(soort in standaard ? standaard[soort as VertegenwoordigingSoort] : [])
}
