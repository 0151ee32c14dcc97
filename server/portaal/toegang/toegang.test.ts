import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { domeinen } from '#contract/portaal/toegang.ts'
import { startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { type Huis, maakHuis, machtig } from '../testing/huis.ts'
import { domeinenVan } from './domeinenVan.ts'
import { geeftInzage, loopt } from './toegang.ts'

let rondom: TestRondom
let huis: Huis
beforeAll(async () => {
  rondom = await startTestRondom()
  huis = await maakHuis(rondom)
})
afterAll(() => rondom.close())

const ik = async (partijId: string) => (await (await rondom.klant(partijId)).get('/api/portaal/ik')).json()
const namens = async (partijId: string, voor: string) =>
  (await (await rondom.klant(partijId)).get(`/api/portaal/ik?namens=${voor}`)).statusCode

describe('for whom a customer acts', () => {
  it('is himself, with the home that he rents through his huishouden', async () => {
    const { dossiers } = await ik(huis.medehuurder)
    expect(dossiers).toMatchObject([
      { partijId: huis.medehuurder, hoedanigheid: 'zelf', domeinen: [...domeinen], tot: null },
    ])
    expect(dossiers[0].adres).toContain('Lange Nieuwstraat 1')
  })

  it('is never somebody who gave him no mandate, whether he exists or not', async () => {
    expect(await namens(huis.huurder, huis.buur)).toBe(404)
    expect(await namens(huis.huurder, huis.medehuurder)).toBe(404)
    expect(await namens(huis.huurder, '019aa000-0000-7000-8000-000000000000')).toBe(404)
    expect(await namens(huis.huurder, huis.huurder)).toBe(200)
  })

  it('is who gave a mandate that runs today, with what it covers and until when', async () => {
    await machtig(rondom, { door: huis.bewindvoerder, voor: huis.buur, soort: 'bewindvoerder', einde: '2026-11-24' })
    await machtig(rondom, { door: huis.bewindvoerder, voor: huis.huurder, domeinen: ['betalen', 'onzin'] })
    await machtig(rondom, { door: huis.bewindvoerder, voor: huis.medehuurder, einde: '2026-11-22' })
    const { dossiers } = await ik(huis.bewindvoerder)

    expect(dossiers.slice(1)).toMatchObject([
      { partijId: huis.buur, hoedanigheid: 'bewindvoerder', tot: '2026-11-24' },
      { partijId: huis.huurder, hoedanigheid: 'gemachtigde', domeinen: ['betalen'], tot: null },
    ])
    expect(dossiers[1].domeinen).not.toContain('gegevens')
    expect(await namens(huis.bewindvoerder, huis.medehuurder)).toBe(404)
  })

  it('ends during a session, on the day after the last', async () => {
    const client = await rondom.klant(huis.bewindvoerder)
    const vraag = async () => (await client.get(`/api/portaal/ik?namens=${huis.buur}`)).statusCode
    rondom.clock.now = new Date('2026-11-24T22:59:00Z')
    const laatste = await vraag()
    rondom.clock.now = new Date('2026-11-24T23:01:00Z')
    const daarna = await vraag()
    rondom.clock.now = new Date('2026-11-23T10:00:00Z')

    expect([laatste, daarna]).toEqual([200, 404])
  })

  it('is nobody of another organisatie', async () => {
    const client = await rondom.klant(huis.huurder, { bij: rondom.elders })
    expect((await client.get(`/api/portaal/ik?namens=${huis.buur}`)).statusCode).toBe(404)
  })

  it('is not a person who is no longer there', async () => {
    await sql`update partij set actief = false where id = ${huis.huurder}`.execute(rondom.db)
    expect(await namens(huis.bewindvoerder, huis.huurder)).toBe(404)
    await sql`update partij set actief = true where id = ${huis.huurder}`.execute(rondom.db)
  })
})

describe('what a mandate covers', () => {
  it('is what was agreed, and nothing that does not exist', () => {
    expect(domeinenVan('curator', ['betalen', 'alles'])).toEqual(new Set(['betalen']))
    expect(domeinenVan('gemachtigde', [])).toEqual(new Set())
  })

  it('goes by its kind when nothing was written down', () => {
    expect(domeinenVan('curator', null)).toEqual(new Set(domeinen))
    expect(domeinenVan('gemachtigde', null).has('huur')).toBe(false)
    expect(domeinenVan('budgetcoach', null)).toEqual(new Set(['betalen', 'contact']))
    expect(domeinenVan('iets anders', null)).toEqual(new Set())
  })
})

describe('a contract', () => {
  const contract = { overeenkomstId: '', nummer: '', eenheidId: null, rol: 'HUU', begin: '2020-01-01' }
  const nu = '2026-11-23'
  it.each([
    ['runs', { einde: null, rolBegin: null, rolEinde: null }, true, true],
    ['has not begun for him', { einde: null, rolBegin: '2026-12-01', rolEinde: null }, false, true],
    ['ends today', { einde: nu, rolBegin: null, rolEinde: null }, true, true],
    [
      'ended with him in it: he reads the settlement',
      { einde: '2026-10-31', rolBegin: null, rolEinde: null },
      true,
      false,
    ],
    [
      'ended with him in it, and his role with it',
      { einde: '2026-10-31', rolBegin: null, rolEinde: '2026-10-31' },
      true,
      false,
    ],
    ['went on without him after a divorce', { einde: null, rolBegin: null, rolEinde: '2026-06-30' }, false, false],
    ['ended after he had left', { einde: '2026-10-31', rolBegin: null, rolEinde: '2026-06-30' }, false, false],
  ])('%s', (_, rol, inzage, nog) => {
    expect([geeftInzage({ ...contract, ...rol }, nu), loopt({ ...contract, ...rol }, nu)]).toEqual([inzage, nog])
  })
})
