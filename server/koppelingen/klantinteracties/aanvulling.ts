import { sql } from 'kysely'
import { explainConstraints } from '#server/platform/db/constraints.ts'
import type { Db, Tx } from '#server/platform/db/schema.ts'
import type { Bron, Weergave } from './bron.ts'
import { isObject } from './controleer.ts'
import { veldfout } from './fouten.ts'
import type { Aanvulling } from './tables.ts'

/**
 * What a client sent comes back as sent: a postcode with its space, a channel by its own name, a field that nothing here
 * acts on. As soon as somebody changes it in Rondom, what stands here is what the client gets.
 */
export function vulAan(weergave: Weergave, aanvulling: Aanvulling | undefined): Weergave {
  if (!aanvulling) return weergave
  const uit = { ...weergave }
  for (const [veld, { gestuurd, werd }] of Object.entries(aanvulling)) {
    if (zelfde(weergave[veld], werd)) uit[veld] = gestuurd
  }
  return uit
}

export async function selectAanvullingen(
  db: Db,
  soort: string,
  ids: readonly string[],
): Promise<Map<string, Aanvulling>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('ki_aanvulling')
    .select(['id', 'gegevens'])
    .where('soort', '=', soort)
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.id, row.gegevens]))
}

/** @param kaal as our own tables have it after the write */
export async function bewaarGestuurd(
  tx: Tx,
  bron: Bron,
  id: string,
  gestuurd: Weergave,
  kaal: Weergave,
): Promise<void> {
  const velden = (bron.terug ?? []).filter((veld) => gestuurd[veld] !== undefined)
  if (velden.length === 0) return
  const anders: Aanvulling = {}
  for (const veld of velden) {
    if (!zelfde(gestuurd[veld], kaal[veld])) anders[veld] = { gestuurd: gestuurd[veld], werd: kaal[veld] ?? null }
  }
  const insert = sql`
    insert into ki_aanvulling (id, soort, gegevens) values (${id}, ${bron.pad}, ${JSON.stringify(anders)}::jsonb)
    on conflict (id, soort) do update
      set gegevens = (ki_aanvulling.gegevens - ${velden}::text[]) || excluded.gegevens`.execute(tx)
  const dubbel = (veld: string) => () => veldfout(veld, 'unique', `Er is al een resource met dit ${veld}.`)
  await explainConstraints(insert, {
    ki_aanvulling_nummer: dubbel('nummer'),
    ki_aanvulling_referentienummer: dubbel('referentienummer'),
  })
}

export async function verwijderAanvulling(tx: Tx, soort: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx
    .deleteFrom('ki_aanvulling')
    .where('soort', '=', soort)
    .where('id', 'in', [...ids])
    .execute()
}

/** Found by what was sent, or else by what stands here. */
export const gestuurdOf = (pad: string, veld: string, waarde: string, hier: ReturnType<typeof sql>) => sql`(
  exists (select from ki_aanvulling a where a.id = t.id and a.soort = ${pad} and a.gegevens -> ${sql.lit(veld)} ->> 'gestuurd' = ${waarde})
  or (${hier} and not exists (
    select from ki_aanvulling a where a.id = t.id and a.soort = ${pad} and a.gegevens ? ${sql.lit(veld)})))`

/** The one that was sent with this number, or else that got it here; by an index either way, however many there are. */
export const metNummer = (pad: string, veld: string, nummer: string, tabel: 'partij' | 'klantcontact' | 'taak') => sql`
  t.id in (
    select a.id from ki_aanvulling a where a.soort = ${sql.lit(pad)} and a.gegevens -> ${sql.lit(veld)} ->> 'gestuurd' = ${nummer}
    union all
    select h.id from ${sql.table(tabel)} h where h.nummer = ${/^\d{1,10}$/.test(nummer) ? Number(nummer) : -1}
      and not exists (select from ki_aanvulling a
        where a.id = h.id and a.soort = ${sql.lit(pad)} and a.gegevens ? ${sql.lit(veld)}))`

/** Of references only the uuid counts; of everything else all of it, an absent part being null. */
export function zelfde(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((deel, i) => zelfde(deel, b[i]))
  if (isObject(a) && isObject(b)) {
    if (isVerwijzing(a) || isVerwijzing(b)) return a['uuid'] === b['uuid']
    return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((naam) => zelfde(a[naam], b[naam]))
  }
  return (a ?? null) === (b ?? null)
}

const isVerwijzing = (waarde: Weergave) =>
  'uuid' in waarde && Object.keys(waarde).every((naam) => naam === 'uuid' || naam === 'url')
