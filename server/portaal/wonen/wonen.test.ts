import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Portaalwoning } from '#contract/portaal/wonen.ts'
import { type Boeking, type Erp, ErpStoring, geenErp, type Onderhoudsverzoek } from '#server/erp/index.ts'
import { newId } from '#server/platform/ids.ts'
import { type Client, startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { type Huis, maakHuis, machtig } from '../testing/huis.ts'

const boeking = (id: string, soort: string, bedragCent: number, saldoCent: number, boekdatum: string): Boeking => ({
  id,
  nummer: id,
  soort,
  detailsoort: undefined,
  omschrijving: id,
  overeenkomstNummer: undefined,
  boekdatum,
  vervaldatum: undefined,
  bedragCent,
  saldoCent,
  betalingskenmerk: undefined,
})
const verzoek = (nummer: string, gemeldOp: string | undefined, status: 'INB' | 'AFG'): Onderhoudsverzoek => ({
  id: nummer,
  nummer,
  omschrijving: nummer,
  status,
  gemeldOp,
  eenheidCode: undefined,
  complexCode: undefined,
  defecten: [],
  orderIds: [],
})

let erpKapot = false
let gevraagd: string[] = []
/** The ERP of another: what it says is ours to choose, how it is asked is not. */
const erp: Erp = {
  ...geenErp,
  stand: () => ({ soort: 'werkt' }),
  boekingen: {
    ...geenErp.boekingen,
    async vanOvereenkomst(_, nummer) {
      gevraagd.push(nummer)
      if (erpKapot) throw new ErpStoring('onbereikbaar', 'Het ERP antwoordt niet.')
      return [
        boeking('Huur november', 'VOR', 70_000, 70_000, '2026-11-01'),
        boeking('Betaald', 'ONT', 70_000, 0, '2026-10-03'),
        boeking('Oude huur', 'VOR', 60_000, 0, '2019-11-01'),
      ]
    },
  },
  onderhoudsverzoeken: {
    ...geenErp.onderhoudsverzoeken,
    async vanEenheid() {
      return [
        verzoek('Vorige huurder', '2019-05-01T10:00:00Z', 'AFG'),
        verzoek('Klaar', '2026-05-01T10:00:00Z', 'AFG'),
        verzoek('Kraan', '2026-11-01T10:00:00Z', 'INB'),
        verzoek('Onbekend', undefined, 'INB'),
      ]
    },
  },
}

let rondom: TestRondom
let huis: Huis
let anna: Client
beforeAll(async () => {
  rondom = await startTestRondom({ erp })
  huis = await maakHuis(rondom)
  anna = await rondom.klant(huis.huurder)
  const complexId = newId()
  await sql`insert into complex (id, code, naam) values (${complexId}, 'C1', 'De Toren')`.execute(rondom.db)
  await sql`update eenheid set complex_id = ${complexId}, bouwjaar = 1962, energielabel = 'B' where id = ${huis.eenheidId}`.execute(
    rondom.db,
  )
  await sql`update overeenkomst set brutohuur_cent = 70000 where id = ${huis.overeenkomstId}`.execute(rondom.db)
})
afterAll(() => rondom.close())
beforeEach(() => {
  erpKapot = false
  gevraagd = []
})

const woningen = async (client: Client, namens = ''): Promise<Portaalwoning[]> =>
  (await client.get(`/api/portaal/woning${namens && `?namens=${namens}`}`)).json().woningen
const rekening = (client: Client, id = huis.overeenkomstId, namens = '') =>
  client.get(`/api/portaal/woning/${id}/rekening${namens && `?namens=${namens}`}`)
const onderhoud = (client: Client, id = huis.overeenkomstId) => client.get(`/api/portaal/woning/${id}/onderhoud`)

describe('a home', () => {
  it('is the one that he rents, also with his huishouden', async () => {
    for (const partijId of [huis.huurder, huis.medehuurder]) {
      expect(await woningen(await rondom.klant(partijId))).toMatchObject([
        {
          loopt: true,
          huurCent: 70_000,
          bouwjaar: 1962,
          complex: 'De Toren',
          adres: 'Lange Nieuwstraat 1, 3512 PN Utrecht',
        },
      ])
    }
    expect(await woningen(await rondom.klant(huis.bewindvoerder))).toEqual([])
  })

  it('shows with a mandate only what that covers', async () => {
    await machtig(rondom, { door: huis.buur, voor: huis.huurder, domeinen: ['reparaties'] })
    const buur = await rondom.klant(huis.buur)
    expect(await woningen(buur, huis.huurder)).toMatchObject([{ huurCent: null, rekening: false, onderhoud: true }])
    expect((await rekening(buur, huis.overeenkomstId, huis.huurder)).statusCode).toBe(403)
    expect(gevraagd).toEqual([])
  })
})

describe('the rent account', () => {
  it('is what the ERP says of his time, with its moment: what was paid lowers it', async () => {
    expect((await rekening(anna)).json()).toMatchObject({
      erp: 'werkt',
      op: '2026-11-23T10:00:00.000Z',
      saldoCent: 70_000,
      regels: [{ omschrijving: 'Huur november', bedragCent: 70_000 }, { bedragCent: -70_000 }],
    })
  })

  it('of an ERP that is down is an answer, and no error', async () => {
    erpKapot = true
    const answer = await rekening(anna)
    expect([answer.statusCode, answer.json()]).toEqual([200, { erp: 'storing', op: null, saldoCent: 0, regels: [] }])
  })

  it('of another is not there, whoever asks; the ERP is not even asked', async () => {
    const { rows } = await sql<{ id: string }>`select id from overeenkomst where id <> ${huis.overeenkomstId}`.execute(
      rondom.db,
    )
    const elders = await rondom.klant(huis.huurder, { bij: rondom.elders })
    const collega = await rondom.als('klantcontactmedewerker')
    for (const id of [rows[0]?.id ?? '', newId(), 'onzin']) {
      expect((await rekening(anna, id)).statusCode).toBe(404)
      expect((await onderhoud(anna, id)).statusCode).toBe(404)
    }
    expect((await rekening(elders)).statusCode).toBe(404)
    expect((await rekening(collega)).statusCode).toBe(401)
    expect(gevraagd).toEqual([])
  })

  it('is gone for who left the home, and begins for who came later with his own part', async () => {
    await sql`update partij_rol set einddatum = '2026-06-30' where partij_id = ${huis.medehuurder}`.execute(rondom.db)
    const weg = await rondom.klant(huis.medehuurder)
    expect(await woningen(weg)).toEqual([])
    expect((await rekening(weg)).statusCode).toBe(404)
    await sql`update partij_rol set einddatum = null, begindatum = '2026-11-01' where partij_id = ${huis.medehuurder}`.execute(
      rondom.db,
    )
    expect((await rekening(weg)).json().regels).toMatchObject([{ omschrijving: 'Huur november' }])
    await sql`update partij_rol set begindatum = '2020-01-01' where partij_id = ${huis.medehuurder}`.execute(rondom.db)
  })
})

it('shows the repairs of his own time, what runs first', async () => {
  const { regels } = (await onderhoud(anna)).json()
  expect(regels.map(({ nummer }: { nummer: string }) => nummer)).toEqual(['Kraan', 'Klaar'])
})
