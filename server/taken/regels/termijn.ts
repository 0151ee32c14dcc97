import { type IsVrij, klok } from '#contract/regels/werkdagen.ts'
import type { TaakRij } from '#contract/taken.ts'
import type { TaakRow } from '../tables.ts'
import { isGesloten } from './overgangen.ts'

const namen = { 'te laat': 'te-laat', vandaag: 'vandaag', 'op tijd': 'op-tijd' } as const

/** How the deadline stands on this day; nothing for a taak that is closed or has none. */
export function termijnVan(
  { deadline, status }: Pick<TaakRow, 'deadline' | 'status'>,
  vandaag: string,
  isVrij: IsVrij,
): Pick<TaakRij, 'termijn' | 'werkdagenOver'> {
  if (deadline === null || isGesloten(status)) return { termijn: null, werkdagenOver: null }
  const stand = klok(deadline, vandaag, isVrij)
  return {
    termijn: namen[stand.status],
    // -0 is not the same as 0 on the wire.
    werkdagenOver: stand.status === 'te laat' ? -stand.werkdagen || 0 : stand.werkdagen,
  }
}
