import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '#server/platform/ids.ts'
import { startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { findHuurcontract } from './index.ts'

let rondom: TestRondom
const [woning, garage] = [newId(), newId()]
const [an, bo, cis] = [newId(), newId(), newId()]
const vandaag = '2026-11-23'

beforeAll(async () => {
  rondom = await startTestRondom()
  const adres = { straatnaam: 'Zonstraat', postcode: '3512AB', woonplaats: 'Utrecht' }
  await rondom.db
    .insertInto('eenheid')
    .values([
      { id: woning, code: 'E1', huisnummer: 4, ...adres },
      { id: garage, code: 'G1', huisnummer: 4, toevoeging: 'G', ...adres },
    ])
    .execute()
  const mens = (id: string, naam: string) => ({ id, soort: 'persoon' as const, naam, sorteernaam: naam })
  await rondom.db
    .insertInto('partij')
    .values([mens(an, 'An'), mens(bo, 'Bo'), mens(cis, 'Cis')])
    .execute()
})
afterAll(() => rondom.close())

async function contract(
  eenheidId: string,
  nummer: string,
  rollen: { partijId: string; rol: string; einddatum?: string }[],
  einddatum: string | null = null,
) {
  const id = newId()
  await rondom.db
    .insertInto('overeenkomst')
    .values({ id, nummer, eenheid_id: eenheidId, begindatum: '2020-01-01', einddatum })
    .execute()
  await rondom.db
    .insertInto('overeenkomst_partij')
    .values(
      rollen.map(({ partijId, rol, einddatum: tot = null }) => ({
        overeenkomst_id: id,
        partij_id: partijId,
        rol,
        einddatum: tot,
      })),
    )
    .execute()
  return id
}

const vind = async (wie: { overeenkomstId?: string; partijId?: string; eenheidId?: string }) => {
  const gevonden = await findHuurcontract(
    rondom.db,
    { overeenkomstId: null, partijId: null, eenheidId: null, ...wie },
    vandaag,
  )
  return (
    gevonden && [gevonden.overeenkomst.nummer, ...gevonden.huurders.map(({ partijId, rol }) => `${rol} ${partijId}`)]
  )
}

it('gives the contract of a home with everybody who rents by it now, and asks when it could be more than one', async () => {
  const oud = await contract(woning, 'H-oud', [{ partijId: cis, rol: 'HUU' }], '2019-12-31')
  await contract(woning, 'H-nu', [
    { partijId: an, rol: 'HUU' },
    { partijId: bo, rol: 'MDH' },
    { partijId: cis, rol: 'MDH', einddatum: '2024-01-01' },
  ])
  const nu = ['H-nu', `HUU ${an}`, `MDH ${bo}`]

  expect(await vind({ eenheidId: woning })).toEqual(nu)
  expect(await vind({ partijId: bo })).toEqual(nu)
  expect(await vind({ partijId: an, eenheidId: garage })).toBeUndefined()
  expect(await vind({ overeenkomstId: oud })).toEqual(['H-oud', `HUU ${cis}`])
  expect(await vind({ partijId: cis })).toBeUndefined()
  expect(await vind({})).toBeUndefined()

  await contract(garage, 'H-garage', [{ partijId: an, rol: 'HUU' }])
  expect(await vind({ partijId: an })).toBeUndefined()
  expect(await vind({ partijId: an, eenheidId: garage })).toEqual(['H-garage', `HUU ${an}`])
})
