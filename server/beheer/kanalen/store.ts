import { explainConstraints, explainInUse } from '#server/platform/db/constraints.ts'
import type { Db, Tx } from '#server/platform/db/schema.ts'
import { conflict, invalid } from '#server/platform/errors.ts'
import '../tables.ts'

export type KanaalRow = {
  code: string
  naam: string
  vera_code: string | null
  icoon: string
  volgorde: number
  actief: boolean
  versie: number
}

const columns = ['code', 'naam', 'vera_code', 'icoon', 'volgorde', 'actief', 'versie'] as const

/** A handful of rows, in the order of the organisatie. */
export function selectKanalen(db: Db): Promise<KanaalRow[]> {
  return db.selectFrom('kanaal').select(columns).orderBy('volgorde').orderBy('code').limit(200).execute()
}

export function selectKanaal(db: Db, code: string): Promise<KanaalRow | undefined> {
  return db.selectFrom('kanaal').select(columns).where('code', '=', code).executeTakeFirst()
}

export function lockKanaal(tx: Tx, code: string): Promise<KanaalRow | undefined> {
  return tx.selectFrom('kanaal').select(columns).where('code', '=', code).forUpdate().executeTakeFirst()
}

export async function insertKanaal(tx: Tx, row: KanaalRow): Promise<void> {
  await namesAreUnique(tx.insertInto('kanaal').values(row).execute())
}

export async function updateKanaal(tx: Tx, row: KanaalRow): Promise<void> {
  const { code, ...values } = row
  await namesAreUnique(tx.updateTable('kanaal').set(values).where('code', '=', code).execute())
}

/** @throws 409 when contacts or templates name this kanaal */
export async function deleteKanaal(tx: Tx, code: string): Promise<void> {
  await explainInUse(tx.deleteFrom('kanaal').where('code', '=', code).execute(), () =>
    conflict('in-gebruik', 'Dit kanaal is in gebruik en kan niet weg. Zet het op niet actief.'),
  )
}

/** Every kanaal, held until the end of the transaction: for a new order. */
export function lockKanalen(tx: Tx): Promise<KanaalRow[]> {
  return tx.selectFrom('kanaal').select(columns).orderBy('volgorde').orderBy('code').forUpdate().execute()
}

function namesAreUnique<T>(work: Promise<T>): Promise<T> {
  return explainConstraints(work, {
    kanaal_pkey: () => invalid('code', 'bestaat', 'Er is al een kanaal met deze code.'),
    kanaal_naam: () => invalid('naam', 'bestaat', 'Er is al een kanaal met deze naam.'),
  })
}
