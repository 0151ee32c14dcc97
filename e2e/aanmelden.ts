import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, expect } from 'vitest'
import { setPassword } from '../server/aanmelden/index.ts'
import { type Aanbieder, startAanbieder } from '../server/aanmelden/testing/aanbieder.ts'
import { write } from '../server/platform/db/write.ts'
import { systemContext } from '../server/platform/http/context.ts'
import { createLogger } from '../server/platform/log/log.ts'
import { freePort } from '../server/platform/postgres/freePort.ts'
import { type E2e, e2ePerBestand, startE2e } from './omgeving.ts'

export const wachtwoord = 'paard batterij nietje correct'

export type Mens = { id: string; naam: string; email: string }

/** A Rondom that is joined to a real identity provider; one per test file, as `e2ePerBestand`. */
export function metAanbieder(env: Record<string, string> = {}): { e2e: E2e; aanbieder: Aanbieder } {
  // Nothing reads it before the hook of `e2ePerBestand` has filled it.
  const aanbieder = {} as Aanbieder
  // Registered first, so run last: after the windows and the server are closed.
  afterAll(() => aanbieder.stop?.())
  afterEach(() => sql`delete from auth_poging`.execute(e2e.organisatie.db))
  const e2e = e2ePerBestand(async () => {
    const port = await freePort()
    Object.assign(aanbieder, await startAanbieder([`http://127.0.0.1:${port}/api/aanmelden/oidc/callback/oidc`]))
    const oidc = {
      OIDC_ISSUER: aanbieder.issuer,
      OIDC_CLIENT_ID: 'rondom',
      OIDC_CLIENT_SECRET: 'geheim-van-rondom',
    }
    return startE2e({ env: { PORT: String(port), ...oidc, ...env } })
  })
  return { e2e, aanbieder }
}

/** Somebody of the demo with this role, who has a password now. */
export async function mensMetWachtwoord({ organisatie }: E2e, rol: string): Promise<Mens> {
  const { db } = organisatie
  const found = await sql<Mens>`
    select id, naam, email from medewerker where actief and ${rol} = any(rollen) order by id limit 1`.execute(db)
  const wie = found.rows[0] ?? expect.fail(`nobody is ${rol}`)
  const ctx = systemContext(organisatie, { log: createLogger('silent'), now: new Date() })
  await write(ctx, (w) => setPassword(w, wie.id, wachtwoord))
  return wie
}

export async function vulIn(page: Page, email: string, tekst = wachtwoord): Promise<void> {
  await page.getByLabel('E-mailadres').fill(email)
  await page.getByLabel('Wachtwoord', { exact: true }).fill(tekst)
  await page.keyboard.press('Enter')
}

/** The shell is there, with this person in it. */
export const binnen = (page: Page, naam: string) => page.getByRole('button', { name: `Menu van ${naam}` }).waitFor()
