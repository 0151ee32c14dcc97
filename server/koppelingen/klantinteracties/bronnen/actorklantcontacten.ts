import { sql } from 'kysely'
import { newId } from '#server/platform/ids.ts'
import { type Bron, idIn, type Schrijfvraag, verwijzing, type Weergave } from '../bron.ts'
import { vanRondom } from '../fouten.ts'
import { eisBestaat } from '../object.ts'
import { bronVan } from './index.ts'
import { partijIdsVanContact } from './partijIdsIn.ts'
import * as store from './store.ts'
import { magContact } from './zicht.ts'

/**
 * Who of us had part in a contact: what other software linked, and who wrote it down here. The latter has the id of
 * the contact itself: there is one of each.
 */
const alle = sql`(
  select id, actor_id, klantcontact_id from ki_actor_klantcontact
  union all
  select k.id, k.medewerker_id, k.id from klantcontact k join medewerker m on m.id = k.medewerker_id) t`

export const actorklantcontacten: Bron = {
  pad: 'actorklantcontacten',
  onderdeel: 'actoren',
  schema: 'ActorKlantcontact',
  tabel: alle,
  zichtbaar: (vraag) => magContact(vraag, sql`t.klantcontact_id`),
  filters: (zoek) => [
    ...zoek.verwijst('actor', (id) => sql`t.actor_id = ${id}::uuid`),
    ...zoek.verwijst('klantcontact', (id) => sql`t.klantcontact_id = ${id}::uuid`),
  ],
  async laad(vraag, ids) {
    const { rows } = await sql<{ id: string; actor_id: string; klantcontact_id: string }>`
      select * from ${alle} where t.id = any (${[...ids]}::uuid[])`.execute(vraag.ctx.db)
    return new Map(
      rows.map((row) => [
        row.id,
        {
          ...verwijzing(vraag, 'actorklantcontacten', row.id),
          actor: verwijzing(vraag, 'actoren', row.actor_id),
          klantcontact: verwijzing(vraag, 'klantcontacten', row.klantcontact_id),
        },
      ]),
    )
  },
  partijen: partijIdsVanContact('klantcontact'),
  maak: (vraag, body) => bewaar(vraag, newId(), body),
  async wijzig(vraag, id, anders, was) {
    eisVanBuiten(id, was)
    await bewaar(vraag, id, { ...was, ...anders })
  },
  async verwijder({ w }, id, was) {
    eisVanBuiten(id, was)
    await store.deleteRow(w.tx, 'ki_actor_klantcontact', id)
  },
}

async function bewaar(vraag: Schrijfvraag, id: string, body: Weergave): Promise<string> {
  const actorId = idIn(body, 'actor') ?? ''
  const klantcontactId = idIn(body, 'klantcontact') ?? ''
  await eisBestaat(vraag, bronVan('actoren'), 'actor', actorId)
  await eisBestaat(vraag, bronVan('klantcontacten'), 'klantcontact', klantcontactId)
  const { rows } = await sql`
    select from klantcontact where id = ${klantcontactId} and medewerker_id = ${actorId}`.execute(vraag.w.tx)
  if (rows.length > 0) throw store.dubbelPaar()
  await store.saveActorKlantcontact(vraag.w.tx, { id, actor_id: actorId, klantcontact_id: klantcontactId })
  return id
}

function eisVanBuiten(id: string, was: Weergave): void {
  if (idIn(was, 'klantcontact') === id) throw vanRondom()
}
