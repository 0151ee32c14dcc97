import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { beforeAll } from 'vitest'
import type { Taak } from '../contract/taken.ts'
import { e2ePerBestand } from './omgeving.ts'

export const mehmet = 'Mehmet Yılmaz'
export const linda = 'Linda van Dijk'
/** Divides the work of their team. */
export const tom = 'Tom Bakker'

/** A Rondom with the team and a klant that the tests of taken work with; `ids` is filled before the first test. */
export function takenPerBestand() {
  const e2e = e2ePerBestand()
  const ids = { team: '', partij: '' }
  beforeAll(async () => {
    ids.team = await only(sql`select id from team where naam = 'Planning onderhoud'`)
    ids.partij =
      await only(sql`select p.id from partij p join partij_adres a on a.partij_id = p.id and a.einddatum is null
        where p.soort = 'persoon' and p.samengevoegd_in is null order by p.nummer limit 1`)
  })

  async function only(query: ReturnType<typeof sql>): Promise<string> {
    const { rows } = (await query.execute(e2e.organisatie.db)) as { rows: { id: string }[] }
    if (!rows[0]) throw new Error('the demo lacks what this test needs')
    return rows[0].id
  }

  async function open(wie: string, pad: string, options = {}): Promise<Page> {
    const page = await e2e.als(wie, pad, options)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    return page
  }

  /** What a colleague does meanwhile, through the API of his own session. */
  async function doe(page: Page, method: string, pad: string, body?: object, versie?: number): Promise<Taak> {
    const answer = await page.context().request.fetch(`${e2e.url}/api${pad}`, {
      method,
      ...(body && { data: body }),
      headers: { Origin: e2e.url, ...(versie && { 'If-Match': `"${versie}"` }) },
    })
    if (!answer.ok()) throw new Error(`${method} ${pad}: ${await answer.text()}`)
    return (await answer.json()) as Taak
  }

  return {
    e2e,
    ids,
    open,
    doe,
    nieuweTaak: (page: Page, onderwerp: string, extra: object = {}) =>
      doe(page, 'POST', '/taken', { onderwerp, teamId: ids.team, termijnWerkdagen: 1, ...extra }),
    pakOp: (page: Page, taak: Taak) => doe(page, 'POST', `/taken/${taak.id}/behandeling`),
  }
}

export const rij = (page: Page, taak: Taak) => page.locator(`li[data-taak="${taak.id}"]`)
export const focusRij = (page: Page, taak: Taak) => rij(page, taak).locator('a[data-regel]').focus()
export const paneel = (page: Page) => page.getByRole('complementary', { name: 'Geopende taak' })
export const tops = (page: Page) =>
  page
    .locator('li[data-taak]')
    .evaluateAll((rows) => rows.map((row) => [row.getAttribute('data-taak'), row.getBoundingClientRect().top]))
