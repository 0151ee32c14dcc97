import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Postrij, Poststuk } from '#contract/portaal/berichten.ts'
import { type NewBericht, verstuurBericht } from '#server/berichten/index.ts'
import { startPushdienst } from '#server/koppelingen/push/testing/pushdienst.ts'
import { newId } from '#server/platform/ids.ts'
import { type Client, startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { allJobs } from '#server/slices.ts'
import { openZaak } from '#server/zaken/index.ts'
import { type Huis, maakHuis, machtig } from '../testing/huis.ts'

let rondom: TestRondom
let dienst: Awaited<ReturnType<typeof startPushdienst>>
let huis: Huis
let anna: Client
let buur: Client
let agent: Client
beforeAll(async () => {
  rondom = await startTestRondom({ env: { RONDOM_UITGAAND_INTERN: '127.0.0.1' } })
  dienst = await startPushdienst()
  huis = await maakHuis(rondom)
  anna = await rondom.klant(huis.huurder)
  buur = await rondom.klant(huis.buur)
  agent = await rondom.als('klantcontactmedewerker')
})
afterAll(async () => {
  await dienst.close()
  await rondom.close()
})
beforeEach(() => {
  dienst.ontvangen.length = 0
  dienst.gedrag.status = 201
})

const nieuw = (input: Partial<NewBericht> = {}, partijId = huis.huurder) =>
  rondom.write((w) =>
    verstuurBericht(w, {
      sleutel: newId(),
      partijId,
      formeel: false,
      onderwerp: 'Uw huur',
      tekst: 'Uw achterstand is **600 euro**.',
      ...input,
    }),
  )
const bezorg = (berichtId: string) =>
  allJobs(rondom.services)['bericht.versturen']?.run(rondom.context(), { berichtId }) ?? expect.fail('no such job')
const post = async (client: Client, namens = '') =>
  (await client.get(`/api/portaal/berichten${namens && `?namens=${namens}`}`)).json() as {
    rijen: Postrij[]
    ongelezen: number
  }
const kies = async (client: Client, regels: object[], versie?: number) => {
  const nu = (await client.get('/api/portaal/voorkeuren')).json() as { versie: number }
  return client.put('/api/portaal/voorkeuren', { regels, geenSms: false }, versie ?? nu.versie)
}

describe('the post of a customer', () => {
  it('is everything that was sent to him, whatever way told of it; and when he read it, the employee sees', async () => {
    const brief = await nieuw({ onderwerp: 'Opzegging bevestigd', formeel: true })
    await nieuw({ onderwerp: 'Code', doel: 'aanmelden' })
    await nieuw({ onderwerp: 'Geheim', vertrouwelijk: true })
    const { rijen, ongelezen } = await post(anna)
    expect(rijen.map(({ onderwerp }) => onderwerp)).toEqual(['Opzegging bevestigd'])
    expect(ongelezen).toBe(1)

    const stuk = (await anna.get(`/api/portaal/berichten/${brief.id}`)).json() as Poststuk
    expect(stuk).toMatchObject({ html: expect.stringContaining('<strong>600 euro</strong>'), gelezenOp: null })
    const gelezen = await anna.post(`/api/portaal/berichten/${brief.id}/gelezen`)
    expect(gelezen.json()).toEqual({ gelezenOp: rondom.clock.now.toISOString(), ongelezen: 0 })
    rondom.clock.now = new Date(rondom.clock.now.getTime() + 60_000)
    expect((await anna.post(`/api/portaal/berichten/${brief.id}/gelezen`)).json()).toEqual(gelezen.json())
    expect((await agent.get(`/api/berichten/${brief.id}`)).json()).toMatchObject({
      gelezenOp: (gelezen.json() as { gelezenOp: string }).gelezenOp,
    })
  })

  it('is of nobody else: the same answer as for what does not exist', async () => {
    const { id } = await nieuw()
    const verborgen = await nieuw({ vertrouwelijk: true })
    for (const [wie, wat] of [
      [buur, id],
      [await rondom.klant(huis.medehuurder), id],
      [anna, verborgen.id],
      [anna, newId()],
    ] as const) {
      expect((await wie.get(`/api/portaal/berichten/${wat}`)).statusCode).toBe(404)
      expect((await wie.post(`/api/portaal/berichten/${wat}/gelezen`)).statusCode).toBe(404)
      expect((await wie.get(`/api/portaal/berichten/${wat}/bijlagen/1`)).statusCode).toBe(404)
    }
    const elders = await rondom.klant(huis.huurder, { bij: rondom.elders })
    expect((await elders.get(`/api/portaal/berichten/${id}`)).statusCode).toBe(404)
    expect((await agent.get('/api/portaal/berichten')).statusCode).toBe(401)
    expect((await anna.get(`/api/berichten/${id}`)).statusCode).toBe(401)
  })

  it('is for who acts for him as far as the mandate goes', async () => {
    const van = huis.medehuurder
    const geld = await nieuw({ doel: 'betalingen', onderwerp: 'Betaling' }, van)
    await nieuw({ onderwerp: 'Gewoon' }, van)
    const zaak = await rondom.write((w) =>
      openZaak(w, {
        zaaktype: 'klacht',
        zaaktypeNaam: 'Klacht',
        omschrijving: 'x',
        partijId: van,
        vertrouwelijk: true,
      }),
    )
    await nieuw({ onderwerp: 'Van een geheime zaak', zaakId: zaak.id, vertrouwelijk: false }, van)
    await machtig(rondom, { voor: van, door: huis.buur, domeinen: ['betalen'] })
    expect((await post(buur, van)).rijen.map(({ id }) => id)).toEqual([geld.id])
    expect((await post(await rondom.klant(van))).rijen).toHaveLength(3)
  })
})

describe('what he chooses', () => {
  it('is kept, followed, and refused when it cannot be or somebody was first', async () => {
    const eerst = (await anna.get('/api/portaal/voorkeuren')).json()
    expect(eerst).toMatchObject({ versie: 0, geenSms: false, bereikbaar: { email: null, post: false } })
    expect((await kies(anna, [{ doel: 'wettelijk', kanaal: 'uit' }])).statusCode).toBe(400)
    expect((await kies(anna, [{ doel: 'enquetes', kanaal: 'uit' }])).json()).toMatchObject({ versie: 1 })
    expect((await kies(anna, [{ doel: 'nieuws', kanaal: 'uit' }], 0)).statusCode).toBe(409)
    expect(await nieuw({ doel: 'enquetes' })).toMatchObject({ status: 'ingetrokken' })
    expect((await kies(anna, [{ doel: 'enquetes', kanaal: null }])).json()).toMatchObject({ versie: 2 })
  })

  it('is not for who may only do something else for him', async () => {
    await machtig(rondom, { voor: huis.huurder, door: huis.bewindvoerder, domeinen: ['reparaties'] })
    const ander = await rondom.klant(huis.bewindvoerder)
    const url = `/api/portaal/voorkeuren?namens=${huis.huurder}`
    expect((await ander.get(url)).statusCode).toBe(403)
    expect((await ander.put(url, { regels: [], geenSms: true }, 0)).statusCode).toBe(403)
  })
})

describe('a push message', () => {
  it('reaches the device, encrypted and signed, and says no more than that something waits', async () => {
    const telefoon = dienst.apparaat()
    const sleutel = ((await anna.get('/api/portaal/push')).json() as { sleutel: string }).sleutel
    expect((await anna.post('/api/portaal/push', { endpoint: telefoon.endpoint, keys: telefoon.keys })).json()).toEqual(
      {
        apparaten: 1,
      },
    )
    await kies(anna, [{ doel: 'betalingen', kanaal: 'push' }])
    const bericht = await nieuw({ doel: 'betalingen' })
    expect(bericht).toMatchObject({ kanaal: 'push', reden: 'keuze' })
    await bezorg(bericht.id)
    await bezorg(bericht.id)

    expect(dienst.ontvangen).toHaveLength(1)
    const [push] = dienst.ontvangen
    expect(JSON.parse(push?.tekst ?? '')).toMatchObject({
      titel: rondom.hier.naam,
      tekst: 'Er staat een bericht voor u klaar.',
      naar: `/berichten/${bericht.id}`,
    })
    expect(push?.tekst).not.toMatch(/600|huur/)
    expect(push?.kop).toMatchObject({ 'content-encoding': 'aes128gcm', urgency: 'normal' })
    expect(push?.vapid).toMatchObject({ sleutel, aud: new URL(telefoon.endpoint).origin })
    expect((await post(anna)).rijen[0]).toMatchObject({ id: bericht.id, kanaal: 'push' })
    const bewaard = await rondom.db.selectFrom('push_sleutel').selectAll().execute()
    expect(bewaard).toMatchObject([{ publiek: sleutel }])

    // The browser took its address back: the message goes another way, and the device is forgotten.
    telefoon.weg()
    const volgende = await nieuw({ doel: 'betalingen' })
    await bezorg(volgende.id)
    expect((await agent.get(`/api/berichten/${volgende.id}`)).json()).toMatchObject({
      status: 'mislukt',
      eerder: [{ kanaal: 'push' }],
    })
    expect((await anna.get('/api/portaal/push')).json()).toMatchObject({ apparaten: 0 })
  })

  it('is tried again when the push service is down', async () => {
    const { endpoint, keys } = dienst.apparaat()
    await anna.post('/api/portaal/push', { endpoint, keys })
    await kies(anna, [{ doel: 'betalingen', kanaal: 'push' }])
    const { id } = await nieuw({ doel: 'betalingen' })
    dienst.gedrag.status = 503
    await bezorg(id)
    expect((await agent.get(`/api/berichten/${id}`)).json()).toMatchObject({ status: 'klaar', pogingen: 1 })
    dienst.gedrag.status = 201
    await bezorg(id)
    expect(dienst.ontvangen).toHaveLength(1)
    expect((await agent.get(`/api/berichten/${id}`)).json()).toMatchObject({ status: 'verstuurd' })
    expect((await anna.delete(`/api/portaal/push?endpoint=${encodeURIComponent(endpoint)}`)).json()).toEqual({
      apparaten: 0,
    })
  })

  it('is of who signed in on the device last, and of nobody else', async () => {
    const { endpoint, keys } = dienst.apparaat()
    await anna.post('/api/portaal/push', { endpoint, keys })
    expect((await buur.delete(`/api/portaal/push?endpoint=${encodeURIComponent(endpoint)}`)).json()).toEqual({
      apparaten: 0,
    })
    expect((await anna.get('/api/portaal/push')).json()).toMatchObject({ apparaten: 1 })
    await buur.post('/api/portaal/push', { endpoint, keys })
    expect((await anna.get('/api/portaal/push')).json()).toMatchObject({ apparaten: 0 })
    await buur.delete(`/api/portaal/push?endpoint=${encodeURIComponent(endpoint)}`)
  })

  it.each(['https://10.0.0.8/x', 'https://[::1]/x', 'http://push.example/x', 'https://metadata/x'])(
    'cannot be used to reach what is inside: %s',
    async (endpoint) => {
      const { keys } = dienst.apparaat()
      expect((await anna.post('/api/portaal/push', { endpoint, keys })).statusCode).toBe(400)
    },
  )
})
