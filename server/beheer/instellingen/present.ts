import type { IngesteldeWaarde, Instellingsleutel } from '#contract/beheer/instellingen.ts'
import type { InstellingRow } from './store.ts'
import { waardeOf } from './waarden.ts'

export function presentInstelling(sleutel: Instellingsleutel, row: InstellingRow | undefined): IngesteldeWaarde {
  return {
    sleutel,
    waarde: waardeOf(sleutel, row?.waarde),
    isStandaard: row === undefined || row.waarde === null,
    versie: row?.versie ?? 0,
    gewijzigdOp: row?.gewijzigd_op.toISOString() ?? null,
  }
}
