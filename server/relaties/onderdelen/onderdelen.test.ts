import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Partij } from '#contract/relaties.ts'
import { type Client, startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { maak, persoonIn } from '../testing/partijen.ts'

let rondom: TestRondom
let medewerker: Client
beforeAll(async () => {
  rondom = await startTestRondom()
  medewerker = await rondom.als('klantcontactmedewerker')
})
afterAll(() => rondom.close())

const lees = async (id: string) => (await medewerker.get(`/api/partijen/${id}`)).json<Partij>()

async function voegToe(id: string, pad: string, body: object): Promise<Partij> {
  const response = await medewerker.post(`/api/partijen/${id}/${pad}`, body)
  expect(response.statusCode, response.body).toBe(201)
  return response.json<Partij>()
}

describe('telephone numbers and e-mail', () => {
  it('have one standard per soort and one preference of all', async () => {
    const { id } = await persoonIn(rondom)
    await voegToe(id, 'digitale-adressen', { soort: 'telefoonnummer', adres: '06 1234 5678', voorkeur: true })
    await voegToe(id, 'digitale-adressen', { soort: 'email', adres: 'a@voorbeeld.nl', voorkeur: true })
    const na = await voegToe(id, 'digitale-adressen', {
      soort: 'telefoonnummer',
      adres: '0031 20 123 45 67',
      omschrijving: 'werk',
      isStandaard: true,
    })

    expect(na.digitaleAdressen.map((each) => [each.genormaliseerd, each.isStandaard, each.voorkeur])).toEqual([
      ['+31201234567', true, false],
      ['+31612345678', false, false],
      ['a@voorbeeld.nl', true, true],
    ])
  })

  it('change by their own version, and tell of a number that is none by its field', async () => {
    const { id } = await persoonIn(rondom, { digitaleAdressen: [{ soort: 'telefoonnummer', adres: '0612345678' }] })
    const [telefoon] = (await lees(id)).digitaleAdressen
    const pad = `/api/partijen/${id}/digitale-adressen/${telefoon?.id}`

    const fout = await medewerker.put(pad, { soort: 'telefoonnummer', adres: '0612' }, 1)
    expect(fout.json().invalidParams).toMatchObject([{ name: 'adres' }])
    const goed = await medewerker.put(pad, { soort: 'telefoonnummer', adres: '0687654321', isStandaard: true }, 1)
    expect(goed.json<Partij>().digitaleAdressen).toMatchObject([{ genormaliseerd: '+31687654321', versie: 2 }])
    const oud = await medewerker.put(pad, { soort: 'telefoonnummer', adres: '0611111111' }, 1)
    expect(oud.statusCode).toBe(409)
    expect(oud.json().huidig.digitaleAdressen).toMatchObject([{ genormaliseerd: '+31687654321' }])
  })

  it('end and stay in the history; one that was added today goes altogether', async () => {
    const { id } = await persoonIn(rondom, { digitaleAdressen: [{ soort: 'email', adres: 'vandaag@voorbeeld.nl' }] })
    const oudId = crypto.randomUUID()
    await rondom.db
      .insertInto('digitaal_adres')
      .values({
        id: oudId,
        partij_id: id,
        soort: 'telefoonnummer',
        adres: '0612345678',
        genormaliseerd: '+31612345678',
        is_standaard: true,
        begindatum: '2020-01-01',
      })
      .execute()
    const vandaagId = (await lees(id)).digitaleAdressen.find((each) => each.soort === 'email')?.id

    await medewerker.delete(`/api/partijen/${id}/digitale-adressen/${oudId}`, 1)
    const na = await medewerker.delete(`/api/partijen/${id}/digitale-adressen/${vandaagId}`, 1)

    expect(na.json<Partij>().digitaleAdressen).toMatchObject([
      { id: oudId, einddatum: '2026-11-22', isStandaard: false },
    ])
    const zoek = await sql<{ sleutels: string[] }>`select sleutels from zoek_item where object_id = ${id}`.execute(
      rondom.db,
    )
    expect(zoek.rows[0]?.sleutels.filter((each) => /^(tel|mail):/.test(each))).toEqual([])
  })

  it('are found only with the klant they belong to (A24)', async () => {
    const [een, ander] = [
      await persoonIn(rondom, { digitaleAdressen: [{ soort: 'email', adres: 'een@voorbeeld.nl' }] }),
      await persoonIn(rondom),
    ]
    const adresId = (await lees(een.id)).digitaleAdressen[0]?.id

    const response = await medewerker.delete(`/api/partijen/${ander.id}/digitale-adressen/${adresId}`, 1)

    expect(response.statusCode).toBe(404)
    expect((await lees(een.id)).digitaleAdressen).toHaveLength(1)
  })
})

describe('addresses', () => {
  it('follow each other: a new woonadres ends the one before', async () => {
    const { id } = await persoonIn(rondom, {
      adressen: [
        { postcode: '1234AB', huisnummer: 1, begindatum: '2020-01-01' },
        { soort: 'POS', adresregels: ['Postbus 5'], postcode: '1000 AA', woonplaats: 'Amsterdam' },
      ],
    })

    const na = await voegToe(id, 'adressen', { postcode: '3512AB', huisnummer: 12, begindatum: '2026-12-01' })

    expect(
      na.adressen.map((each) => [each.soort, each.postcode, each.begindatum, each.einddatum, each.validatie]),
    ).toEqual([
      ['WOO', '3512AB', '2026-12-01', null, 'niet_gevalideerd'],
      ['POS', '1000AA', '2026-11-23', null, 'handmatig'],
      ['WOO', '1234AB', '2020-01-01', '2026-11-30', 'niet_gevalideerd'],
    ])
  })

  it('may be abroad, and say so', async () => {
    const { id } = await persoonIn(rondom)

    const na = await voegToe(id, 'adressen', {
      land: 'BE',
      straatnaam: 'Meir',
      huisnummer: 5,
      postcode: '2000',
      woonplaats: 'Antwerpen',
    })

    expect(na.adressen).toMatchObject([{ land: 'BE', postcode: '2000', validatie: 'handmatig' }])
    expect(na.adressen[0]?.weergave).toContain('Antwerpen')
  })
})

describe('roles', () => {
  it('begin and end; an ended VERA code stays readable and can get an end date, but is not given anew', async () => {
    const kind = await persoonIn(rondom, { huishouden: { rol: 'HUU' } })
    const huishoudenId = (await lees(kind.id)).rollen[0]?.partij.id ?? ''
    const rolId = crypto.randomUUID()
    await rondom.db
      .insertInto('partij_rol')
      .values({ id: rolId, partij_id: kind.id, in_partij_id: huishoudenId, rol: 'KIN', begindatum: '2015-01-01' })
      .execute()
    expect((await lees(kind.id)).rollen.find((rol) => rol.id === rolId)).toMatchObject({ rol: 'KIN', rolNaam: 'Kind' })

    const pad = `/api/partijen/${kind.id}/rollen/${rolId}`
    const einde = await medewerker.put(pad, { rol: 'KIN', begindatum: '2015-01-01', einddatum: '2026-06-30' }, 1)
    expect(einde.statusCode, einde.body).toBe(200)
    const [huur] = (await lees(kind.id)).rollen.filter((rol) => rol.rol === 'HUU')
    const anders = await medewerker.put(
      `/api/partijen/${kind.id}/rollen/${huur?.id}`,
      { rol: 'KIN', begindatum: '2026-11-23' },
      1,
    )
    expect(anders.statusCode).toBe(400)
    const nieuw = await medewerker.post(`/api/partijen/${kind.id}/rollen`, {
      inPartijId: huishoudenId,
      rol: 'KLA',
      begindatum: '2026-01-01',
    })
    expect(nieuw.json().invalidParams).toMatchObject([{ name: 'rol' }])
  })

  it('are not given twice at the same time, nor in oneself, nor with the end before the beginning', async () => {
    const persoon = await persoonIn(rondom, { huishouden: { rol: 'HUU' } })
    const inPartijId = (await lees(persoon.id)).rollen[0]?.partij.id
    const pad = `/api/partijen/${persoon.id}/rollen`

    const twee = await medewerker.post(pad, { inPartijId, rol: 'HUU', begindatum: '2026-12-01' })
    expect(twee.json().invalidParams).toMatchObject([{ name: 'rol', code: 'bestaat' }])
    const zelf = await medewerker.post(pad, { inPartijId: persoon.id, rol: 'HUU', begindatum: '2026-12-01' })
    expect(zelf.json().invalidParams).toMatchObject([{ name: 'inPartijId', code: 'zichzelf' }])
    const krom = await medewerker.post(pad, {
      inPartijId,
      rol: 'MDH',
      begindatum: '2026-12-01',
      einddatum: '2026-11-01',
    })
    expect(krom.json().invalidParams).toMatchObject([{ name: 'einddatum' }])
  })
})

describe('representation and warnings', () => {
  it('says who may act for whom, with what mandate and for how long, on both sides', async () => {
    const klant = await persoonIn(rondom)
    const kantoor = await rondom.write((w) => maak(w, { soort: 'organisatie', organisatie: { naam: 'Bewind & Co' } }))

    const na = await voegToe(klant.id, 'vertegenwoordigingen', {
      vertegenwoordigerId: kantoor.id,
      soort: 'bewindvoerder',
      omvang: 'Alle geldzaken',
      domeinen: ['betalen', 'huur', 'betalen'],
      begindatum: '2026-01-01',
    })

    expect(na.vertegenwoordigers).toMatchObject([
      {
        partij: { id: kantoor.id },
        soortNaam: 'Bewindvoerder',
        omvang: 'Alle geldzaken',
        domeinen: ['huur', 'betalen'],
        einddatum: null,
      },
    ])
    const [andersom] = (await lees(kantoor.id)).vertegenwoordigt
    expect(andersom).toMatchObject({ partij: { id: klant.id } })
    const einde = await medewerker.delete(`/api/partijen/${kantoor.id}/vertegenwoordigingen/${andersom?.id}`, 1)
    expect(einde.json<Partij>().vertegenwoordigt).toMatchObject([{ einddatum: '2026-11-22' }])
  })

  it('warns in Dutch, and refuses a detail that does not belong to the warning', async () => {
    const { id } = await persoonIn(rondom)
    const fout = await medewerker.post(`/api/partijen/${id}/signaleringen`, {
      soort: 'OVE',
      detailsoort: 'FYS',
      begindatum: '2026-11-01',
    })
    expect(fout.json().invalidParams).toMatchObject([{ name: 'detailsoort' }])

    const na = await voegToe(id, 'signaleringen', {
      soort: 'AGR',
      detailsoort: 'BEZ',
      omschrijving: 'Nooit alleen op huisbezoek',
      begindatum: '2026-11-01',
      einddatum: '2027-11-01',
    })
    expect(na.signaleringen).toMatchObject([{ soortNaam: 'Agressie', detailNaam: 'Bezoek met twee' }])
    const [signalering] = na.signaleringen
    const minder = await medewerker.put(
      `/api/partijen/${id}/signaleringen/${signalering?.id}`,
      { soort: 'AGR', detailsoort: 'VEB', begindatum: '2026-11-01' },
      1,
    )
    expect(minder.json<Partij>().signaleringen).toMatchObject([{ detailNaam: 'Verbaal', einddatum: null, versie: 2 }])
  })

  it('keeps the right to change with who has it', async () => {
    const { id } = await persoonIn(rondom)
    const lezer = await rondom.als('redacteur', { rechten: ['partij.lezen'] })

    for (const pad of [
      'digitale-adressen',
      'adressen',
      'rekeningnummers',
      'rollen',
      'vertegenwoordigingen',
      'signaleringen',
    ]) {
      expect((await lezer.post(`/api/partijen/${id}/${pad}`, {})).statusCode, pad).toBe(403)
      expect((await lezer.delete(`/api/partijen/${id}/${pad}/${id}`, 1)).statusCode, pad).toBe(403)
    }
  })
})

describe('bank accounts', () => {
  it('change preference with each other, and end', async () => {
    const { id } = await persoonIn(rondom, { rekeningnummers: [{ iban: 'NL91ABNA0417164300' }] })

    const na = await voegToe(id, 'rekeningnummers', {
      iban: 'nl02 abna 0123 4567 89',
      voorkeur: true,
      tenaamstelling: 'J. Berg',
    })

    expect(na.rekeningnummers.map((each) => [each.iban, each.voorkeur])).toEqual([
      ['NL02ABNA0123456789', true],
      ['NL91ABNA0417164300', false],
    ])
    const [voorkeur] = na.rekeningnummers
    const einde = await medewerker.delete(`/api/partijen/${id}/rekeningnummers/${voorkeur?.id}`, 1)
    expect(einde.json<Partij>().rekeningnummers.map((each) => each.iban)).toEqual(['NL91ABNA0417164300'])
  })
})
