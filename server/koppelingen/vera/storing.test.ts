import { appendFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Erp, ErpGeweigerd, ErpStoring } from '#server/erp/index.ts'
import { newId } from '#server/platform/ids.ts'
import { startProefErp } from './proeferp/start.ts'
import { maakWoning, startTestErp, type TestErp, type Woning } from './testing/proeferp.ts'
import { veraErp } from './veraErp.ts'

let t: TestErp
let woning: Woning
beforeAll(async () => {
  t = await startTestErp()
  woning = await maakWoning(t)
})
beforeEach(() => t.bedien('kwaal', { soort: 'geen' }))
afterAll(() => t.close())

const nieuw = () => ({
  eenheidCode: woning.code,
  omschrijving: 'Toilet: loopt door',
  gemeldOp: '2026-11-23T09:12:00Z',
  defecten: [],
})
const vraag = (erp: Erp) => erp.onderhoudsverzoeken.vanEenheid(t.ctx, woning.code)

describe('an ERP that does not work', () => {
  it.each([
    ['plat', 'onbereikbaar'],
    ['storing', 'storing'],
    ['onzin', 'onzin'],
  ])('(%s) is a storing of kind %s, and is over when it is over', async (kwaal, soort) => {
    const erp = t.adapter()
    await t.bedien('kwaal', { soort: kwaal })

    await expect(vraag(erp)).rejects.toMatchObject({
      name: 'ErpStoring',
      soort,
      message: expect.stringContaining('De ERP'),
    })

    await t.bedien('kwaal', { soort: 'geen' })
    expect(await vraag(erp)).toBeInstanceOf(Array)
  })

  it('is not waited for longer than the time limit', async () => {
    const erp = t.adapter({ timeoutMs: 300 })
    await t.bedien('kwaal', { soort: 'traag' })

    await expect(vraag(erp)).rejects.toMatchObject({ soort: 'te-traag' })
  })

  it('is left alone after a few failures, and tried again later', async () => {
    let gevraagd = 0
    const tellend: typeof fetch = (waar, wat) => {
      gevraagd += 1
      return fetch(waar, wat)
    }
    const erp = t.adapter({ fetch: tellend, kring: { fouten: 2, pauzeMs: 700 } })
    await t.bedien('kwaal', { soort: 'storing' })
    await expect(vraag(erp)).rejects.toBeInstanceOf(ErpStoring)
    await expect(vraag(erp)).rejects.toBeInstanceOf(ErpStoring)
    const toen = gevraagd

    await Promise.all([1, 2, 3].map(() => expect(vraag(erp)).rejects.toMatchObject({ soort: 'onbereikbaar' })))
    expect(gevraagd).toBe(toen)

    await t.bedien('kwaal', { soort: 'geen' })
    while (!(await vraag(erp).catch(() => undefined))) await sleep(50)
    expect(gevraagd).toBeGreaterThan(toen)
  })

  it('that refuses what we ask is not broken', async () => {
    const erp = t.adapter({ kring: { fouten: 1, pauzeMs: 60_000 } })
    await expect(
      erp.onderhoudsverzoeken.maak(t.ctx, newId(), { ...nieuw(), eenheidCode: 'W999' }),
    ).rejects.toBeInstanceOf(ErpGeweigerd)

    expect(await vraag(erp)).toBeInstanceOf(Array)
  })

  it('that is not there at all says so', async () => {
    const erp = veraErp({ basis: 'http://127.0.0.1:1/{keten}/v4', toegang: { soort: 'geen' } })

    await expect(erp.ping(t.ctx)).rejects.toMatchObject({ soort: 'onbereikbaar' })
  })

  it('that sends us elsewhere is not followed with our key', async () => {
    const erp = t.adapter({ fetch: async () => Response.redirect('https://elders.example/', 302) })

    await expect(erp.ping(t.ctx)).rejects.toBeInstanceOf(ErpStoring)
  })
})

describe('sign-in', () => {
  it('with a wrong key is a storing that a beheerder must solve', async () => {
    const erp = t.adapter({ toegang: { soort: 'sleutel', sleutel: 'verkeerd' } })

    await expect(vraag(erp)).rejects.toMatchObject({ soort: 'toegang' })
  })

  it('by OAuth2 client credentials works, with one token for many questions', async () => {
    const paden: string[] = []
    const tokenUrl = new URL('/oauth/token', await t.proces.basis()).href
    const erp = t.adapter({
      toegang: { soort: 'oauth', tokenUrl, clientId: 'rondom', clientSecret: t.proces.sleutel },
      fetch: (waar, wat) => {
        paden.push(new URL(String(waar)).pathname)
        return fetch(waar, wat)
      },
    })

    await Promise.all([vraag(erp), vraag(erp)])
    await vraag(erp)

    expect(paden.filter((pad) => pad === '/oauth/token')).toHaveLength(1)
    const fout = t.adapter({ toegang: { soort: 'oauth', tokenUrl, clientId: 'rondom', clientSecret: 'nee' } })
    await expect(vraag(fout)).rejects.toMatchObject({ soort: 'toegang' })
  })

  it('again when the token is refused', async () => {
    const tokenUrl = new URL('/oauth/token', await t.proces.basis()).href
    let keren = 0
    const erp = t.adapter({
      toegang: { soort: 'oauth', tokenUrl, clientId: 'rondom', clientSecret: t.proces.sleutel },
      fetch: async (waar, wat) => {
        if (String(waar) === tokenUrl && keren++ === 0)
          return Response.json({ access_token: 'verlopen', token_type: 'Bearer', expires_in: 300 })
        return await fetch(waar, wat)
      },
    })

    expect(await vraag(erp)).toBeInstanceOf(Array)
  })
})

describe('the control page', () => {
  it('is closed for a page of somebody else and for another name of this machine', async () => {
    const basis = await t.proces.basis()
    const van = async (headers: Record<string, string>) =>
      (await fetch(new URL('/proef/kwaal', basis), { method: 'POST', headers, body: '{"soort":"plat"}' })).status

    expect(await van({ origin: 'https://elders.example' })).toBe(403)
    expect(await van({ 'sec-fetch-site': 'cross-site' })).toBe(403)
    expect((await fetch(new URL('/proef', basis))).headers.get('content-security-policy')).toContain(
      "default-src 'none'",
    )
  })

  it('shows what a tenant typed as text', async () => {
    await t.erp.onderhoudsverzoeken.maak(t.ctx, newId(), { ...nieuw(), omschrijving: '<script>alert(1)</script>' })

    const pagina = await (await fetch(new URL('/proef?organisatie=hier', await t.proces.basis()))).text()

    expect(pagina).toContain('&#60;script&#62;')
    expect(pagina).not.toContain('<script')
  })
})

describe('a proef-ERP that is killed', () => {
  it('comes back at the same address with everything that it acknowledged', async () => {
    const sleutel = newId()
    const verzoek = await t.erp.onderhoudsverzoeken.maak(t.ctx, sleutel, nieuw())
    const [basis, pid] = [await t.proces.basis(), t.proces.pid()]

    if (pid !== undefined) process.kill(pid, 'SIGKILL')
    const erp = t.adapter({ kring: { fouten: 1_000 } })
    while (
      !(await erp.ping(t.ctx).then(
        () => true,
        () => false,
      ))
    )
      await sleep(50)

    expect(t.proces.pid()).not.toBe(pid)
    expect(await t.proces.basis()).toBe(basis)
    expect(await erp.onderhoudsverzoeken.maak(t.ctx, sleutel, nieuw())).toEqual(verzoek)
    expect((await t.mutaties()).filter(({ referentie }) => referentie === sleutel)).toHaveLength(1)
  })

  it('counts a line that was cut off halfway as never written', async () => {
    const verzoek = await t.erp.onderhoudsverzoeken.maak(t.ctx, newId(), nieuw())
    await t.proces.stop()
    await appendFile(join(t.map, 'mutaties.jsonl'), '{"nr":99999,"op":"2026-11-2')

    const opnieuw = startProefErp({ databaseUrl: t.rondom.databaseUrl, map: t.map, log: t.rondom.services.log })
    const erp = t.adapter({ basis: opnieuw.basis, toegang: { soort: 'sleutel', sleutel: opnieuw.sleutel } })
    const ander = await erp.onderhoudsverzoeken.maak(t.ctx, newId(), nieuw())
    const beide = await Promise.all([verzoek, ander].map(({ id }) => erp.onderhoudsverzoeken.haal(t.ctx, id)))
    await opnieuw.stop()

    expect(beide).toEqual([verzoek, ander])
    const regels = (await readFile(join(t.map, 'mutaties.jsonl'), 'utf8')).trimEnd().split('\n')
    expect(() => regels.map((regel) => JSON.parse(regel))).not.toThrow()
  })
})
