import type { Insertable } from 'kysely'
import type { Db, Tx } from '#server/platform/db/schema.ts'
import { type Verplaatsing, verplaatsRijen } from '#server/relaties/index.ts'
import type { AfspraakRow, AfspraakTable } from './tables.ts'

/** Of these zaken, planned and cancelled, in the order of their moments. */
export function selectVanZaken(db: Db, zaakIds: readonly string[]): Promise<AfspraakRow[]> {
  if (zaakIds.length === 0) return Promise.resolve([])
  return db
    .selectFrom('afspraak')
    .selectAll()
    .where('zaak_id', 'in', zaakIds)
    .orderBy('begin')
    .orderBy('id')
    .limit(500)
    .execute()
}

export async function lockExtern(tx: Tx, zaakId: string, externId: string): Promise<AfspraakRow | undefined> {
  return tx
    .selectFrom('afspraak')
    .selectAll()
    .where('zaak_id', '=', zaakId)
    .where('extern_id', '=', externId)
    .forUpdate()
    .executeTakeFirst()
}

/** What is planned for this onderhoudsverzoek, and not over yet. */
export function lockGepland(
  tx: Tx,
  { zaakId, verzoekId, na }: { zaakId?: string; verzoekId?: string; na: Date },
): Promise<AfspraakRow[]> {
  return tx
    .selectFrom('afspraak')
    .selectAll()
    .$if(zaakId !== undefined, (query) => query.where('zaak_id', '=', zaakId ?? ''))
    .$if(verzoekId !== undefined, (query) => query.where('verzoek_id', '=', verzoekId ?? ''))
    .where('status', '=', 'gepland')
    .where('eind', '>', na)
    .orderBy('begin')
    .forUpdate()
    .execute()
}

export async function insertAfspraak(tx: Tx, row: Insertable<AfspraakTable>): Promise<AfspraakRow> {
  return tx.insertInto('afspraak').values(row).returningAll().executeTakeFirstOrThrow()
}

export async function updateAfspraak(
  tx: Tx,
  before: AfspraakRow,
  changes: Partial<Omit<AfspraakRow, 'id' | 'zaak_id' | 'versie'>>,
): Promise<AfspraakRow> {
  return tx
    .updateTable('afspraak')
    .set({ ...changes, versie: before.versie + 1 })
    .where('id', '=', before.id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Whom to remind now; one that another worker is at, is left to him. */
export function lockTeHerinneren(tx: Tx, now: Date, aantal: number): Promise<AfspraakRow[]> {
  return tx
    .selectFrom('afspraak')
    .selectAll()
    .where('status', '=', 'gepland')
    .where('herinnerd_op', 'is', null)
    .where('herinner_op', '<=', now)
    .where('begin', '>', now)
    .orderBy('herinner_op')
    .limit(aantal)
    .forUpdate()
    .skipLocked()
    .execute()
}

export const moveAfspraken = (tx: Tx, verplaatsing: Verplaatsing) =>
  verplaatsRijen(tx, { tabel: 'afspraak', versie: true }, verplaatsing)
