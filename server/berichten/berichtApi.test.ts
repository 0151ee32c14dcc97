import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Bericht, BerichtRij } from '#contract/berichten.ts'
import { NieuwContact } from '#contract/relatieinvoer.ts'
import { maakWereld, type Wereld } from '#server/klantcontacten/testing/wereld.ts'
import { newId } from '#server/platform/ids.ts'
import { type Client, startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { type PartijRow, registerPartij } from '#server/relaties/index.ts'
import { openZaak } from '#server/zaken/index.ts'
import { bezorg } from './bezorg.ts'
import { postbodeVoor } from './jobs.ts'
import { type NewBericht, verstuurBericht } from './verstuurBericht.ts'

let rondom: TestRondom
let wereld: Wereld
let agent: Client
let post: PartijRow
beforeAll(async () => {
  rondom = await startTestRondom()
  wereld = await maakWereld(rondom)
  agent = await rondom.als('klantcontactmedewerker')
  post = await rondom.write((w) =>
    registerPartij(
      w,
      NieuwContact.parse({
        soort: 'persoon',
        persoon: { achternaam: 'Visser', initialen: 'c' },
        adressen: [{ postcode: '3512PN', huisnummer: 1, straatnaam: 'Nieuwstraat', woonplaats: 'Utrecht' }],
      }),
    ),
  )
})
afterAll(() => rondom.close())

const nieuw = (input: Partial<NewBericht> = {}) =>
  rondom.write((w) =>
    verstuurBericht(w, {
      sleutel: newId(),
      partijId: post.id,
      formeel: true,
      onderwerp: 'Bevestiging van uw opzegging',
      tekst: 'Geachte heer Visser,\n\n**Uw huur eindigt.**',
      ...input,
    }),
  )
const lijst = async (query: string, client = agent) =>
  ((await client.get(`/api/berichten?aantal=100&${query}`)).json() as { rijen: BerichtRij[] }).rijen

describe('a letter', () => {
  it('waits for who prints it: a PDF for the window of the envelope, and then it was sent', async () => {
    const { id } = await nieuw()
    expect((await lijst('kanaal=brief&status=klaar')).map((each) => each.id)).toContain(id)

    const brief = await agent.get(`/api/berichten/${id}/brief`)
    expect(brief.headers['content-type']).toContain('application/pdf')
    expect(brief.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')

    const gepost = await agent.post(`/api/berichten/${id}/afdruk`)
    expect(gepost.json()).toMatchObject({ status: 'verstuurd', tekst: 'Geachte heer Visser,\n\nUw huur eindigt.' })
    expect((gepost.json() as Bericht).html).toContain('<strong>')
    expect((await agent.post(`/api/berichten/${id}/afdruk`)).statusCode).toBe(409)
  })
})

describe('what could not be sent', () => {
  it('is on the list of work, and goes again to where the klant can be reached by then', async () => {
    const { id } = await nieuw({ partijId: wereld.klant.id })
    expect((await lijst('')).map((each) => each.id)).toContain(id)
    expect((await agent.post(`/api/berichten/${id}/opnieuw`)).json()).toMatchObject({ status: 'mislukt' })

    const adres = { soort: 'email', adres: 'berg@voorbeeld.nl' }
    const added = await agent.post(`/api/partijen/${wereld.klant.id}/digitale-adressen`, adres)
    expect(added.statusCode).toBeLessThan(300)
    expect((await agent.post(`/api/berichten/${id}/opnieuw`)).json()).toMatchObject({
      status: 'klaar',
      kanaal: 'email',
      aan: 'berg@voorbeeld.nl',
    })
    expect((await agent.post(`/api/berichten/${id}/opnieuw`)).statusCode).toBe(409)
    const demo = { ...rondom.context(), organisatie: { ...rondom.hier, demo: true } }
    const files = { put: never, open: never, remove: never }
    await bezorg(demo, id, { files, postbode: postbodeVoor(demo, {}) })
    expect((await lijst(`partijId=${wereld.klant.id}`))[0]).toMatchObject({ id, status: 'verstuurd' })
    const tijdlijn = (await agent.get(`/api/partijen/${wereld.klant.id}/tijdlijn?soort=bericht`)).json()
    expect(tijdlijn.rijen).toMatchObject([{ titel: 'Bevestiging van uw opzegging', gegevens: { status: 'verstuurd' } }])
  })
})

describe('who reads a message', () => {
  it('is who may read contacts, and of a zaak who may see that', async () => {
    const zaak = await rondom.write((w) =>
      openZaak(w, {
        zaaktype: 'klacht',
        zaaktypeNaam: 'Klacht',
        omschrijving: 'Klacht',
        partijId: post.id,
        teamId: wereld.klachten,
        vertrouwelijk: true,
      }),
    )
    const { id } = await nieuw({ zaakId: zaak.id })
    const los = await nieuw({ vertrouwelijk: true })
    const lid = await rondom.als('vakspecialist', { teamIds: [wereld.klachten] })
    const coordinator = await rondom.als('coordinator')
    expect((await lid.get(`/api/berichten/${id}`)).json()).toMatchObject({ vertrouwelijk: true, zaak: { id: zaak.id } })
    expect((await lijst(`zaakId=${zaak.id}`, lid)).map((each) => each.id)).toEqual([id])
    for (const url of [id, los.id].map((each) => `/api/berichten/${each}`)) {
      expect((await agent.get(url)).statusCode).toBe(404)
      expect((await agent.get(`${url}/brief`)).statusCode).toBe(404)
      expect((await agent.post(`${url}/afdruk`)).statusCode).toBe(404)
      expect((await coordinator.get(url)).statusCode).toBe(200)
    }
    expect((await lijst(`partijId=${post.id}`)).map((each) => each.id)).not.toContain(id)
    expect((await lijst(`partijId=${post.id}`)).map((each) => each.id)).not.toContain(los.id)
    const beheerder = await rondom.als('functioneel-beheerder')
    expect((await beheerder.get('/api/berichten')).statusCode).toBe(403)
    // The mailbox is there in the demo only.
    expect((await beheerder.get('/api/postbus')).statusCode).toBe(404)
  })
})

const never = () => Promise.reject(new Error('this message has no files'))
