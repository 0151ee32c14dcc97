import { type Actor, isAfgeschermd, mag } from '#server/platform/http/context.ts'
import type { ZaakRow } from '../tables.ts'

type Row = Pick<ZaakRow, 'id' | 'vertrouwelijk' | 'team_id' | 'behandelaar_id' | 'geopend_door'>

/**
 * Who may read zaken sees them, but never one that is about himself. A confidential one is for who handles it, for who
 * opened it, and for who may see all of those.
 */
export function magZaakZien(actor: Actor, zaak: Row): boolean {
  if (!mag(actor, 'zaak.lezen') || isAfgeschermd(actor, zaak.id)) return false
  return !zaak.vertrouwelijk || mag(actor, 'zaak.vertrouwelijk') || isBijHem(actor, zaak)
}

/** Working on it is for whoever sees it and may handle zaken. */
export function magZaakBehandelen(actor: Actor, zaak: Row): boolean {
  return mag(actor, 'zaak.behandelen') && magZaakZien(actor, zaak)
}

/** Making it confidential may be done by all who handle it; taking that away needs the right. */
export function magVertrouwelijkheid(actor: Actor, zaak: Row): boolean {
  return magZaakBehandelen(actor, zaak) && (!zaak.vertrouwelijk || mag(actor, 'zaak.vertrouwelijk'))
}

function isBijHem(actor: Actor, zaak: Row): boolean {
  return (
    zaak.behandelaar_id === actor.medewerkerId ||
    zaak.geopend_door === actor.medewerkerId ||
    (zaak.team_id !== null && actor.teamIds.includes(zaak.team_id))
  )
}
