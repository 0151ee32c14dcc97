import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Partij } from '#contract/relaties.ts'
import type { Complex, Eenheid, WoningVan } from '#contract/wonen.ts'
import { newId } from '#server/platform/ids.ts'
import { type Client, startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { persoonIn } from '#server/relaties/testing/partijen.ts'
import { indexEenheid } from './index.ts'

let rondom: TestRondom
let medewerker: Client
const complexId = newId()
const eenheidId = newId()
beforeAll(async () => {
  rondom = await startTestRondom()
  medewerker = await rondom.als('klantcontactmedewerker')
  await rondom.db
    .insertInto('complex')
    .values({ id: complexId, code: 'C1', naam: 'Zonnehof', plaats: 'Utrecht' })
    .execute()
  await rondom.db
    .insertInto('eenheid')
    .values({
      id: eenheidId,
      code: 'E1',
      complex_id: complexId,
      straatnaam: 'Zonstraat',
      huisnummer: 4,
      postcode: '3512AB',
      woonplaats: 'Utrecht',
    })
    .execute()
})
afterAll(() => rondom.close())

let nummers = 0
async function overeenkomst(
  rollen: { partijId: string; rol: string; einddatum?: string }[],
  einddatum: string | null = null,
) {
  const id = newId()
  nummers += 1
  await rondom.db
    .insertInto('overeenkomst')
    .values({
      id,
      nummer: `H${nummers}`,
      eenheid_id: eenheidId,
      begindatum: '2020-01-01',
      einddatum,
      brutohuur_cent: 61250,
    })
    .execute()
  await rondom.db
    .insertInto('overeenkomst_partij')
    .values(
      rollen.map(({ partijId, rol, einddatum: tot }) => ({
        overeenkomst_id: id,
        partij_id: partijId,
        rol,
        einddatum: tot ?? null,
      })),
    )
    .execute()
  return id
}
const wonenVan = async (id: string) =>
  (await medewerker.get(`/api/partijen/${id}/wonen`)).json<{ woningen: WoningVan[] }>().woningen

describe('the homes of a klant', () => {
  it('are those of himself and of his huishouden, current ones first', async () => {
    const klant = await persoonIn(rondom, { huishouden: { rol: 'HUU' } })
    const huishoudenId = (await medewerker.get(`/api/partijen/${klant.id}`)).json<Partij>().rollen[0]?.partij.id ?? ''
    await overeenkomst([{ partijId: klant.id, rol: 'HUU' }], '2024-12-31')
    await overeenkomst([{ partijId: huishoudenId, rol: 'HUU' }])

    const woningen = await wonenVan(klant.id)

    expect(woningen).toMatchObject([
      {
        actueel: true,
        viaPartijId: huishoudenId,
        rolNaam: 'Huurder',
        overeenkomst: { brutohuurCent: 61250 },
        eenheid: { weergave: 'Zonstraat 4, 3512 AB Utrecht' },
        complex: { naam: 'Zonnehof' },
      },
      { actueel: false, viaPartijId: klant.id },
    ])
  })

  it('follow him when he is merged, once, and go back when that is undone', async () => {
    const [doel, bron] = [await persoonIn(rondom), await persoonIn(rondom)]
    const beide = await overeenkomst([
      { partijId: doel.id, rol: 'HUU' },
      { partijId: bron.id, rol: 'HUU', einddatum: '2025-01-01' },
    ])
    const eigen = await overeenkomst([{ partijId: bron.id, rol: 'MDH' }])
    const rollenVan = async (partijId: string) =>
      (
        await sql<{ overeenkomst_id: string; rol: string; einddatum: string | null }>`
        select overeenkomst_id, rol, einddatum from overeenkomst_partij where partij_id = ${partijId} order by 1`.execute(
          rondom.db,
        )
      ).rows

    const samen = (await medewerker.post(`/api/partijen/${doel.id}/samenvoeging`, { bronId: bron.id })).json()
    expect(await rollenVan(doel.id)).toEqual([
      { overeenkomst_id: beide, rol: 'HUU', einddatum: null },
      { overeenkomst_id: eigen, rol: 'MDH', einddatum: null },
    ])
    expect(await rollenVan(bron.id)).toEqual([])

    await medewerker.delete(`/api/samenvoegingen/${samen.id}`)
    expect(await rollenVan(doel.id)).toEqual([{ overeenkomst_id: beide, rol: 'HUU', einddatum: null }])
    expect(await rollenVan(bron.id)).toEqual([
      { overeenkomst_id: beide, rol: 'HUU', einddatum: '2025-01-01' },
      { overeenkomst_id: eigen, rol: 'MDH', einddatum: null },
    ])
  })
})

describe('a home and a complex', () => {
  it('show their contracts and who is in them', async () => {
    const klant = await persoonIn(rondom, { persoon: { achternaam: 'Bewoner' } })
    await overeenkomst([{ partijId: klant.id, rol: 'HUU' }])

    const eenheid = (await medewerker.get(`/api/eenheden/${eenheidId}`)).json<Eenheid>()
    const complex = (await medewerker.get(`/api/complexen/${complexId}`)).json<Complex>()

    expect(eenheid).toMatchObject({ code: 'E1', complex: { naam: 'Zonnehof' } })
    expect(eenheid.overeenkomsten.flatMap((each) => each.partijen.map((lid) => lid.partij.naam))).toContain(
      'J.A. van den Bewoner',
    )
    expect(complex).toMatchObject({ naam: 'Zonnehof', eenheden: [{ id: eenheidId }], meer: false })
  })

  it('are unknown elsewhere and closed without the right', async () => {
    const daar = await rondom.als('klantcontactmedewerker', { bij: rondom.elders })
    const beheer = await rondom.als('functioneel-beheerder')
    const klant = await persoonIn(rondom)

    for (const pad of [
      `/api/eenheden/${eenheidId}`,
      `/api/complexen/${complexId}`,
      `/api/partijen/${klant.id}/wonen`,
    ]) {
      expect((await daar.get(pad)).statusCode, pad).toBe(404)
      expect((await beheer.get(pad)).statusCode, pad).toBe(403)
    }
  })

  it('is found by its address and code', async () => {
    await rondom.write((w) => indexEenheid(w, eenheidId))

    const { rows } = await sql<{ titel: string; sleutels: string[] }>`
      select titel, sleutels from zoek_item where soort = 'eenheid' and object_id = ${eenheidId}`.execute(rondom.db)
    expect(rows).toMatchObject([{ titel: 'Zonstraat 4, 3512 AB Utrecht' }])
    expect(rows[0]?.sleutels).toEqual(expect.arrayContaining(['nr:E1', 'pc:3512AB4']))
  })
})
