import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { DomainError } from '#server/platform/errors.ts'
import { bewaarGestuurd, selectAanvullingen, verwijderAanvulling, vulAan, zelfde } from './aanvulling.ts'
import type { Bron, Schrijfvraag, Vraag, Weergave } from './bron.ts'
import { controleer, isObject, isUuid } from './controleer.ts'
import { bestaatNiet, nietGevonden, ongeldig } from './fouten.ts'
import { bodySchema, type Schema, schemaVan, vlak } from './specificatie/specificatie.ts'

/** In the order of the ids; what the bearer may not see, or is not there, is left out. */
export async function toon(vraag: Vraag, bron: Bron, ids: readonly string[]): Promise<Weergave[]> {
  const kaal = await bron.laad(vraag, [...new Set(ids)])
  const aanvullingen = bron.terug ? await selectAanvullingen(vraag.ctx.db, bron.pad, [...kaal.keys()]) : new Map()
  return ids.flatMap((id) => {
    const gevonden = kaal.get(id)
    if (!gevonden) return []
    const aangevuld = vulAan(gevonden, aanvullingen.get(id))
    return [zonderLeeg(bron, bron.afwerken ? bron.afwerken(vraag, aangevuld) : aangevuld)]
  })
}

/** Only ids of what this bearer may know of. */
export async function zichtbareIds(vraag: Vraag, bron: Bron, ids: readonly string[]): Promise<string[]> {
  const goed = [...new Set(ids)].filter(isUuid)
  if (goed.length === 0) return []
  const voorwaarden = [sql`t.id = any (${goed}::uuid[])`, ...bron.zichtbaar(vraag)]
  const { rows } = await sql<{ id: string }>`
    select t.id from ${bron.tabel} where ${sql.join(voorwaarden, sql` and `)}`.execute(vraag.ctx.db)
  const gevonden = new Set(rows.map((row) => row.id))
  return ids.filter((id) => gevonden.has(id))
}

/** @throws 404 */
export async function haal(vraag: Vraag, bron: Bron, id: string): Promise<Weergave> {
  const [gevonden] = await toon(vraag, bron, await zichtbareIds(vraag, bron, [id]))
  if (!gevonden) throw nietGevonden()
  return gevonden
}

/** What is referred to in a body must be there, and be known to this bearer. @throws 400 on `<veld>.uuid` */
export async function eisBestaat(vraag: Vraag, bron: Bron, veld: string, id: string | null | undefined): Promise<void> {
  if (id && (await zichtbareIds(vraag, bron, [id])).length === 0) throw bestaatNiet(veld, enkelvoud(bron))
}

const enkelvoud = ({ schema }: Bron) => schema

/** @throws 400 */
export function leesBody(bron: Bron, methode: 'POST' | 'PUT' | 'PATCH', body: unknown, soort?: string): Weergave {
  // A PATCH of something with kinds names none in its own schema: that of the whole says what the fields are.
  const schema = methode === 'PATCH' ? schemaVan(bron.schema) : bodySchema(padVan(bron, methode), methode)
  return leesMet(schema, body, { deels: methode === 'PATCH', soort })
}

export function leesMet(
  schema: Schema,
  body: unknown,
  opties: { deels?: boolean; soort?: string | undefined } = {},
): Weergave {
  const { waarde, fouten } = controleer(schema, body ?? {}, '', opties)
  if (fouten.length > 0) throw ongeldig(fouten)
  return waarde as Weergave
}

const padVan = (bron: Bron, methode: string) => (methode === 'POST' ? `/${bron.pad}` : `/${bron.pad}/{uuid}`)

export async function maakObject(vraag: Schrijfvraag, bron: Bron, body: Weergave): Promise<string> {
  const heel = metGroepen(bron, body, {})
  const id = await bron.maak(vraag, heel)
  await naSchrijven(vraag, bron, id, heel)
  return id
}

export async function wijzigObject(vraag: Schrijfvraag, bron: Bron, was: Weergave, body: Weergave): Promise<void> {
  const id = String(was['uuid'])
  const heel = metGroepen(bron, body, was)
  const anders = Object.fromEntries(
    Object.entries(heel).filter(([veld, waarde]) => !gelijkAan(bron, veld, waarde, was)),
  )
  if (Object.keys(anders).length === 0) return
  await bron.wijzig(vraag, id, anders, was)
  await naSchrijven(vraag, bron, id, anders)
}

/** What a client got in short, and sends back in short, was not changed. */
function gelijkAan(bron: Bron, veld: string, waarde: unknown, was: Weergave): boolean {
  if (veld === 'partijIdentificatoren') return false
  const eerst = was[veld] ?? bron.groepen?.[veld]
  return zelfde(waarde, eerst ?? (typeof waarde === 'string' ? '' : null))
}

export async function verwijderObject(vraag: Schrijfvraag, bron: Bron, was: Weergave): Promise<void> {
  const id = String(was['uuid'])
  await bron.verwijder(vraag, id, was)
  await verwijderAanvulling(vraag.w.tx, bron.pad, [id])
}

async function naSchrijven(vraag: Schrijfvraag, bron: Bron, id: string, gestuurd: Weergave): Promise<void> {
  if (!bron.terug) return
  const kaal = (await bron.laad(vraag, [id])).get(id)
  if (!kaal) throw new Error(`${bron.pad} ${id} was written and is not there`)
  await bewaarGestuurd(vraag.w.tx, bron, id, gestuurd, kaal)
}

/** A group of which only a part was sent keeps the rest; emptied, it is empty. */
function metGroepen(bron: Bron, body: Weergave, was: Weergave): Weergave {
  const uit = { ...body }
  for (const [veld, leeg] of Object.entries(bron.groepen ?? {})) {
    if (body[veld] === undefined) continue
    uit[veld] = body[veld] === null ? leeg : { ...leeg, ...(was[veld] as object), ...(body[veld] as object) }
  }
  for (const veld of bron.diep ?? []) if (body[veld] !== undefined) uit[veld] = samen(was[veld], body[veld])
  return uit
}

function samen(was: unknown, nu: unknown): unknown {
  // A reference is one thing, not a group.
  if (!isObject(was) || !isObject(nu) || 'uuid' in nu) return nu
  return Object.fromEntries(
    [...new Set([...Object.keys(was), ...Object.keys(nu)])].map((naam) => [
      naam,
      nu[naam] === undefined ? was[naam] : samen(was[naam], nu[naam]),
    ]),
  )
}

/** So that two who change the same wait for each other, whatever it is made of. */
export async function houdVast({ w }: Schrijfvraag, sleutel: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`klantinteracties ${sleutel}`}, 0))`.execute(w.tx)
}

export const etagVan = (weergave: unknown) =>
  `"${createHash('sha256').update(JSON.stringify(weergave)).digest('base64url').slice(0, 22)}"`

/** @throws 412 when it is not as the client read it */
export function eisOngewijzigd(ifMatch: string | undefined, weergave: Weergave): void {
  if (ifMatch === undefined || ifMatch.trim() === '*') return
  const etags = ifMatch.split(',').map((each) => each.trim().replace(/^W\//, ''))
  if (!etags.includes(etagVan(weergave)))
    throw new DomainError(
      412,
      'precondition_failed',
      'Dit is intussen gewijzigd. Lees het opnieuw en probeer het nog eens.',
    )
}

/** An empty text that its own pattern or form refuses is left out; everything else that is empty is there, as empty. */
function zonderLeeg(bron: Bron, weergave: Weergave): Weergave {
  return ontdaan(kiesSchema(schemaVan(bron.schema), weergave), weergave)
}

function ontdaan(schema: Schema, weergave: Weergave): Weergave {
  const s = vlak(schema)
  return Object.fromEntries(
    Object.entries(weergave).flatMap(([naam, waarde]) => {
      const eigen = s.properties?.[naam]
      if (!eigen) return [[naam, waarde]]
      const veld = vlak(eigen)
      const mogelijkLeeg = !(veld.pattern || veld.minLength || veld.format || veld.enum)
      if (waarde === '' && !mogelijkLeeg) return []
      if (veld.type === 'object' && typeof waarde === 'object' && waarde !== null && veld.properties)
        return [[naam, ontdaan(veld, waarde as Weergave)]]
      return [[naam, waarde]]
    }),
  )
}

function kiesSchema(schema: Schema, weergave: Weergave): Schema {
  const s = vlak(schema)
  const ref = s.discriminator?.mapping[String(weergave[s.discriminator.propertyName])]
  return ref ? schemaVan(ref.split('/').at(-1) ?? '') : s
}
