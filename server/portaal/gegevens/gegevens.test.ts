import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Gegevens, Inzage } from '#contract/portaal/gegevens.ts'
import type { DirectBericht } from '#server/berichten/index.ts'
import { maakKlantaccount } from '#server/klantaccounts/index.ts'
import { newId } from '#server/platform/ids.ts'
import { type Client, startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { addDigitaalAdres } from '#server/relaties/index.ts'
import { openZaak } from '#server/zaken/index.ts'
import { type Huis, maakHuis, machtig } from '../testing/huis.ts'
import { stuurAdrescode } from './adreswijziging.ts'

let rondom: TestRondom
let huis: Huis
let anna: Client
let sterkeAnna: Client
let collega: Client
beforeAll(async () => {
  rondom = await startTestRondom()
  huis = await maakHuis(rondom)
  const teamId = newId()
  await sql`insert into kanaal (code, naam, volgorde) values ('portaal', 'Klantportaal', 1) on conflict do nothing`.execute(
    rondom.db,
  )
  await sql`insert into team (id, code, naam) values (${teamId}, 'kcc', 'Klantcontact')`.execute(rondom.db)
  anna = await rondom.klant(huis.huurder, { naam: 'Anna' })
  sterkeAnna = await rondom.klant(huis.huurder, { naam: 'Anna', sterk: true })
  collega = await rondom.als('klantcontactmedewerker', { naam: 'Sanne Jansen', teamIds: [teamId] })
  await rondom.write(async (w) => {
    await maakKlantaccount(w, { partijId: huis.huurder, email: 'anna@oud.nl' })
    await addDigitaalAdres(w, huis.huurder, {
      soort: 'email',
      adres: 'anna@oud.nl',
      omschrijving: '',
      isStandaard: true,
      voorkeur: true,
      verificatieDatum: '2026-01-01',
    })
    await addDigitaalAdres(w, huis.buur, {
      soort: 'email',
      adres: 'Buur@voorbeeld.nl',
      omschrijving: '',
      isStandaard: true,
      voorkeur: false,
      verificatieDatum: '2026-01-01',
    })
    await sql`update partij set interne_notitie = 'GEHEIME NOTITIE' where id = ${huis.huurder}`.execute(w.tx)
    await sql`insert into rekeningnummer (id, partij_id, iban, tenaamstelling)
      values (${newId()}, ${huis.huurder}, 'NL91ABNA0417164300', 'A. Huurder')`.execute(w.tx)
  })
})
afterAll(() => rondom.close())

const lees = async (client: Client, namens = ''): Promise<Gegevens> =>
  (await client.get(`/api/portaal/gegevens${namens && `?namens=${namens}`}`)).json()

describe('what a customer sees of himself', () => {
  it('is how we reach him and with whom he lives, and never a note or a whole account number', async () => {
    const answer = await anna.get('/api/portaal/gegevens')

    expect(answer.statusCode, answer.body).toBe(200)
    expect(answer.json()).toMatchObject({
      adressen: [{ soort: 'email', adres: 'anna@oud.nl', gecontroleerd: true }],
      rekening: { iban: 'NL•• •••• 4300' },
      zelf: true,
    })
    const [huishouden] = (answer.json() as Gegevens).huishoudens
    expect(huishouden?.personen.map(({ rol, uzelf }) => [rol, uzelf])).toContainEqual(['Medehuurder', false])
    expect(answer.body).not.toContain('GEHEIME NOTITIE')
    expect(answer.body).not.toContain('NL91ABNA')
  })

  it('is closed to who has no mandate for it, and to employees', async () => {
    await machtig(rondom, { door: huis.buur, voor: huis.medehuurder, domeinen: ['betalen'] })
    const buur = await rondom.klant(huis.buur)
    expect((await buur.get(`/api/portaal/gegevens?namens=${huis.medehuurder}`)).statusCode).toBe(403)
    expect((await buur.get(`/api/portaal/gegevens?namens=${huis.huurder}`)).statusCode).toBe(404)
    expect((await collega.get('/api/portaal/gegevens')).statusCode).toBe(401)
    expect((await rondom.anoniem.get('/api/portaal/gegevens')).statusCode).toBe(401)
  })
})

describe('another e-mail address', () => {
  const post: DirectBericht[] = []
  const begin = async (body: object, client = anna) => client.post('/api/portaal/gegevens/adreswijzigingen', body)
  const codeVoor = async (id: string) => {
    await stuurAdrescode(rondom.context(), id, rondom.services.secret, async (_, bericht) => {
      post.push(bericht)
    })
    return /\*\*([\d ]+)\*\*/.exec(post.at(-1)?.tekst ?? '')?.[1] ?? ''
  }
  const bevestig = (id: string, code: string, client = anna) =>
    client.post(`/api/portaal/gegevens/adreswijzigingen/${id}/code`, { code })

  it('is his when the code comes back: the old one ends and is told, and he signs in with the new one', async () => {
    const oud = (await lees(anna)).adressen[0]
    const wijziging = { soort: 'email', adres: 'anna@nieuw.nl', vervangt: oud?.id }
    const { id, naar } = (await begin(wijziging, sterkeAnna)).json()
    expect(naar).toBe('anna@nieuw.nl')
    expect((await lees(anna)).adressen.map(({ adres }) => adres)).toEqual(['anna@oud.nl'])

    const code = await codeVoor(id)
    expect(post.at(-1)).toMatchObject({ kanaal: 'email', aan: 'anna@nieuw.nl' })
    const answer = await bevestig(id, code, sterkeAnna)

    expect(answer.json(), answer.body).toMatchObject({
      uitslag: 'goed',
      gegevens: { adressen: [{ adres: 'anna@nieuw.nl', gecontroleerd: true, standaard: true }] },
    })
    const bericht = await rondom.db
      .selectFrom('bericht')
      .select(['aan', 'onderwerp'])
      .where('aan', '=', 'anna@oud.nl')
      .execute()
    expect(bericht).toEqual([{ aan: 'anna@oud.nl', onderwerp: 'Uw e-mailadres is gewijzigd' }])
    const account = await rondom.db
      .selectFrom('klant_account')
      .select('email')
      .where('partij_id', '=', huis.huurder)
      .execute()
    expect(account).toEqual([{ email: 'anna@nieuw.nl' }])
    expect((await bevestig(id, code, sterkeAnna)).statusCode).toBe(404)
  })

  it('takes the place of the one that he signs in with only for who proves again that it is he', async () => {
    const [inlog] = (await lees(anna)).adressen.filter(({ soort }) => soort === 'email')
    const answer = await begin({ soort: 'email', adres: 'dief@elders.nl', vervangt: inlog?.id })
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'tweede-stap-nodig'])
  })

  it('is not his after five wrong codes, with a code of another, or too late', async () => {
    const { id } = (await begin({ soort: 'email', adres: 'anna@derde.nl' })).json()
    const code = await codeVoor(id)
    expect((await bevestig(id, code, await rondom.klant(huis.buur))).statusCode).toBe(404)
    const fout = code.replaceAll(/\d/g, (cijfer) => String((Number(cijfer) + 1) % 10))
    const uitslagen = []
    for (let poging = 0; poging < 5; poging++) uitslagen.push((await bevestig(id, fout)).json().uitslag)
    expect(uitslagen).toEqual(['fout', 'fout', 'fout', 'fout', 'op'])
    expect((await bevestig(id, code)).json()).toEqual({ uitslag: 'op', gegevens: null })

    const later = (await begin({ soort: 'email', adres: 'anna@derde.nl' })).json()
    const tweede = await codeVoor(later.id)
    const { now } = rondom.clock
    rondom.clock.now = new Date(now.getTime() + 11 * 60_000)
    expect((await bevestig(later.id, tweede)).json().uitslag).toBe('op')
    rondom.clock.now = now
  })

  it('is asked for a few times an hour and no more', async () => {
    const bewind = await rondom.klant(huis.bewindvoerder)
    const codes = []
    for (let i = 0; i < 7; i++)
      codes.push((await begin({ soort: 'email', adres: `w${i}@voorbeeld.nl` }, bewind)).statusCode)
    expect(codes).toEqual([201, 201, 201, 201, 201, 201, 429])
  })

  it.each([
    [{ soort: 'email', adres: 'geen adres' }, 400],
    [{ soort: 'telefoonnummer', adres: '12' }, 400],
    [{ soort: 'email', adres: 'a@b.nl', vervangt: newId() }, 404],
  ])('refuses %j', async (body, status) => {
    expect((await begin(body, sterkeAnna)).statusCode).toBe(status)
  })

  it('of a telephone is no second step at once, when he proved who he is only once', async () => {
    const { id, naar } = (await begin({ soort: 'telefoonnummer', adres: '06 12345678' }, sterkeAnna)).json()
    expect(naar).toBe('anna@nieuw.nl')
    const na = (await bevestig(id, await codeVoor(id), sterkeAnna)).json()
    const nummer = (na.gegevens as Gegevens).adressen.find(({ soort }) => soort === 'telefoonnummer')
    expect(nummer).toMatchObject({ gecontroleerd: false })
  })

  it('cannot be the last one, nor the one that he signs in with; a stale page is refused without what employees see', async () => {
    const [eerste] = (await lees(anna)).adressen.filter(({ soort }) => soort === 'email')
    const weg = (versie: number, id = eerste?.id) => anna.delete(`/api/portaal/gegevens/adressen/${id}`, versie)
    expect((await weg(eerste?.versie ?? 0)).json().code).toBe('laatste')
    await rondom.write((w) =>
      addDigitaalAdres(w, huis.huurder, {
        soort: 'email',
        adres: 'anna@extra.nl',
        omschrijving: '',
        isStandaard: false,
        voorkeur: false,
        verificatieDatum: null,
      }),
    )
    expect((await weg(eerste?.versie ?? 0)).json().code).toBe('inlogadres')
    const extra = (await lees(anna)).adressen.find(({ adres }) => adres === 'anna@extra.nl')
    const verouderd = await weg(99, extra?.id)
    expect(verouderd.statusCode).toBe(409)
    expect(verouderd.json().huidig).toBeUndefined()
    expect((await weg(extra?.versie ?? 0, extra?.id)).statusCode).toBe(200)
  })
})

describe('a mandate', () => {
  it('is offered by e-mail, taken by who lives there, works at once, and ends at once', async () => {
    const bod = { email: 'buur@voorbeeld.nl', domeinen: ['contact', 'betalen'], einde: '2026-12-31' }
    expect((await anna.post('/api/portaal/gegevens/machtigingen', bod)).json().code).toBe('tweede-stap-nodig')
    const aangeboden = await sterkeAnna.post('/api/portaal/gegevens/machtigingen', bod)
    expect(aangeboden.statusCode, aangeboden.body).toBe(201)
    const buur = await rondom.klant(huis.buur, { naam: 'Buur' })
    const [uitnodiging] = (await lees(buur)).uitnodigingen
    expect(uitnodiging).toMatchObject({ domeinen: ['contact', 'betalen'], einde: '2026-12-31' })
    const vreemd = await rondom.klant(huis.medehuurder)
    expect((await vreemd.post(`/api/portaal/gegevens/aanbod/${uitnodiging?.id}`)).statusCode).toBe(404)
    expect((await anna.post(`/api/portaal/gegevens/aanbod/${uitnodiging?.id}`)).statusCode).toBe(404)

    expect((await buur.get(`/api/portaal/contact?namens=${huis.huurder}`)).statusCode).toBe(404)
    expect((await buur.post(`/api/portaal/gegevens/aanbod/${uitnodiging?.id}`)).statusCode).toBe(200)
    expect((await buur.get(`/api/portaal/contact?namens=${huis.huurder}`)).statusCode).toBe(200)
    expect((await buur.get(`/api/portaal/gegevens?namens=${huis.huurder}`)).statusCode).toBe(403)

    const [gegeven] = (await lees(anna)).gegeven
    expect(gegeven).toMatchObject({ soort: 'Gemachtigde', intrekken: true, einde: '2026-12-31' })
    expect((await anna.delete(`/api/portaal/gegevens/machtigingen/${gegeven?.id}`, 99)).statusCode).toBe(409)
    expect((await anna.delete(`/api/portaal/gegevens/machtigingen/${gegeven?.id}`, gegeven?.versie)).statusCode).toBe(
      200,
    )
    expect((await buur.get(`/api/portaal/contact?namens=${huis.huurder}`)).statusCode).toBe(404)
  })

  it('of a judge is not ended here, and nobody passes on what he was given', async () => {
    await machtig(rondom, { door: huis.bewindvoerder, voor: huis.buur, soort: 'curator' })
    const buur = await rondom.klant(huis.buur)
    const [gegeven] = (await lees(buur)).gegeven.filter(({ soort }) => soort === 'Curator')
    expect(gegeven?.intrekken).toBe(false)
    expect((await buur.delete(`/api/portaal/gegevens/machtigingen/${gegeven?.id}`, gegeven?.versie)).json().code).toBe(
      'niet-hier',
    )
    const bewind = await rondom.klant(huis.bewindvoerder, { sterk: true })
    const doorgeven = await bewind.post(`/api/portaal/gegevens/machtigingen?namens=${huis.buur}`, {
      email: 'x@voorbeeld.nl',
      domeinen: ['contact'],
    })
    expect(doorgeven.statusCode).toBe(403)
  })

  it.each([
    ['to himself', { email: 'Anna@nieuw.nl', domeinen: ['contact'] }, 'email'],
    ['for nothing', { email: 'x@voorbeeld.nl', domeinen: [] }, 'domeinen'],
    ['until yesterday', { email: 'x@voorbeeld.nl', domeinen: ['contact'], einde: '2026-11-22' }, 'einde'],
  ])('is not offered %s', async (_, body, veld) => {
    const answer = await sterkeAnna.post('/api/portaal/gegevens/machtigingen', body)
    expect(answer.statusCode).toBe(400)
    expect(answer.json().invalidParams[0].name).toBe(veld)
  })
})

describe('who looked', () => {
  it('is told by team and kind, never by name, and nothing of what is confidential or about him', async () => {
    const medehuurder = await rondom.klant(huis.medehuurder)
    await collega.get(`/api/klantbeeld/${huis.medehuurder}`)
    await collega.get(`/api/klantbeeld/${huis.medehuurder}`)
    await rondom.write((w) =>
      openZaak(w, {
        zaaktype: 'overlast',
        zaaktypeNaam: 'Overlast',
        omschrijving: 'Geluid',
        partijId: huis.buur,
        rollen: [{ rol: 'beklaagde', partijId: huis.medehuurder }],
      }),
    )
    const answer = await medehuurder.get('/api/portaal/gegevens/inzagen')
    expect(answer.statusCode, answer.body).toBe(200)
    const rijen = answer.json().rijen as Inzage[]

    expect(rijen.find(({ door, wat }) => door === 'medewerker' && wat === 'bekeken')).toMatchObject({
      team: 'Klantcontact',
      keer: 2,
    })
    expect(rijen[0]).toMatchObject({ door: 'uzelf', waarover: 'gegevens' })
    expect(rijen.some(({ waarover }) => waarover === 'zaak')).toBe(false)
    expect(answer.body).not.toContain('Sanne')
    const { rijen: eerste, volgende } = (await medehuurder.get('/api/portaal/gegevens/inzagen?aantal=1')).json()
    const tweede = (await medehuurder.get(`/api/portaal/gegevens/inzagen?aantal=1&na=${volgende}`)).json().rijen
    expect(tweede[0].id).toBeLessThan(eerste[0].id)
  })
})

describe('what a colleague changes', () => {
  it('is reported as a question, and an account number is for the team only', async () => {
    const melding = await anna.post('/api/portaal/gegevens/melding', {
      wat: 'huishouden',
      tekst: 'Mijn zoon is verhuisd.',
    })
    expect(melding.statusCode, melding.body).toBe(201)
    expect((await anna.get(`/api/portaal/contact/${melding.json().contactId}`)).json().onderwerp).toBe(
      'Wijziging in huishouden',
    )

    const iban = { iban: 'NL20 INGB 0001 2345 67', tenaamstelling: 'A. Huurder' }
    expect((await anna.post('/api/portaal/gegevens/rekeningnummer', iban)).statusCode).toBe(403)
    const gevraagd = await sterkeAnna.post('/api/portaal/gegevens/rekeningnummer', iban)
    expect(gevraagd.statusCode, gevraagd.body).toBe(201)
    const { contactId } = gevraagd.json()
    expect((await anna.get(`/api/portaal/contact/${contactId}`)).body).not.toContain('NL20INGB')
    const taak = await rondom.db
      .selectFrom('taak')
      .select('toelichting')
      .where('klantcontact_id', '=', contactId)
      .executeTakeFirst()
    expect(taak?.toelichting).toContain('NL20INGB0001234567')
    const fout = await sterkeAnna.post('/api/portaal/gegevens/rekeningnummer', { ...iban, iban: 'NL00INGB0001234567' })
    expect(fout.json().invalidParams[0].name).toBe('iban')
  })

  it('is not the language: that is his own', async () => {
    const answer = await anna.request({ method: 'PUT', url: '/api/portaal/gegevens/taal', payload: { taal: 'en' } })
    expect(answer.json().taal).toBe('en')
    const partij = await rondom.db
      .selectFrom('partij')
      .select('voorkeurstaal')
      .where('id', '=', huis.huurder)
      .executeTakeFirst()
    expect(partij?.voorkeurstaal).toBe('eng')
  })
})
