import { type RawBuilder, sql } from 'kysely'
import { bekendAan } from '#server/platform/http/bekendAan.ts'
import { type Actor, mag } from '#server/platform/http/context.ts'

/** The rule of `magZaakZien`, in a query on the table `zaak`. */
export function zichtbaarVoor(actor: Actor): RawBuilder<boolean> {
  if (!mag(actor, 'zaak.lezen')) return sql<boolean>`false`
  const bekend = bekendAan(actor, 'zaak.id')
  if (mag(actor, 'zaak.vertrouwelijk')) return bekend
  const ik = actor.medewerkerId
  return sql<boolean>`(${bekend} and (not zaak.vertrouwelijk or zaak.behandelaar_id = ${ik}::uuid
    or zaak.geopend_door = ${ik}::uuid or zaak.team_id = any(${[...actor.teamIds]}::uuid[])))`
}
