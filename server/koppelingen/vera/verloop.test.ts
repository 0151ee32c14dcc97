import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '#server/platform/ids.ts'
import { maakWoning, startTestErp, type TestErp } from './testing/proeferp.ts'

let t: TestErp
beforeAll(async () => {
  t = await startTestErp()
})
afterAll(() => t.close())

async function boek(): Promise<string> {
  const woning = await maakWoning(t)
  const verzoek = await t.erp.onderhoudsverzoeken.maak(t.ctx, newId(), {
    eenheidCode: woning.code,
    omschrijving: 'Kraan lekt',
    gemeldOp: '2026-11-23T09:00:00Z',
    defecten: [],
  })
  const [optie] = await t.erp.afspraakOpties(t.ctx, { verzoekId: verzoek.id })
  if (!optie) throw new Error('the agenda of the ERP is full')
  return (await t.erp.afspraken.boek(t.ctx, newId(), { verzoekId: verzoek.id, optie })).orderId ?? ''
}
const statusVan = async (orderId: string) => (await t.erp.onderhoudsorders.haal(t.ctx, orderId))?.status

it('work waits for its appointment, and is done by itself when the clock is turned up', async () => {
  const orderId = await boek()
  expect(await statusVan(orderId)).toBe('PLN')

  await t.bedien('factor', { factor: 100_000 })
  while ((await statusVan(orderId)) !== 'AFG') await sleep(50)

  const tekst = await (await fetch(new URL('/proef/log?door=verloop', await t.proces.basis()))).text()
  const stappen = tekst
    .split('\n')
    .filter(Boolean)
    .map((regel) => JSON.parse(regel).handeling)
  expect(stappen).toEqual(['order onderweg', 'order uitvoering', 'order gereed', 'order afgehandeld'])
})

it('is refused at a pace that is no number', async () => {
  await expect(t.bedien('factor', { factor: 'snel' })).rejects.toThrow('factor')
})
