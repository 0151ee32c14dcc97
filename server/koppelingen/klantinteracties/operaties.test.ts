import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Apirecht } from '#contract/koppelingen/apitoegang.ts'
import { apirechten } from '#contract/koppelingen/apitoegang.ts'
import { newId } from '#server/platform/ids.ts'
import { bronnen } from './bronnen/index.ts'
import { type Afnemer, basis, gepubliceerd, type Json, type Methode, type Proef, startProef } from './testing/proef.ts'
import { type Bekend, maakBekend, voorbeelden } from './testing/voorbeelden.ts'

// Each walks over all operations; two cores that are busy with other tests make that slow, never wrong.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let proef: Proef
let alles: Afnemer
let bekend: Bekend
beforeAll(async () => {
  proef = await startProef()
  alles = proef.alles
  bekend = await maakBekend(alles)
}, 60_000)
afterAll(() => proef.close())

const operaties = Object.entries(gepubliceerd.paths).flatMap(([pad, per]) =>
  Object.keys(per as object).map((methode): [Methode, string] => [methode.toUpperCase() as Methode, pad]),
)
const echt = (pad: string) => pad.replace('{uuid}', newId())
const rechtVan = (methode: Methode, pad: string): Apirecht => {
  const onderdeel = bronnen().find((bron) => bron.pad === pad.split('/')[1])?.onderdeel ?? 'klantcontacten'
  return `${onderdeel}.${methode === 'GET' ? 'lezen' : 'schrijven'}`
}

describe('every published operation', () => {
  it('is served', () => {
    expect(operaties).toHaveLength(85)
    for (const [methode, pad] of operaties)
      expect(
        proef.rondom.app.hasRoute({ method: methode, url: `${basis}${pad.replace('{uuid}', ':uuid')}` }),
        pad,
      ).toBe(true)
  })

  it('lets nobody in without a token of its own: no session, no expired, withdrawn or foreign one', async () => {
    const sessie = await proef.rondom.als('coordinator')
    const elders = await proef.afnemer(apirechten, { bij: proef.rondom.elders })
    const kort = await proef.afnemer(apirechten, { verlooptOp: new Date(proef.rondom.clock.now.getTime() + 1000) })
    const nu = proef.rondom.clock.now
    proef.rondom.clock.now = new Date(nu.getTime() + 1000)
    for (const [methode, pad] of operaties) {
      const wat = `${methode} ${pad}`
      expect((await proef.metToken('').stuur(methode, echt(pad))).status, wat).toBe(401)
      expect((await proef.metToken('').stuur(methode, echt(pad), undefined, sessie.headers)).status, wat).toBe(401)
      expect((await proef.metToken(elders.token).stuur(methode, echt(pad))).status, wat).toBe(401)
      expect((await kort.stuur(methode, echt(pad))).status, wat).toBe(401)
    }
    proef.rondom.clock.now = nu
  })

  it('needs its right, and no other one', async () => {
    for (const recht of new Set(operaties.map(([methode, pad]) => rechtVan(methode, pad)))) {
      const zonder = await proef.afnemer(apirechten.filter((each) => each !== recht))
      const alleen = await proef.afnemer([recht])
      for (const [methode, pad] of operaties.filter((each) => rechtVan(...each) === recht)) {
        const wat = `${methode} ${pad} with ${recht}`
        const geweigerd = await zonder.stuur(methode, echt(pad), methode === 'GET' ? undefined : {})
        expect(geweigerd.status, wat).toBe(403)
        expect(geweigerd.body['code'], wat).toBe('permission_denied')
        expect((await alleen.stuur(methode, echt(pad), methode === 'GET' ? undefined : {})).status, wat).not.toBe(403)
      }
    }
  })
})

describe.each(bronnen().map((bron) => bron.pad))('%s', (pad) => {
  const voorbeeld = () => {
    const gevonden = voorbeelden(bekend)[pad]
    if (!gevonden) throw new Error(`no example of ${pad}`)
    return gevonden
  }
  /** What was sent stands in what came back, a reference by its uuid. */
  function eisTerug(gestuurd: Json, terug: Json) {
    for (const [veld, waarde] of Object.entries(gestuurd as Record<string, Json>)) {
      if (veld === 'partijIdentificatoren' || (waarde === null && Array.isArray(terug[veld]))) continue
      if (typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde))
        expect(terug[veld]).toMatchObject(waarde)
      else if (Array.isArray(waarde)) expect(terug[veld]).toHaveLength(waarde.length)
      else expect(terug[veld] ?? null, veld).toBe(waarde)
    }
  }

  it('is made, read, listed, replaced, changed and removed, as published', async () => {
    const { maak, wijzig } = voorbeeld()
    const gestuurd = maak()
    const gemaakt = await alles.maak(`/${pad}`, gestuurd)
    eisTerug(gestuurd, gemaakt)
    expect(await alles.haal(`/${pad}/${gemaakt['uuid']}`)).toEqual(gemaakt)
    const { results, count } = await alles.haal(`/${pad}?pageSize=500`)
    expect(results.map((each: Json) => each.uuid)).toContain(gemaakt['uuid'])
    expect(count).toBe(results.length)

    const { status, body } = await alles.stuur('PATCH', `/${pad}/${gemaakt['uuid']}`, wijzig)
    expect(status, JSON.stringify(body)).toBe(200)
    eisTerug(wijzig, body)
    // What is read may be sent back as it is: nothing changes.
    const terug = await alles.stuur('PUT', `/${pad}/${gemaakt['uuid']}`, zonderDubbel(body))
    expect(terug.status, JSON.stringify(terug.body)).toBe(200)
    expect(terug.body).toEqual(body)

    expect((await alles.stuur('DELETE', `/${pad}/${gemaakt['uuid']}`)).status).toBe(204)
    expect((await alles.stuur('GET', `/${pad}/${gemaakt['uuid']}`)).status).toBe(404)
  })

  it('refuses a stale change, and answers 304 to who has it already', async () => {
    const gemaakt = await alles.maak(`/${pad}`, voorbeeld().maak())
    const een = `/${pad}/${gemaakt['uuid']}`
    const { headers } = await alles.stuur('GET', een)
    const etag = headers['etag'] ?? ''
    expect((await alles.stuur('GET', een, undefined, { 'if-none-match': etag })).status).toBe(304)
    expect((await alles.stuur('PATCH', een, voorbeeld().wijzig, { 'if-match': '"ouder"' })).status).toBe(412)
    expect((await alles.stuur('DELETE', een, undefined, { 'if-match': '"ouder"' })).status).toBe(412)
    expect((await alles.stuur('PATCH', een, voorbeeld().wijzig, { 'if-match': etag })).status).toBe(200)
    await alles.stuur('DELETE', een)
  })

  it('does the work once for one Idempotency-Key', async () => {
    const key = { 'idempotency-key': newId() }
    const body = voorbeeld().maak()
    const eerst = await alles.stuur('POST', `/${pad}`, body, key)
    const weer = await alles.stuur('POST', `/${pad}`, body, key)
    expect([eerst.status, weer.status]).toEqual([201, 201])
    expect(weer.body['uuid']).toBe(eerst.body['uuid'])
    expect(weer.headers['idempotency-replayed']).toBe('true')
    await alles.stuur('DELETE', `/${pad}/${eerst.body['uuid']}`)
  })

  it('tells which parameters it does not know, on a list and on one', async () => {
    for (const adres of [`/${pad}?onzin=1`, `/${pad}/${newId()}?onzin=1`, `/${pad}?expand[]=x`]) {
      const { status, body } = await alles.stuur('GET', adres)
      expect(status, adres).toBe(400)
      expect(body['invalidParams'][0]).toMatchObject({ name: 'nonFieldErrors', code: 'unknown-parameters' })
    }
  })

  it('is never that of another organisatie', async () => {
    const elders = await proef.afnemer(apirechten, { bij: proef.rondom.elders })
    const gemaakt = await alles.maak(`/${pad}`, voorbeeld().maak())
    const een = `/${pad}/${gemaakt['uuid']}`
    for (const methode of ['GET', 'PATCH', 'DELETE'] as const)
      expect((await elders.stuur(methode, een, methode === 'PATCH' ? {} : undefined)).status, methode).toBe(404)
    expect(JSON.stringify(await elders.haal(`/${pad}`))).not.toContain(gemaakt['uuid'])
    await alles.stuur('DELETE', een)
  })

  it('finds nothing for a filter that fits nothing', async () => {
    const gemaakt = await alles.maak(`/${pad}`, voorbeeld().maak())
    const parameters: Json[] = gepubliceerd.paths[`/${pad}`]?.['get'].parameters
    for (const { name, schema, in: plek } of parameters) {
      if (plek !== 'query' || ['page', 'pageSize', 'expand'].includes(name) || schema.enum || schema.type === 'boolean')
        continue
      const niets =
        { uuid: newId(), uri: `http://x.test/${newId()}`, date: '1901-01-01', 'date-time': '1901-01-01T00:00:00Z' }[
          schema.format as string
        ] ?? 'bestaat-niet-9'
      const { count } = await alles.haal(`/${pad}?${name}=${encodeURIComponent(niets)}`)
      // Before 1901 nothing was verified; after it everything.
      if (!/__gte?$/.test(name)) expect(count, name).toBe(0)
    }
    for (const { name, schema } of parameters.filter((each) => each.schema?.type === 'boolean')) {
      const [ja, nee] = [await alles.haal(`/${pad}?${name}=true`), await alles.haal(`/${pad}?${name}=false`)]
      const samen = [...ja['results'], ...nee['results']].map((each: Json) => each.uuid)
      expect(new Set(samen).size, `${name} ${schema.type}`).toBe(samen.length)
    }
    await alles.stuur('DELETE', `/${pad}/${gemaakt['uuid']}`)
  })
})

/** An internetaak is read with both ways to say for whom it is, and written with one. */
function zonderDubbel({ toegewezenAanActor: _, ...rest }: Json): Json {
  return rest
}

describe('a list', () => {
  it('has pages with addresses of the next and previous, and 404 beyond the last', async () => {
    for (let i = 0; i < 5; i++) await alles.maak('/categorieen', { naam: `Bladzijde ${i}` })
    const gezien: string[] = []
    let adres: string | null = '/categorieen?pageSize=2'
    let bladzijden = 0
    while (adres) {
      const bladzijde: Json = await alles.haal(adres)
      gezien.push(...bladzijde.results.map((each: Json) => each.uuid))
      expect(bladzijde.results.length).toBeLessThanOrEqual(2)
      expect(bladzijde.previous === null).toBe(bladzijden === 0)
      adres = bladzijde.next
      bladzijden++
    }
    const { count } = await alles.haal('/categorieen')
    expect(new Set(gezien).size).toBe(count)
    expect((await alles.stuur('GET', '/categorieen?page=999')).status).toBe(404)
    expect((await alles.stuur('GET', '/categorieen?page=0')).status).toBe(404)
    expect((await alles.stuur('GET', '/categorieen?page=x')).status).toBe(400)
  })
})
