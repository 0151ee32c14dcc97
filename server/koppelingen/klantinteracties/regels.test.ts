import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { apirechten } from '#contract/koppelingen/apitoegang.ts'
import { voegSamen } from '#server/relaties/samenvoegen/voegSamen.ts'
import { type Afnemer, type Json, type Proef, startProef } from './testing/proef.ts'
import { type Bekend, contact, kvk, maakBekend } from './testing/voorbeelden.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

let proef: Proef
let alles: Afnemer
let b: Bekend
beforeAll(async () => {
  proef = await startProef()
  alles = proef.alles
  b = await maakBekend(alles)
  await sql`insert into instelling (sleutel, waarde) values ('bsnToegestaan', 'true'::jsonb)`.execute(proef.rondom.db)
}, 60_000)
afterAll(() => proef.close())

const uuid = (id: string) => ({ uuid: id })
const persoon = (meer: Json = {}) => ({ soortPartij: 'persoon', indicatieActief: true, ...meer })
async function fout(
  methode: 'POST' | 'PATCH' | 'PUT',
  pad: string,
  body: unknown,
  status = 400,
): Promise<[string, string][]> {
  const answer = await alles.stuur(methode, pad, body)
  expect(answer.status, JSON.stringify(answer.body)).toBe(status)
  return ((answer.body['invalidParams'] ?? []) as Json[]).map(({ name, code }) => [name, code])
}

describe('what is wrong is named', () => {
  it.each<[string, unknown, [string, string][]]>([
    ['/partijen', {}, [['soortPartij', 'required']]],
    ['/partijen', { soortPartij: 'huishouden' }, [['soortPartij', 'invalid_choice']]],
    ['/partijen', { soortPartij: 'persoon' }, [['indicatieActief', 'required']]],
    ['/klantcontacten', { ...contact(), onderwerp: 'x'.repeat(201) }, [['onderwerp', 'max_length']]],
    ['/klantcontacten', { ...contact(), kanaal: '' }, [['kanaal', 'blank']]],
    ['/klantcontacten', { ...contact(), vertrouwelijk: null }, [['vertrouwelijk', 'null']]],
    ['/klantcontacten', { ...contact(), metadata: { a: 'x'.repeat(256) } }, [['metadata.a', 'max_length']]],
    ['/klantcontacten', { ...contact(), plaatsgevondenOp: 'gisteren' }, [['plaatsgevondenOp', 'invalid']]],
    [
      '/klantcontacten',
      { ...contact(), indicatieContactGelukt: true, verdereActieOndernomen: true },
      [['nonFieldErrors', 'no-further-action-when-contact-succesful']],
    ],
    ['/digitaleadressen', { adres: 'geen', soortDigitaalAdres: 'email' }, [['adres', 'invalid']]],
    ['/digitaleadressen', { adres: '06', soortDigitaalAdres: 'telefoonnummer' }, [['adres', 'invalid']]],
    [
      '/digitaleadressen',
      { adres: 'a@b.nl', soortDigitaalAdres: 'email', isStandaardAdres: true },
      [['isStandaardAdres', 'invalid']],
    ],
    ['/rekeningnummers', { iban: 'geen' }, [['iban', 'invalid']]],
    [
      '/maak-klantcontact',
      { klantcontact: { ...contact(), taal: 'nederlands' } },
      [['klantcontact.taal', 'max_length']],
    ],
    ['/maak-klantcontact', {}, [['klantcontact', 'required']]],
    [
      '/betrokkenen',
      { hadKlantcontact: { uuid: 'x' }, rol: 'buur', initiator: true },
      [
        ['hadKlantcontact.uuid', 'invalid'],
        ['rol', 'invalid_choice'],
      ],
    ],
    [
      '/betrokkenen',
      { hadKlantcontact: uuid('01a2020a-0000-7000-8000-000000000000'), rol: 'klant', initiator: true },
      [['hadKlantcontact.uuid', 'invalid']],
    ],
    ['/partijen', persoon({ bezoekadres: { postcode: '12' } }), [['bezoekadres.postcode', 'invalid']]],
  ])('%s %j', async (pad, body, verwacht) => {
    expect(await fout('POST', pad, body)).toEqual(expect.arrayContaining(verwacht))
  })

  it('a body that is no JSON, or no object', async () => {
    for (const body of ['{', '[]', '"x"', 'null'])
      expect((await alles.stuur('POST', '/partijen', body)).status).toBe(400)
    const vorm = await alles.stuur('POST', '/partijen', 'a=b', { 'content-type': 'application/x-www-form-urlencoded' })
    expect(vorm.status).toBe(415)
    expect(
      (await alles.stuur('POST', '/partijen', JSON.stringify({ interneNotitie: 'x'.repeat(1_100_000) }))).status,
    ).toBe(413)
  })
})

describe('an identificator', () => {
  const maak = (codes: Json, meer: Json = {}) => ({ partijIdentificator: codes, ...meer })
  const bsn = (objectId: string) => ({
    codeObjecttype: 'natuurlijk_persoon',
    codeRegister: 'brp',
    codeSoortObjectId: 'bsn',
    objectId,
  })
  const vestiging = (objectId: string) => ({
    codeObjecttype: 'vestiging',
    codeRegister: 'hr',
    codeSoortObjectId: 'vestigingsnummer',
    objectId,
  })

  it.each<[Json, Json, [string, string]]>([
    [{ ...kvk('12345678'), codeRegister: 'brp' }, {}, ['partijIdentificator.codeObjecttype', 'invalid']],
    [{ ...kvk('12345678'), codeSoortObjectId: 'bsn' }, {}, ['partijIdentificator.codeSoortObjectId', 'invalid']],
    [kvk('123'), {}, ['partijIdentificator.objectId', 'invalid']],
    [kvk('12345678'), {}, ['partijIdentificator.objectId', 'unique']],
    [{ ...kvk('123456789'), codeSoortObjectId: 'rsin' }, {}, ['partijIdentificator.objectId', 'invalid']],
    [vestiging('123456789012'), {}, ['subIdentificatorVan', 'invalid']],
  ])('%j is refused', async (codes, meer, verwacht) => {
    expect(await fout('POST', '/partij-identificatoren', maak(codes, meer))).toContainEqual(verwacht)
  })

  it('of a branch hangs under a KvK-nummer, also of nobody, and holds it', async () => {
    const onder = await alles.maak(
      '/partij-identificatoren',
      maak(vestiging('000037178598'), { subIdentificatorVan: uuid(b.kvk) }),
    )
    expect(onder['subIdentificatorVan'].uuid).toBe(b.kvk)
    const { status, body } = await alles.stuur('DELETE', `/partij-identificatoren/${b.kvk}`)
    expect(status).toBe(400)
    expect(body['invalidParams'][0]).toMatchObject({ name: 'nonFieldErrors', code: 'protected' })
    expect(
      await fout('PATCH', `/partij-identificatoren/${b.kvk}`, { subIdentificatorVan: uuid(b.kvk) }),
    ).toContainEqual(['subIdentificatorVan', 'invalid'])
    const met = await alles.haal('/partijen?subIdentificatorVan__objectId=12345678')
    expect(met['count']).toBe(0)
  })

  it('stands in its partij; a list that is sent is the whole list', async () => {
    const partij = await alles.maak('/partijen', persoon({ partijIdentificatoren: [maak(bsn('111222333'))] }))
    const [eerste] = partij['partijIdentificatoren']
    expect(eerste).toMatchObject({
      identificeerdePartij: { uuid: partij['uuid'] },
      partijIdentificator: bsn('111222333'),
    })
    const een = `/partijen/${partij['uuid']}`
    expect(await fout('PATCH', een, { partijIdentificatoren: [eerste, eerste] })).toContainEqual([
      'partijIdentificatoren',
      'duplicated',
    ])
    const fouten = await fout('PATCH', een, { partijIdentificatoren: [eerste, maak(kvk('1'))] })
    expect(fouten).toContainEqual(['partijIdentificatoren.1.partijIdentificator.objectId', 'invalid'])
    const gewijzigd = await alles.stuur('PATCH', een, {
      partijIdentificatoren: [{ ...eerste, partijIdentificator: bsn('123456782') }],
    })
    expect(gewijzigd.body['partijIdentificatoren']).toMatchObject([
      { uuid: eerste.uuid, partijIdentificator: bsn('123456782') },
    ])
    expect((await alles.stuur('PATCH', een, { partijIdentificatoren: [] })).body['partijIdentificatoren']).toEqual([])
  })

  it('as two filters finds one number that fits both, never two of one partij', async () => {
    const partij = await alles.maak(
      '/partijen',
      persoon({
        partijIdentificatoren: [maak(bsn('111222333')), maak({ ...kvk('123456782'), codeSoortObjectId: 'rsin' })],
      }),
    )
    const zoek = (soort: string, nummer: string) =>
      alles.haal(`/partijen?partijIdentificator__codeSoortObjectId=${soort}&partijIdentificator__objectId=${nummer}`)
    expect((await zoek('bsn', '111222333'))['results'][0].uuid).toBe(partij['uuid'])
    expect((await zoek('rsin', '111222333'))['count']).toBe(0)
  })

  it('that is a BSN does not exist for who has no right to it, and is stored in no other table', async () => {
    const zonder = await proef.afnemer(apirechten.filter((each) => each !== 'bsn'))
    expect((await zonder.haal('/partijen?partijIdentificator__objectId=111222333'))['count']).toBe(0)
    expect(JSON.stringify(await zonder.haal('/partijen?pageSize=500'))).not.toContain('111222333')
    expect(JSON.stringify(await zonder.haal('/partij-identificatoren'))).not.toContain('111222333')
    expect(
      (await zonder.stuur('POST', '/partijen', persoon({ partijIdentificatoren: [maak(bsn('999990007'))] }))).status,
    ).toBe(403)
    await alles.stuur('POST', '/partijen', persoon({ partijIdentificatoren: [maak(bsn('999990019'))] }), {
      'idempotency-key': 'bsn-proef-1',
    })
    const tabellen = await sql<{ naam: string }>`
      select table_name as naam from information_schema.tables
      where table_schema = current_schema() and table_type = 'BASE TABLE' and table_name <> 'partij_bsn'`.execute(
      proef.rondom.db,
    )
    for (const { naam } of tabellen.rows) {
      const { rows } = await sql<{ n: number }>`
        select count(*)::int n from ${sql.table(naam)} t where to_jsonb(t)::text like '%999990019%'`.execute(
        proef.rondom.db,
      )
      expect(rows[0]?.n, naam).toBe(0)
    }
  })

  it('asked for by ten clients at once makes one partij', async () => {
    const body = persoon({
      soortPartij: 'organisatie',
      partijIdentificatoren: [maak(kvk('87654321'))],
      partijIdentificatie: { naam: 'Bakker' },
    })
    const tegelijk = await Promise.all(
      Array.from({ length: 10 }, () => alles.stuur('POST', '/partijen?rondomVindOfMaak=true', body)),
    )
    expect(tegelijk.map((each) => each.status).sort()).toEqual([...Array(9).fill(200), 201])
    expect(new Set(tegelijk.map((each) => each.body['uuid'])).size).toBe(1)
  })

  it('made by ten clients at once without asking is made once, and refused nine times', async () => {
    const body = persoon({ partijIdentificatoren: [maak(bsn('999990020'))] })
    const tegelijk = await Promise.all(Array.from({ length: 10 }, () => alles.stuur('POST', '/partijen', body)))
    expect(tegelijk.map((each) => each.status).sort()).toEqual([201, ...Array(9).fill(400)])
    expect((await alles.haal('/partijen?partijIdentificator__objectId=999990020'))['count']).toBe(1)
  })
})

describe('a partij', () => {
  it('takes addresses and accounts by reference; what is left out of a list is unlinked, not removed', async () => {
    const adres = await alles.maak('/digitaleadressen', { adres: 'x@voorbeeld.nl', soortDigitaalAdres: 'email' })
    const rekening = await alles.maak('/rekeningnummers', { iban: 'NL91ABNA0417164300' })
    const partij = await alles.maak(
      '/partijen',
      persoon({
        digitaleAdressen: [uuid(adres['uuid'])],
        voorkeursDigitaalAdres: uuid(adres['uuid']),
        rekeningnummers: [uuid(rekening['uuid'])],
        voorkeursRekeningnummer: uuid(rekening['uuid']),
      }),
    )
    expect(partij['voorkeursDigitaalAdres'].uuid).toBe(adres['uuid'])
    expect(partij['voorkeursRekeningnummer'].uuid).toBe(rekening['uuid'])
    const leeg = await alles.stuur('PATCH', `/partijen/${partij['uuid']}`, { digitaleAdressen: [] })
    expect(leeg.body).toMatchObject({ digitaleAdressen: [], voorkeursDigitaalAdres: null })
    expect(await alles.haal(`/digitaleadressen/${adres['uuid']}`)).toMatchObject({ verstrektDoorPartij: null })
  })

  it('with a preferred address and no list is answered, not crashed on', async () => {
    const adres = await alles.maak('/digitaleadressen', { adres: 'y@voorbeeld.nl', soortDigitaalAdres: 'email' })
    const voorkeur = { voorkeursDigitaalAdres: uuid(adres['uuid']) }
    expect(await fout('POST', '/partijen', persoon(voorkeur))).toContainEqual(['voorkeursDigitaalAdres', 'invalid'])
    expect(await fout('PUT', `/partijen/${b.partij}`, persoon(voorkeur))).toContainEqual([
      'voorkeursDigitaalAdres',
      'invalid',
    ])
  })

  it('keeps the parts of a name that a change leaves out, and the company that he works for', async () => {
    const partijIdentificatie = {
      contactnaam: { voorletters: 'P', voornaam: 'Piet', achternaam: 'Wit' },
      werkteVoorPartij: uuid(b.organisatie),
    }
    const partij = await alles.maak('/partijen', {
      soortPartij: 'contactpersoon',
      indicatieActief: true,
      partijIdentificatie,
    })
    const { body } = await alles.stuur('PATCH', `/partijen/${partij['uuid']}`, {
      partijIdentificatie: { contactnaam: { achternaam: 'Zwart' } },
    })
    expect(body['partijIdentificatie']).toMatchObject({
      contactnaam: { voorletters: 'P', voornaam: 'Piet', achternaam: 'Zwart' },
      werkteVoorPartij: uuid(b.organisatie),
      volledigeNaam: 'Piet Zwart',
    })
  })

  it('keeps what a PUT leaves out', async () => {
    const partij = await alles.maak('/partijen', persoon({ interneNotitie: 'Blijft', voorkeurstaal: 'nl' }))
    const { body } = await alles.stuur('PUT', `/partijen/${partij['uuid']}`, persoon())
    expect(body).toMatchObject({ interneNotitie: 'Blijft', voorkeurstaal: 'nl' })
  })

  it('with a secret address shows where he can be reached to nobody without the right, and cannot be changed there', async () => {
    const partij = await alles.maak(
      '/partijen',
      persoon({ indicatieGeheimhouding: true, bezoekadres: { straatnaam: 'Schuilplaats', huisnummer: 7, land: 'NL' } }),
    )
    const verstrektDoorPartij = uuid(partij['uuid'])
    const adres = await alles.maak('/digitaleadressen', {
      adres: '0687654321',
      soortDigitaalAdres: 'telefoonnummer',
      verstrektDoorPartij,
    })
    const zonder = await proef.afnemer(apirechten.filter((each) => each !== 'geheim'))
    const gezien = await zonder.haal(`/partijen/${partij['uuid']}?expand=digitaleAdressen`)
    expect(JSON.stringify(gezien)).not.toMatch(/Schuilplaats|0687654321/)
    expect((await zonder.stuur('GET', `/digitaleadressen/${adres['uuid']}`)).status).toBe(404)
    expect((await zonder.haal('/digitaleadressen?adres=0687654321'))['count']).toBe(0)
    expect((await zonder.stuur('PATCH', `/partijen/${partij['uuid']}`, { bezoekadres: { land: 'BE' } })).status).toBe(
      403,
    )
    expect((await zonder.stuur('PATCH', `/partijen/${partij['uuid']}`, { interneNotitie: 'Mag' })).status).toBe(200)
    expect((await alles.haal(`/partijen/${partij['uuid']}`))['bezoekadres'].straatnaam).toBe('Schuilplaats')
  })

  it('is removed with his part in contacts, and stays when others keep something of him', async () => {
    const weg = await alles.maak('/partijen', persoon())
    const betrokkene = await alles.maak('/betrokkenen', {
      hadKlantcontact: uuid(b.klantcontact),
      wasPartij: uuid(weg['uuid']),
      rol: 'klant',
      initiator: true,
    })
    expect((await alles.stuur('DELETE', `/partijen/${weg['uuid']}`)).status).toBe(204)
    expect((await alles.stuur('GET', `/betrokkenen/${betrokkene['uuid']}`)).status).toBe(404)
    await alles.maak('/internetaken', {
      gevraagdeHandeling: 'Bel',
      aanleidinggevendKlantcontact: uuid(b.klantcontact),
      toegewezenAanActor: uuid(b.actor),
      status: 'te_verwerken',
    })
    expect((await alles.stuur('DELETE', `/partijen/${b.partij}`)).status).toBe(409)
  })
})

describe('a klant who is merged', () => {
  it('is found as the other, with his category; his own address is there no more', async () => {
    const [bron, doel] = [await alles.maak('/partijen', persoon()), await alles.maak('/partijen', persoon())]
    const relatie = await alles.maak('/categorie-relaties', {
      partij: uuid(bron['uuid']),
      categorie: uuid(b.categorie),
    })
    await proef.rondom.write((w) => voegSamen(w, doel['uuid'], { bronId: bron['uuid'], bevestigd: true }))
    expect((await alles.stuur('GET', `/partijen/${bron['uuid']}`)).status).toBe(404)
    expect((await alles.haal(`/categorie-relaties/${relatie['uuid']}`))['partij'].uuid).toBe(doel['uuid'])
    const opBron = {
      hadKlantcontact: uuid(b.klantcontact),
      wasPartij: uuid(bron['uuid']),
      rol: 'klant',
      initiator: true,
    }
    expect(await fout('POST', '/betrokkenen', opBron)).toEqual([['wasPartij.uuid', 'invalid']])
  })
})

describe('a number of its own', () => {
  it('comes back, is found, and is unique; without one there is the number of Rondom', async () => {
    const eigen = await alles.maak('/klantcontacten', { ...contact(), referentienummer: '0000000042' })
    expect(eigen['referentienummer']).toBe('0000000042')
    expect((await alles.haal('/klantcontacten?referentienummer=0000000042'))['results'][0].uuid).toBe(eigen['uuid'])
    expect(await fout('POST', '/klantcontacten', { ...contact(), referentienummer: '0000000042' })).toEqual([
      ['referentienummer', 'unique'],
    ])
    const zonder = await alles.maak('/klantcontacten', contact())
    expect((await alles.haal(`/klantcontacten?nummer=${zonder['nummer']}`))['results'][0].uuid).toBe(zonder['uuid'])
  })
})

describe('a digital address', () => {
  it('keeps its own reference on a change, is the only standard one, and is found as it was typed', async () => {
    const verstrektDoorPartij = uuid(b.andere)
    const body = {
      verstrektDoorPartij,
      soortDigitaalAdres: 'telefoonnummer',
      adres: '+31612345678',
      referentie: 'portaalvoorkeur',
      isStandaardAdres: true,
    }
    const een = await alles.maak('/digitaleadressen', body)
    const twee = await alles.maak('/digitaleadressen', { ...body, adres: '0031 30 1234567', referentie: '' })
    expect((await alles.haal('/digitaleadressen?adres=06 12 34 56 78'))['results'][0].uuid).toBe(een['uuid'])
    expect((await alles.haal(`/digitaleadressen/${een['uuid']}`))['isStandaardAdres']).toBe(false)
    expect(twee).toMatchObject({ adres: '0031 30 1234567', isStandaardAdres: true })
    expect((await alles.stuur('PUT', `/digitaleadressen/${een['uuid']}`, body)).status).toBe(200)
    expect(await fout('POST', '/digitaleadressen', body)).toContainEqual(['referentie', 'unique'])
  })

  it('of a betrokkene shows with him in the werkplek, and stays when he goes', async () => {
    const betrokkene = await alles.maak('/betrokkenen', {
      hadKlantcontact: uuid(b.klantcontact),
      rol: 'klant',
      initiator: true,
    })
    const adres = await alles.maak('/digitaleadressen', {
      verstrektDoorBetrokkene: uuid(betrokkene['uuid']),
      adres: 'z@voorbeeld.nl',
      soortDigitaalAdres: 'email',
    })
    expect(
      (await alles.haal(`/betrokkenen/${betrokkene['uuid']}?expand=digitaleAdressen`))['_expand'].digitaleAdressen[0]
        .adres,
    ).toBe('z@voorbeeld.nl')
    expect((await alles.haal('/klantcontacten?hadBetrokkene__digitaaladres__adres__icontains=Z@VOOR'))['count']).toBe(1)
    await alles.stuur('DELETE', `/betrokkenen/${betrokkene['uuid']}`)
    expect(await alles.haal(`/digitaleadressen/${adres['uuid']}`)).toMatchObject({ verstrektDoorBetrokkene: null })
  })
})

describe('an internetaak', () => {
  const taak = (meer: Json = {}) => ({
    gevraagdeHandeling: 'Bel',
    aanleidinggevendKlantcontact: uuid(b.klantcontact),
    status: 'te_verwerken',
    ...meer,
  })

  it('is for one actor or for several, said in one of two ways', async () => {
    expect(await fout('POST', '/internetaken', taak())).toContainEqual(['nonFieldErrors', 'invalid'])
    const beide = taak({ toegewezenAanActor: uuid(b.actor), toegewezenAanActoren: [uuid(b.actor)] })
    expect(await fout('POST', '/internetaken', beide)).toContainEqual(['nonFieldErrors', 'invalid'])
  })

  it('is done when it says so, and open again', async () => {
    const te = { toegewezenAanActor: uuid(b.actor) }
    expect(await fout('POST', '/internetaken', taak({ ...te, afgehandeldOp: '2026-11-01T10:00:00Z' }))).toContainEqual([
      'afgehandeldOp',
      'invalid',
    ])
    const gemaakt = await alles.maak('/internetaken', taak(te))
    const een = `/internetaken/${gemaakt['uuid']}`
    const klaar = await alles.stuur('PATCH', een, { status: 'verwerkt' })
    expect(klaar.body['afgehandeldOp']).toBeTruthy()
    const open = await alles.stuur('PATCH', een, { status: 'te_verwerken' })
    expect(open.body).toMatchObject({
      afgehandeldOp: null,
      status: 'te_verwerken',
      toegewezenOp: gemaakt['toegewezenOp'],
    })
  })

  it('goes to our own team and colleague behind the actor, and follows what happens in the werkplek', async () => {
    const teams = await sql<{ id: string; code: string }>`select id, code from team order by code`.execute(
      proef.rondom.db,
    )
    const [eerste, tweede] = teams.rows
    const actor = await alles.maak('/actoren', {
      naam: 'KISS',
      soortActor: 'organisatorische_eenheid',
      actoridentificator: { objectId: eerste?.code },
      actorIdentificatie: {},
    })
    const gemaakt = await alles.maak('/internetaken', taak({ toegewezenAanActoren: [uuid(actor['uuid'])] }))
    const coordinator = await proef.rondom.als('coordinator')
    const lees = async () => (await coordinator.get(`/api/taken/${gemaakt['uuid']}`)).json()
    const hier = await lees()
    expect(hier.team.id).toBe(eerste?.id)
    const verdeeld = await coordinator.put(
      `/api/taken/${gemaakt['uuid']}/toewijzing`,
      { teamId: tweede?.id, medewerkerId: null, toelichting: 'Hoort daar.' },
      hier.versie,
    )
    expect(verdeeld.statusCode, verdeeld.body).toBe(200)
    expect((await alles.haal(`/internetaken/${gemaakt['uuid']}`))['toegewezenAanActoren']).toMatchObject([
      { uuid: tweede?.id },
    ])
    const alleenEerste = await proef.afnemer(apirechten, { teams: [eerste?.code ?? ''] })
    expect((await alleenEerste.stuur('GET', `/internetaken/${gemaakt['uuid']}`)).status).toBe(404)
    expect((await alles.stuur('DELETE', `/internetaken/${gemaakt['uuid']}`)).status).toBe(204)
    expect((await lees()).status).toBe('geannuleerd')
  })
})

describe('a contact', () => {
  it('that is confidential is only for who may see those, and for who wrote it; so is all that hangs on it', async () => {
    const geheim = await alles.maak('/klantcontacten', { ...contact(), vertrouwelijk: true, onderwerp: 'Stil' })
    const hadKlantcontact = uuid(geheim['uuid'])
    const betrokkene = await alles.maak('/betrokkenen', {
      hadKlantcontact,
      wasPartij: uuid(b.partij),
      rol: 'klant',
      initiator: true,
    })
    const zonder = await proef.afnemer(apirechten.filter((each) => each !== 'vertrouwelijk'))
    expect((await zonder.stuur('GET', `/klantcontacten/${geheim['uuid']}`)).status).toBe(404)
    expect((await zonder.stuur('GET', `/betrokkenen/${betrokkene['uuid']}`)).status).toBe(404)
    expect(JSON.stringify(await zonder.haal(`/partijen/${b.partij}?expand=betrokkenen.hadKlantcontact`))).not.toContain(
      geheim['uuid'],
    )
    expect(
      (await zonder.stuur('POST', '/betrokkenen', { hadKlantcontact, rol: 'klant', initiator: true })).status,
    ).toBe(400)
    const eigen = await zonder.maak('/klantcontacten', { ...contact(), vertrouwelijk: true })
    expect((await zonder.haal(`/klantcontacten/${eigen['uuid']}`))['vertrouwelijk']).toBe(true)
  })

  it('with a long text from the werkplek comes shortened, and is kept whole when it is sent back so', async () => {
    const lang = 'Lang verhaal. '.repeat(200)
    await sql`update klantcontact set vraag = ${lang} where id = ${b.klantcontact}`.execute(proef.rondom.db)
    const gelezen = await alles.haal(`/klantcontacten/${b.klantcontact}`)
    expect(gelezen['inhoud']).toHaveLength(1000)
    expect((await alles.stuur('PUT', `/klantcontacten/${b.klantcontact}`, gelezen)).status).toBe(200)
    const { rows } = await sql<{ vraag: string }>`select vraag from klantcontact where id = ${b.klantcontact}`.execute(
      proef.rondom.db,
    )
    expect(rows[0]?.vraag).toBe(lang)
  })

  it('gives back what was sent until it is changed here', async () => {
    const gemaakt = await alles.maak('/klantcontacten', { ...contact(), kanaal: 'Webchat 2.0', taal: 'de' })
    expect(gemaakt).toMatchObject({ kanaal: 'Webchat 2.0', taal: 'de' })
    await sql`update klantcontact set kanaal_code = 'brief' where id = ${gemaakt['uuid']}`.execute(proef.rondom.db)
    expect(await alles.haal(`/klantcontacten/${gemaakt['uuid']}`)).toMatchObject({ kanaal: 'brief', taal: 'de' })
  })

  it('that answers another is one thread with it in the werkplek', async () => {
    const antwoord = await alles.maak('/klantcontacten', { ...contact(), reactie: 'Ja.' })
    await alles.maak('/onderwerpobjecten', {
      klantcontact: uuid(antwoord['uuid']),
      wasKlantcontact: uuid(b.klantcontact),
    })
    const coordinator = await proef.rondom.als('coordinator')
    const draad = (await coordinator.get(`/api/klantcontacten/${b.klantcontact}`)).body
    expect(draad).toContain(antwoord['uuid'])
    expect(
      (
        await alles.haal(
          `/klantcontacten?wasOnderwerpobject__uuid=${(await alles.haal(`/onderwerpobjecten?klantcontact__uuid=${antwoord['uuid']}`))['results'][0].uuid}`,
        )
      )['results'][0].uuid,
    ).toBe(b.klantcontact)
  })

  it('goes with everything that hangs on it', async () => {
    const weg = await alles.maak('/maak-klantcontact', {
      klantcontact: contact(),
      betrokkene: { rol: 'klant', initiator: true, wasPartij: uuid(b.partij) },
      onderwerpobject: { onderwerpobjectidentificator: { objectId: '7', codeObjecttype: 'x' } },
    })
    const aanleidinggevendKlantcontact = uuid(weg['klantcontact'].uuid)
    const taak = await alles.maak('/internetaken', {
      gevraagdeHandeling: 'Bel',
      aanleidinggevendKlantcontact,
      toegewezenAanActor: uuid(b.actor),
      status: 'te_verwerken',
    })
    await alles.maak('/actorklantcontacten', { actor: uuid(b.actor), klantcontact: aanleidinggevendKlantcontact })
    await alles.maak('/bijlagen', { wasBijlageVanKlantcontact: aanleidinggevendKlantcontact })
    expect((await alles.stuur('DELETE', `/klantcontacten/${weg['klantcontact'].uuid}`)).status).toBe(204)
    for (const pad of [
      `/betrokkenen/${weg['betrokkene'].uuid}`,
      `/onderwerpobjecten/${weg['onderwerpobject'].uuid}`,
      `/internetaken/${taak['uuid']}`,
    ])
      expect((await alles.stuur('GET', pad)).status, pad).toBe(404)
  })

  it('is removed with its subject by cascade, unless it was about something else as well', async () => {
    const maak = async (...objecten: string[]) => {
      const klantcontact = await alles.maak('/klantcontacten', contact())
      const uuids: string[] = []
      for (const objectId of objecten)
        uuids.push(
          (
            await alles.maak('/onderwerpobjecten', {
              klantcontact: uuid(klantcontact['uuid']),
              onderwerpobjectidentificator: { objectId, codeObjecttype: 'zaak' },
            })
          )['uuid'],
        )
      return { klantcontact, uuids }
    }
    const alleen = await maak('a')
    const samen = await maak('b', 'c')
    const betrokkene = await alles.maak('/betrokkenen', {
      hadKlantcontact: uuid(alleen.klantcontact['uuid']),
      rol: 'klant',
      initiator: true,
    })
    const los = await alles.maak('/digitaleadressen', {
      verstrektDoorBetrokkene: uuid(betrokkene['uuid']),
      adres: 'los@voorbeeld.nl',
      soortDigitaalAdres: 'email',
    })
    const een = await alles.stuur('DELETE', `/onderwerpobjecten/${alleen.uuids[0]}?cascade=true`)
    expect([een.status, een.body]).toEqual([200, { behouden: [] }])
    expect((await alles.stuur('GET', `/klantcontacten/${alleen.klantcontact['uuid']}`)).status).toBe(404)
    expect((await alles.stuur('GET', `/digitaleadressen/${los['uuid']}`)).status).toBe(404)
    const twee = await alles.stuur('DELETE', `/onderwerpobjecten/${samen.uuids[0]}?cascade=true`)
    expect(twee.body).toEqual({ behouden: [samen.klantcontact['url']] })
    expect((await alles.stuur('DELETE', `/onderwerpobjecten/${samen.uuids[1]}`)).status).toBe(204)
  })
})

describe('expand', () => {
  it('goes as deep as is published, by comma or repeated, and no further', async () => {
    const adres = `/klantcontacten/${b.klantcontact}`
    for (const vraag of [
      'expand=hadBetrokkenen,hadBetrokkenen.wasPartij',
      'expand=hadBetrokkenen&expand=hadBetrokkenen.wasPartij',
    ]) {
      const { _expand } = await alles.haal(`${adres}?${vraag}`)
      expect(_expand.hadBetrokkenen[0]._expand.wasPartij.uuid).toBe(b.partij)
    }
    expect((await alles.stuur('GET', `${adres}?expand=hadBetrokkenen.wasPartij.digitaleAdressen`)).status).toBe(400)
    const zonder = await proef.afnemer(['klantcontacten.lezen'])
    const { _expand } = await zonder.haal(`${adres}?expand=hadBetrokkenen.wasPartij`)
    expect(_expand.hadBetrokkenen[0]._expand).toBeUndefined()
  })
})
