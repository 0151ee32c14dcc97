import { hashPassword } from 'better-auth/crypto'
import { notFound } from '#server/platform/errors.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { deleteBegonnenAanmeldingen, deleteSessies, findHouder, upsertWachtwoord } from './store.ts'
import { keurWachtwoord } from './wachtwoord.ts'

/**
 * Gives an employee this password, and ends everything that the old one opened.
 * @throws 400 on field `veld` when the password is too weak, 404 for somebody unknown or not active
 */
export async function setPassword(
  w: WriteContext,
  medewerkerId: string,
  password: string,
  veld = 'wachtwoord',
): Promise<void> {
  const houder = await findHouder(w.tx, medewerkerId)
  if (!houder) throw notFound()
  keurWachtwoord(password, { naam: houder.naam, email: houder.email, organisatie: w.organisatie.naam }, veld)
  await upsertWachtwoord(w.tx, medewerkerId, await hashPassword(password))
  await endSessions(w, medewerkerId)
}

/** Signs an employee out everywhere, at once: every request looks the session up. */
export async function endSessions(w: WriteContext, medewerkerId: string): Promise<void> {
  await deleteSessies(w.tx, medewerkerId)
  await deleteBegonnenAanmeldingen(w.tx, medewerkerId)
}
