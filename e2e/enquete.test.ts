import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { nodigUit } from '../server/enquetes/index.ts'
import { write } from '../server/platform/db/write.ts'
import { systemContext } from '../server/platform/http/context.ts'
import { createLogger } from '../server/platform/log/log.ts'
import { openStoring } from '../server/storingen/index.ts'
import { openZaak } from '../server/zaken/index.ts'
import { axe } from './axe.ts'
import { keurElkeGedaante } from './gedaanten.ts'
import { e2ePerBestand } from './omgeving.ts'

const e2e = e2ePerBestand()
let pad: string
let buurman: string

beforeAll(async () => {
  const { db } = e2e.organisatie
  const buren = await sql<{ partij_id: string; eenheid_id: string }>`
    select r.partij_id, o.eenheid_id from overeenkomst_partij r
    join overeenkomst o on o.id = r.overeenkomst_id and o.einddatum is null
    join eenheid e on e.id = o.eenheid_id join partij p on p.id = r.partij_id and p.soort = 'persoon' and p.actief
    where r.rol = 'HUU' and r.einddatum is null and e.complex_id = (
      select e2.complex_id from eenheid e2 join overeenkomst o2 on o2.eenheid_id = e2.id and o2.einddatum is null
      where e2.complex_id is not null group by 1 having count(*) > 3 order by 1 limit 1)
    order by o.eenheid_id limit 2`.execute(db)
  const [een, twee] = buren.rows
  if (!een || !twee) throw new Error('the demo has no complex with two tenants')
  buurman = twee.partij_id
  const ctx = systemContext(e2e.organisatie, { log: createLogger('silent'), now: new Date() })
  pad = await write(ctx, async (w) => {
    const zaak = await openZaak(w, {
      zaaktype: 'reparatie',
      zaaktypeNaam: 'Reparatieverzoek',
      omschrijving: 'De lift staat stil',
      partijId: een.partij_id,
      eenheidId: een.eenheid_id,
    })
    await openStoring(w, zaak, { soort: 'lift', naam: 'de lift' })
    const uitnodiging = await nodigUit(w, zaak, zaak.partij_id)
    return new URL(uitnodiging?.link ?? '').pathname
  })
})

describe('the questionnaire of a klant', () => {
  it('passes WCAG 2.2 AA in any look, is small, and is filled in by keyboard', async () => {
    const page = await e2e.als('coordinator', '/vandaag')
    const antwoord = await page.goto(new URL(pad, page.url()).href)
    expect((await antwoord?.body())?.length).toBeLessThan(10_000)
    for (const [colorScheme, width] of [
      ['light', 1440],
      ['dark', 390],
      ['light', 320],
    ] as const) {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width, height: 844 })
      expect(await axe(page), `${colorScheme}, ${width} wide`).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
    }

    await page.getByRole('radio', { name: '4', exact: true }).focus()
    await page.keyboard.press('Space')
    await page.getByRole('radio', { name: 'Nee, nog niet' }).focus()
    await page.keyboard.press('Space')
    await page.getByLabel('Wilt u nog iets kwijt?').fill('De lift staat weer stil')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')

    await page.getByRole('heading', { name: 'Dank u wel' }).waitFor()
    expect(await axe(page)).toEqual([])
  })

  it('comes back as a number and a remark for who coordinates', async () => {
    const page = await e2e.als('coordinator', '/enquetes')
    await page.getByText('De lift staat weer stil').waitFor()
    await keurElkeGedaante(page, '/enquetes')
  })
})

it('a disturbance stands with who lives in the complex, in any look', async () => {
  const page = await e2e.als('vakspecialist', `/klanten/${buurman}`)
  await page.getByRole('heading', { name: /^Storing in .*: de lift$/ }).waitFor()
  await keurElkeGedaante(page, 'klantbeeld with a storing')
})
