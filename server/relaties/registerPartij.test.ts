import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Partij } from '#contract/relaties.ts'
import { type Client, startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { nieuwePersoon } from './testing/partijen.ts'

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

describe('a new contact', () => {
  it('is a person with a new household in one call, and with a number of his own', async () => {
    const partij = await nieuw({
      soort: 'persoon',
      persoon: {
        initialen: 'j a',
        tussenvoegsels: 'VAN DEN',
        achternaam: 'berg',
        geslacht: 'M',
        geboortedatum: '1980-03-12',
      },
      huishouden: { rol: 'HUU' },
      adressen: [
        { straatnaam: 'Kerkstraat', huisnummer: 56, huisletter: 'a', postcode: '1234 ab', woonplaats: 'Utrecht' },
      ],
      digitaleAdressen: [
        { soort: 'telefoonnummer', adres: '06-12345678' },
        { soort: 'telefoonnummer', adres: '(020) 123 45 67' },
        { soort: 'email', adres: 'J.Berg@Voorbeeld.NL' },
      ],
      rekeningnummers: [{ iban: 'NL91 ABNA 0417 1643 00' }],
    })

    expect(partij.naam).toBe('J.A. van den Berg')
    expect(partij.sorteernaam).toBe('Berg, J.A. van den')
    expect(partij.aanhef).toBe('Geachte heer Van den Berg')
    expect(partij.nummer).toBeGreaterThan(1_000_000)
    expect(partij.rollen).toMatchObject([
      { rol: 'HUU', rolNaam: 'Huurder', begindatum: '2026-11-23', partij: { naam: 'Huishouden Van den Berg' } },
    ])
    expect(partij.adressen).toMatchObject([
      {
        postcode: '1234AB',
        huisletter: 'A',
        validatie: 'niet_gevalideerd',
        weergave: 'Kerkstraat 56A, 1234 AB Utrecht',
      },
    ])
    expect(partij.digitaleAdressen).toMatchObject([
      { adres: '06-12345678', genormaliseerd: '+31612345678', weergave: '06 12 34 56 78', isStandaard: true },
      { genormaliseerd: '+31201234567', isStandaard: false },
      { genormaliseerd: 'j.berg@voorbeeld.nl', isStandaard: true },
    ])
    expect(partij.rekeningnummers).toMatchObject([{ iban: 'NL91ABNA0417164300', voorkeur: true }])
  })

  it('joins a household that exists; a person may have roles in several', async () => {
    const eerste = await nieuw({ ...nieuwePersoon, huishouden: { rol: 'HUU' } })
    const huishoudenId = eerste.rollen[0]?.partij.id
    const kind = await nieuw({
      soort: 'persoon',
      persoon: { initialen: 'S', achternaam: 'Berg', tussenvoegsels: 'van den' },
      huishouden: { id: huishoudenId, rol: 'MBW', inwonendKind: true },
    })
    const tweede = await nieuw({ ...nieuwePersoon, huishouden: { rol: 'HUU', naam: 'Woongroep De Linde' } })

    const response = await medewerker.post(`/api/partijen/${kind.id}/rollen`, {
      inPartijId: tweede.rollen[0]?.partij.id,
      rol: 'BEW',
      begindatum: '2026-11-01',
    })

    expect(response.statusCode, response.body).toBe(201)
    expect(response.json<Partij>().rollen.map((rol) => [rol.partij.naam, rol.rol, rol.inwonendKind])).toEqual([
      ['Huishouden Van den Berg', 'MBW', true],
      ['Woongroep De Linde', 'BEW', false],
    ])
    const huishouden = (await medewerker.get(`/api/partijen/${huishoudenId}`)).json<Partij>()
    expect(huishouden.leden.map((lid) => lid.partij.id).sort()).toEqual([eerste.id, kind.id].sort())
  })

  it('is a company with aanhef BLANCO, its KvK-nummer as identificator, and people who work for it', async () => {
    const bedrijf = await nieuw({
      soort: 'organisatie',
      organisatie: { naam: 'Bakkerij  Jansen B.V.', kvkNummer: '1234 5678', vestigingsnummer: '000012345678' },
    })

    expect(bedrijf).toMatchObject({
      naam: 'Bakkerij Jansen B.V.',
      aanhefcode: 'BLANCO',
      aanhef: 'Geachte heer, mevrouw',
      persoon: null,
      organisatie: { kvkNummer: '12345678', vestigingsnummer: '000012345678', rsin: null },
    })
    const identificatoren = await rondom.db
      .selectFrom('partij_identificator')
      .selectAll()
      .where('partij_id', '=', bedrijf.id)
      .orderBy('code_soort_object_id')
      .execute()
    expect(identificatoren.map((row) => [row.code_objecttype, row.code_register, row.code_soort_object_id])).toEqual([
      ['niet_natuurlijk_persoon', 'hr', 'kvk_nummer'],
      ['vestiging', 'hr', 'vestigingsnummer'],
    ])
    expect(identificatoren[1]?.sub_identificator_van).toBe(identificatoren[0]?.id)

    const contact = await nieuw({
      soort: 'contactpersoon',
      persoon: { initialen: 'P', achternaam: 'Jansen', geslacht: 'V' },
      werktVoorId: bedrijf.id,
    })
    expect(contact).toMatchObject({ aanhef: 'Geachte mevrouw Jansen', werktVoor: { id: bedrijf.id } })

    const dubbel = await medewerker.post('/api/partijen', {
      soort: 'organisatie',
      organisatie: { naam: 'Andere bakker', kvkNummer: '12345678' },
    })
    expect(dubbel.statusCode).toBe(400)
    expect(dubbel.json().invalidParams).toMatchObject([{ name: 'organisatie.kvkNummer', code: 'bestaat' }])
  })

  it('keeps another name than the rules compose only with a reason', async () => {
    const zonder = await medewerker.post('/api/partijen', {
      ...nieuwePersoon,
      naamAfwijking: { naam: 'Mister X', reden: '' },
    })
    expect(zonder.json().invalidParams).toMatchObject([{ name: 'naamAfwijking.reden' }])

    const met = await nieuw({
      ...nieuwePersoon,
      naamAfwijking: { naam: 'Prince', reden: 'Artiestennaam op het contract' },
    })
    expect(met).toMatchObject({ naam: 'Prince', naamAfwijking: { reden: 'Artiestennaam op het contract' } })
    expect(met.sorteernaam).toBe('Berg, J.A. van den')
  })

  it('leaves an event, a line in the verwerkingenlog and a place in the search index', async () => {
    const partij = await nieuw({ ...nieuwePersoon, huishouden: { rol: 'WON' } })

    const events = await sql<{ soort: string }>`
      select soort from gebeurtenis where gegevens ->> 'partijId' = ${partij.id}`.execute(rondom.db)
    expect(events.rows).toEqual([{ soort: 'partij.aangemaakt' }])
    const log = await sql<{ actie: string; actor: string }>`
      select actie, actor from verwerking where object_id = ${partij.id}`.execute(rondom.db)
    expect(log.rows).toEqual([{ actie: 'toevoegen', actor: 'Test Medewerker' }])
    const found = await sql<{ titel: string; sleutels: string[] }>`
      select titel, sleutels from zoek_item where object_id = ${partij.id}`.execute(rondom.db)
    expect(found.rows).toMatchObject([{ titel: 'J.A. van den Berg' }])
    expect(found.rows[0]?.sleutels).toContain(`nr:${partij.nummer}`)
  })

  it('is made once when the button is pressed twice', async () => {
    const headers = { 'idempotency-key': 'dubbelklik-0001' }
    const body = { ...nieuwePersoon, persoon: { achternaam: 'Dubbelklik' } }
    const [a, b] = await Promise.all([
      medewerker.post('/api/partijen', body, headers),
      medewerker.post('/api/partijen', body, headers),
    ])

    expect(a.json<Partij>().id).toBe(b.json<Partij>().id)
    const rows = await rondom.db.selectFrom('partij').select('id').where('naam', '=', 'Dubbelklik').execute()
    expect(rows).toHaveLength(1)
  })
})

describe('bad input', () => {
  it('names every wrong field in Dutch', async () => {
    const response = await medewerker.post('/api/partijen', {
      soort: 'persoon',
      persoon: { achternaam: ' ', geboortedatum: '12-03-1980' },
      huishouden: { rol: 'KIN' },
      adressen: [{ postcode: '0123 AB', huisnummer: 0 }],
      digitaleAdressen: [{ soort: 'email', adres: 'geen adres' }],
      rekeningnummers: [{ iban: 'NL91ABNA0417164301' }],
      verzonnen: true,
    })

    expect(response.statusCode).toBe(400)
    const fouten: { name: string; reason: string }[] = response.json().invalidParams
    expect(fouten.map((fout) => fout.name)).toEqual(
      expect.arrayContaining([
        'persoon.achternaam',
        'persoon.geboortedatum',
        'huishouden.rol',
        'adressen.0.huisnummer',
        'digitaleAdressen.0.adres',
        'rekeningnummers.0.iban',
        'verzonnen',
      ]),
    )
    expect(fouten.find((fout) => fout.name === 'huishouden.rol')?.reason).toBe('Kies een rol uit de lijst.')
  })

  it('names a telephone number that does not exist by its place', async () => {
    const response = await medewerker.post('/api/partijen', {
      ...nieuwePersoon,
      digitaleAdressen: [
        { soort: 'telefoonnummer', adres: '06-12345678' },
        { soort: 'telefoonnummer', adres: '06-1234' },
      ],
    })

    expect(response.statusCode).toBe(400)
    expect(response.json().invalidParams).toMatchObject([{ name: 'digitaleAdressen.1.adres' }])
    expect(response.json().invalidParams[0].reason).toMatch(/te kort/)
  })

  it('keeps <script> as the text it is, and loses control characters', async () => {
    const partij = await nieuw({
      soort: 'persoon',
      persoon: { initialen: 'J', achternaam: '<script>alert(1)</script>\u0000\u0007Jan\u202eneB' },
      interneNotitie: 'Belt\r\nvaak\u0008',
    })

    expect(partij.persoon?.achternaam).toBe('<script>alert(1)</script>JanneB')
    expect(partij.interneNotitie).toBe('Belt\nvaak')
  })

  it('refuses a name of 10 000 characters', async () => {
    const response = await medewerker.post('/api/partijen', {
      ...nieuwePersoon,
      persoon: { achternaam: 'A'.repeat(10_000) },
    })

    expect(response.statusCode).toBe(400)
    expect(response.json().invalidParams).toMatchObject([
      { name: 'persoon.achternaam', reason: 'Gebruik hoogstens 200 tekens.' },
    ])
  })

  it('refuses a birth date in the future and more than twenty numbers', async () => {
    const morgen = await medewerker.post('/api/partijen', {
      ...nieuwePersoon,
      persoon: { achternaam: 'Morgen', geboortedatum: '2026-11-24' },
    })
    expect(morgen.json().invalidParams).toMatchObject([{ name: 'persoon.geboortedatum' }])

    const veel = await medewerker.post('/api/partijen', {
      ...nieuwePersoon,
      digitaleAdressen: Array.from({ length: 21 }, () => ({ soort: 'telefoonnummer', adres: '0612345678' })),
    })
    expect(veel.json().invalidParams).toMatchObject([{ name: 'digitaleAdressen' }])
  })
})
