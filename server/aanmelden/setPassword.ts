import { hashPassword } from 'better-auth/crypto'
import { getMedewerker } from '#server/beheer/index.ts'
import { notFound } from '#server/platform/errors.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { deleteBegonnenAanmeldingen, deleteSessies, upsertWachtwoord, vervalUitnodigingen } from './store.ts'
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
  const medewerker = await getMedewerker(w.tx, medewerkerId)
  if (!medewerker.actief) throw notFound()
  keurWachtwoord(password, { ...medewerker, organisatie: w.organisatie.naam }, veld)
  await upsertWachtwoord(w.tx, medewerkerId, await hashPassword(password))
  await vervalUitnodigingen(w.tx, medewerkerId)
  await endSessions(w, medewerkerId)
}

/** Signs an employee out everywhere, at once: every request looks the session up. */
export async function endSessions(w: WriteContext, medewerkerId: string): Promise<void> {
  await deleteSessies(w.tx, medewerkerId)
  await deleteBegonnenAanmeldingen(w.tx, medewerkerId)
}
