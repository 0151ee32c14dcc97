import { type RawBuilder, sql } from 'kysely'
import {
  bewaarOnderwerpobject,
  type OnderwerpobjectVanBuiten,
  verwijderOnderwerpobject,
} from '#server/klantcontacten/vanBuiten/index.ts'
import { verwijderDigitaalAdres } from '#server/relaties/vanBuiten/index.ts'
import {
  type Bron,
  idIn,
  type Schrijfvraag,
  type Voorwaarde,
  verwijzing,
  verwijzingOf,
  type Weergave,
} from '../bron.ts'
import { isUuid } from '../controleer.ts'
import { eisBestaat, haal, verwijderObject } from '../object.ts'
import { bronVan } from './index.ts'
import { partijIdsVanContact } from './partijIdsIn.ts'
import { legeCodes, magContact, toonCodes } from './zicht.ts'

type Rij = {
  id: string
  klantcontact_id: string | null
  was_klantcontact_id: string | null
  object_id: string
  code_objecttype: string
  code_register: string
  code_soort_object_id: string
}

/** What stands here of our own kinds has the codes by which others can find it. */
const code = (alias: RawBuilder<unknown>, kolom: string, eigen: RawBuilder<unknown>) => sql`
  case when ${alias}.soort in ('extern', 'klantcontact') or ${alias}.${sql.ref(kolom)} <> ''
    then ${alias}.${sql.ref(kolom)} else ${eigen} end`
const objecttype = (o: RawBuilder<unknown>) => code(o, 'code_objecttype', sql`${o}.soort`)
const register = (o: RawBuilder<unknown>) => code(o, 'code_register', sql`'rondom'`)
const soortObjectId = (o: RawBuilder<unknown>) => code(o, 'code_soort_object_id', sql`'uuid'`)
const wasContact = (o: RawBuilder<unknown>) => sql`
  case when ${o}.soort = 'klantcontact' and ${o}.was_klantcontact_id is null then ${o}.object_id::uuid
    else ${o}.was_klantcontact_id end`

/** The filters on what a contact was about. */
export const onderwerpcodes = (o: RawBuilder<unknown>, voor: string): Record<string, (x: string) => Voorwaarde> => ({
  [`${voor}CodeObjecttype`]: (x) => sql`${objecttype(o)} = ${x}`,
  [`${voor}CodeRegister`]: (x) => sql`${register(o)} = ${x}`,
  [`${voor}CodeSoortObjectId`]: (x) => sql`${soortObjectId(o)} = ${x}`,
  [`${voor}ObjectId`]: (x) => sql`(${o}.object_id = ${x} and ${o}.soort <> 'klantcontact')`,
})

const t = sql`t`

/** What a contact was about: a zaak, a dwelling, an earlier contact, or a thing of other software. */
export const onderwerpobjecten: Bron = {
  pad: 'onderwerpobjecten',
  onderdeel: 'klantcontacten',
  schema: 'Onderwerpobject',
  tabel: sql`onderwerpobject t`,
  zichtbaar: (vraag) => [...magContact(vraag, sql`t.klantcontact_id`), ...magContact(vraag, wasContact(t))],
  filters: (zoek) => [
    ...zoek.filter(onderwerpcodes(t, 'onderwerpobjectidentificator')),
    ...zoek.verwijst('klantcontact', (id) => sql`t.klantcontact_id = ${id}::uuid`),
    ...zoek.verwijst('wasKlantcontact', (id) => sql`${wasContact(t)} = ${id}::uuid`),
  ],
  async laad(vraag, ids) {
    const { rows } = await sql<Rij>`
      select t.id, t.klantcontact_id, ${wasContact(t)} as was_klantcontact_id,
        case when t.soort = 'klantcontact' then '' else t.object_id end as object_id, ${objecttype(t)} as code_objecttype,
        ${register(t)} as code_register, ${soortObjectId(t)} as code_soort_object_id
      from onderwerpobject t where t.id = any (${[...ids]}::uuid[])`.execute(vraag.ctx.db)
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
  verwijderMet: verwijderMetContacten,
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

/**
 * A zaak that is destroyed takes along the contacts that were about nothing else, and what was given there to reach
 * somebody who is not a klant of ours (Archiefwet: what must go, goes altogether).
 */
async function verwijderMetContacten(vraag: Schrijfvraag, was: Weergave): Promise<Weergave> {
  const contacten = [idIn(was, 'klantcontact'), idIn(was, 'wasKlantcontact')].filter((id) => typeof id === 'string')
  await verwijderObject(vraag, onderwerpobjecten, was)
  const behouden: string[] = []
  for (const id of new Set(contacten)) {
    const { rows } = await sql`
      select from onderwerpobject t where t.klantcontact_id = ${id} or ${wasContact(t)} = ${id}::uuid limit 1`.execute(
      vraag.w.tx,
    )
    if (rows.length > 0) behouden.push(verwijzing(vraag, 'klantcontacten', id).url)
    else {
      const los = await sql<{ id: string }>`
        select d.id from digitaal_adres d join betrokkene b on b.id = d.betrokkene_id
        where b.klantcontact_id = ${id} and d.partij_id is null`.execute(vraag.w.tx)
      for (const adres of los.rows) await verwijderDigitaalAdres(vraag.w, adres.id)
      const bron = bronVan('klantcontacten')
      await verwijderObject(vraag, bron, await haal(vraag, bron, id))
    }
  }
  return { behouden }
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
