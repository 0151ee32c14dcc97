import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { domeinen } from '#contract/portaal/toegang.ts'
import { newId } from '#server/platform/ids.ts'
import { startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { openZaak, type ZaakRow } from '#server/zaken/index.ts'
import { type Huis, maakHuis } from '../testing/huis.ts'
import { magZaak, type Zaakdelingen, zichtbaarInPortaal } from './magZaak.ts'
import type { Toegang } from './toegang.ts'

let rondom: TestRondom
let huis: Huis
let zaken: ZaakRow[]
let rollen: { zaak_id: string; rol: string; partij_id: string | null; eind_op: Date | null }[]

const delingen: Zaakdelingen = new Map([
  ['reparatie', { domein: 'reparaties', gedeeld: true }],
  ['klacht', { domein: 'klachten', gedeeld: false }],
])

beforeAll(async () => {
  rondom = await startTestRondom()
  huis = await maakHuis(rondom)
  const { huurder, medehuurder, buur, overeenkomstId } = huis
  await rondom.write(async (w) => {
    for (const zaaktype of ['reparatie', 'klacht', 'ander'])
      for (const partijId of [huurder, buur])
        for (const ontvangenOp of ['2019-12-31T22:00:00Z', '2019-12-31T23:00:00Z', '2026-07-01T10:00:00Z'])
          for (const rol of [undefined, 'belanghebbende', 'beklaagde', 'adviseur'] as const)
            for (const vertrouwelijk of rol ? [false] : [false, true])
              await openZaak(w, {
                zaaktype,
                zaaktypeNaam: zaaktype,
                omschrijving: 'Proef',
                partijId,
                overeenkomstId: partijId === huurder ? overeenkomstId : null,
                vertrouwelijk,
                ontvangenOp: new Date(ontvangenOp),
                rollen: rol ? [{ rol, partijId: medehuurder }] : [],
              })
  })
  await sql`update zaak_rol set eind_op = now() where rol = 'belanghebbende' and id in (
    select id from zaak_rol where rol = 'belanghebbende' order by id limit 5)`.execute(rondom.db)
  await sql`update zaak set zichtbaar_in_portaal = false where id in (
    select id from zaak order by id desc limit 10)`.execute(rondom.db)
  zaken = await rondom.db.selectFrom('zaak').selectAll().execute()
  rollen = await rondom.db.selectFrom('zaak_rol').select(['zaak_id', 'rol', 'partij_id', 'eind_op']).execute()
})
afterAll(() => rondom.close())

const toegangVan = (partijId: string, anders: Partial<Toegang> = {}): Toegang => ({
  klant: { accountId: newId(), sessieId: newId(), partijId, naam: '', taal: 'nl', sterk: false },
  partijId,
  naam: '',
  hoedanigheid: 'zelf',
  domeinen: new Set(domeinen),
  tot: null,
  contracten: [],
  ...anders,
})
const contract = (rolBegin: string | null, rolEinde: string | null) => ({
  overeenkomstId: huis.overeenkomstId,
  nummer: '1',
  eenheidId: huis.eenheidId,
  rol: 'HUU',
  begin: '2020-01-01',
  einde: null,
  rolBegin,
  rolEinde,
})
const volgensRegel = (toegang: Toegang) =>
  zaken.filter((zaak) =>
    magZaak(
      toegang,
      zaak,
      rollen.filter(({ zaak_id }) => zaak_id === zaak.id),
      delingen,
    ),
  )
const volgensVraag = (toegang: Toegang) =>
  rondom.db.selectFrom('zaak').selectAll().where(zichtbaarInPortaal(toegang, delingen)).execute()
const ids = (rows: { id: string }[]) => rows.map(({ id }) => id).sort()

it('is decided by the query as by the rule, for everybody', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(huis.huurder, huis.medehuurder, huis.buur, huis.bewindvoerder),
      fc.subarray([...domeinen]),
      fc.constantFrom(
        [],
        [contract(null, null)],
        [contract('2020-01-01', null)],
        [contract('2020-01-01', '2026-06-30')],
      ),
      async (partijId, gedekt, contracten) => {
        const toegang = toegangVan(partijId, { domeinen: new Set(gedekt), contracten })
        expect(ids(await volgensVraag(toegang))).toEqual(ids(volgensRegel(toegang)))
      },
    ),
    { numRuns: 40 },
  )
})

it('never passes a confidential case, a hidden one, or one about him', () => {
  for (const partijId of [huis.huurder, huis.medehuurder, huis.buur])
    for (const zaak of volgensRegel(toegangVan(partijId, { contracten: [contract(null, null)] }))) {
      expect([zaak.vertrouwelijk, zaak.zichtbaar_in_portaal]).toEqual([false, true])
      const zijn = rollen.filter(({ zaak_id, partij_id }) => zaak_id === zaak.id && partij_id === partijId)
      expect(zijn.map(({ rol }) => rol)).not.toContain('beklaagde')
    }
})

it('shows who shares the home its repairs since he lives there, and no complaint of the other', () => {
  const gezien = volgensRegel(toegangVan(huis.medehuurder, { contracten: [contract('2020-01-01', null)] }))
  const alleenGedeeld = gezien.filter(
    ({ id }) => !rollen.some(({ zaak_id, partij_id }) => zaak_id === id && partij_id === huis.medehuurder),
  )
  expect(alleenGedeeld.length).toBeGreaterThan(0)
  expect(new Set(alleenGedeeld.map(({ zaaktype }) => zaaktype))).toEqual(new Set(['reparatie']))
  expect(alleenGedeeld.every(({ ontvangen_op }) => ontvangen_op >= new Date('2019-12-31T23:00:00Z'))).toBe(true)
})

it('shows nothing that the mandate does not cover', () => {
  const gezien = volgensRegel(toegangVan(huis.huurder, { domeinen: new Set(['klachten']) }))
  expect(new Set(gezien.map(({ zaaktype }) => zaaktype))).toEqual(new Set(['klacht']))
})
