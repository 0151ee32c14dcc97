import { sql } from 'kysely'
import { normalizeBsn, normalizeRsin } from '#contract/regels/kenmerken.ts'
import { getInstelling } from '#server/beheer/index.ts'
import { DomainError } from '#server/platform/errors.ts'
import { bewaarIdentificator, verwijderIdentificator, wisBsn, zetBsn } from '#server/relaties/vanBuiten/index.ts'
import {
  type Bron,
  idIn,
  mag,
  type Schrijfvraag,
  tekstIn,
  type Vraag,
  verwijzing,
  verwijzingOf,
  type Weergave,
} from '../bron.ts'
import { nietToegestaan, veldfout } from '../fouten.ts'
import { eisBestaat, haal, houdVast, toon } from '../object.ts'
import { bronVan } from './index.ts'
import { partijIdsIn } from './partijIdsIn.ts'
import { bsnRijen, vierCodes } from './zicht.ts'

type Rij = {
  id: string
  partij_id: string | null
  code_objecttype: string
  code_register: string
  code_soort_object_id: string
  object_id: string
  sub_identificator_van: string | null
}

/** Our own identificatoren and, for who may see them, the BSNs that stand in a table of their own. */
const alle = (vraag: Vraag) => sql`(
  select id, partij_id, code_objecttype, code_register, code_soort_object_id, object_id, sub_identificator_van
  from partij_identificator
  union all
  select id, partij_id, 'natuurlijk_persoon', 'brp', 'bsn', bsn, null from partij_bsn where ${bsnRijen(vraag)}) t`

const bekend = sql`t.code_register in ('brp', 'hr')
  and t.code_objecttype in ('natuurlijk_persoon', 'niet_natuurlijk_persoon', 'vestiging')
  and t.code_soort_object_id in ('bsn', 'vestigingsnummer', 'kvk_nummer', 'rsin')`

export const partijIdentificatoren: Bron = {
  pad: 'partij-identificatoren',
  onderdeel: 'partijen',
  schema: 'PartijIdentificator',
  tabel: sql`(
    select id, partij_id, code_objecttype, code_register, code_soort_object_id, object_id from partij_identificator
    union all
    select id, partij_id, 'natuurlijk_persoon', 'brp', 'bsn', bsn from partij_bsn) t`,
  zichtbaar: (vraag) => [bekend, sql`(t.code_soort_object_id <> 'bsn' or ${bsnRijen(vraag)})`],
  filters: (zoek) => [
    ...zoek.filter(vierCodes(sql`t`, 'partijIdentificator')),
    ...zoek.filter({
      anderePartijIdentificator: (x) => sql`exists (select from ki_aanvulling a
        where a.id = t.id and a.soort = 'partij-identificatoren' and a.gegevens -> 'anderePartijIdentificator' ->> 'gestuurd' = ${x})`,
    }),
  ],
  async laad(vraag, ids) {
    const { rows } = await sql<Rij>`
      select * from ${alle(vraag)} where t.id = any (${[...ids]}::uuid[])`.execute(vraag.ctx.db)
    return new Map(rows.map((row) => [row.id, weergave(vraag, row)]))
  },
  terug: ['anderePartijIdentificator'],
  partijen: partijIdsIn('identificeerdePartij'),
  maak: (vraag, body) => bewaar(vraag, null, body, undefined),
  async wijzig(vraag, id, anders, was) {
    await bewaar(vraag, id, { ...was, ...anders }, was)
  },
  async verwijder(vraag, id, was) {
    if (soortVan(was) === 'bsn') return await wisBsn(vraag.w, idIn(was, 'identificeerdePartij') ?? '')
    const { rows } = await sql`
      select from partij_identificator where sub_identificator_van = ${id} limit 1`.execute(vraag.w.tx)
    if (rows.length > 0)
      throw veldfout(
        'nonFieldErrors',
        'protected',
        'Onder deze identificator hangt nog een andere. Verwijder die eerst.',
      )
    await verwijderIdentificator(vraag.w, id)
  },
}

/** Those of each partij, as they stand inside it. */
export async function laadIdentificatorenVan(
  vraag: Vraag,
  partijIds: readonly string[],
): Promise<Map<string, Weergave[]>> {
  if (partijIds.length === 0) return new Map()
  const { rows } = await sql<{ id: string; partij_id: string }>`
    select t.id, t.partij_id from ${alle(vraag)}
    where t.partij_id = any (${[...partijIds]}::uuid[]) and ${bekend} order by t.id`.execute(vraag.ctx.db)
  const weergaven = await toon(
    vraag,
    partijIdentificatoren,
    rows.map((row) => row.id),
  )
  const uit = new Map<string, Weergave[]>()
  for (const [i, row] of rows.entries()) {
    const een = weergaven[i]
    if (een) uit.set(row.partij_id, [...(uit.get(row.partij_id) ?? []), een])
  }
  return uit
}

/** A list that is sent is the whole list: with a uuid is changed, without is made, what is not there goes. */
export async function schrijfIdentificatoren(
  vraag: Schrijfvraag,
  partijId: string,
  body: Weergave,
  nieuw: boolean,
): Promise<void> {
  const gegeven = (body['partijIdentificatoren'] ?? []) as Weergave[]
  const ids = gegeven.flatMap((each) => (typeof each['uuid'] === 'string' ? each['uuid'] : []))
  if (new Set(ids).size !== ids.length)
    throw veldfout('partijIdentificatoren', 'duplicated', 'Elke identificator mag één keer in de lijst staan.')
  const er = nieuw ? [] : ((await laadIdentificatorenVan(vraag, [partijId])).get(partijId) ?? [])
  for (const weg of er.filter((each) => !ids.includes(String(each['uuid']))))
    await partijIdentificatoren.verwijder(vraag, String(weg['uuid']), weg)
  for (const [i, each] of gegeven.entries()) {
    const eigen = idIn(each, 'identificeerdePartij')
    if (eigen && (nieuw || eigen !== partijId))
      throw veldfout(
        `partijIdentificatoren.${i}.identificeerdePartij`,
        'invalid',
        'Laat dit veld hier weg: het is deze partij.',
      )
    await metPlek(`partijIdentificatoren.${i}`, async () => {
      const met = { ...each, identificeerdePartij: { uuid: partijId } }
      const id = typeof each['uuid'] === 'string' ? each['uuid'] : null
      if (!id) return void (await bewaar(vraag, null, met, undefined))
      await eisBestaat(vraag, partijIdentificatoren, 'uuid', id)
      const was = await haal(vraag, partijIdentificatoren, id)
      await bewaar(vraag, id, { ...was, ...met }, was)
    })
  }
}

/**
 * The partij that has one of these numbers already. Who asks for the same number at the same moment waits, and then
 * finds what the first made: so two clients never make one klant twice.
 */
export async function vindPartij(vraag: Schrijfvraag, body: Weergave): Promise<string | undefined> {
  const gegeven = ((body['partijIdentificatoren'] ?? []) as Weergave[]).map((each) => ({
    codes: each['partijIdentificator'] as Record<string, string>,
    sub: idIn(each, 'subIdentificatorVan') ?? null,
  }))
  const sleutels = gegeven.map(({ codes, sub }) => sleutelVan(codes, sub)).sort()
  for (const sleutel of sleutels) await houdVast(vraag, sleutel)
  for (const { codes, sub } of gegeven) {
    const { rows } = await sql<{ partij_id: string }>`
      select t.partij_id from ${alle(vraag)}
      where t.code_soort_object_id = ${codes['codeSoortObjectId']} and t.code_register = ${codes['codeRegister']}
        and t.object_id = ${codes['objectId']} and t.sub_identificator_van is not distinct from ${sub}::uuid
        and t.partij_id is not null`.execute(vraag.w.tx)
    if (rows[0]) return rows[0].partij_id
  }
  return undefined
}

const sleutelVan = (codes: Record<string, string>, sub: string | null) =>
  `identificator ${codes['codeSoortObjectId']} ${sub ?? ''} ${codes['objectId']}`

async function bewaar(
  vraag: Schrijfvraag,
  id: string | null,
  body: Weergave,
  was: Weergave | undefined,
): Promise<string> {
  const codes = body['partijIdentificator'] as Record<string, string>
  const soort = codes['codeSoortObjectId'] ?? ''
  const partijId = idIn(body, 'identificeerdePartij') ?? null
  const sub = idIn(body, 'subIdentificatorVan') ?? null
  await eisBestaat(vraag, bronVan('partijen'), 'identificeerdePartij', partijId)
  await eisBestaat(vraag, partijIdentificatoren, 'subIdentificatorVan', sub)
  const objectId = eisCodes(codes)
  if (sub && sub === id)
    throw veldfout('subIdentificatorVan', 'invalid', 'Een identificator hangt niet onder zichzelf.')
  await eisOuder(vraag, soort, sub)
  if (id && was && soortVan(was) !== soort) await eisGeenKinderen(vraag, id)
  if (partijId) await eisEenPerSoort(vraag, partijId, soort, id)
  // Two who record the same number at the same time: the second sees what the first made.
  await houdVast(vraag, sleutelVan(codes, sub))
  if (soort === 'bsn' || (was && soortVan(was) === 'bsn')) return await bewaarBsn(vraag, id, partijId, objectId, was)
  return await bewaarIdentificator(vraag.w, id, {
    partijId,
    codeObjecttype: codes['codeObjecttype'] ?? '',
    codeRegister: codes['codeRegister'] ?? '',
    codeSoortObjectId: soort,
    objectId,
    subIdentificatorVan: sub,
  })
}

/** A BSN is kept apart, of a persoon and with a legal basis only (UAVG art. 46). */
async function bewaarBsn(
  vraag: Schrijfvraag,
  id: string | null,
  partijId: string | null,
  bsn: string,
  was: Weergave | undefined,
) {
  if (!mag(vraag, 'bsn')) throw nietToegestaan('Dit token mist het recht "bsn".')
  if (!(await getInstelling(vraag.ctx.db, 'bsnToegestaan')))
    throw nietToegestaan('Deze organisatie legt geen burgerservicenummers vast.')
  if (was && soortVan(was) !== 'bsn')
    throw veldfout(
      'partijIdentificator.codeSoortObjectId',
      'invalid',
      'Een andere identificator wordt geen BSN. Maak een nieuwe.',
    )
  if (!partijId) throw veldfout('identificeerdePartij', 'required', 'Een BSN hoort bij een persoon die bekend is.')
  if (was && idIn(was, 'identificeerdePartij') !== partijId)
    await wisBsn(vraag.w, idIn(was, 'identificeerdePartij') ?? '')
  const dubbel = await sql`select from partij_bsn where bsn = ${bsn} and partij_id <> ${partijId}`.execute(vraag.w.tx)
  if (dubbel.rows.length > 0)
    throw veldfout('partijIdentificator.objectId', 'unique', 'Deze identificator is al vastgelegd. Zoek hem eerst op.')
  await zetBsn(vraag.w, partijId, bsn)
  const { rows } = await sql<{ id: string }>`select id from partij_bsn where partij_id = ${partijId}`.execute(
    vraag.w.tx,
  )
  return rows[0]?.id ?? id ?? ''
}

/** Which kind of number goes with which object and register. */
const hierarchie: Record<string, [register: string, objecttype: string]> = {
  bsn: ['brp', 'natuurlijk_persoon'],
  rsin: ['hr', 'niet_natuurlijk_persoon'],
  kvk_nummer: ['hr', 'niet_natuurlijk_persoon'],
  vestigingsnummer: ['hr', 'vestiging'],
}

/** @returns the number, as it is kept */
function eisCodes(codes: Record<string, string>): string {
  const { codeSoortObjectId: soort = '', codeObjecttype = '', codeRegister = '', objectId = '' } = codes
  const [register, objecttype] = hierarchie[soort] ?? ['', '']
  const fout = (veld: string, reason: string) => veldfout(`partijIdentificator.${veld}`, 'invalid', reason)
  const bijRegister = Object.values(hierarchie).some(([r, o]) => r === codeRegister && o === codeObjecttype)
  if (!bijRegister) throw fout('codeObjecttype', 'Dit objecttype hoort niet bij dit register.')
  if (register !== codeRegister || objecttype !== codeObjecttype)
    throw fout('codeSoortObjectId', 'Dit soort nummer hoort niet bij dit objecttype.')
  const lengte = { bsn: 9, rsin: 9, kvk_nummer: 8, vestigingsnummer: 12 }[soort] ?? 0
  if (objectId.length !== lengte) throw fout('objectId', `Waarde moet ${lengte} tekens lang zijn.`)
  if (!/^\d+$/.test(objectId)) throw fout('objectId', 'Waarde moet numeriek zijn.')
  const goed = soort === 'bsn' ? normalizeBsn(objectId) : soort === 'rsin' ? normalizeRsin(objectId) : objectId
  if (!goed) throw fout('objectId', 'Deze waarde is ongeldig, reden: de elfproef klopt niet.')
  return goed
}

async function eisOuder(vraag: Schrijfvraag, soort: string, sub: string | null): Promise<void> {
  if (soort !== 'vestigingsnummer') {
    if (sub)
      throw veldfout('subIdentificatorVan', 'invalid', 'Alleen een vestigingsnummer hangt onder een ander nummer.')
    return
  }
  const { rows } = await sql<{ soort: string }>`
    select code_soort_object_id as soort from partij_identificator where id = ${sub}`.execute(vraag.w.tx)
  if (rows[0]?.soort !== 'kvk_nummer')
    throw veldfout(
      'subIdentificatorVan',
      'invalid',
      'Voor een vestigingsnummer is een kvk_nummer als subIdentificatorVan vereist.',
    )
}

async function eisGeenKinderen(vraag: Schrijfvraag, id: string): Promise<void> {
  const { rows } = await sql`select from partij_identificator where sub_identificator_van = ${id} limit 1`.execute(
    vraag.w.tx,
  )
  if (rows.length > 0)
    throw veldfout(
      'partijIdentificator.codeSoortObjectId',
      'invalid',
      'Onder deze identificator hangt een andere; hij kan niet van soort veranderen.',
    )
}

async function eisEenPerSoort(vraag: Schrijfvraag, partijId: string, soort: string, id: string | null): Promise<void> {
  const { rows } = await sql`
    select from ${alle(vraag)}
    where t.partij_id = ${partijId} and t.code_soort_object_id = ${soort} and t.id is distinct from ${id}::uuid limit 1`.execute(
    vraag.w.tx,
  )
  if (rows.length > 0)
    throw veldfout(
      'partijIdentificator.codeSoortObjectId',
      'unique',
      'Deze partij heeft al een identificator van deze soort.',
    )
}

const soortVan = (was: Weergave) => tekstIn(was['partijIdentificator'] as Weergave, 'codeSoortObjectId')

function weergave(vraag: Vraag, row: Rij): Weergave {
  return {
    ...verwijzing(vraag, 'partij-identificatoren', row.id),
    identificeerdePartij: verwijzingOf(vraag, 'partijen', row.partij_id),
    anderePartijIdentificator: '',
    partijIdentificator: {
      codeObjecttype: row.code_objecttype,
      codeSoortObjectId: row.code_soort_object_id,
      objectId: row.object_id,
      codeRegister: row.code_register,
    },
    subIdentificatorVan: verwijzingOf(vraag, 'partij-identificatoren', row.sub_identificator_van),
  }
}

async function metPlek(plek: string, werk: () => Promise<void>): Promise<void> {
  try {
    await werk()
  } catch (error) {
    if (!(error instanceof DomainError) || !error.invalidParams) throw error
    throw new DomainError(error.status, error.code, error.message, {
      invalidParams: error.invalidParams.map((each) => ({ ...each, name: `${plek}.${each.name}` })),
    })
  }
}
