import { conflict } from '#server/platform/errors.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { logVerwerking } from '#server/platform/verwerkingenlog/log.ts'
import { getActievePartij, type PartijRow } from '#server/relaties/index.ts'
import {
  deleteSessies,
  insertAccount,
  lockAccount,
  selectAccount,
  selectAccountByEmail,
  updateAccount,
} from './store.ts'
import type { AccountRow } from './tables.ts'

/** Only a person signs in: himself, or as the contact of an organisation. */
export const kanAanmelden = (partij: PartijRow): boolean =>
  partij.actief && !partij.samengevoegd_in && (partij.soort === 'persoon' || partij.soort === 'contactpersoon')

/**
 * Gives a person an account, or his account this address.
 * @throws 404, 409 `geen-persoon` or `adres-bezet`
 */
export async function maakKlantaccount(
  w: WriteContext,
  { partijId, email = null }: { partijId: string; email?: string | null },
): Promise<AccountRow> {
  const partij = await getActievePartij(w.tx, partijId)
  if (!kanAanmelden(partij))
    throw conflict('geen-persoon', 'Alleen een persoon die klant is, kan inloggen in het portaal.')
  const adres = email?.trim().toLowerCase() ?? null
  const bestaand = await lockAccount(w.tx, partijId)
  if (bestaand && (adres === null || bestaand.email === adres)) return bestaand
  const bezet = adres === null ? undefined : await selectAccountByEmail(w.db, adres)
  if (bezet) throw adresBezet()
  const account = bestaand
    ? await updateAccount(w.tx, bestaand.id, { email: adres })
    : await insertAccount(w.tx, {
        partij_id: partijId,
        email: adres,
        taal: taalVan(partij),
        aangemaakt_op: w.now,
        aangemaakt_door: w.actor.medewerkerId,
      })
  if (!account) throw adresBezet()
  await logVerwerking(w, {
    actie: bestaand ? 'wijzigen' : 'toevoegen',
    doel: 'Toegang tot het portaal',
    objectSoort: 'klantaccount',
    objectId: account.id,
    partijIds: [partijId],
  })
  return account
}

/** Signs a person out of the portal everywhere, at once: every request looks the session up. */
export async function eindKlantsessies(w: WriteContext, partijId: string): Promise<void> {
  const account = await selectAccount(w.db, partijId)
  if (account) await deleteSessies(w.tx, account.id)
}

/** The other way to write it down: Dutch stays Dutch, and every other language gets English. */
export const taalVan = ({ voorkeurstaal }: PartijRow): 'nl' | 'en' =>
  !voorkeurstaal || voorkeurstaal === 'nld' ? 'nl' : 'en'

const adresBezet = () =>
  conflict('adres-bezet', 'Met dit e-mailadres logt al iemand anders in. Gebruik een ander e-mailadres.')
