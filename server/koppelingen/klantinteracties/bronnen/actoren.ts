import { sql } from 'kysely'
import { findMedewerkerByEmail } from '#server/beheer/index.ts'
import { newId } from '#server/platform/ids.ts'
import { type Bron, type Schrijfvraag, tekstIn, type Vraag, verwijzing, type Weergave } from '../bron.ts'
import { vanRondom } from '../fouten.ts'
import type { KiActorRow } from '../tables.ts'
import * as store from './store.ts'
import { legeCodes, toonCodes, vierCodes } from './zicht.ts'

type Rij = KiActorRow & { van: 'medewerker' | 'team' | 'extern' }

/** Our own medewerkers and teams, and what other software added. */
const alle = sql`(
  select id, naam, 'medewerker' as soort, actief, email as object_id, 'mdw' as code_objecttype, 'rondom' as code_register,
    'email' as code_soort_object_id, jsonb_build_object('functie', functie, 'emailadres', email,
      'telefoonnummer', coalesce(telefoon, '')) as identificatie, id as medewerker_id, null::uuid as team_id, 'medewerker' as van
  from medewerker
  union all
  select id, naam, 'organisatorische_eenheid', actief, code, 'team', 'rondom', 'code',
    jsonb_build_object('omschrijving', left(omschrijving, 200)), null, id, 'team'
  from team
  union all
  select id, naam, soort, actief, object_id, code_objecttype, code_register, code_soort_object_id, identificatie,
    medewerker_id, team_id, 'extern'
  from ki_actor) t`

export const actoren: Bron = {
  pad: 'actoren',
  onderdeel: 'actoren',
  schema: 'Actor',
  tabel: alle,
  zichtbaar: () => [],
  filters: (zoek) =>
    zoek.filter({
      ...vierCodes(sql`t`, 'actoridentificator'),
      naam: (x) => sql`t.naam = ${x}`,
      soortActor: (x) => sql`t.soort = ${x}`,
      indicatieActief: (x) => sql`t.actief = ${x}::boolean`,
    }),
  laad: laadActoren,
  groepen: { actoridentificator: legeCodes },
  partijen: async () => [],
  maak: (vraag, body) => bewaar(vraag, newId(), body),
  async wijzig(vraag, id, anders, was) {
    await eisVanBuiten(vraag, id)
    const identificatie =
      anders['soortActor'] === undefined
        ? { ...(was['actorIdentificatie'] as object), ...(anders['actorIdentificatie'] as object) }
        : (anders['actorIdentificatie'] ?? {})
    await bewaar(vraag, id, { ...was, ...anders, actorIdentificatie: identificatie })
  },
  async verwijder(vraag, id) {
    await eisVanBuiten(vraag, id)
    await store.deleteActor(vraag.w.tx, id)
  },
}

export async function laadActoren(vraag: Vraag, ids: readonly string[]): Promise<Map<string, Weergave>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<Rij>`select * from ${alle} where t.id = any (${[...new Set(ids)]}::uuid[])`.execute(
    vraag.ctx.db,
  )
  return new Map(
    rows.map((row) => [
      row.id,
      {
        ...verwijzing(vraag, 'actoren', row.id),
        naam: row.naam.slice(0, 200),
        soortActor: row.soort,
        indicatieActief: row.actief,
        actoridentificator: toonCodes({ ...row, object_id: row.object_id.slice(0, 200) }),
        ...identificatieVan(row),
      },
    ]),
  )
}

/** The standard wants a function and a dialable number of a medewerker; who has none is shown without these. */
function identificatieVan({ soort, identificatie }: Rij): Weergave {
  const tekst = (veld: string) => (typeof identificatie[veld] === 'string' ? (identificatie[veld] as string) : '')
  if (soort === 'geautomatiseerde_actor')
    return tekst('functie')
      ? { actorIdentificatie: { functie: tekst('functie'), omschrijving: tekst('omschrijving') } }
      : {}
  const nummer = tekst('telefoonnummer').replace(/[\s()-]/g, '')
  const telefoonnummer = /^(0[1-9][0-9]{8}|\+[0-9]{9,15}|00[0-9]{7,13})$/.test(nummer) ? nummer : ''
  const emailadres = tekst('emailadres')
  if (soort === 'medewerker') {
    if (!telefoonnummer || !tekst('functie')) return {}
    return {
      actorIdentificatie: { functie: tekst('functie').slice(0, 40), telefoonnummer, ...(emailadres && { emailadres }) },
    }
  }
  return {
    actorIdentificatie: {
      omschrijving: tekst('omschrijving'),
      faxnummer: tekst('faxnummer'),
      ...(telefoonnummer && { telefoonnummer }),
      ...(emailadres && { emailadres }),
    },
  }
}

async function bewaar(vraag: Schrijfvraag, id: string, body: Weergave): Promise<string> {
  const codes = { ...legeCodes, ...(body['actoridentificator'] as object) } as typeof legeCodes
  const soort = body['soortActor'] as KiActorRow['soort']
  const identificatie = (body['actorIdentificatie'] ?? {}) as Record<string, unknown>
  const naam = tekstIn(body, 'naam')
  await store.saveActor(vraag.w.tx, {
    id,
    naam,
    soort,
    actief: body['indicatieActief'] !== false,
    object_id: codes.objectId,
    code_objecttype: codes.codeObjecttype,
    code_register: codes.codeRegister,
    code_soort_object_id: codes.codeSoortObjectId,
    identificatie,
    ...(await wieIsDat(vraag, soort, [codes.objectId, String(identificatie['emailadres'] ?? ''), naam])),
  })
  return id
}

/** A colleague or team of ours, when one of these is its e-mail address, code or name: then the work goes there. */
async function wieIsDat(vraag: Schrijfvraag, soort: KiActorRow['soort'], kenmerken: readonly string[]) {
  const gegeven = kenmerken.map((each) => each.trim()).filter(Boolean)
  if (soort === 'medewerker') {
    for (const each of gegeven) {
      const medewerker = await findMedewerkerByEmail(vraag.ctx.db, each)
      if (medewerker?.actief) return { medewerker_id: medewerker.id, team_id: null }
    }
    return { medewerker_id: null, team_id: null }
  }
  const klein = gegeven.map((each) => each.toLowerCase())
  const { rows } = await sql<{ id: string }>`
    select id from team where actief and (lower(code) = any (${klein}::text[]) or lower(naam) = any (${klein}::text[])
      or id::text = any (${klein}::text[])) order by id limit 1`.execute(vraag.w.tx)
  return { medewerker_id: null, team_id: rows[0]?.id ?? null }
}

async function eisVanBuiten(vraag: Schrijfvraag, id: string): Promise<void> {
  const { rows } = await sql`select from ki_actor where id = ${id}`.execute(vraag.w.tx)
  if (rows.length === 0) throw vanRondom()
}
