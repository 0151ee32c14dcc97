import { type Actor, isAfgeschermd, mag } from '#server/platform/http/context.ts'
import { magZaakZien, type ZaakRow } from '#server/zaken/index.ts'
import type { BerichtRow } from '../tables.ts'

type Row = Pick<BerichtRow, 'id' | 'vertrouwelijk' | 'aangemaakt_door' | 'zaak_id'>

/** Who may see the zaak sees its messages; one without a zaak is as a contact: a confidential one for few. */
export function magBerichtZien(actor: Actor, bericht: Row, zaak: ZaakRow | undefined): boolean {
  if (!mag(actor, 'klantcontact.lezen') || isAfgeschermd(actor, bericht.id)) return false
  if (bericht.zaak_id !== null) return zaak !== undefined && magZaakZien(actor, zaak)
  return (
    !bericht.vertrouwelijk || mag(actor, 'klantcontact.vertrouwelijk') || bericht.aangemaakt_door === actor.medewerkerId
  )
}
