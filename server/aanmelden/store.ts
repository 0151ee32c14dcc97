import { sql } from 'kysely'
import type { Db, Tx } from '#server/platform/db/schema.ts'
import { newId } from '#server/platform/ids.ts'

/** Sets or replaces the password of an employee. */
export async function upsertWachtwoord(tx: Tx, medewerkerId: string, hash: string): Promise<void> {
  await sql`
    insert into auth_account (id, "accountId", "providerId", "userId", password, "createdAt", "updatedAt")
    values (${newId()}, ${medewerkerId}, 'credential', ${medewerkerId}, ${hash}, now(), now())
    on conflict ("providerId", "accountId") do update set password = excluded.password, "updatedAt" = now()`.execute(tx)
}

export async function deleteSessies(tx: Tx, medewerkerId: string, behalveToken = ''): Promise<void> {
  await sql`delete from auth_session where "userId" = ${medewerkerId} and token <> ${behalveToken}`.execute(tx)
}

/** Sign-ins that were begun are void as well: a password that was typed before the change opens nothing after it. */
export async function deleteBegonnenAanmeldingen(tx: Tx, medewerkerId: string): Promise<void> {
  await sql`delete from auth_verification where value = ${medewerkerId}`.execute(tx)
}

export type Houder = { id: string; naam: string; email: string }

/** Whose account it is; undefined when he left. */
export async function findHouder(db: Db, medewerkerId: string): Promise<Houder | undefined> {
  const result = await sql<Houder>`
    select id, naam, email from medewerker where id = ${medewerkerId} and actief`.execute(db)
  return result.rows[0]
}
