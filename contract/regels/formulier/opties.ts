import type { z } from 'zod'
import type { Formulierdefinitie, Optie, Opties } from '../../formulieren.ts'
import type { Rekenblad } from './expressies.ts'

/** What can be chosen now. */
export function optiesVan(def: Formulierdefinitie, opties: z.infer<typeof Opties>, blad: Rekenblad): Optie[] {
  if (Array.isArray(opties)) return opties
  if (typeof opties === 'string') return alsOpties(blad.reken(opties, []))
  const lijst = def.lijsten?.[opties.lijst] ?? []
  const alleen = opties.alleen ? blad.reken(opties.alleen, null) : null
  if (!Array.isArray(alleen)) return lijst
  return alleen.flatMap((code) => lijst.find(({ waarde }) => waarde === code) ?? [])
}

/** An expression may give options, or just their values. */
function alsOpties(gegeven: unknown): Optie[] {
  if (!Array.isArray(gegeven)) return []
  return gegeven.flatMap((deel: unknown) => {
    if (typeof deel === 'string' && deel !== '') return [{ waarde: deel, label: deel }]
    if (typeof deel !== 'object' || deel === null || !('waarde' in deel) || !('label' in deel)) return []
    const { waarde, label } = deel
    return typeof waarde === 'string' && typeof label === 'string' ? [{ waarde, label }] : []
  })
}
