import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Client, startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { foto, lees } from './testing/inlezen.ts'

const voorbeelden = join(import.meta.dirname, '../../docs/voorbeelden')

// Whole commands on a real database; two cores that are busy with other tests make them slow, never wrong.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

let rondom: TestRondom
let medewerker: Client
beforeAll(async () => {
  rondom = await startTestRondom()
  medewerker = await rondom.als('klantcontactmedewerker')
})
afterAll(() => rondom.close())

const zoek = async (q: string, client = medewerker) => {
  const answer = await client.get(`/api/zoeken?q=${encodeURIComponent(q)}`)
  expect(answer.statusCode, answer.body).toBe(200)
  return (answer.json() as { resultaten: { soort: string; id: string; titel: string }[] }).resultaten
}
const titels = async (q: string) => (await zoek(q)).map(({ titel }) => titel)

describe('the CSV example of the documentation', () => {
  it('is imported whole', async () => {
    const uitkomst = await lees(rondom, join(voorbeelden, 'import-csv'))
    expect(uitkomst.redenen).toEqual([])
    expect(uitkomst).toMatchObject({
      gelezen: 23,
      afgekeurd: 0,
      totaal: { klanten: 11, eenheden: 4, overeenkomsten: 4 },
    })
  })

  it.each([
    ['v.d. Breg Utrecht', 'J.A. van den Berg'],
    ['amrani', 'F. el Amrani'],
    ['12-03-1961', 'J.A. van den Berg'],
    ['0612345673', 'A.B. Yılmaz'],
    ['3512ab16', "'t Hoen"],
    ['NL91ABNA0417164300', 'J.A. van den Berg'],
    ['De Kraan', 'Loodgietersbedrijf De Kraan B.V.'],
    ['Berg-Visser', 'Huishouden Van den Berg-Visser'],
  ])('is found by %j', async (q, titel) => {
    expect(await titels(q)).toContain(titel)
  })

  it('shows the klant with household, home and contract in the klantbeeld', async () => {
    const [gevonden] = await zoek('J.A. van den Berg 12-03-1961')
    const beeld = await medewerker.get(`/api/klantbeeld/${gevonden?.id}`)
    expect(beeld.statusCode, beeld.body).toBe(200)
    const tekst = beeld.body
    for (const stuk of ['HO-9001', '1001.012', 'M. Visser', 'Huishouden Van den Berg-Visser', '68942']) {
      expect(tekst).toContain(stuk)
    }
  })

  it('has addresses that the BAG file knows, and leaves the rest to be checked', async () => {
    const rows = await rondom.db
      .selectFrom('partij_adres')
      .select(['straatnaam', 'huisnummer', 'huisletter', 'toevoeging', 'validatie'])
      .orderBy('straatnaam')
      .orderBy('huisnummer')
      .execute()
    expect(rows.find((row) => row.straatnaam === 'Industrieweg')?.validatie).toBe('niet_gevalideerd')
    expect(rows.filter((row) => row.huisnummer === 14)).toEqual([
      { straatnaam: 'Lindelaan', huisnummer: 14, huisletter: 'A', toevoeging: '', validatie: 'gevalideerd' },
    ])
    expect(rows.filter((row) => row.huisnummer === 16)[0]).toMatchObject({
      toevoeging: 'bis',
      validatie: 'gevalideerd',
    })
  })

  it('changes nothing when it is imported again', async () => {
    const voor = await foto(rondom.db)
    const weer = await lees(rondom, join(voorbeelden, 'import-csv'))
    expect(weer.tellingen.every(({ nieuw, gewijzigd }) => nieuw + gewijzigd === 0)).toBe(true)
    expect(await foto(rondom.db)).toEqual(voor)
  })

  it('is not there for another organisatie', async () => {
    const elders = await rondom.als('klantcontactmedewerker', { bij: rondom.elders })
    expect(await zoek('Berg', elders)).toEqual([])
  })
})

describe('the VERA example of the documentation', () => {
  it('is imported whole, and again without a change', async () => {
    const uitkomst = await lees(rondom, join(voorbeelden, 'import-vera'))
    expect(uitkomst.redenen).toEqual([])
    expect(uitkomst).toMatchObject({
      gelezen: 6,
      afgekeurd: 0,
      totaal: { klanten: 15, eenheden: 5, overeenkomsten: 5 },
    })
    const voor = await foto(rondom.db)
    await lees(rondom, join(voorbeelden, 'import-vera'))
    expect(await foto(rondom.db)).toEqual(voor)
  })

  it.each([
    ['de Groot', 'S. de Groot'],
    ['+48 512 345 678', 'K. Kowalski'],
    ['Schildersbedrijf', 'Schildersbedrijf Van Hout'],
    ['3522AB7B', 'S. de Groot'],
  ])('is found by %j', async (q, titel) => {
    expect(await titels(q)).toContain(titel)
  })

  it('ties the contract to home and klant by other numbers than their own', async () => {
    const [gevonden] = await zoek('Sanne de Groot')
    const beeld = await medewerker.get(`/api/klantbeeld/${gevonden?.id}`)
    for (const stuk of ['HV-7001', '2002.007B', 'Beukenhof', 'K. Kowalski', '70150', 'A++'])
      expect(beeld.body).toContain(stuk)
  })
})
