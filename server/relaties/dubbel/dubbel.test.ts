import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MogelijkDubbel } from '#contract/samenvoegen.ts'
import { type Client, startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { maak, persoonIn } from '../testing/partijen.ts'
import { kandidatenQuery } from './store.ts'

let rondom: TestRondom
let medewerker: Client
beforeAll(async () => {
  rondom = await startTestRondom()
  medewerker = await rondom.als('klantcontactmedewerker')
})
afterAll(() => rondom.close())

async function zoek(getypt: object, client = medewerker): Promise<MogelijkDubbel[]> {
  const response = await client.post('/api/partijen/mogelijk-dubbel', getypt)
  expect(response.statusCode, response.body).toBe(200)
  return response.json().mogelijk
}

describe('who may be the same', () => {
  it('has the same birth date and surname, phone, e-mail, or address and name', async () => {
    const bestaand = await persoonIn(rondom, {
      persoon: { achternaam: 'Özdemir', tussenvoegsels: '', geboortedatum: '1975-05-06' },
      digitaleAdressen: [
        { soort: 'telefoonnummer', adres: '06-11223344' },
        { soort: 'email', adres: 'ozdemir@voorbeeld.nl' },
      ],
      adressen: [{ postcode: '5611AB', huisnummer: 10, straatnaam: 'Markt', woonplaats: 'Eindhoven' }],
    })
    const redenen = async (getypt: object) =>
      (await zoek(getypt)).filter((each) => each.partij.id === bestaand.id).flatMap((each) => each.redenen)

    expect(await redenen({ achternaam: 'ozdemir', geboortedatum: '1975-05-06' })).toEqual([
      'Zelfde geboortedatum en achternaam',
    ])
    expect(await redenen({ achternaam: 'Ozdemir', initialen: 'J', geboortedatum: '1975-06-05' })).toEqual([
      'Zelfde naam en bijna dezelfde geboortedatum',
    ])
    expect(await redenen({ telefoons: ['0031 6 11 22 33 44'] })).toEqual(['Zelfde telefoonnummer'])
    expect(await redenen({ emails: ['OZDEMIR@voorbeeld.nl'] })).toEqual(['Zelfde e-mailadres'])
    expect(await redenen({ achternaam: 'Ozdemir', adressen: [{ postcode: '5611 ab', huisnummer: 10 }] })).toEqual([
      'Zelfde adres en naam',
    ])
    expect(await redenen({ achternaam: 'Jansen', adressen: [{ postcode: '5611AB', huisnummer: 10 }] })).toEqual([])
  })

  it('comes with enough to recognise him, the likeliest first', async () => {
    const vader = await persoonIn(rondom, {
      persoon: { initialen: 'P', achternaam: 'Kuiper', tussenvoegsels: '', geboortedatum: '1950-01-02' },
      digitaleAdressen: [{ soort: 'telefoonnummer', adres: '0301112233' }],
      adressen: [{ postcode: '3511AB', huisnummer: 3, straatnaam: 'Singel', woonplaats: 'Utrecht' }],
    })
    const zoon = await persoonIn(rondom, {
      persoon: { initialen: 'K', achternaam: 'Kuiper', tussenvoegsels: '', geboortedatum: '1980-03-04' },
      digitaleAdressen: [{ soort: 'telefoonnummer', adres: '0301112233' }],
    })

    const mogelijk = await zoek({
      achternaam: 'Kuiper',
      initialen: 'K',
      geboortedatum: '1980-03-04',
      telefoons: ['030-1112233'],
    })

    expect(mogelijk.map((each) => each.partij.id)).toEqual([zoon.id, vader.id])
    expect(mogelijk[0]).toMatchObject({ waarschijnlijk: true, tegen: [] })
    expect(mogelijk[1]).toMatchObject({
      waarschijnlijk: false,
      geboortedatum: '1950-01-02',
      adres: 'Singel 3, 3511 AB Utrecht',
      telefoons: ['030 111 22 33'],
      tegen: ['Andere geboortedatum', 'Andere initialen'],
    })
  })

  it('is a company with the same KvK-nummer', async () => {
    const bedrijf = await rondom.write((w) =>
      maak(w, { soort: 'organisatie', organisatie: { naam: 'Schilders B.V.', kvkNummer: '55667788' } }),
    )

    const mogelijk = await zoek({ achternaam: 'Schilder', isOrganisatie: true, kvkNummer: '5566 7788' })

    expect(mogelijk).toMatchObject([{ partij: { id: bedrijf.id }, redenen: ['Zelfde KvK-nummer'] }])
  })

  it('takes half-typed and strange input as nothing to compare', async () => {
    const nul = `'; drop table partij; -- ${'x'.repeat(200)}`
    expect(
      await zoek({
        achternaam: nul,
        geboortedatum: '12-3',
        telefoons: ['06', '\u0000'],
        emails: ['a@'],
        adressen: [{ postcode: '12', huisnummer: null }],
        kvkNummer: '1',
      }),
    ).toEqual([])
    expect(await zoek({ geboortedatum: '1980-02-31' })).toEqual([])
  })

  it('is not oneself, nor who was merged away, nor somebody of another organisatie', async () => {
    const ik = await persoonIn(rondom, { digitaleAdressen: [{ soort: 'email', adres: 'ik@voorbeeld.nl' }] })
    const oud = await persoonIn(rondom, { digitaleAdressen: [{ soort: 'email', adres: 'ik@voorbeeld.nl' }] })
    await medewerker.post(`/api/partijen/${ik.id}/samenvoeging`, { bronId: oud.id })
    const daar = await rondom.als('klantcontactmedewerker', { bij: rondom.elders })
    const lezer = await rondom.als('redacteur')

    expect((await zoek({ emails: ['ik@voorbeeld.nl'] })).map((each) => each.partij.id)).toEqual([ik.id])
    expect(await zoek({ emails: ['ik@voorbeeld.nl'], behalveId: ik.id })).toEqual([])
    expect(await zoek({ emails: ['ik@voorbeeld.nl'] }, daar)).toEqual([])
    expect((await lezer.post('/api/partijen/mogelijk-dubbel', {})).statusCode).toBe(403)
  })

  it('is a line in the verwerkingenlog for everybody who was shown', async () => {
    const bestaand = await persoonIn(rondom, { digitaleAdressen: [{ soort: 'email', adres: 'log@voorbeeld.nl' }] })
    await zoek({ emails: ['log@voorbeeld.nl'] })

    const lines = await sql<{ actie: string }>`
      select actie from verwerking where ${bestaand.id} = any(partij_ids) order by id desc limit 1`.execute(rondom.db)
    expect(lines.rows).toEqual([{ actie: 'zoeken' }])
  })

  it('keeps nothing of the question or the answer, whatever key the browser sends along', async () => {
    await medewerker.post(
      '/api/partijen/mogelijk-dubbel',
      { emails: ['log@voorbeeld.nl'] },
      { 'idempotency-key': 'sleutel-dubbel-1' },
    )

    const kept = await sql`select from idempotentie where sleutel = 'sleutel-dubbel-1'`.execute(rondom.db)
    expect(kept.rows).toEqual([])
  })

  it('is looked up by index alone, however many klanten there are', async () => {
    const plan = await rondom.db.transaction().execute(async (tx) => {
      await sql`set local enable_seqscan = off`.execute(tx)
      const query = kandidatenQuery({
        achternaam: 'Berg',
        geboortedata: ['1980-03-12'],
        genormaliseerd: ['+31612345678'],
        adressen: [{ postcode: '1234AB', huisnummer: 1 }],
        kvkNummer: '12345678',
      })
      const explained = await sql<{ 'QUERY PLAN': string }>`explain ${query}`.execute(tx)
      return explained.rows.map((row) => row['QUERY PLAN']).join('\n')
    })

    for (const index of [
      'partij_persoon_geboren',
      'digitaal_adres_waarde',
      'partij_adres_postcode',
      'partij_identificator_uniek',
    ]) {
      expect(plan).toContain(index)
    }
    expect(plan).not.toContain('Seq Scan')
  })
})
