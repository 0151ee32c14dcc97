import { type RawBuilder, sql } from 'kysely'
import { bekendAan } from '#server/platform/http/bekendAan.ts'
import { type Actor, mag } from '#server/platform/http/context.ts'
import { zaakZichtbaarVoor } from '#server/zaken/index.ts'

/** The rule of `magBerichtZien`, in a query on the table `bericht`. */
export function zichtbaarVoor(actor: Actor): RawBuilder<boolean> {
  if (!mag(actor, 'klantcontact.lezen')) return sql<boolean>`false`
  const eigen = mag(actor, 'klantcontact.vertrouwelijk')
    ? sql`true`
    : sql`(not bericht.vertrouwelijk or bericht.aangemaakt_door = ${actor.medewerkerId}::uuid)`
  return sql<boolean>`(${bekendAan(actor, 'bericht.id')} and (bericht.zaak_id is null and ${eigen} or exists (
    select 1 from zaak where zaak.id = bericht.zaak_id and ${zaakZichtbaarVoor(actor)})))`
}
