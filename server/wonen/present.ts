import { formatAdres } from '#contract/regels/adresweergave.ts'
import { rolNaam } from '#contract/relatiecodes.ts'
import type { EenheidKort, WoningVan } from '#contract/wonen.ts'
import type { EenheidRow, OvereenkomstRow } from './tables.ts'
import type { Woning } from './wonenVan.ts'

export function presentEenheidKort(row: EenheidRow): EenheidKort {
  return { id: row.id, code: row.code, soort: row.soort, status: row.status, weergave: adresVan(row) }
}

export function adresVan(row: EenheidRow): string {
  return formatAdres({ ...row, straat: row.straatnaam })
}

export function presentOvereenkomst(row: OvereenkomstRow) {
  return {
    id: row.id,
    nummer: row.nummer,
    soort: row.soort,
    status: row.status,
    begindatum: row.begindatum,
    einddatum: row.einddatum,
    brutohuurCent: row.brutohuur_cent,
    betaalwijze: row.betaalwijze,
    bijgewerktOp: row.bijgewerkt_op.toISOString(),
  }
}

export function presentWoning({ overeenkomst, eenheid, complex, rol, viaPartijId, actueel }: Woning): WoningVan {
  return {
    overeenkomst: presentOvereenkomst(overeenkomst),
    eenheid: eenheid ? presentEenheidKort(eenheid) : null,
    complex: complex ? { id: complex.id, naam: complex.naam } : null,
    rol,
    rolNaam: rolNaam(rol),
    viaPartijId,
    actueel,
  }
}
