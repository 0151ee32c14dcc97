import { sql } from 'kysely'
import {
  bewaarOnderwerpobject,
  type OnderwerpobjectVanBuiten,
  verwijderOnderwerpobject,
} from '#server/klantcontacten/vanBuiten/index.ts'
import { type Bron, idIn, type Schrijfvraag, verwijzing, verwijzingOf, type Weergave } from '../bron.ts'
import { isUuid } from '../controleer.ts'
import { eisBestaat } from '../object.ts'
import { bronVan } from './index.ts'
import { partijIdsVanContact } from './partijIdsIn.ts'
import { legeCodes, magContact, toonCodes, vierCodes } from './zicht.ts'

type Rij = {
  id: string
  klantcontact_id: string | null
  was_klantcontact_id: string | null
  object_id: string
  code_objecttype: string
  code_register: string
  code_soort_object_id: string
}

/** What stands here of our own kinds, with the codes that others can find it by. */
const metCodes = sql`(
  select id, klantcontact_id,
    case when soort = 'klantcontact' and was_klantcontact_id is null then object_id::uuid else was_klantcontact_id end
      as was_klantcontact_id,
    case when soort = 'klantcontact' then '' else object_id end as object_id,
    case when soort in ('extern', 'klantcontact') or code_objecttype <> '' then code_objecttype else soort end as code_objecttype,
    case when soort in ('extern', 'klantcontact') or code_register <> '' then code_register else 'rondom' end as code_register,
    case when soort in ('extern', 'klantcontact') or code_soort_object_id <> '' then code_soort_object_id else 'uuid' end
      as code_soort_object_id
  from onderwerpobject) t`

/** What a contact was about: a zaak, a dwelling, an earlier contact, or a thing of other software. */
export const onderwerpobjecten: Bron = {
  pad: 'onderwerpobjecten',
  onderdeel: 'klantcontacten',
  schema: 'Onderwerpobject',
  tabel: metCodes,
  zichtbaar: (vraag) => [
    ...magContact(vraag, sql`t.klantcontact_id`),
    ...magContact(vraag, sql`t.was_klantcontact_id`),
  ],
  filters: (zoek) => [
    ...zoek.filter(vierCodes(sql`t`, 'onderwerpobjectidentificator')),
    ...zoek.verwijst('klantcontact', (id) => sql`t.klantcontact_id = ${id}::uuid`),
    ...zoek.verwijst('wasKlantcontact', (id) => sql`t.was_klantcontact_id = ${id}::uuid`),
  ],
  async laad(vraag, ids) {
    const { rows } = await sql<Rij>`select * from ${metCodes} where t.id = any (${[...ids]}::uuid[])`.execute(
      vraag.ctx.db,
    )
    return new Map(
      rows.map((row) => [
        row.id,
        {
          ...verwijzing(vraag, 'onderwerpobjecten', row.id),
          klantcontact: verwijzingOf(vraag, 'klantcontacten', row.klantcontact_id),
          wasKlantcontact: verwijzingOf(vraag, 'klantcontacten', row.was_klantcontact_id),
          onderwerpobjectidentificator: toonCodes(row),
        },
      ]),
    )
  },
  groepen: { onderwerpobjectidentificator: legeCodes },
  partijen: partijIdsVanContact('klantcontact'),
  maak: (vraag, body) => bewaar(vraag, null, body),
  wijzig: async (vraag, id, anders, was) => {
    await bewaar(vraag, id, { ...was, ...anders })
  },
  verwijder: (vraag, id, was) => verwijderOnderwerpobject(vraag.w, id, idIn(was, 'klantcontact') ?? null),
}

async function bewaar(vraag: Schrijfvraag, id: string | null, body: Weergave): Promise<string> {
  const klantcontactId = idIn(body, 'klantcontact') ?? null
  const wasKlantcontactId = idIn(body, 'wasKlantcontact') ?? null
  await eisBestaat(vraag, bronVan('klantcontacten'), 'klantcontact', klantcontactId)
  await eisBestaat(vraag, bronVan('klantcontacten'), 'wasKlantcontact', wasKlantcontactId)
  const codes = { ...legeCodes, ...(body['onderwerpobjectidentificator'] as object) } as typeof legeCodes
  return await bewaarOnderwerpobject(vraag.w, id, {
    klantcontactId,
    wasKlantcontactId,
    ...(await eigenSoort(vraag, codes)),
    objectId: codes.objectId,
    codeObjecttype: codes.codeObjecttype,
    codeRegister: codes.codeRegister,
    codeSoortObjectId: codes.codeSoortObjectId,
  })
}

/** Dialects of other software for the same thing. */
const soorten: Record<string, 'zaak' | 'eenheid' | 'overeenkomst'> = {
  zaak: 'zaak',
  'zgw-zaak': 'zaak',
  eenheid: 'eenheid',
  overeenkomst: 'overeenkomst',
}

/** A thing that stands in Rondom itself shows with the contact in the werkplek. */
async function eigenSoort(
  vraag: Schrijfvraag,
  codes: typeof legeCodes,
): Promise<Pick<OnderwerpobjectVanBuiten, 'soort' | 'omschrijving'>> {
  const soort = soorten[codes.codeObjecttype.toLowerCase()]
  if (!soort || !isUuid(codes.objectId)) return { soort: 'extern', omschrijving: '' }
  const naam = { zaak: sql`nummer || ' · ' || zaaktype_naam`, eenheid: sql`nummer`, overeenkomst: sql`nummer` }[soort]
  const { rows } = await sql<{ naam: string | null }>`
    select (${naam})::text as naam from ${sql.table(soort)} where id = ${codes.objectId}`.execute(vraag.w.tx)
  return rows[0] ? { soort, omschrijving: rows[0].naam ?? '' } : { soort: 'extern', omschrijving: '' }
}
