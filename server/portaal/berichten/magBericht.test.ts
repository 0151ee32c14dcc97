import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { domeinen } from '#contract/portaal/toegang.ts'
import { type BerichtRow, verstuurBericht } from '#server/berichten/index.ts'
import { newId } from '#server/platform/ids.ts'
import { startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { openZaak, type ZaakRow } from '#server/zaken/index.ts'
import { type Huis, maakHuis } from '../testing/huis.ts'
import { magZaak } from '../toegang/magZaak.ts'
import type { Toegang } from '../toegang/toegang.ts'
import { berichtZichtbaarVoorKlant, magBericht } from './magBericht.ts'

let rondom: TestRondom
let huis: Huis
let zaken: ZaakRow[]
let berichten: BerichtRow[]
const delingen = new Map([['reparatie', { domein: 'reparaties' as const, gedeeld: true }]])

beforeAll(async () => {
  rondom = await startTestRondom()
  huis = await maakHuis(rondom)
  await rondom.write(async (w) => {
    for (const partijId of [huis.huurder, huis.buur])
      for (const zaak of [
        undefined,
        { zaaktype: 'reparatie' },
        { zaaktype: 'ander' },
        { zaaktype: 'reparatie', vertrouwelijk: true },
      ]) {
        const { id } = zaak ? await openZaak(w, { ...zaak, zaaktypeNaam: 'x', omschrijving: 'x', partijId }) : {}
        for (const doel of ['voortgang', 'betalingen'] as const)
          await verstuurBericht(w, {
            sleutel: newId(),
            partijId,
            zaakId: id ?? null,
            formeel: false,
            onderwerp: 'x',
            tekst: 'x',
            doel,
          })
      }
  })
  zaken = await rondom.db.selectFrom('zaak').selectAll().execute()
  berichten = await rondom.db.selectFrom('bericht').selectAll().execute()
})
afterAll(() => rondom.close())

it('is decided by the query as by the rule, for everybody', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(huis.huurder, huis.medehuurder, huis.buur),
      fc.constantFrom('zelf', 'gemachtigde', 'bewindvoerder'),
      fc.subarray([...domeinen]),
      async (partijId, hoedanigheid, gedekt) => {
        const toegang: Toegang = {
          klant: { accountId: newId(), sessieId: newId(), partijId, naam: '', taal: 'nl', sterk: false },
          partijId,
          naam: '',
          hoedanigheid,
          domeinen: new Set(gedekt),
          tot: null,
          contracten: [],
        }
        const volgensRegel = berichten.filter((bericht) => {
          const zaak = zaken.find(({ id }) => id === bericht.zaak_id)
          return magBericht(toegang, bericht, zaak !== undefined && magZaak(toegang, zaak, [], delingen))
        })
        const volgensVraag = await rondom.db
          .selectFrom('bericht')
          .select('id')
          .where(berichtZichtbaarVoorKlant(toegang, delingen))
          .execute()
        const ids = (rows: { id: string }[]) => rows.map(({ id }) => id).sort()
        expect(ids(volgensVraag)).toEqual(ids(volgensRegel))
      },
    ),
    { numRuns: 40 },
  )
})
