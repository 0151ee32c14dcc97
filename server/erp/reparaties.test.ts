import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Reparaties } from '#contract/erp.ts'
import { maakWoning, startTestErp, type TestErp } from '#server/koppelingen/vera/testing/proeferp.ts'
import { newId } from '#server/platform/ids.ts'
import { type Client, startTestRondom } from '#server/platform/testing/rondom.ts'

let t: TestErp
let medewerker: Client
let pad: string
let code: string
beforeAll(async () => {
  t = await startTestErp()
  const woning = await maakWoning(t)
  code = woning.code
  const { id } = await t.rondom.db.selectFrom('eenheid').select('id').where('code', '=', code).executeTakeFirstOrThrow()
  pad = `/api/eenheden/${id}/reparaties`
  medewerker = await t.rondom.als('klantcontactmedewerker')
})
afterAll(() => t.close())

const meld = (omschrijving: string, gemeldOp: string) =>
  t.erp.onderhoudsverzoeken.maak(t.ctx, newId(), { eenheidCode: code, omschrijving, gemeldOp, defecten: [] })

describe('the repairs of a home', () => {
  it('show what runs first, whatever its date', async () => {
    const oud = await meld('Kraan lekt', '2019-03-01T09:00:00Z')
    const weg = await meld('Deur klemt', '2026-11-20T09:00:00Z')
    await t.erp.onderhoudsverzoeken.annuleer(t.ctx, newId(), weg.id, 'Huurder deed het zelf')

    const antwoord = (await medewerker.get(pad)).json<Reparaties>()

    expect(antwoord).toMatchObject({ erp: 'werkt', melding: '' })
    expect(antwoord.reparaties[0]).toEqual({
      id: oud.id,
      nummer: oud.nummer,
      omschrijving: 'Kraan lekt',
      gemeldOp: '2019-03-01T09:00:00Z',
      status: 'REG',
      loopt: true,
    })
    expect(antwoord.reparaties.find(({ id }) => id === weg.id)).toMatchObject({ status: 'GEA', loopt: false })
  })

  it('are an answer with the reason when the ERP is down', async () => {
    await t.bedien('kwaal', { soort: 'storing' })

    const antwoord = await medewerker.get(pad)

    expect(antwoord.statusCode).toBe(200)
    expect(antwoord.json()).toMatchObject({
      erp: 'storing',
      melding: expect.stringContaining('De ERP'),
      reparaties: [],
    })
    await t.bedien('kwaal', { soort: 'geen' })
  })

  it('are closed without the right, and unknown elsewhere', async () => {
    const beheer = await t.rondom.als('functioneel-beheerder')
    const daar = await t.rondom.als('klantcontactmedewerker', { bij: t.rondom.elders })

    expect((await beheer.get(pad)).statusCode).toBe(403)
    expect((await daar.get(pad)).statusCode).toBe(404)
  })

  it('are nothing without an ERP', async () => {
    const rondom = await startTestRondom()
    try {
      const woning = await maakWoning({ rondom })
      const { id } = await rondom.db
        .selectFrom('eenheid')
        .select('id')
        .where('code', '=', woning.code)
        .executeTakeFirstOrThrow()

      const antwoord = await (await rondom.als('klantcontactmedewerker')).get(`/api/eenheden/${id}/reparaties`)

      expect(antwoord.json()).toEqual({ eenheidId: id, erp: 'uit', melding: '', reparaties: [] })
    } finally {
      await rondom.close()
    }
  })
})
