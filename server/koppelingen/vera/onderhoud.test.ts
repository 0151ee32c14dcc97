import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type AfspraakOptie,
  ErpBezet,
  ErpGeweigerd,
  ErpStoring,
  type NieuwOnderhoudsverzoek,
} from '#server/erp/index.ts'
import { newId } from '#server/platform/ids.ts'
import { maakWoning, startTestErp, type TestErp, type Woning } from './testing/proeferp.ts'

let t: TestErp
let woning: Woning
beforeAll(async () => {
  t = await startTestErp()
  woning = await maakWoning(t)
})
afterAll(async () => {
  await t.close()
  expect(t.overtredingen).toEqual([])
  expect(t.gehoord()).toBeGreaterThan(0)
})

const kraan = (): NieuwOnderhoudsverzoek => ({
  eenheidCode: woning.code,
  omschrijving: 'Keuken: kraan lekt',
  gemeldOp: '2026-11-23T09:12:00Z',
  defecten: [{ soort: 'LEK', locatie: 'KEU', oorzaak: 'SLT', element: 'KRA', omschrijving: 'Onder het aanrecht' }],
  relatienummer: woning.huurder,
  alternatiefContact: 'Dochter, 06-12345678',
  voorkeur: [{ begin: '2026-11-24T08:00:00Z', eind: '2026-11-24T11:00:00Z' }],
  zaaknummer: 'Z2026-000123',
})
const meld = () => t.erp.onderhoudsverzoeken.maak(t.ctx, newId(), kraan())
const gekozen = async (verzoekId: string): Promise<AfspraakOptie> => {
  const [optie] = await t.erp.afspraakOpties(t.ctx, { verzoekId })
  if (!optie) throw new Error('the agenda of the ERP is full')
  return optie
}
const boek = async (verzoekId: string) =>
  await t.erp.afspraken.boek(t.ctx, newId(), { verzoekId, optie: await gekozen(verzoekId) })
const orderVan = async (verzoekId: string) => (await t.erp.onderhoudsorders.vanVerzoek(t.ctx, verzoekId))[0]

describe('a repair request', () => {
  it('comes back as it was sent, and has an order', async () => {
    const gemaakt = await meld()

    const gelezen = await t.erp.onderhoudsverzoeken.haal(t.ctx, gemaakt.id)

    expect(gelezen).toEqual(gemaakt)
    expect(gelezen).toMatchObject({
      omschrijving: 'Keuken: kraan lekt',
      status: 'REG',
      gemeldOp: '2026-11-23T09:12:00Z',
      eenheidCode: woning.code,
      defecten: kraan().defecten,
    })
    expect(await orderVan(gemaakt.id)).toMatchObject({ id: gemaakt.orderIds[0], status: 'REG', soort: 'REP' })
  })

  it('is made once, however often it is sent with the same key', async () => {
    const sleutel = newId()

    const keren = await Promise.all([1, 2, 3].map(() => t.erp.onderhoudsverzoeken.maak(t.ctx, sleutel, kraan())))

    expect(new Set(keren.map(({ id }) => id)).size).toBe(1)
    expect((await t.mutaties()).filter(({ referentie }) => referentie === sleutel)).toHaveLength(1)
  })

  it('is made once when the answer to it was lost', async () => {
    const sleutel = newId()
    await t.bedien('kwaal', { soort: 'antwoord-kwijt', keren: 1 })

    await expect(t.erp.onderhoudsverzoeken.maak(t.ctx, sleutel, kraan())).rejects.toBeInstanceOf(ErpStoring)
    const daarna = await t.erp.onderhoudsverzoeken.maak(t.ctx, sleutel, kraan())

    expect(daarna.omschrijving).toBe('Keuken: kraan lekt')
    expect((await t.mutaties()).filter(({ referentie }) => referentie === sleutel)).toHaveLength(1)
  })

  it('is refused, with the sentence of the ERP, for a home that it does not know', async () => {
    const poging = t.erp.onderhoudsverzoeken.maak(t.ctx, newId(), { ...kraan(), eenheidCode: 'W999' })

    await expect(poging).rejects.toBeInstanceOf(ErpGeweigerd)
    await expect(poging).rejects.toMatchObject({ message: 'Eenheid W999 is bij de ERP niet bekend.' })
  })

  it('is unknown to another organisatie', async () => {
    const verzoek = await meld()
    const elders = { ...t.ctx, organisatie: t.rondom.elders }

    expect(await t.erp.onderhoudsverzoeken.haal(elders, verzoek.id)).toBeUndefined()
    expect(await t.erp.onderhoudsverzoeken.vanEenheid(elders, woning.code)).toEqual([])
  })

  it('can be cancelled, twice without harm', async () => {
    const verzoek = await meld()

    await t.erp.onderhoudsverzoeken.annuleer(t.ctx, newId(), verzoek.id, 'Huurder deed het zelf')
    await t.erp.onderhoudsverzoeken.annuleer(t.ctx, newId(), verzoek.id, 'Huurder deed het zelf')

    expect(await t.erp.onderhoudsverzoeken.haal(t.ctx, verzoek.id)).toMatchObject({ status: 'GEA' })
    expect(await orderVan(verzoek.id)).toMatchObject({ status: 'GEA' })
    expect((await t.mutaties()).filter(({ handeling }) => handeling.endsWith(`/${verzoek.id}`))).toHaveLength(1)
  })

  it('is in the history of the home, latest first, with those of before', async () => {
    const verzoek = await meld()

    const historie = await t.erp.onderhoudsverzoeken.vanEenheid(t.ctx, woning.code)

    expect(historie.map(({ id }) => id)).toContain(verzoek.id)
    expect(historie.map(({ gemeldOp }) => gemeldOp)).toEqual(
      historie
        .map(({ gemeldOp }) => gemeldOp)
        .toSorted()
        .reverse(),
    )
  })
})

describe('an appointment', () => {
  it('is offered within the wish, best first', async () => {
    const verzoek = await meld()
    const vanaf = new Date(Date.now() + 3 * 86_400_000).toISOString()

    const opties = await t.erp.afspraakOpties(t.ctx, { verzoekId: verzoek.id, dagdelen: ['OCH'], vanaf, hoogstens: 5 })

    expect(opties.length).toBeGreaterThan(0)
    expect(opties.length).toBeLessThanOrEqual(5)
    const uren = opties.map(({ begin }) => Temporal.Instant.from(begin).toZonedDateTimeISO('Europe/Amsterdam').hour)
    expect(Math.max(...uren)).toBeLessThan(12)
    expect(opties.every(({ begin }) => begin >= vanaf)).toBe(true)
    expect(opties.map(({ score }) => score)).toEqual(opties.map(({ score }) => score).toSorted((a, b) => b - a))
  })

  it('is offered by address and skill too, before there is a request', async () => {
    const opties = await t.erp.afspraakOpties(t.ctx, { eenheidCode: woning.code, specialisme: 'ELA' })

    expect(opties[0]).toMatchObject({ specialisme: 'ELA', uitvoerder: { naam: 'Marek Nowak' } })
    await expect(t.erp.afspraakOpties(t.ctx, { eenheidCode: 'W999' })).rejects.toBeInstanceOf(ErpGeweigerd)
  })

  it('plans the order, and is then no longer free', async () => {
    const verzoek = await meld()
    const optie = await gekozen(verzoek.id)

    const afspraak = await t.erp.afspraken.boek(t.ctx, newId(), { verzoekId: verzoek.id, optie })

    expect(afspraak).toMatchObject({ status: 'GEP', begin: optie.begin, eind: optie.eind, verzoekId: verzoek.id })
    expect(afspraak.uitvoerder).toEqual(optie.uitvoerder)
    expect(await t.erp.afspraken.haal(t.ctx, afspraak.id)).toEqual(afspraak)
    expect(await orderVan(verzoek.id)).toMatchObject({
      id: afspraak.orderId,
      status: 'PLN',
      taken: [{ status: 'GEP' }],
    })
    const opties = await t.erp.afspraakOpties(t.ctx, { verzoekId: verzoek.id, hoogstens: 60 })
    expect(opties.map(({ id }) => id)).not.toContain(optie.id)
  })

  it('that another took meanwhile is answered with other moments, and nothing is lost', async () => {
    const verzoek = await meld()
    const optie = await gekozen(verzoek.id)
    const [van, tot] = [optie.begin, optie.eind]
    // Everybody who could come then is taken away.
    for (
      let vrij = [optie];
      vrij[0];
      vrij = await t.erp.afspraakOpties(t.ctx, { verzoekId: verzoek.id, vanaf: van, tot })
    )
      await t.bedien('weg', { optieId: vrij[0].id })

    const fout = await t.erp.afspraken.boek(t.ctx, newId(), { verzoekId: verzoek.id, optie }).catch((error) => error)

    expect(fout).toBeInstanceOf(ErpBezet)
    expect(fout.opties.length).toBeGreaterThan(0)
    expect(fout.opties.map(({ begin }: AfspraakOptie) => begin)).not.toContain(optie.begin)
    const afspraak = await t.erp.afspraken.boek(t.ctx, newId(), { verzoekId: verzoek.id, optie: fout.opties[0] })
    expect(afspraak.status).toBe('GEP')
  })

  it('is given to one of two who want the same moment at once', async () => {
    const verzoeken = [await meld(), await meld()]
    const opties = (await t.erp.afspraakOpties(t.ctx, { verzoekId: verzoeken[0]?.id, hoogstens: 60 })).filter(
      (optie, _i, alle) => alle.filter(({ begin }) => begin === optie.begin).length === 1,
    )
    const optie = opties.at(-1)
    if (!optie) throw new Error('no moment at all')
    // Two plumbers could come; leave one.
    const anderen = ['V1', 'V2'].filter((wie) => !optie.id.startsWith(wie))
    for (const wie of anderen) await t.bedien('weg', { optieId: `${wie}@${optie.begin}` })

    const uitslag = await Promise.allSettled(
      verzoeken.map(({ id }) => t.erp.afspraken.boek(t.ctx, newId(), { verzoekId: id, optie })),
    )

    expect(uitslag.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(uitslag.find((each) => each.status === 'rejected')?.reason).toBeInstanceOf(ErpBezet)
  })

  it('is booked once when the answer was lost', async () => {
    const verzoek = await meld()
    const optie = await gekozen(verzoek.id)
    const sleutel = newId()
    await t.bedien('kwaal', { soort: 'antwoord-kwijt', keren: 1 })

    await expect(t.erp.afspraken.boek(t.ctx, sleutel, { verzoekId: verzoek.id, optie })).rejects.toBeInstanceOf(
      ErpStoring,
    )
    const afspraak = await t.erp.afspraken.boek(t.ctx, sleutel, { verzoekId: verzoek.id, optie })

    expect(afspraak.begin).toBe(optie.begin)
    expect((await orderVan(verzoek.id))?.afspraken).toHaveLength(1)
  })

  it('moves, and frees its moment when it is cancelled', async () => {
    const verzoek = await meld()
    const eerst = await boek(verzoek.id)
    const anders = await gekozen(verzoek.id)

    const verzet = await t.erp.afspraken.verzet(t.ctx, newId(), eerst.id, anders)
    expect(verzet).toMatchObject({ id: eerst.id, begin: anders.begin, status: 'GEP' })
    expect(await orderVan(verzoek.id)).toMatchObject({ afspraken: [{ begin: anders.begin }] })

    await t.erp.afspraken.annuleer(t.ctx, newId(), eerst.id, 'Toch niet thuis')
    expect(await t.erp.afspraken.haal(t.ctx, eerst.id)).toMatchObject({ status: 'ANN' })
    const vrij = await t.erp.afspraakOpties(t.ctx, { verzoekId: verzoek.id, hoogstens: 60 })
    expect(vrij.map(({ begin }) => begin)).toContain(anders.begin)
  })

  it('is refused for a request that has one', async () => {
    const verzoek = await meld()
    const optie = await gekozen(verzoek.id)
    await boek(verzoek.id)

    const nogEen = t.erp.afspraken.boek(t.ctx, newId(), { verzoekId: verzoek.id, optie })

    await expect(nogEen).rejects.toMatchObject({ code: 'AL_GEPLAND' })
  })
})

describe('the order', () => {
  it('tells that nobody was home, and takes a new appointment', async () => {
    const verzoek = await meld()
    const afspraak = await boek(verzoek.id)

    await t.bedien(`orders/${afspraak.orderId}/niet-thuis`)

    expect(await orderVan(verzoek.id)).toMatchObject({
      status: 'GUN',
      taken: [{ status: 'OND', onderbrokenOm: 'AFW' }],
    })
    const opnieuw = await boek(verzoek.id)
    expect(opnieuw.orderId).toBe(afspraak.orderId)
    expect((await orderVan(verzoek.id))?.taken).toMatchObject([{ status: 'GEP', onderbrokenOm: undefined }])
  })

  it('ends, and a second visit after that gets an order of its own', async () => {
    const verzoek = await meld()
    const afspraak = await boek(verzoek.id)

    await t.bedien(`orders/${afspraak.orderId}/onderweg`)
    expect(await orderVan(verzoek.id)).toMatchObject({ status: 'INB', taken: [{ status: 'REI' }] })
    await t.bedien(`orders/${afspraak.orderId}/gereed`)

    const gereed = await orderVan(verzoek.id)
    expect(gereed).toMatchObject({ status: 'TEC', taken: [{ status: 'GER' }], afspraken: [{ status: 'AFG' }] })
    expect(gereed?.technischGereedOp).toBeDefined()
    expect(await t.erp.onderhoudsverzoeken.haal(t.ctx, verzoek.id)).toMatchObject({ status: 'TEC' })
    const tweede = await boek(verzoek.id)
    expect(tweede.orderId).not.toBe(afspraak.orderId)
  })

  it('shows up among what changed since, once the cursor is passed no more', async () => {
    const { cursor } = await t.erp.onderhoudsorders.gewijzigdSinds(t.ctx, undefined)
    const verzoek = await meld()

    const sinds = await t.erp.onderhoudsorders.gewijzigdSinds(t.ctx, cursor)
    const straks = new Date(Date.now() + 3_600_000).toISOString()

    expect(sinds.orders.map(({ id }) => id)).toContain(verzoek.orderIds[0])
    expect((await t.erp.onderhoudsorders.gewijzigdSinds(t.ctx, straks)).orders).toEqual([])
  })

  it('that makes no sense does not keep the others away', async () => {
    const { cursor } = await t.erp.onderhoudsorders.gewijzigdSinds(t.ctx, undefined)
    const [goed, vreemd] = [await meld(), await meld()]
    const verdraaid = t.adapter({
      fetch: async (waar, wat) => {
        const rijen = await (await fetch(waar, wat)).json()
        for (const rij of rijen) if (rij.id === vreemd.orderIds[0]) rij.status = { code: '???' }
        return Response.json(rijen)
      },
    })

    const { orders, onleesbaar } = await verdraaid.onderhoudsorders.gewijzigdSinds(t.ctx, cursor)

    expect(orders.map(({ id }) => id)).toContain(goed.orderIds[0])
    expect(onleesbaar).toMatchObject([{ id: vreemd.orderIds[0], reden: expect.stringContaining('status') }])
  })
})
