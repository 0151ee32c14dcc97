import { sql } from 'kysely'
import type { Db, Tx } from '#server/platform/db/schema.ts'
import { newId } from '#server/platform/ids.ts'
import { type Verplaatsing, verplaatsRijen } from '#server/relaties/index.ts'
import { sterkSeconden } from './sessie.ts'
import type { AccountRow } from './tables.ts'

/** The account that counts for this person. */
export function selectAccount(db: Db, partijId: string): Promise<AccountRow | undefined> {
  return db
    .selectFrom('klant_account')
    .selectAll()
    .where('partij_id', '=', partijId)
    .where('status', '<>', 'samengevoegd')
    .executeTakeFirst()
}

export function selectAccountById(db: Db, id: string): Promise<AccountRow | undefined> {
  return db.selectFrom('klant_account').selectAll().where('id', '=', id).executeTakeFirst()
}

export function selectAccountByEmail(db: Db, email: string): Promise<AccountRow | undefined> {
  return db
    .selectFrom('klant_account')
    .selectAll()
    .where('email', '=', email)
    .where('status', '<>', 'samengevoegd')
    .executeTakeFirst()
}

/** Whose account it is, when it is open and he is a customer still. */
export async function selectToegelaten(db: Db, wie: { id: string } | { email: string }): Promise<string | undefined> {
  const result = await sql<{ id: string }>`
    select a.partij_id as id from klant_account a join klant_gebruiker g on g.id = a.id
    where ${'id' in wie ? sql`a.id = ${wie.id}` : sql`a.email = ${wie.email}`}`.execute(db)
  return result.rows[0]?.id
}

/** @returns undefined when the person has one, or the address is that of another */
export function insertAccount(
  tx: Tx,
  row: Pick<AccountRow, 'partij_id' | 'email' | 'taal' | 'aangemaakt_op' | 'aangemaakt_door'>,
): Promise<AccountRow | undefined> {
  return tx
    .insertInto('klant_account')
    .values({ id: newId(), ...row })
    .onConflict((on) => on.doNothing())
    .returningAll()
    .executeTakeFirst()
}

export function updateAccount(
  tx: Tx,
  id: string,
  changes: Partial<Pick<AccountRow, 'email' | 'status' | 'taal'>>,
): Promise<AccountRow> {
  return tx
    .updateTable('klant_account')
    .set((eb) => ({ ...changes, versie: eb('versie', '+', 1) }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

export async function lockAccount(tx: Tx, partijId: string): Promise<AccountRow | undefined> {
  return tx
    .selectFrom('klant_account')
    .selectAll()
    .where('partij_id', '=', partijId)
    .where('status', '<>', 'samengevoegd')
    .forUpdate()
    .executeTakeFirst()
}

/** Everything that is open under this account, and every code that is under way. */
export async function deleteSessies(tx: Tx, accountId: string): Promise<void> {
  await sql`delete from klant_sessie where "userId" = ${accountId}`.execute(tx)
  await sql`delete from klant_bewijs where account_id = ${accountId}`.execute(tx)
}

/**
 * Who has this address as his own, checked one: the person himself may open an account with it. Two who share an address
 * are nobody: which of them it is cannot be known.
 */
export async function findEigenaarVanAdres(db: Db, email: string): Promise<string | undefined> {
  const result = await sql<{ id: string }>`
    select distinct p.id from digitaal_adres d join partij p on p.id = d.partij_id
    join partij_persoon s on s.partij_id = p.id
    where d.soort = 'email' and d.genormaliseerd = ${email} and d.verificatie_datum is not null
      and (d.einddatum is null or d.einddatum >= current_date)
      and p.actief and p.samengevoegd_in is null and s.overlijdensdatum is null limit 2`.execute(db)
  const [een, ander] = result.rows
  // Who has an account signs in with the address of that one.
  return een && !ander && !(await selectAccount(db, een.id)) ? een.id : undefined
}

/**
 * The account follows its person when he turns out to be known twice. Of two accounts the one of the customer that
 * remains goes on; the other is kept aside, for when the merge is undone.
 */
export async function moveAccount(tx: Tx, move: Verplaatsing): Promise<string[]> {
  await sql`
    update klant_account set status = 'samengevoegd', versie = versie + 1
    where partij_id = ${move.van} and status <> 'samengevoegd' and ${move.only === undefined}
      and exists (select from klant_account b where b.partij_id = ${move.naar} and b.status <> 'samengevoegd')`.execute(
    tx,
  )
  const moved = await verplaatsRijen(tx, { tabel: 'klant_account' }, move)
  await sql`
    update klant_account set status = 'actief', versie = versie + 1
    where id = any (${move.only === undefined ? [] : moved}::uuid[]) and status = 'samengevoegd'`.execute(tx)
  await sql`delete from klant_sessie where "userId" = any (${moved}::uuid[])`.execute(tx)
  return moved
}

/** What is over and explains nothing any more. */
export async function deleteVerlopen(db: Db): Promise<void> {
  await sql`delete from klant_sessie where "expiresAt" < now()`.execute(db)
  await sql`delete from klant_verificatie where "expiresAt" < now()`.execute(db)
  await sql`delete from klant_bewijs where geldig_tot < now() - interval '1 day'`.execute(db)
  await sql`delete from klant_activering where geldig_tot < now() - interval '90 days'`.execute(db)
}

/** @returns false when it is not one of his */
export async function deleteSessie(tx: Tx, accountId: string, id: string): Promise<boolean> {
  const gone =
    await sql`delete from klant_sessie where id::text = ${id} and "userId" = ${accountId} returning 1`.execute(tx)
  return gone.rows.length > 0
}

/** The second step was taken in this session. */
export async function maakSterk(tx: Tx, sessieId: string): Promise<void> {
  await sql`
    update klant_sessie set sterk_tot = now() + make_interval(secs => ${sterkSeconden}), bewezen_op = now()
    where id = ${sessieId}`.execute(tx)
}

/** He proved the first factor again. */
export async function noteerBewezen(tx: Tx, sessieId: string): Promise<void> {
  await sql`update klant_sessie set bewezen_op = now() where id = ${sessieId}`.execute(tx)
}

/** Whether the first factor was proved as recently as a second step counts. */
export async function isPasBewezen(db: Db, sessieId: string): Promise<boolean> {
  const result = await sql`
    select from klant_sessie where id = ${sessieId} and bewezen_op > now() - make_interval(secs => ${sterkSeconden})`.execute(
    db,
  )
  return result.rows.length > 0
}

export async function deleteAndereSessies(tx: Tx, accountId: string, behalve: string): Promise<void> {
  await sql`delete from klant_sessie where "userId" = ${accountId} and id <> ${behalve}`.execute(tx)
}

export async function selectSessies(
  db: Db,
  accountId: string,
): Promise<{ id: string; browser: string; laatst: Date }[]> {
  const result = await sql<{ id: string; browser: string; laatst: Date }>`
    select id, coalesce("userAgent", '') as browser, "updatedAt" as laatst from klant_sessie
    where "userId" = ${accountId} and "expiresAt" > now() order by "updatedAt" desc, id limit 50`.execute(db)
  return result.rows
}

export async function selectPasskeys(db: Db, accountId: string): Promise<{ id: string; naam: string; op: Date }[]> {
  const result = await sql<{ id: string; naam: string; op: Date }>`
    select id, coalesce(name, '') as naam, coalesce("createdAt", now()) as op
    from klant_passkey where "userId" = ${accountId} order by "createdAt", id`.execute(db)
  return result.rows
}

export async function deletePasskey(tx: Tx, accountId: string, id: string): Promise<void> {
  await sql`delete from klant_passkey where id::text = ${id} and "userId" = ${accountId}`.execute(tx)
}

/** @returns whose it was */
export async function deleteSessieMetToken(db: Db, token: string): Promise<string | undefined> {
  const gone = await sql<{ id: string }>`
    delete from klant_sessie where token = ${token} returning "userId" as id`.execute(db)
  return gone.rows[0]?.id
}

export async function telAccount(db: Db, accountId: string): Promise<{ sessies: number; passkeys: number }> {
  const result = await sql<{ sessies: number; passkeys: number }>`
    select (select count(*)::int from klant_sessie where "userId" = ${accountId} and "expiresAt" > now()) as sessies,
           (select count(*)::int from klant_passkey where "userId" = ${accountId}) as passkeys`.execute(db)
  return result.rows[0] ?? { sessies: 0, passkeys: 0 }
}
