import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { NieuwContact } from '#contract/relatieinvoer.ts'
import { startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { huishoudensVan } from './huishoudensVan.ts'
import { registerPartij } from './registerPartij.ts'
import './tables.ts'

let rondom: TestRondom
beforeAll(async () => {
  rondom = await startTestRondom()
})
afterAll(() => rondom.close())

describe('registerPartij', () => {
  it('makes a person in a new household, with the role that was chosen', async () => {
    const row = await rondom.write((w) =>
      registerPartij(
        w,
        NieuwContact.parse({
          soort: 'persoon',
          persoon: { initialen: 'j a', tussenvoegsels: 'VAN DEN', achternaam: 'berg', geslacht: 'M' },
          huishouden: { rol: 'HUU' },
          digitaleAdressen: [{ soort: 'telefoonnummer', adres: '06-12345678' }],
        }),
      ),
    )

    expect(row.naam).toBe('J.A. van den Berg')
    expect(row.aanhefcode).toBe('DHR')
    expect(row.nummer).toBeGreaterThan(1_000_000)
    const [huishouden] = await huishoudensVan(rondom.db, row.id, '2026-11-23')
    expect(huishouden).toMatchObject({ rol: 'HUU', partij: { naam: 'Huishouden Van den Berg', aanhefcode: 'BLANCO' } })
  })
})
