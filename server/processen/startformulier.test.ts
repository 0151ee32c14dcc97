import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { beginGesprek, metVragen, rondAf, voltooi } from '#server/gesprekken/testing/gesprek.ts'
import { maakWereld, type Wereld } from '#server/klantcontacten/testing/wereld.ts'
import { newId } from '#server/platform/ids.ts'
import { type Client, startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { persoonIn } from '#server/relaties/testing/partijen.ts'
import { beginProef, publiceerProef, standVan } from './testing/proefproces.ts'
import { tekening } from './testing/tekening.ts'

let rondom: TestRondom
let wereld: Wereld
let agent: Client
let partijId: string

const attributen = 'rondom:procesteam="klantcontact"'
const vraag = {
  'proces.bpmn': tekening(
    `<bpmn:startEvent id="begin" rondom:formulier="vraag"/>
    <bpmn:userTask id="bel" name="Bellen" rondom:team="klantcontact" rondom:formulier="gebeld"/>
    begin -> bel`,
    { attributen },
  ),
  'formulieren/vraag.json': JSON.stringify({
    titel: 'Vraag',
    velden: [
      { naam: 'verhaal', soort: 'tekstvak', label: 'Verhaal', verplicht: true, standaard: 'contact.tekst' },
      { naam: 'telefoon', soort: 'tekst', vorm: 'telefoon', label: 'Telefoon' },
      { naam: 'email', soort: 'tekst', vorm: 'e-mail', label: 'E-mail' },
      { naam: 'email2', soort: 'tekst', vorm: 'e-mail', label: 'Nog een' },
    ],
  }),
  'formulieren/gebeld.json': JSON.stringify({
    titel: 'Gebeld',
    velden: [
      { naam: 'wie', soort: 'tekst', label: 'Wie?', verplicht: true, standaard: 'klant.naam' },
      { naam: 'nummer', soort: 'tekst', label: 'Zaak', standaard: 'zaak.nummer' },
    ],
  }),
}
/** Hands on to the other at once. */
const omzetten = {
  'proces.bpmn': tekening(
    `<bpmn:startEvent id="begin"/>
    <bpmn:serviceTask id="zetOm" name="Omzetten" rondom:actie="proces.starten" rondom:resultaat="andere">
      <bpmn:extensionElements><rondom:invoer naam="proces" waarde="vraag"/></bpmn:extensionElements>
    </bpmn:serviceTask>
    <bpmn:userTask id="klaar" name="Afsluiten" rondom:team="klantcontact"/>
    begin -> zetOm
    zetOm -> klaar`,
    { attributen },
  ),
}

beforeAll(async () => {
  rondom = await startTestRondom()
  wereld = await maakWereld(rondom)
  agent = await rondom.als('klantcontactmedewerker', { teamIds: [wereld.klantcontact] })
  partijId = (
    await persoonIn(rondom, {
      digitaleAdressen: [
        { soort: 'telefoonnummer', adres: '06 12345678' },
        { soort: 'email', adres: 'an@voorbeeld.nl' },
      ],
    })
  ).id
  await publiceerProef(rondom, 'vraag', vraag)
  await publiceerProef(rondom, 'omzetten', omzetten)
})
afterAll(() => rondom.close())

const contact = async (client: Client, tekst: string, meer: object = {}) =>
  (
    await rondAf(client, await beginGesprek(client, { partijId }), {
      vraag: tekst,
      directBeantwoord: true,
      antwoord: 'Ja',
      ...meer,
    })
  ).klantcontacten[0]?.id ?? ''
const formulier = (client: Client, query: string) => client.get(`/api/processen/vraag/startformulier?${query}`)

describe('the form that starts a process', () => {
  it('is filled in with what we know, where it is clear what is meant', async () => {
    const klantcontactId = await contact(agent, 'De bel is stuk')
    const antwoord = (await formulier(agent, `partijId=${partijId}&klantcontactId=${klantcontactId}`)).json()

    expect(antwoord.antwoorden).toEqual({ telefoon: '06 12345678' })
    expect(antwoord.context.contact).toMatchObject({ tekst: 'De bel is stuk', kanaal: 'telefoon' })
    expect((await formulier(agent, '')).json()).toMatchObject({ antwoorden: {}, context: { contact: null } })
  })

  it('takes the words of the contact that it begins with, and the zaak has that contact', async () => {
    const klantcontactId = await contact(agent, 'De lamp is stuk')
    const { zaakId } = await beginProef(agent, 'vraag', { partijId, klantcontactId })

    expect((await standVan(agent, zaakId)).gegevens.verhaal).toBe('De lamp is stuk')
    expect((await agent.get(`/api/zaken/${zaakId}`)).json().klantcontacten).toMatchObject([{ id: klantcontactId }])
  })

  it('says nothing of a contact that one may not read, and takes none along', async () => {
    const collega = await rondom.als('coordinator', { teamIds: [wereld.klantcontact] })
    const klantcontactId = await contact(collega, 'Iets vertrouwelijks', { vertrouwelijk: true })

    expect((await formulier(agent, `klantcontactId=${klantcontactId}`)).statusCode).toBe(404)
    const start = await agent.post('/api/processen/vraag/instanties', { klantcontactId, antwoorden: { verhaal: 'x' } })
    expect(start.statusCode).toBe(404)
    expect((await formulier(collega, `klantcontactId=${klantcontactId}`)).statusCode).toBe(200)
  })
})

describe('the form of a step', () => {
  it('knows the klant and the zaak too, here as on the server', async () => {
    const { zaakId, nummer } = await beginProef(agent, 'vraag', { partijId, antwoorden: { verhaal: 'x' } })
    const { context } = await standVan(agent, zaakId)
    const klaar = await agent.post(`/api/zaken/${zaakId}/stappen/bel`, { antwoorden: {} })

    expect(context).toMatchObject({ klant: { id: partijId }, zaak: { nummer }, instellingen: {} })
    expect(klaar.json().gegevens).toMatchObject({ wie: context.klant.naam, nummer })
  })
})

describe('a contact that becomes a process', () => {
  const contacten = async (zaakId: string) =>
    (await agent.get(`/api/zaken/${zaakId}`)).json().klantcontacten.map(({ id }: { id: string }) => id)

  it('goes on to the process that its process starts', async () => {
    const klantcontactId = await contact(agent, 'Mijn kraan lekt')
    const { zaakId } = await beginProef(agent, 'omzetten', { partijId, klantcontactId })
    const andere = (await standVan(agent, zaakId)).gegevens.andere.zaakId

    expect(await contacten(andere)).toEqual([klantcontactId])
  })

  it('also when it ends after that: it belongs to what was started in it, and to what that became', async () => {
    const gesprek = await beginGesprek(agent, { partijId })
    const { zaakId } = await beginProef(agent, 'omzetten', { partijId })
    const andere = (await standVan(agent, zaakId)).gegevens.andere.zaakId
    const { klantcontacten } = await rondAf(agent, gesprek, {
      vraag: 'Mijn deur klemt',
      directBeantwoord: true,
      antwoord: 'Wordt geregeld',
      koppelingen: [{ soort: 'zaak', objectId: zaakId, omschrijving: 'Zaak' }],
    })

    expect(await contacten(zaakId)).toEqual([klantcontacten[0]?.id])
    expect(await contacten(andere)).toEqual([klantcontacten[0]?.id])
  })

  it('is not linked to a zaak that one may not see; the number of another register is', async () => {
    const gesprek = await beginGesprek(agent, { partijId })
    const met = (objectId: string) =>
      metVragen(gesprek, {
        vraag: 'Hoe staat het?',
        directBeantwoord: true,
        antwoord: 'Goed',
        koppelingen: [{ soort: 'zaak', objectId, omschrijving: '' }],
      })
    const onbekend = await voltooi(agent, gesprek, met(newId()))
    const elders = await voltooi(agent, gesprek, met('ZAAK-2025-12'))

    expect(onbekend.json().invalidParams).toMatchObject([{ name: 'inhoud.vragen.0.koppelingen.0' }])
    expect(elders.statusCode, elders.body).toBe(201)
  })
})
