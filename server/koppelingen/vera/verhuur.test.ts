import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AfspraakOptie, ErpBezet, ErpGeweigerd, ErpStoring, type InspectieSoort } from '#server/erp/index.ts'
import { newId } from '#server/platform/ids.ts'
import { maakWoning, startTestErp, type TestErp, type Woning } from './testing/proeferp.ts'

let t: TestErp
beforeAll(async () => {
  t = await startTestErp()
})
afterAll(async () => {
  await t.close()
  expect(t.overtredingen).toEqual([])
  expect(t.gehoord()).toBeGreaterThan(0)
})

const zegOp = (woning: Woning, sleutel = newId()) =>
  t.erp.huuropzeggingen.maak(t.ctx, sleutel, {
    overeenkomstNummer: woning.overeenkomst,
    ontvangenOp: '2026-11-23',
    einddatum: '2026-12-31',
    nieuwAdres: { straatnaam: 'Dorpsstraat', huisnummer: '1', toevoeging: 'A', postcode: '1234AB', woonplaats: 'Ede' },
    afspraken: ['CON'],
    relatienummers: [woning.huurder],
    zaaknummer: 'Z2026-000124',
  })
const inspecteur = async (): Promise<AfspraakOptie> => {
  const [optie] = await t.erp.afspraakOpties(t.ctx, { specialisme: 'INS' })
  if (!optie) throw new Error('no inspector at all')
  return optie
}
const overeenkomst = async (woning: Woning) => {
  const gevonden = await t.erp.overeenkomsten.haal(t.ctx, woning.overeenkomst)
  if (!gevonden) throw new Error('the contract is gone')
  return gevonden
}

describe('a contract', () => {
  it('comes with rent, deposit, parts of the rent and parties, in cents', async () => {
    const woning = await maakWoning(t, 61_235)

    const gelezen = await overeenkomst(woning)

    expect(gelezen).toMatchObject({
      nummer: woning.overeenkomst,
      status: 'LOP',
      begindatum: '2020-01-01',
      brutohuurCent: 61_235,
      eenheidCodes: [woning.code],
      relatienummers: [woning.huurder],
      betaalwijzen: [{ soort: 'INC' }],
    })
    const delen = gelezen.prijscomponenten.map(({ bedragCent }) => bedragCent)
    expect(delen.reduce((som, deel) => som + deel, 0)).toBe(61_235)
    expect(await t.erp.overeenkomsten.haal(t.ctx, 'HO-onbekend')).toBeUndefined()
  })

  it('changes what is asked and nothing else, once', async () => {
    const woning = await maakWoning(t)
    const eerst = await overeenkomst(woning)
    const betaalwijze = {
      soort: 'INC',
      iban: 'NL91ABNA0417164300',
      rekeninghouder: 'A. Berg',
      vanaf: '2027-01-01',
      tot: undefined,
    }
    const prijscomponenten = [
      ...eerst.prijscomponenten.map(({ id: _, ...deel }) => deel),
      { naam: 'Glasfonds', soort: 'SER', detailsoort: 'GLF', bedragCent: 295, vanaf: '2027-01-01', tot: undefined },
    ]

    for (const sleutel of ['a', 'a', 'b'])
      await t.erp.overeenkomsten.wijzig(t.ctx, `${woning.code}-${sleutel}`, woning.overeenkomst, {
        betaalwijze,
        prijscomponenten,
      })

    const daarna = await overeenkomst(woning)
    expect(daarna).toMatchObject({ status: 'LOP', begindatum: eerst.begindatum, betaalwijzen: [betaalwijze] })
    expect(daarna.prijscomponenten.at(-1)).toMatchObject({ naam: 'Glasfonds', bedragCent: 295 })
    expect(daarna.brutohuurCent).toBe(61_235 + 295)
    expect((await t.mutaties()).filter(({ referentie }) => referentie.startsWith(woning.code))).toHaveLength(1)
  })

  it('that somebody else changed since is not overwritten', async () => {
    const woning = await maakWoning(t)
    const gezien = await overeenkomst(woning)
    await t.erp.overeenkomsten.wijzig(t.ctx, newId(), woning.overeenkomst, { opzegdatum: '2026-11-01' })

    const poging = t.erp.overeenkomsten.wijzig(t.ctx, newId(), woning.overeenkomst, {
      einddatum: '2026-12-31',
      gebaseerdOp: gezien.vingerafdruk,
    })

    await expect(poging).rejects.toMatchObject({ name: 'ErpGeweigerd', code: 'intussen-gewijzigd' })
    expect((await overeenkomst(woning)).einddatum).toBeUndefined()
  })

  it('with an amount in parts of a cent is nonsense', async () => {
    const woning = await maakWoning(t)
    const verdraaid = t.adapter({
      fetch: async (waar, wat) => {
        const tekst = await (await fetch(waar, wat)).text()
        return new Response(tekst.replace('"brutohuur":612.35', '"brutohuur":612.355'))
      },
    })

    const poging = verdraaid.overeenkomsten.haal(t.ctx, woning.overeenkomst)

    await expect(poging).rejects.toBeInstanceOf(ErpStoring)
    await expect(poging).rejects.toMatchObject({ soort: 'onzin', message: expect.stringContaining('brutohuur') })
  })
})

describe('notice', () => {
  it('ends the contract: provisionally at first, and for good once accepted', async () => {
    const woning = await maakWoning(t)

    const opzegging = await zegOp(woning)
    expect(opzegging).toMatchObject({
      status: 'AAN',
      overeenkomstNummer: woning.overeenkomst,
      ontvangenOp: '2026-11-23',
      einddatum: '2026-12-31',
      reden: 'OPZ',
      afspraken: ['CON'],
    })
    expect(await overeenkomst(woning)).toMatchObject({ status: 'VOP', opzegdatum: '2026-11-23' })

    const goed = await t.erp.huuropzeggingen.wijzig(t.ctx, newId(), opzegging.id, {
      status: 'GOE',
      einddatum: '2027-01-15',
    })
    expect(goed).toMatchObject({ status: 'GOE', einddatum: '2027-01-15' })
    expect(await overeenkomst(woning)).toMatchObject({ status: 'OPG', einddatum: '2027-01-15' })
  })

  it('is given once, and refused a second time', async () => {
    const woning = await maakWoning(t)
    const sleutel = newId()
    await t.bedien('kwaal', { soort: 'antwoord-kwijt', keren: 1 })

    await expect(zegOp(woning, sleutel)).rejects.toBeInstanceOf(ErpStoring)
    expect((await zegOp(woning, sleutel)).status).toBe('AAN')
    await expect(zegOp(woning)).rejects.toMatchObject({ name: 'ErpGeweigerd', code: 'AL_OPGEZEGD' })
  })

  it('that is withdrawn lets the contract run on', async () => {
    const woning = await maakWoning(t)
    const opzegging = await zegOp(woning)

    await t.erp.huuropzeggingen.wijzig(t.ctx, newId(), opzegging.id, { status: 'GEA' })

    expect(await overeenkomst(woning)).toMatchObject({ status: 'LOP', opzegdatum: undefined, einddatum: undefined })
    expect((await zegOp(woning)).id).not.toBe(opzegging.id)
  })

  it('that another changed since is not overwritten', async () => {
    const opzegging = await zegOp(await maakWoning(t))
    await t.erp.huuropzeggingen.wijzig(t.ctx, newId(), opzegging.id, { status: 'INB' })

    const poging = t.erp.huuropzeggingen.wijzig(t.ctx, newId(), opzegging.id, {
      einddatum: '2027-02-01',
      gebaseerdOp: opzegging.vingerafdruk,
    })

    await expect(poging).rejects.toMatchObject({ code: 'intussen-gewijzigd' })
  })
})

describe('the inspections of a notice', () => {
  const plan = async (huuropzeggingId: string, soort: InspectieSoort, sleutel = newId()) =>
    await t.erp.inspecties.plan(t.ctx, sleutel, { huuropzeggingId, soort, optie: await inspecteur() })
  const orders = async (verzoekId = '') => await t.erp.onderhoudsorders.vanVerzoek(t.ctx, verzoekId)

  it('are planned in the agenda of an inspector, each once', async () => {
    const opzegging = await zegOp(await maakWoning(t))
    const optie = await inspecteur()
    const gegeven = { huuropzeggingId: opzegging.id, soort: 'voor', optie } as const

    const voor = await t.erp.inspecties.plan(t.ctx, 'voor-1', gegeven)
    const nogEens = await t.erp.inspecties.plan(t.ctx, 'voor-1', gegeven)
    const eind = await plan(opzegging.id, 'eind')

    expect(nogEens).toEqual(voor)
    expect(voor).toMatchObject({ soort: 'voor', status: 'GEP', begin: optie.begin, inspecteur: optie.uitvoerder })
    expect(eind).toMatchObject({ soort: 'eind', status: 'GEP' })
    const nu = await t.erp.huuropzeggingen.haal(t.ctx, opzegging.id)
    expect(nu?.inspecties).toEqual([voor, eind])
    expect((await orders(nu?.verzoekId)).map(({ soort, detailsoort }) => [soort, detailsoort])).toEqual([
      ['INS', 'VOO'],
      ['INS', 'EIN'],
    ])
  })

  it('can be months away, and move', async () => {
    const opzegging = await zegOp(await maakWoning(t))
    const over = (dagen: number) => new Date(t.ctx.now.getTime() + dagen * 86_400_000).toISOString()
    const wens = { specialisme: 'INS', vanaf: over(60), tot: over(67) }
    const [eerste, ander] = await t.erp.afspraakOpties(t.ctx, wens)
    if (!eerste || !ander) throw new Error('no inspector in two months')
    expect(eerste.begin > wens.vanaf && eerste.eind < wens.tot).toBe(true)

    const eind = await t.erp.inspecties.plan(t.ctx, newId(), {
      huuropzeggingId: opzegging.id,
      soort: 'eind',
      optie: eerste,
    })
    await t.erp.afspraken.verzet(t.ctx, newId(), eind.id, ander)

    const nu = await t.erp.huuropzeggingen.haal(t.ctx, opzegging.id)
    expect(nu?.inspecties).toMatchObject([{ id: eind.id, soort: 'eind', status: 'GEP', begin: ander.begin }])
    await t.erp.afspraken.annuleer(t.ctx, newId(), eind.id, 'Opzegging ingetrokken')
    expect((await t.erp.huuropzeggingen.haal(t.ctx, opzegging.id))?.inspecties).toMatchObject([{ status: 'ANN' }])
  })

  it('at a moment that is taken are answered with other moments', async () => {
    const [een, ander] = [await zegOp(await maakWoning(t)), await zegOp(await maakWoning(t))]
    const optie = await inspecteur()
    for (const wie of ['V5', 'V6']) await t.bedien('weg', { optieId: `${wie}@${optie.begin}` })

    const fout = await t.erp.inspecties
      .plan(t.ctx, newId(), { huuropzeggingId: een.id, soort: 'voor', optie })
      .catch((error) => error)

    expect(fout).toBeInstanceOf(ErpBezet)
    expect(fout.opties[0]).toMatchObject({ specialisme: 'INS' })
    expect((await plan(ander.id, 'voor')).status).toBe('GEP')
  })

  it('end in a report, and the last one in costs on the rent account', async () => {
    // What the inspector finds depends on the home: look for one with something left to repair.
    for (let poging = 0; poging < 12; poging++) {
      const woning = await maakWoning(t)
      const opzegging = await zegOp(woning)
      await plan(opzegging.id, 'voor')
      await plan(opzegging.id, 'eind')
      for (const { id } of await orders(opzegging.verzoekId)) await t.bedien(`orders/${id}/gereed`)

      const rapporten = await t.erp.inspecties.rapportenVan(t.ctx, opzegging.id)
      const kosten = (await t.erp.boekingen.vanOvereenkomst(t.ctx, woning.overeenkomst)).filter(
        (each) => each.detailsoort === 'FAC',
      )

      expect(rapporten.map(({ soort, status }) => [soort, status])).toEqual([
        ['VOO', 'DEF'],
        ['EIN', 'DEF'],
      ])
      expect(kosten).toHaveLength(rapporten[1]?.herstelpunten.length ?? -1)
      if (kosten.length === 0) continue
      expect(rapporten[1]?.herstelpunten[0]).toMatchObject({ eenheidCode: woning.code, oorzaak: 'BEW' })
      expect(kosten[0]).toMatchObject({ soort: 'VOR', overeenkomstNummer: woning.overeenkomst })
      expect(kosten[0]?.saldoCent).toBe(kosten[0]?.bedragCent)
      return
    }
    throw new Error('no home with anything to repair')
  })

  it('can be reported by us too', async () => {
    const opzegging = await zegOp(await maakWoning(t))
    await plan(opzegging.id, 'voor')
    const [order] = await orders(opzegging.verzoekId)
    const nieuw = {
      soort: 'VOO',
      status: 'GET',
      omschrijving: 'Twee punten',
      orderId: order?.id,
      herstelpunten: [{ soort: 'BS1', locatie: 'WOO', omschrijving: 'Gaten in de wand' }],
    } as const

    const rapport = await t.erp.inspecties.maakRapport(t.ctx, 'rapport-1', {
      ...nieuw,
      herstelpunten: [...nieuw.herstelpunten],
    })

    expect(rapport).toMatchObject({
      soort: 'VOO',
      status: 'GET',
      herstelpunten: [{ omschrijving: 'Gaten in de wand' }],
    })
    expect(await t.erp.inspecties.rapportenVan(t.ctx, opzegging.id)).toEqual([rapport])
  })
})

describe('the rent account', () => {
  it('shows a year of rent, and what is open is the saldo of the debiteur', async () => {
    const woning = await maakWoning(t, 70_000)

    const boekingen = await t.erp.boekingen.vanOvereenkomst(t.ctx, woning.overeenkomst)
    const debiteur = await t.erp.debiteuren.haal(t.ctx, woning.huurder)

    const huur = boekingen.filter(({ detailsoort }) => detailsoort === 'PRO')
    expect(huur).toHaveLength(12)
    expect(huur.every(({ bedragCent }) => bedragCent === 70_000)).toBe(true)
    expect(debiteur).toMatchObject({ relatienummer: woning.huurder, status: 'ACT' })
    expect(debiteur?.saldoCent).toBe(huur.reduce((som, { saldoCent }) => som + saldoCent, 0))
    expect(await t.erp.debiteuren.haal(t.ctx, '999')).toBeUndefined()
  })

  it('takes a booking once, to the cent', async () => {
    const woning = await maakWoning(t)
    const nieuw = {
      overeenkomstNummer: woning.overeenkomst,
      relatienummer: woning.huurder,
      soort: 'VOR',
      detailsoort: 'EIN',
      omschrijving: 'Eindafrekening',
      bedragCent: 110_110,
      boekdatum: '2026-12-31',
      vervaldatum: '2027-01-14',
      regels: [{ omschrijving: 'Herstel', bedragCent: 110_110 }],
    } as const

    const keren = await Promise.all(
      [1, 2].map(() => t.erp.boekingen.maak(t.ctx, `eind-${woning.code}`, { ...nieuw, regels: [...nieuw.regels] })),
    )

    expect(keren[0]).toEqual(keren[1])
    expect(keren[0]).toMatchObject({ soort: 'VOR', detailsoort: 'EIN', bedragCent: 110_110, vervaldatum: '2027-01-14' })
    const alle = await t.erp.boekingen.vanOvereenkomst(t.ctx, woning.overeenkomst)
    expect(alle.filter(({ detailsoort }) => detailsoort === 'EIN')).toHaveLength(1)
  })

  it('refuses what is no amount before it is sent', async () => {
    const woning = await maakWoning(t)
    const nieuw = { soort: 'VOR', detailsoort: 'FAC', omschrijving: 'x', boekdatum: '2026-12-31' } as const

    const poging = t.erp.boekingen.maak(t.ctx, newId(), {
      ...nieuw,
      overeenkomstNummer: woning.overeenkomst,
      bedragCent: 12.5,
    })

    await expect(poging).rejects.toBeInstanceOf(ErpGeweigerd)
  })
})

describe('the parts of a home', () => {
  it('come with their warranty and supplier, and who put them there; an unknown home has none', async () => {
    const woningen = await Promise.all(Array.from({ length: 20 }, () => maakWoning(t)))

    const delen = (await Promise.all(woningen.map(({ code }) => t.erp.eenheden.onderdelen(t.ctx, code)))).flat()

    expect(delen.find(({ element }) => element === 'KET')).toMatchObject({
      omschrijving: 'Combiketel',
      leverancier: 'Warm Wonen Installatie B.V.',
      garantieTot: expect.stringMatching(/^\d{4}-12-31$/),
      zelfAangebracht: false,
    })
    expect(delen.some(({ element, zelfAangebracht }) => element === 'ZON' && zelfAangebracht)).toBe(true)
    expect(await t.erp.eenheden.onderdelen(t.ctx, 'VHE-onbekend')).toEqual([])
  })
})
