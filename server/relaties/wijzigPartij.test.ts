import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Partij } from '#contract/relaties.ts'
import { type Client, startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { persoonIn } from './testing/partijen.ts'

let rondom: TestRondom
let medewerker: Client
beforeAll(async () => {
  rondom = await startTestRondom()
  medewerker = await rondom.als('klantcontactmedewerker')
})
afterAll(() => rondom.close())

async function nieuw(body: object): Promise<Partij> {
  const response = await medewerker.post('/api/partijen', body)
  expect(response.statusCode, response.body).toBe(201)
  return response.json<Partij>()
}

describe('changing', () => {
  const wijziging = {
    persoon: { initialen: 'J', achternaam: 'Jansen', geslachtsnaam: 'de Vries', geslacht: 'V' },
    aanhefcode: 'MEVR',
    naamAfwijking: null,
    geheimhouding: true,
    voorkeurstaal: 'nld',
    interneNotitie: '',
    actief: true,
  }

  it('composes the name again, and goes by version', async () => {
    const partij = await persoonIn(rondom)

    const eerste = await medewerker.put(`/api/partijen/${partij.id}`, wijziging, 1)
    expect(eerste.statusCode, eerste.body).toBe(200)
    expect(eerste.headers['etag']).toBe('"2"')
    expect(eerste.json()).toMatchObject({ naam: 'J. Jansen-de Vries', geheimhouding: true, versie: 2 })

    const tweede = await medewerker.put(`/api/partijen/${partij.id}`, { ...wijziging, geheimhouding: false }, 1)
    expect(tweede.statusCode).toBe(409)
    expect(tweede.json()).toMatchObject({ code: 'verouderd', huidig: { naam: 'J. Jansen-de Vries', versie: 2 } })
    const zonder = await medewerker.request({ method: 'PUT', url: `/api/partijen/${partij.id}`, payload: wijziging })
    expect(zonder.statusCode).toBe(428)
  })

  it('asks for the fields of its own soort', async () => {
    const partij = await persoonIn(rondom)
    const { persoon: _, ...zonder } = wijziging

    const response = await medewerker.put(`/api/partijen/${partij.id}`, zonder, 1)

    expect(response.statusCode).toBe(400)
    expect(response.json().invalidParams).toMatchObject([{ name: 'persoon' }])
  })

  it('changes and clears the numbers of a company', async () => {
    const bedrijf = await nieuw({
      soort: 'organisatie',
      organisatie: { naam: 'Loodgieter', kvkNummer: '87654321', vestigingsnummer: '000087654321' },
    })
    const { persoon: _, ...rest } = wijziging
    const organisatie = { naam: 'Loodgieter', kvkNummer: '11223344', vestigingsnummer: '000087654321' }

    const gewijzigd = await medewerker.put(`/api/partijen/${bedrijf.id}`, { ...rest, organisatie }, 1)
    expect(gewijzigd.json<Partij>().organisatie).toMatchObject({
      kvkNummer: '11223344',
      vestigingsnummer: '000087654321',
    })

    const leeg = await medewerker.put(
      `/api/partijen/${bedrijf.id}`,
      { ...rest, organisatie: { naam: 'Loodgieter' } },
      2,
    )
    expect(leeg.json<Partij>().organisatie).toMatchObject({ kvkNummer: null, vestigingsnummer: null })
  })
})
