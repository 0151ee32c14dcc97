import { createHash, randomBytes } from 'node:crypto'
import { getMedewerker } from '#server/beheer/index.ts'
import { conflict, notFound } from '#server/platform/errors.ts'
import type { ReadContext, WriteContext } from '#server/platform/http/context.ts'
import { logVerwerking } from '#server/platform/verwerkingenlog/log.ts'
import { setPassword } from './setPassword.ts'
import { findUitnodiging, insertUitnodiging, takeUitnodiging, vervalUitnodigingen } from './store.ts'

export type Uitnodiging = { token: string; geldigTot: Date }

/**
 * Gives an employee a way in: the token of a link with which he chooses a password himself. It is random and kept as a
 * hash only, serves once and for 72 hours; earlier links of his stop working. His present password, when he has one,
 * goes on working until the link is used.
 * @throws 404 for somebody unknown, 409 for somebody who left
 */
export async function createLogin(w: WriteContext, medewerkerId: string): Promise<Uitnodiging> {
  const medewerker = await getMedewerker(w.tx, medewerkerId)
  if (!medewerker.actief) {
    throw conflict('niet-actief', 'Deze medewerker is niet actief. Maak hem eerst weer actief.')
  }
  await vervalUitnodigingen(w.tx, medewerkerId)
  const token = randomBytes(32).toString('base64url')
  const geldigTot = await insertUitnodiging(w.tx, { medewerkerId, hash: hashVan(token), door: w.actor.medewerkerId })
  await logVerwerking(w, {
    actie: 'toevoegen',
    doel: 'Toegang geven aan een medewerker',
    objectSoort: 'medewerker',
    objectId: medewerkerId,
    partijIds: [],
  })
  return { token, geldigTot }
}

/** @throws 404 with the same sentence for a used, an expired and an invented link */
export async function wieIsUitgenodigd(ctx: ReadContext, token: string) {
  const found = await findUitnodiging(ctx.db, hashVan(token))
  if (!found) throw notFound()
  return found
}

/**
 * Sets the password that the employee chose. Whatever was open under his name ends.
 * @returns his e-mail address, to sign in with
 */
export async function gebruikUitnodiging(w: WriteContext, token: string, wachtwoord: string): Promise<string> {
  const medewerkerId = await takeUitnodiging(w.tx, hashVan(token))
  if (!medewerkerId) throw notFound()
  // A weak password rolls this back, and the link stays good.
  await setPassword(w, medewerkerId, wachtwoord)
  return (await getMedewerker(w.tx, medewerkerId)).email
}

function hashVan(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
