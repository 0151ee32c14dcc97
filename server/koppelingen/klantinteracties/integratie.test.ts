import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Proef, startProef } from './testing/proef.ts'

let proef: Proef
beforeAll(async () => {
  proef = await startProef()
})
afterAll(() => proef.close())

const naam = (voornaam: string, achternaam: string) => ({
  soortPartij: 'persoon',
  indicatieActief: true,
  partijIdentificatie: { contactnaam: { voorletters: 'JA', voornaam, voorvoegselAchternaam: 'van den', achternaam } },
})

describe('a new integrator', () => {
  it('makes a klant, a contact with a taak, and finds them in the werkplek', { timeout: 60_000 }, async () => {
    const { alles, rondom } = proef
    const partij = await alles.maak('/partijen', {
      ...naam('Jan', 'Berg'),
      bezoekadres: { straatnaam: 'Lange Nieuwstraat', huisnummer: 1, postcode: '3512pn', stad: 'Utrecht' },
    })
    expect(partij).toMatchObject({
      partijIdentificatie: {
        contactnaam: { voorletters: 'JA', achternaam: 'Berg' },
        volledigeNaam: 'Jan van den Berg',
      },
      bezoekadres: { postcode: '3512 PN', huisnummer: 1 },
      digitaleAdressen: [],
    })
    const adres = await alles.maak('/digitaleadressen', {
      verstrektDoorPartij: { uuid: partij['uuid'] },
      soortDigitaalAdres: 'telefoonnummer',
      adres: '0612345678',
      isStandaardAdres: true,
      omschrijving: 'mobiel',
    })
    const gemaakt = await alles.maak('/maak-klantcontact', {
      klantcontact: {
        kanaal: 'Telefonisch',
        onderwerp: 'Lekkage',
        inhoud: 'Het lekt.',
        taal: 'nld',
        vertrouwelijk: false,
      },
      betrokkene: { wasPartij: { uuid: partij['uuid'] }, rol: 'klant', initiator: true },
      onderwerpobject: {
        onderwerpobjectidentificator: {
          objectId: 'Z1',
          codeObjecttype: 'zaak',
          codeRegister: 'openzaak',
          codeSoortObjectId: 'uuid',
        },
      },
    })
    expect(gemaakt['klantcontact']).toMatchObject({ kanaal: 'Telefonisch', onderwerp: 'Lekkage' })
    const { results } = await alles.haal('/actoren?soortActor=organisatorische_eenheid')
    const taak = await alles.maak('/internetaken', {
      gevraagdeHandeling: 'Terugbellen',
      aanleidinggevendKlantcontact: { uuid: gemaakt['klantcontact']['uuid'] },
      toegewezenAanActoren: [{ uuid: results[0].uuid }],
      status: 'te_verwerken',
      toelichting: 'Graag vandaag.',
    })
    const terug = await alles.haal(
      `/klantcontacten/${gemaakt['klantcontact']['uuid']}?expand=hadBetrokkenen,hadBetrokkenen.wasPartij,leiddeTotInterneTaken`,
    )
    expect(terug['_expand']['hadBetrokkenen'][0]._expand.wasPartij.uuid).toBe(partij['uuid'])
    expect(terug['_expand']['leiddeTotInterneTaken'][0].uuid).toBe(taak['uuid'])

    const sanne = await rondom.als('coordinator')
    const klant = (await sanne.get(`/api/partijen/${partij['uuid']}`)).json()
    expect(klant.naam).toBe('J.A. van den Berg')
    expect(JSON.stringify(klant)).toContain(adres['uuid'])
    const tijdlijn = (await sanne.get(`/api/partijen/${partij['uuid']}/tijdlijn`)).json()
    expect(JSON.stringify(tijdlijn)).toContain('Lekkage')
    expect(JSON.stringify(tijdlijn)).toContain('Terugbellen')
    expect((await sanne.get('/api/zoeken?q=van den Berg')).body).toContain(partij['uuid'])
    expect((await sanne.get(`/api/taken/${taak['uuid']}`)).json()).toMatchObject({ onderwerp: 'Terugbellen' })
    const log = await sql<{ actor: string }>`select actor from verwerking where object_id = ${partij['uuid']}`.execute(
      rondom.db,
    )
    expect(log.rows.map((row) => row.actor)).toContain('Proef 1 (API)')
  })
})
