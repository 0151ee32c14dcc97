import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { registerKlantcontact } from '../server/klantcontacten/index.ts'
import { write } from '../server/platform/db/write.ts'
import { systemContext } from '../server/platform/http/context.ts'
import { newId } from '../server/platform/ids.ts'
import { createLogger } from '../server/platform/log/log.ts'
import { axe } from './axe.ts'
import { keurElkeGedaante } from './gedaanten.ts'
import { e2ePerBestand } from './omgeving.ts'

const e2e = e2ePerBestand()
const telefoon = { viewport: { width: 390, height: 844 } }

/** The tenant of the demo, signed in. */
async function klant(pad: string, options = {}): Promise<Page> {
  const page = await (await e2e.venster(options)).newPage()
  await page.goto(`/aanmelden?terug=${encodeURIComponent(pad)}`)
  await page.getByRole('button', { name: 'J.A. van den Berg' }).click()
  await page.waitForURL((url) => url.pathname === pad)
  return page
}

it('a question on a telephone comes once, is answered by an employee, read, and answered back', async () => {
  const page = await klant('/contact', telefoon)
  await page.getByRole('link', { name: 'Stel een vraag' }).click()
  await page.getByRole('heading', { name: 'Stel een vraag', level: 1 }).waitFor()
  await page.getByRole('button', { name: 'Verstuur' }).click()
  await page.getByText('Kies waar uw vraag over gaat.').waitFor()
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('waarover')
  expect(await axe(page)).toEqual([])
  await page.getByLabel('Wat wilt u vragen of vertellen?').fill('Wanneer wordt de gevel geschilderd?')
  // What was typed is there again after a reload.
  await page.reload()
  await page.getByLabel('Reparatie').check()
  expect(await page.getByLabel('Wat wilt u vragen of vertellen?').inputValue()).toBe(
    'Wanneer wordt de gevel geschilderd?',
  )
  await page.getByRole('button', { name: 'Verstuur' }).click()
  await page.getByRole('heading', { name: 'Wanneer wordt de gevel geschilderd?', level: 1 }).waitFor()
  await page.getByText(/U krijgt uiterlijk .* antwoord/).waitFor()
  expect(await axe(page)).toEqual([])

  const contacten = await sql<{ id: string; partijId: string }>`
    select k.id, b.partij_id as "partijId" from klantcontact k
    join betrokkene b on b.klantcontact_id = k.id and b.rol = 'klant'
    where k.vraag = 'Wanneer wordt de gevel geschilderd?'`.execute(e2e.organisatie.db)
  expect(contacten.rows).toHaveLength(1)
  const vraag = contacten.rows[0] ?? expect.fail('the question did not come')
  const werkplek = await e2e.als('Sanne Jansen', `/klantcontacten/${vraag.id}`)
  await werkplek.getByText('Klant (portaal)').waitFor()
  const ctx = systemContext(e2e.organisatie, { log: createLogger('silent'), now: new Date() })
  await write(ctx, (w) =>
    registerKlantcontact(w, {
      gesprekId: newId(),
      partijId: vraag.partijId,
      type: 'terugkoppeling',
      kanaalCode: 'portaal',
      richting: 'uitgaand',
      onderwerp: 'Gevel',
      antwoord: 'In mei.',
      antwoordOp: vraag.id,
      toonInPortaal: true,
      contactGelukt: true,
    }),
  )
  await page.reload()
  await page.getByText('In mei.').waitFor()
  await werkplek.getByText('Gelezen in het klantportaal:').waitFor()

  await page.getByLabel('Uw reactie').fill('Dank u wel.')
  await page.getByRole('button', { name: 'Verstuur' }).click()
  await page.getByText('Uw bericht is verstuurd.').waitFor()
  await page.getByRole('listitem').filter({ hasText: 'Dank u wel.' }).waitFor()
})

it('passes axe in every look', async () => {
  for (const [pad, kop] of [
    ['/contact', 'Contact'],
    ['/contact/nieuw', 'Stel een vraag'],
    ['/berichten', 'Post van ons'],
    ['/zaken', 'Mijn zaken'],
  ] as const) {
    const page = await klant(pad)
    await page.getByRole('heading', { name: kop, level: 1 }).waitFor()
    await expect.poll(() => page.getByText('Even geduld, we halen dit op.').count(), { timeout: 15_000 }).toBe(0)
    await keurElkeGedaante(page, pad)
  }
})
