import type { Organisatie } from '#server/platform/db/organisaties.ts'
import type { TestRondom } from '#server/platform/testing/rondom.ts'
import { maakPersoon } from '#server/relaties/testing/partijen.ts'
import { maakKlantaccount } from '../account.ts'

let teller = 0

/** Somebody with an account, and the address that he signs in with. */
export async function maakKlant(rondom: TestRondom, bij: Organisatie, persoon: Parameters<typeof maakPersoon>[1] = {}) {
  const email = `klant-${++teller}@voorbeeld.nl`
  return rondom.write(async (w) => {
    const partij = await maakPersoon(w, persoon)
    const account = await maakKlantaccount(w, { partijId: partij.id, email })
    return { email, partijId: partij.id, accountId: account.id }
  }, bij)
}
