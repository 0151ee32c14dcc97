import { sql } from 'kysely'
import type { Passkey, Sessie } from '#contract/aanmelden/account.ts'
import type { getMedewerkerToegang } from '#contract/aanmelden/uitnodigingen.ts'
import type { ResponseOf } from '#contract/endpoint.ts'
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

/** @returns false when it is not one of his */
export async function deleteSessie(tx: Tx, medewerkerId: string, id: string): Promise<boolean> {
  const gone = await sql`delete from auth_session where id = ${id} and "userId" = ${medewerkerId} returning 1`.execute(
    tx,
  )
  return gone.rows.length > 0
}

/** Sign-ins that were begun are void as well: a password that was typed before the change opens nothing after it. */
export async function deleteBegonnenAanmeldingen(tx: Tx, medewerkerId: string): Promise<void> {
  await sql`delete from auth_verification where value = ${medewerkerId}`.execute(tx)
}

export async function selectSessies(db: Db, medewerkerId: string, huidigToken: string): Promise<Sessie[]> {
  const result = await sql<Omit<Sessie, 'begonnenOp' | 'laatstActiefOp'> & { begonnen: Date; laatst: Date }>`
    select id, "createdAt" as begonnen, "updatedAt" as laatst, coalesce("userAgent", '') as browser,
           coalesce("ipAddress", '') as adres, token = ${huidigToken} as huidige
    from auth_session where "userId" = ${medewerkerId} and "expiresAt" > now()
    order by "updatedAt" desc, id limit 50`.execute(db)
  return result.rows.map(({ begonnen, laatst, ...rest }) => ({
    ...rest,
    begonnenOp: begonnen.toISOString(),
    laatstActiefOp: laatst.toISOString(),
  }))
}

export async function selectPasskeys(db: Db, medewerkerId: string): Promise<Passkey[]> {
  const result = await sql<{ id: string; naam: string; op: Date }>`
    select id, coalesce(nullif(name, ''), 'Passkey') as naam, coalesce("createdAt", now()) as op
    from auth_passkey where "userId" = ${medewerkerId} order by "createdAt", id`.execute(db)
  return result.rows.map(({ id, naam, op }) => ({ id, naam, toegevoegdOp: op.toISOString() }))
}

/** @returns false when it is not one of his */
export async function deletePasskey(tx: Tx, medewerkerId: string, id: string): Promise<boolean> {
  const gone = await sql`delete from auth_passkey where id = ${id} and "userId" = ${medewerkerId} returning 1`.execute(
    tx,
  )
  return gone.rows.length > 0
}

export async function deleteTweedeStap(tx: Tx, medewerkerId: string): Promise<void> {
  await sql`delete from auth_two_factor where "userId" = ${medewerkerId}`.execute(tx)
  await sql`delete from auth_passkey where "userId" = ${medewerkerId}`.execute(tx)
}

type ToegangRow = Omit<ResponseOf<typeof getMedewerkerToegang>, 'uitnodigingGeldigTot'> & { tot: Date | null }

/** Which ways in an employee has, without any secret. */
export async function selectToegang(db: Db, medewerkerId: string): Promise<ToegangRow> {
  const result = await sql<ToegangRow>`
    select m.id as "medewerkerId",
      exists (select from auth_account a where a."userId" = m.id and a.password is not null) as wachtwoord,
      exists (select from auth_account a where a."userId" = m.id and a."providerId" <> 'credential') as oidc,
      exists (select from auth_two_factor t where t."userId" = m.id and t.verified) as totp,
      (select count(*)::int from auth_passkey p where p."userId" = m.id) as passkeys,
      (select count(*)::int from auth_session s where s."userId" = m.id and s."expiresAt" > now()) as sessies,
      (select max(u.geldig_tot) from auth_uitnodiging u
       where u.medewerker_id = m.id and u.gebruikt_op is null and u.geldig_tot > now()) as tot
    from medewerker m where m.id = ${medewerkerId}`.execute(db)
  const row = result.rows[0]
  if (!row) throw new Error('selectToegang is asked about somebody who exists')
  return row
}

export async function insertUitnodiging(
  tx: Tx,
  { medewerkerId, hash, door }: { medewerkerId: string; hash: Buffer; door: string },
): Promise<Date> {
  const result = await sql<{ geldig_tot: Date }>`
    insert into auth_uitnodiging (id, medewerker_id, hash, gemaakt_door, geldig_tot)
    values (${newId()}, ${medewerkerId}, ${hash}, ${door}, now() + interval '72 hours') returning geldig_tot`.execute(
    tx,
  )
  return result.rows[0]?.geldig_tot ?? new Date(0)
}

/** Links that were not used yet stop working. */
export async function vervalUitnodigingen(tx: Tx, medewerkerId: string): Promise<void> {
  await sql`
    update auth_uitnodiging set geldig_tot = now()
    where medewerker_id = ${medewerkerId} and gebruikt_op is null and geldig_tot > now()`.execute(tx)
}

export type Uitgenodigde = { naam: string; email: string; geldigTot: Date }

export async function findUitnodiging(db: Db, hash: Buffer): Promise<Uitgenodigde | undefined> {
  const result = await sql<Uitgenodigde>`
    select m.naam, m.email, u.geldig_tot as "geldigTot"
    from auth_uitnodiging u join medewerker m on m.id = u.medewerker_id
    where u.hash = ${hash} and u.gebruikt_op is null and u.geldig_tot > now() and m.actief`.execute(db)
  return result.rows[0]
}

/** Takes the link in one statement, so that two who use it at once do not both succeed. */
export async function takeUitnodiging(tx: Tx, hash: Buffer): Promise<string | undefined> {
  const result = await sql<{ medewerker_id: string }>`
    update auth_uitnodiging u set gebruikt_op = now() from medewerker m
    where u.hash = ${hash} and u.gebruikt_op is null and u.geldig_tot > now()
      and m.id = u.medewerker_id and m.actief
    returning u.medewerker_id`.execute(tx)
  return result.rows[0]?.medewerker_id
}

/** What is over and explains nothing any more. */
export async function deleteVerlopen(db: Db): Promise<void> {
  await sql`delete from auth_session where "expiresAt" < now()`.execute(db)
  await sql`delete from auth_verification where "expiresAt" < now()`.execute(db)
  await sql`delete from auth_poging where laatst_op < now() - interval '2 days'`.execute(db)
  await sql`delete from auth_totp_gebruikt where op < now() - interval '1 hour'`.execute(db)
  await sql`delete from auth_uitnodiging where geldig_tot < now() - interval '90 days'`.execute(db)
}
