import { sql } from 'kysely'
import type { BerichtKanaal, BerichtStatus } from '#contract/berichten.ts'
import type { Db, Tx } from '#server/platform/db/schema.ts'
import type { Actor } from '#server/platform/http/context.ts'
import { type Verplaatsing, verplaatsRijen } from '#server/relaties/index.ts'
import type { BerichtBijlage, BerichtRow, BerichtTable, PostbusRow } from './tables.ts'
import { zichtbaarVoor } from './zichtbaar.ts'

type NewRow = Omit<BerichtTable, 'bijlagen' | 'pogingen' | 'bezig_tot' | 'versie'> & { bijlagen: BerichtBijlage[] }

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
  changes: Partial<Omit<BerichtRow, 'id' | 'sleutel' | 'versie' | 'bijlagen'>>,
): Promise<BerichtRow> {
  return tx
    .updateTable('bericht')
    .set({ ...changes, versie: before.versie + 1 })
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
    .where((eb) => eb.or([eb('bezig_tot', 'is', null), eb('bezig_tot', '<', now)]))
    .returningAll()
    .executeTakeFirst()
}

/** What should have left by now and is in nobody's hands: its job was lost, or its worker died. */
export async function selectBlijvenLiggen(db: Db, now: Date): Promise<string[]> {
  const rows = await db
    .selectFrom('bericht')
    .select('id')
    .where('status', '=', 'klaar')
    .where('volgende_poging', '<=', now)
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
  const { partijIds, zaakId, status, kanaal } = filter
  if (partijIds) query = query.where('partij_id', 'in', partijIds)
  if (zaakId) query = query.where('zaak_id', '=', zaakId)
  if (status) query = query.where('status', '=', status)
  if (kanaal) query = query.where('kanaal', '=', kanaal)
  if (page.na)
    query = query.where(sql<boolean>`(aangemaakt_op, id) < (${page.na[0]}::timestamptz, ${page.na[1]}::uuid)`)
  return query.execute()
}

export const moveBerichten = (tx: Tx, verplaatsing: Verplaatsing) =>
  verplaatsRijen(tx, { tabel: 'bericht', versie: true }, verplaatsing)

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
