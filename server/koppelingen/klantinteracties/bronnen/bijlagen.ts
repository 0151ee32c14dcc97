import { sql } from 'kysely'
import { newId } from '#server/platform/ids.ts'
import { type Bron, idIn, type Schrijfvraag, verwijzing, verwijzingOf, type Weergave } from '../bron.ts'
import { vanRondom } from '../fouten.ts'
import { eisBestaat } from '../object.ts'
import { bronVan } from './index.ts'
import { partijIdsVanContact } from './partijIdsIn.ts'
import * as store from './store.ts'
import { legeCodes, magContact, toonCodes, vierCodes } from './zicht.ts'

type Rij = {
  id: string
  klantcontact_id: string | null
  object_id: string
  code_objecttype: string
  code_register: string
  code_soort_object_id: string
}

/** References to documents elsewhere, and the files that hang on a contact here; the standard carries no contents. */
const alle = sql`(
  select id, klantcontact_id, id::text as object_id, 'bijlage' as code_objecttype, 'rondom' as code_register,
    'uuid' as code_soort_object_id
  from bijlage where klaar and klantcontact_id is not null
  union all
  select id, klantcontact_id, object_id, code_objecttype, code_register, code_soort_object_id from ki_bijlage) t`

export const bijlagen: Bron = {
  pad: 'bijlagen',
  onderdeel: 'klantcontacten',
  schema: 'Bijlage',
  tabel: alle,
  zichtbaar: (vraag) => magContact(vraag, sql`t.klantcontact_id`),
  filters: (zoek) =>
    zoek.filter({
      ...vierCodes(sql`t`, 'bijlageidentificator'),
      klantcontact__uuid: (x) => sql`t.klantcontact_id = ${x}::uuid`,
    }),
  async laad(vraag, ids) {
    const { rows } = await sql<Rij>`select * from ${alle} where t.id = any (${[...ids]}::uuid[])`.execute(vraag.ctx.db)
    return new Map(
      rows.map((row) => [
        row.id,
        {
          ...verwijzing(vraag, 'bijlagen', row.id),
          wasBijlageVanKlantcontact: verwijzingOf(vraag, 'klantcontacten', row.klantcontact_id),
          bijlageidentificator: toonCodes(row),
        },
      ]),
    )
  },
  groepen: { bijlageidentificator: legeCodes },
  partijen: partijIdsVanContact('wasBijlageVanKlantcontact'),
  maak: (vraag, body) => bewaar(vraag, newId(), body),
  async wijzig(vraag, id, anders, was) {
    eisVanBuiten(id, was)
    await bewaar(vraag, id, { ...was, ...anders })
  },
  async verwijder({ w }, id, was) {
    eisVanBuiten(id, was)
    await store.deleteRow(w.tx, 'ki_bijlage', id)
  },
}

async function bewaar(vraag: Schrijfvraag, id: string, body: Weergave): Promise<string> {
  const klantcontactId = idIn(body, 'wasBijlageVanKlantcontact') ?? null
  await eisBestaat(vraag, bronVan('klantcontacten'), 'wasBijlageVanKlantcontact', klantcontactId)
  const codes = { ...legeCodes, ...(body['bijlageidentificator'] as object) } as typeof legeCodes
  await store.saveBijlage(vraag.w.tx, {
    id,
    klantcontact_id: klantcontactId,
    object_id: codes.objectId,
    code_objecttype: codes.codeObjecttype,
    code_register: codes.codeRegister,
    code_soort_object_id: codes.codeSoortObjectId,
  })
  return id
}

function eisVanBuiten(id: string, was: Weergave): void {
  const codes = was['bijlageidentificator'] as typeof legeCodes
  if (codes.codeRegister === 'rondom' && codes.objectId === id) throw vanRondom()
}
