import { sql } from 'kysely'
import type { Db, Tx } from '#server/platform/db/schema.ts'
import type { Actor } from '#server/platform/http/context.ts'
import type { ZaakTermijnRow, ZaakTermijnTable } from '../tables.ts'
import { zichtbaarVoor } from '../zichtbaar.ts'

export async function insertTermijn(tx: Tx, row: Omit<ZaakTermijnTable, 'pauzedagen'>): Promise<ZaakTermijnRow> {
  return tx.insertInto('zaak_termijn').values(row).returningAll().executeTakeFirstOrThrow()
}

export async function updateTermijn(
  tx: Tx,
  id: string,
  changes: Partial<Omit<ZaakTermijnRow, 'id' | 'zaak_id'>>,
): Promise<ZaakTermijnRow> {
  return tx.updateTable('zaak_termijn').set(changes).where('id', '=', id).returningAll().executeTakeFirstOrThrow()
}

export async function selectTermijnen(db: Db, zaakId: string): Promise<ZaakTermijnRow[]> {
  return db
    .selectFrom('zaak_termijn')
    .selectAll()
    .where('zaak_id', '=', zaakId)
    .orderBy('start_op')
    .orderBy('id')
    .limit(200)
    .execute()
}

/** Of each zaak the term that counts now: what is open and ends first; one that passed and was not met comes before all. */
export async function selectEersteTermijnen(db: Db, zaakIds: readonly string[]): Promise<Map<string, ZaakTermijnRow>> {
  if (zaakIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('zaak_termijn')
    .selectAll()
    .distinctOn('zaak_id')
    .where('zaak_id', 'in', zaakIds)
    .where(openstaand)
    .orderBy('zaak_id')
    .orderBy(sql`gepauzeerd_op is not null`)
    .orderBy('uiterste_op')
    .orderBy('id')
    .execute()
  return new Map(rows.map((row) => [row.zaak_id, row]))
}

export const openstaand = sql<boolean>`(zaak_termijn.status = 'loopt' or (zaak_termijn.status = 'overschreden' and zaak_termijn.gehaald_op is null))`

/** What was due and is not done, the oldest first: passed and not paused, whether the job marked it already or not. */
export async function selectNietNagekomen(
  db: Db,
  actor: Actor,
  filter: {
    teamId?: string | undefined
    behandelaarId?: string | undefined
    soort?: string | undefined
    vandaag: string
  },
  page: { na: [string, string] | undefined; aantal: number },
): Promise<ZaakTermijnRow[]> {
  return db
    .selectFrom('zaak_termijn')
    .innerJoin('zaak', 'zaak.id', 'zaak_termijn.zaak_id')
    .selectAll('zaak_termijn')
    .where(openstaand)
    .where('gepauzeerd_op', 'is', null)
    .where('uiterste_op', '<', filter.vandaag)
    .where(zichtbaarVoor(actor))
    .$if(filter.teamId !== undefined, (query) => query.where('zaak.team_id', '=', filter.teamId ?? ''))
    .$if(filter.behandelaarId !== undefined, (query) =>
      query.where('zaak.behandelaar_id', '=', filter.behandelaarId ?? ''),
    )
    .$if(filter.soort !== undefined, (query) => query.where(sql<boolean>`zaak_termijn.soort = ${filter.soort}`))
    .$if(page.na !== undefined, (query) =>
      query.where(sql<boolean>`(uiterste_op, zaak_termijn.id) > (${page.na?.[0]}::date, ${page.na?.[1]}::uuid)`),
    )
    .orderBy('uiterste_op')
    .orderBy('zaak_termijn.id')
    .limit(page.aantal + 1)
    .execute()
}

/** Due for its warning, held: of two workers each gets its own. */
export async function lockTeWaarschuwen(
  tx: Tx,
  vandaag: string,
  aantal: number,
  zaakId?: string,
): Promise<ZaakTermijnRow[]> {
  return tx
    .selectFrom('zaak_termijn')
    .selectAll()
    .where('status', '=', 'loopt')
    .where('gepauzeerd_op', 'is', null)
    .where('gewaarschuwd_op', 'is', null)
    .where('waarschuw_op', '<=', vandaag)
    .where('uiterste_op', '>=', vandaag)
    .$if(zaakId !== undefined, (query) => query.where('zaak_id', '=', zaakId ?? ''))
    .orderBy('waarschuw_op')
    .orderBy('id')
    .limit(aantal)
    .forUpdate()
    .skipLocked()
    .execute()
}

export async function lockVerstreken(
  tx: Tx,
  vandaag: string,
  aantal: number,
  zaakId?: string,
): Promise<ZaakTermijnRow[]> {
  return tx
    .selectFrom('zaak_termijn')
    .selectAll()
    .where('status', '=', 'loopt')
    .where('gepauzeerd_op', 'is', null)
    .where('uiterste_op', '<', vandaag)
    .$if(zaakId !== undefined, (query) => query.where('zaak_id', '=', zaakId ?? ''))
    .orderBy('uiterste_op')
    .orderBy('id')
    .limit(aantal)
    .forUpdate()
    .skipLocked()
    .execute()
}
