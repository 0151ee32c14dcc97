import { sql } from 'kysely'
import type { BerichtDoel, BerichtKanaal, BerichtStatus } from '#contract/berichten.ts'
import type { Db, Tx } from '#server/platform/db/schema.ts'
import type { Actor } from '#server/platform/http/context.ts'
import { type Verplaatsing, verplaatsRijen } from '#server/relaties/index.ts'
import { bundelDoelen } from './regels/wanneer.ts'
import type { BerichtBijlage, BerichtRow, BerichtTable, PostbusRow } from './tables.ts'
import { zichtbaarVoor } from './zichtbaar.ts'

type DoorAnderen =
  | 'pogingen'
  | 'bezig_tot'
  | 'bundel_id'
  | 'eerder'
  | 'teruggekomen_op'
  | 'gelezen_op'
  | 'gelezen_door'
  | 'versie'
type NewRow = Omit<BerichtTable, 'bijlagen' | DoorAnderen> & { bijlagen: BerichtBijlage[] }

/** @returns undefined when this sleutel was used before */
export async function insertBericht(tx: Tx, row: NewRow): Promise<BerichtRow | undefined> {
  return tx
    .insertInto('bericht')
    .values({ ...row, bijlagen: JSON.stringify(row.bijlagen) })
    .onConflict((on) => on.column('sleutel').doNothing())
    .returningAll()
    .executeTakeFirst()
}

export async function selectBericht(db: Db, id: string): Promise<BerichtRow | undefined> {
  return db.selectFrom('bericht').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Oldest first, whoever asks: whether he may see the zaak was judged before. */
export function selectBerichtenVanZaak(db: Db, zaakId: string): Promise<BerichtRow[]> {
  return db
    .selectFrom('bericht')
    .selectAll()
    .where('zaak_id', '=', zaakId)
    .orderBy('aangemaakt_op')
    .orderBy('id')
    .limit(500)
    .execute()
}

export async function selectBySleutel(db: Db, sleutel: string): Promise<BerichtRow | undefined> {
  return db.selectFrom('bericht').selectAll().where('sleutel', '=', sleutel).executeTakeFirst()
}

export async function lockBericht(tx: Tx, id: string): Promise<BerichtRow | undefined> {
  return tx.selectFrom('bericht').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

export async function updateBericht(
  tx: Tx,
  before: BerichtRow,
  { eerder, ...changes }: Partial<Omit<BerichtRow, 'id' | 'sleutel' | 'versie' | 'bijlagen'>>,
): Promise<BerichtRow> {
  return tx
    .updateTable('bericht')
    .set({ ...changes, ...(eerder && { eerder: JSON.stringify(eerder) }), versie: before.versie + 1 })
    .where('id', '=', before.id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Takes it in hand, so that of two workers one sends it; `tot`: then the other may think that this one died. */
export async function claimBericht(db: Db, id: string, now: Date, tot: Date): Promise<BerichtRow | undefined> {
  return db
    .updateTable('bericht')
    .set((eb) => ({ bezig_tot: tot, pogingen: eb('pogingen', '+', 1) }))
    .where('id', '=', id)
    .where('status', '=', 'klaar')
    .where('volgende_poging', 'is not', null)
    .where(nietMee)
    .where((eb) => eb.or([eb('bezig_tot', 'is', null), eb('bezig_tot', '<', now)]))
    .returningAll()
    .executeTakeFirst()
}

/** What goes along with another message, is sent with that one only. */
const nietMee = sql<boolean>`(bundel_id is null or bundel_id = id)`

/**
 * Takes along what may go in the same mail as this one. Which those are, is fixed at the first try: after a lost answer
 * of the mail server the same mail is sent again, with the same Message-ID.
 * @param meer that others may be added
 */
export async function claimMee(
  db: Db,
  leider: BerichtRow,
  now: Date,
  { tot, meer, doelen }: { tot: Date; meer: boolean; doelen: readonly BerichtDoel[] },
): Promise<BerichtRow[]> {
  const { rows } = await sql<{ id: string }>`
    update bericht set bundel_id = ${leider.id}, bezig_tot = ${tot}, pogingen = pogingen + 1
    where id in (
      select id from bericht
      where partij_id = ${leider.partij_id} and kanaal = 'email' and aan = ${leider.aan} and status = 'klaar'
        and id <> ${leider.id}
        and (bundel_id = ${leider.id} or (${meer} and bundel_id is null and not formeel and not spoed
          and doel = any (${[...doelen]}) and bijlagen = '[]' and agenda = ''
          and (bezig_tot is null or bezig_tot < ${now})))
      order by aangemaakt_op, id limit 19 for update skip locked)
    returning id`.execute(db)
  if (rows.length === 0) return []
  await db.updateTable('bericht').set({ bundel_id: leider.id }).where('id', '=', leider.id).execute()
  return db
    .selectFrom('bericht')
    .selectAll()
    .where('bundel_id', '=', leider.id)
    .where('id', '<>', leider.id)
    .where('status', '=', 'klaar')
    .orderBy('aangemaakt_op')
    .orderBy('id')
    .execute()
}

/** When the last mail that may go together with others was sent to this address. */
export async function selectVorige(db: Db, partijId: string, aan: string): Promise<Date | undefined> {
  const row = await db
    .selectFrom('bericht')
    .select((eb) => eb.fn.max('verstuurd_op').as('op'))
    .where('partij_id', '=', partijId)
    .where('kanaal', '=', 'email')
    .where('aan', '=', aan)
    .where('formeel', '=', false)
    .where('spoed', '=', false)
    .where('doel', 'in', bundelDoelen)
    .executeTakeFirst()
  return row?.op ?? undefined
}

/** Everything that went in one mail with this message, itself first; empty when it went alone. */
export async function selectSamen(db: Db, bundelId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('bericht')
    .select('id')
    .where('bundel_id', '=', bundelId)
    .orderBy(sql`id <> ${bundelId}::uuid`)
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** How many went in one mail with each of these, itself included; absent: it went alone. */
export async function countSamen(db: Db, bundelIds: readonly string[]): Promise<Map<string, number>> {
  if (bundelIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('bericht')
    .select(['bundel_id', (eb) => eb.fn.countAll<number>().as('aantal')])
    .where('bundel_id', 'in', bundelIds)
    .groupBy('bundel_id')
    .execute()
  return new Map(rows.map(({ bundel_id, aantal }) => [bundel_id ?? '', Number(aantal)]))
}

/** What should have left by now and is in nobody's hands: its job was lost, or its worker died. */
export async function selectBlijvenLiggen(db: Db, now: Date): Promise<string[]> {
  const rows = await db
    .selectFrom('bericht')
    .select('id')
    .where('status', '=', 'klaar')
    .where('volgende_poging', '<=', now)
    .where(nietMee)
    .where((eb) => eb.or([eb('bezig_tot', 'is', null), eb('bezig_tot', '<', now)]))
    .orderBy('volgende_poging')
    .limit(500)
    .execute()
  return rows.map((row) => row.id)
}

type Filter = {
  partijIds?: readonly string[] | undefined
  zaakId?: string | undefined
  status?: BerichtStatus | undefined
  kanaal?: BerichtKanaal | undefined
  terug?: 'ja' | undefined
}

export async function selectBerichten(
  db: Db,
  actor: Actor,
  filter: Filter,
  page: { na: [string, string] | undefined; aantal: number },
): Promise<BerichtRow[]> {
  let query = db
    .selectFrom('bericht')
    .selectAll()
    .where(zichtbaarVoor(actor))
    .orderBy('aangemaakt_op', 'desc')
    .orderBy('id', 'desc')
    .limit(page.aantal + 1)
  const { partijIds, zaakId, status, kanaal, terug } = filter
  if (partijIds) query = query.where('partij_id', 'in', partijIds)
  if (zaakId) query = query.where('zaak_id', '=', zaakId)
  if (status) query = query.where('status', '=', status)
  if (kanaal) query = query.where('kanaal', '=', kanaal)
  if (terug) query = query.where('teruggekomen_op', 'is not', null)
  if (page.na)
    query = query.where(sql<boolean>`(aangemaakt_op, id) < (${page.na[0]}::timestamptz, ${page.na[1]}::uuid)`)
  return query.execute()
}

export const moveBerichten = (tx: Tx, verplaatsing: Verplaatsing) =>
  verplaatsRijen(tx, { tabel: 'bericht', versie: true }, verplaatsing)

/** Who read it may be somebody else than to whom it was sent: a representative. */
export const moveLezers = (tx: Tx, verplaatsing: Verplaatsing) =>
  verplaatsRijen(tx, { tabel: 'bericht', kolom: 'gelezen_door' }, verplaatsing)

export async function insertPostbus(db: Db, row: PostbusRow): Promise<void> {
  await db
    .insertInto('postbus')
    .values(row)
    .onConflict((on) => on.doNothing())
    .execute()
}

export async function selectPostbus(
  db: Db,
  page: { na: [string, string] | undefined; aantal: number },
): Promise<PostbusRow[]> {
  return db
    .selectFrom('postbus')
    .selectAll()
    .$if(page.na !== undefined, (query) =>
      query.where(sql<boolean>`(op, bericht_id) < (${page.na?.[0]}::timestamptz, ${page.na?.[1]}::uuid)`),
    )
    .orderBy('op', 'desc')
    .orderBy('bericht_id', 'desc')
    .limit(page.aantal + 1)
    .execute()
}
