import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { maakWereld, type Wereld } from '#server/klantcontacten/testing/wereld.ts'
import { startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import {
  haalTermijn,
  koppelAanHoofdzaak,
  type NewZaak,
  openZaak,
  setResultaat,
  setZaakstatus,
  startTermijn,
} from './index.ts'
import { selectTermijnen } from './termijnen/store.ts'

let rondom: TestRondom
let wereld: Wereld
beforeAll(async () => {
  rondom = await startTestRondom()
  wereld = await maakWereld(rondom)
})
afterAll(() => rondom.close())

const maandag = new Date('2026-11-23T10:00:00Z')
function opDag(dag: string): void {
  rondom.clock.now = new Date(`${dag}T10:00:00Z`)
}

function nieuw(input: Partial<NewZaak> = {}) {
  return rondom.write((w) =>
    openZaak(w, {
      zaaktype: 'reparatieverzoek',
      zaaktypeNaam: 'Reparatieverzoek',
      omschrijving: 'Lekkende kraan in de keuken',
      partijId: wereld.klant.id,
      teamId: wereld.planning,
      ...input,
    }),
  )
}

describe('opening a zaak', () => {
  it('gives it a number of its own, status AAN, and the klant as initiator', async () => {
    const [een, twee] = [await nieuw(), await nieuw()]

    expect(een.nummer).toMatch(/^Z2026-\d{6}$/)
    expect(twee.nummer).not.toBe(een.nummer)
    expect(een).toMatchObject({ status: 'AAN', wacht_op: null, afgesloten_op: null, versie: 1 })
    const rollen = await rondom.db.selectFrom('zaak_rol').selectAll().where('zaak_id', '=', een.id).execute()
    expect(rollen).toMatchObject([{ rol: 'initiator', partij_id: wereld.klant.id }])
  })

  it('refuses what does not exist, by field', async () => {
    const geen = '019aaaaa-0000-7000-8000-000000000000'
    const refused = await nieuw({ teamId: geen, eenheidId: geen, behandelaarId: geen }).catch((error) => error)
    expect(refused.invalidParams.map((each: { name: string }) => each.name)).toEqual([
      'teamId',
      'behandelaarId',
      'eenheidId',
    ])
    await expect(nieuw({ partijId: geen })).rejects.toMatchObject({ status: 404 })
  })
})

describe('the life of a zaak', () => {
  it('goes through its statuses, ends, is opened again when it was not solved after all, and closes for good', async () => {
    const { id } = await nieuw()
    const naar = (status: 'INB' | 'INU' | 'AFG' | 'GES' | 'GEA', naam = '') =>
      rondom.write((w) => setZaakstatus(w, id, { status, naam }))

    await naar('INB')
    expect(await naar('INU', 'Ingepland')).toMatchObject({ status: 'INU', status_naam: 'Ingepland' })
    await rondom.write((w) => setResultaat(w, id, { code: 'verholpen', naam: 'Verholpen' }))
    expect(await naar('AFG')).toMatchObject({ status: 'AFG', resultaat: 'verholpen', afgesloten_op: maandag })
    expect(await naar('INB')).toMatchObject({ status: 'INB', afgesloten_op: null })
    await naar('AFG')
    await naar('GES')
    await expect(naar('INB')).rejects.toMatchObject({ status: 409, code: 'gesloten' })

    const events = await sql<{ soort: string; gegevens: { status: string } }>`
      select soort, gegevens from gebeurtenis where gegevens ->> 'zaakId' = ${id} order by id`.execute(rondom.db)
    expect(events.rows.map(({ soort, gegevens }) => [soort, gegevens.status])).toEqual([
      ['zaak.geopend', 'AAN'],
      ['zaak.gewijzigd', 'INB'],
      ['zaak.gewijzigd', 'INU'],
      ['zaak.gewijzigd', 'INU'],
      ['zaak.afgesloten', 'AFG'],
      ['zaak.gewijzigd', 'INB'],
      ['zaak.afgesloten', 'AFG'],
      ['zaak.gewijzigd', 'GES'],
    ])
  })

  it('waits for nobody when it is over, and twice the same is once', async () => {
    const { id } = await nieuw()
    await expect(rondom.write((w) => setZaakstatus(w, id, { status: 'AFG', wachtOp: 'klant' }))).rejects.toMatchObject({
      status: 400,
    })
    const een = await rondom.write((w) => setZaakstatus(w, id, { status: 'INB', wachtOp: 'derde' }))
    const twee = await rondom.write((w) => setZaakstatus(w, id, { status: 'INB', wachtOp: 'derde' }))
    expect(twee.versie).toBe(een.versie)
  })
})

describe('a hoofdzaak', () => {
  it('has deelzaken one level deep', async () => {
    const [storing, een, twee] = [await nieuw(), await nieuw(), await nieuw()]
    const koppel = (zaak: string, hoofdzaak: string) => rondom.write((w) => koppelAanHoofdzaak(w, zaak, hoofdzaak))

    expect((await koppel(een.id, storing.id)).hoofdzaak_id).toBe(storing.id)
    await expect(koppel(twee.id, een.id)).rejects.toMatchObject({ code: 'hoofdzaak' })
    await expect(koppel(storing.id, twee.id)).rejects.toMatchObject({ code: 'hoofdzaak' })
    await expect(koppel(twee.id, twee.id)).rejects.toMatchObject({ code: 'hoofdzaak' })
  })
})

describe('terms', () => {
  const termijnenVan = async (id: string) =>
    Object.fromEntries((await selectTermijnen(rondom.db, id)).map((each) => [each.naam, each]))

  it('count on the calendar; waiting for the klant stops our norm, not the law and not a promise', async () => {
    opDag('2026-11-23')
    const { id } = await nieuw()
    await rondom.write(async (w) => {
      await startTermijn(w, id, { soort: 'servicenorm', naam: 'klaar', werkdagen: 5 })
      await startTermijn(w, id, { soort: 'wettelijk', naam: 'zes weken', dagen: 42, waarschuwVooraf: 14 })
      await startTermijn(w, id, { soort: 'belofte', naam: 'teruggebeld', uiterste: '2026-11-27' })
    })
    expect(await termijnenVan(id)).toMatchObject({
      klaar: { uiterste_op: '2026-11-30', waarschuw_op: '2026-11-27' },
      'zes weken': { uiterste_op: '2027-01-04', waarschuw_op: '2026-12-21' },
      teruggebeld: { uiterste_op: '2026-11-27', waarschuw_op: '2026-11-26' },
    })

    opDag('2026-11-24')
    await rondom.write((w) => setZaakstatus(w, id, { status: 'INB', wachtOp: 'klant' }))
    opDag('2026-12-01')
    await rondom.write((w) => setZaakstatus(w, id, { status: 'INB' }))

    // From Tuesday to the next Tuesday: five working days, and a weekend that counts for nothing.
    expect(await termijnenVan(id)).toMatchObject({
      klaar: { uiterste_op: '2026-12-07', waarschuw_op: '2026-12-04', pauzedagen: 5, gepauzeerd_op: null },
      'zes weken': { uiterste_op: '2027-01-04', pauzedagen: 0 },
      teruggebeld: { uiterste_op: '2026-11-27', pauzedagen: 0 },
    })
    opDag('2026-11-23')
  })

  it('end with the zaak: met in time, met too late, or not needed any more', async () => {
    opDag('2026-11-23')
    const [een, twee] = [await nieuw(), await nieuw()]
    for (const { id } of [een, twee]) {
      await rondom.write(async (w) => {
        await startTermijn(w, id, { soort: 'servicenorm', naam: 'kort', werkdagen: 1 })
        await startTermijn(w, id, { soort: 'servicenorm', naam: 'lang', werkdagen: 10 })
        await startTermijn(w, id, { soort: 'belofte', naam: 'bellen', werkdagen: 2 })
        await haalTermijn(w, id, 'bellen')
      })
    }
    opDag('2026-11-26')
    await rondom.write((w) => setZaakstatus(w, een.id, { status: 'AFG' }))
    await rondom.write((w) => setZaakstatus(w, twee.id, { status: 'GEA' }))

    expect(await termijnenVan(een.id)).toMatchObject({
      kort: { status: 'overschreden', gehaald_op: rondom.clock.now },
      lang: { status: 'gehaald' },
      bellen: { status: 'gehaald' },
    })
    expect(await termijnenVan(twee.id)).toMatchObject({
      kort: { status: 'vervallen' },
      lang: { status: 'vervallen' },
      bellen: { status: 'gehaald' },
    })
    await expect(
      rondom.write((w) => startTermijn(w, een.id, { soort: 'servicenorm', naam: 'nog een', werkdagen: 1 })),
    ).rejects.toMatchObject({ code: 'gesloten' })
    opDag('2026-11-23')
  })

  it('of one name run one at a time: a new one replaces the old', async () => {
    const { id } = await nieuw()
    await rondom.write(async (w) => {
      await startTermijn(w, id, { soort: 'servicenorm', naam: 'klaar', werkdagen: 2 })
      await startTermijn(w, id, { soort: 'servicenorm', naam: 'klaar', werkdagen: 8 })
    })
    const rows = await selectTermijnen(rondom.db, id)
    expect(rows.map(({ status }) => status).sort()).toEqual(['loopt', 'vervallen'])
  })
})
