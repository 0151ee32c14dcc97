import { sql } from 'kysely'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ZaakProces } from '#contract/processen.ts'
import { addTeamlid, findTeamByCode, seedInrichting } from '#server/beheer/index.ts'
import type { Boeking } from '#server/erp/index.ts'
import { maakWoning, startTestErp, type TestErp, type Woning } from '#server/koppelingen/vera/testing/proeferp.ts'
import { newId } from '#server/platform/ids.ts'
import type { Client } from '#server/platform/testing/rondom.ts'
import { laadLevering, startProces } from '#server/processen/index.ts'
import { allJobs } from '#server/slices.ts'

/* The whole way of a notice, against the ERP as the process that it is: nothing here stands in for anything. */

let t: TestErp
let kcc: Client
let opzichter: Client
let incasso: Client

beforeAll(async () => {
  t = await startTestErp()
  // The agenda of the ERP runs by the real clock.
  t.rondom.clock.now = new Date()
  await t.rondom.write(seedInrichting)
  await t.rondom.write(laadLevering)
  kcc = await lidVan('kcc', 'klantcontactmedewerker')
  opzichter = await lidVan('planning', 'vakspecialist')
  incasso = await lidVan('incasso', 'vakspecialist')
  // From here on it knows which orders are news.
  await peil()
})
afterAll(async () => {
  await t.close()
  expect(t.overtredingen).toEqual([])
})

/** Asks the ERP for news of its orders, as the worker does every minute. */
const peil = async () => await allJobs(t.rondom.services)['erp.orders-peilen']?.run(t.rondom.context(), {} as never)

async function lidVan(code: string, rol: 'klantcontactmedewerker' | 'vakspecialist'): Promise<Client> {
  const client = await t.rondom.als(rol)
  const team = await findTeamByCode(t.rondom.db, code)
  await t.rondom.write((w) => addTeamlid(w, team?.id ?? '', client.actor.medewerkerId))
  return client
}

type Huur = Woning & { partijId: string; eenheidId: string; medehuurderId: string }

/** A home with two tenants. */
async function huurVanTwee(): Promise<Huur> {
  const woning = await maakWoning(t, 62_000)
  const medehuurderId = newId()
  const { rows } = await sql<{ partij_id: string; eenheid_id: string; overeenkomst_id: string }>`
    select op.partij_id, o.eenheid_id, o.id as overeenkomst_id from overeenkomst o
    join overeenkomst_partij op on op.overeenkomst_id = o.id where o.nummer = ${woning.overeenkomst}`.execute(
    t.rondom.db,
  )
  const [rij] = rows
  if (!rij) throw new Error('no home')
  await sql`insert into partij (id, soort, naam, sorteernaam) values (${medehuurderId}, 'persoon', 'M. Medehuurder', 'medehuurder')`.execute(
    t.rondom.db,
  )
  await sql`insert into overeenkomst_partij (overeenkomst_id, partij_id, rol) values (${rij.overeenkomst_id}, ${medehuurderId}, 'MDH')`.execute(
    t.rondom.db,
  )
  return { ...woning, partijId: rij.partij_id, eenheidId: rij.eenheid_id, medehuurderId }
}

const dag = (over: number) =>
  Temporal.Now.zonedDateTimeISO('Europe/Amsterdam').toPlainDate().add({ days: over }).toString()

const opzegging = {
  reden: 'KOO',
  gewensteDatum: dag(45),
  telefoon: '06 12345678',
  iban: 'NL91ABNA0417164300',
  zav: false,
  overname: false,
  tekenwijze: 'hier',
  handtekening: { wijze: 'getypt', naam: 'De huurder' },
  medehuurder: false,
}

async function zegOp({ partijId, eenheidId }: Huur): Promise<string> {
  const answer = await kcc.post('/api/processen/huur-beeindigen/instanties', {
    partijId,
    eenheidId,
    antwoorden: opzegging,
  })
  expect(answer.statusCode, answer.body).toBe(201)
  await doeActies(answer.json().zaakId)
  return answer.json().zaakId
}

/** As the worker does, until nothing is left to do; each action twice, as after a crash. */
async function doeActies(zaakId: string): Promise<void> {
  const doe = allJobs(t.rondom.services)['processen.actie']
  for (let ronde = 0; ronde < 60; ronde++) {
    const { rows } = await sql<{ id: string }>`
      select a.id from proces_actie a join proces_instantie i on i.id = a.instantie_id
      where i.zaak_id = ${zaakId} and a.status = 'klaar_te_staan' limit 1`.execute(t.rondom.db)
    const [actie] = rows
    if (!actie) return
    for (let keer = 0; keer < 2; keer++) await doe?.run(t.rondom.context(), { actieId: actie.id } as never)
  }
  throw new Error('the actions never come to an end')
}

async function stand(zaakId: string): Promise<ZaakProces> {
  const answer = await kcc.get(`/api/zaken/${zaakId}/proces`)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}

async function wachtOp(zaakId: string): Promise<string[]> {
  const taken = (await stand(zaakId)).wacht.filter(({ soort }) => soort !== 'timer')
  return taken.map(({ element, op }) => op || element).sort()
}

async function doeStap(wie: Client, zaakId: string, element: string, antwoorden: object): Promise<void> {
  const answer = await wie.post(`/api/zaken/${zaakId}/stappen/${element}`, { antwoorden })
  expect(answer.statusCode, answer.body).toBe(200)
  await doeActies(zaakId)
}

type Optie = { id: string; begin: string }
const eerste = async (zaakId: string, naam: 'voorOpties' | 'eindOpties'): Promise<string> => {
  const [optie] = (await stand(zaakId)).gegevens[naam] as Optie[]
  if (!optie) throw new Error(`no ${naam} at all`)
  return optie.id
}

/** The inspector was there: the ERP says so, and we hear of it as always. */
async function inspecteer(zaakId: string, soort: 'VOO' | 'EIN'): Promise<void> {
  const { gegevens } = await stand(zaakId)
  const orders = await t.erp.onderhoudsorders.vanVerzoek(t.rondom.context(), String(gegevens['onderhoudsverzoekId']))
  const order = orders.find((each) => each.detailsoort === soort)
  await t.bedien(`orders/${order?.id}/gereed`)
  await peil()
  await doeActies(zaakId)
}

/** Reckoned here once more, by hand: what the rent account says is what the letter must say. */
function saldo(boekingen: readonly Boeking[], einde: string, borgCent: number): number {
  const open = boekingen
    .filter(({ detailsoort }) => !['BOR', 'EIN'].includes(detailsoort ?? ''))
    .reduce((som, { soort, saldoCent }) => som + (soort === 'VOR' ? saldoCent : -saldoCent), 0)
  const [laatste] = boekingen.filter(({ detailsoort, soort }) => detailsoort === 'PRO' && soort === 'VOR')
  const geboekt = Temporal.PlainDate.from(laatste?.boekdatum ?? '').with({ day: 31 })
  let huur = 0
  for (let op = geboekt.add({ days: 1 }); Temporal.PlainDate.compare(op, Temporal.PlainDate.from(einde)) <= 0; ) {
    huur += 62_000 / op.daysInMonth
    op = op.add({ days: 1 })
  }
  return Math.round(borgCent - open - huur)
}

async function tekstVan(pdf: Buffer): Promise<string> {
  const document = await getDocument({ data: new Uint8Array(pdf) }).promise
  const delen: string[] = []
  for (let nummer = 1; nummer <= document.numPages; nummer++) {
    const { items } = await (await document.getPage(nummer)).getTextContent()
    delen.push(...items.flatMap((item) => ('str' in item ? item.str : [])))
  }
  return delen.join(' ').replace(/\s+/g, ' ')
}

const mutatiesVan = async (zaakId: string) => {
  const instantie = (await stand(zaakId)).instantieId
  return (await t.mutaties())
    .filter(({ referentie }) => referentie.startsWith(instantie))
    .map(({ handeling, referentie }) => ({ handeling: handeling.replace(/\/\d+$/, ''), referentie }))
}

// An ERP as a process of its own, and some fifty actions one after the other.
const geduld = 90_000

describe('a notice of two tenants', { timeout: geduld }, () => {
  it('goes from the consent of both to the final settlement as PDF, and does each thing in the ERP once', async () => {
    const huur = await huurVanTwee()
    const zaakId = await zegOp(huur)

    const [instemming] = (await stand(zaakId)).wacht.filter(({ element }) => element === 'instemmen')
    expect(instemming?.lokaal).toMatchObject({ huurder: { id: huur.medehuurderId, naam: 'M. Medehuurder' } })
    expect(await mutatiesVan(zaakId)).toEqual([])
    await doeStap(kcc, zaakId, 'instemmen', {
      instemt: true,
      instemmingHandtekening: { wijze: 'getypt', naam: 'M. Medehuurder' },
    })

    expect(await t.erp.overeenkomsten.haal(t.ctx, huur.overeenkomst)).toMatchObject({ status: 'VOP' })
    const momenten = {
      momentVoor: await eerste(zaakId, 'voorOpties'),
      momentEind: await eerste(zaakId, 'eindOpties'),
    }
    await doeStap(kcc, zaakId, 'kiezen', momenten)
    expect(await wachtOp(zaakId)).toEqual(['inspectie-verzetten', 'opzegging-ingetrokken', 'order-gewijzigd'])
    expect(await t.erp.overeenkomsten.haal(t.ctx, huur.overeenkomst)).toMatchObject({ status: 'OPG' })

    await inspecteer(zaakId, 'VOO')
    const rapport = (await stand(zaakId)).gegevens['rapportVoor'] as { herstelpunten: { omschrijving: string }[] }
    await doeStap(opzichter, zaakId, 'herstelpunten', {
      herstelDoorHuurder: rapport.herstelpunten.map(({ omschrijving }) => omschrijving),
    })
    await inspecteer(zaakId, 'EIN')
    await doeStap(opzichter, zaakId, 'oplevering', {
      opleverDatum: dag(0),
      leeg: true,
      extraKosten: 2_500,
      extraKostenWaarvoor: 'Afvoeren van vuilnis',
      sleutelsAantal: 4,
      sleutelsCompleet: true,
      meterElektra: 12_345,
    })

    const { gegevens } = await stand(zaakId)
    const afrekening = gegevens['eindafrekening'] as { totaalCent: number; uitkomst: string }
    const contract = await t.erp.overeenkomsten.haal(t.ctx, huur.overeenkomst)
    const borg = contract?.waarborgsomCent ?? 0
    const { einddatum } = gegevens['opzegging'] as { einddatum: string }
    const boekingen = (await t.erp.boekingen.vanOvereenkomst(t.ctx, huur.overeenkomst)).filter(
      ({ soort }) => soort !== 'MEM',
    )
    expect(afrekening.totaalCent).toBe(saldo(boekingen, einddatum, borg))

    const uitbetaald = afrekening.totaalCent > 0
    if (uitbetaald) {
      // The ERP knows no number of theirs: they are called first.
      expect(await wachtOp(zaakId)).toContain('ibanControleren')
      const controle = { ibanGenoemd: opzegging.iban, ibanGebeld: '06 12345678', ibanKlopt: true }
      await doeStap(kcc, zaakId, 'ibanControleren', controle)
      await doeStap(incasso, zaakId, 'uitbetalen', { betaaldOp: dag(0) })
    }

    const zaak = (await kcc.get(`/api/zaken/${zaakId}`)).json()
    expect(zaak).toMatchObject({ status: 'AFG', resultaat: { code: 'BEEINDIGD' } })
    const brief = zaak.documenten.find(({ titel }: { titel: string }) => titel === 'Eindafrekening')
    const inhoud = await kcc.get(`/api/zaken/${zaakId}/documenten/${brief.id}/inhoud`)
    const tekst = await tekstVan(inhoud.rawPayload)
    const bedrag = new Intl.NumberFormat('nl-NL', { minimumFractionDigits: 2 }).format(
      Math.abs(afrekening.totaalCent) / 100,
    )
    expect(tekst).toContain(bedrag)
    expect(tekst).toContain('Zonstraat')
    expect(tekst).toContain(uitbetaald ? 'terug' : 'U betaalt nog')

    const gedaan = await mutatiesVan(zaakId)
    expect(new Set(gedaan.map(({ referentie }) => referentie)).size).toBe(gedaan.length)
    expect(gedaan.map(({ handeling }) => handeling)).toEqual([
      'POST /vhe/v4/huuropzeggingen',
      // Two inspections, and then the notice is accepted.
      'PATCH /vhe/v4/huuropzeggingen',
      'PATCH /vhe/v4/huuropzeggingen',
      'PATCH /vhe/v4/huuropzeggingen',
      'POST /bfg/v4/boekingen',
      ...(borg > 0 ? ['POST /bfg/v4/boekingen'] : []),
      'POST /bfg/v4/boekingen',
    ])
  })

  it('that came as a question is completed first', async () => {
    const { partijId, eenheidId } = await huurVanTwee()
    const { zaakId } = await t.rondom.write((w) =>
      startProces(w, { proces: 'huur-beeindigen', partijId, eenheidId, onvolledig: true }),
    )
    expect(await wachtOp(zaakId)).toEqual(['aanvullen'])

    await doeStap(kcc, zaakId, 'aanvullen', opzegging)

    expect(await wachtOp(zaakId)).toEqual(['instemmen'])
  })

  it('that is withdrawn in time lets the contract run on, though an answer of the ERP got lost', async () => {
    const huur = await huurVanTwee()
    const zaakId = await zegOp(huur)
    await t.bedien('kwaal', { soort: 'antwoord-kwijt', keren: 1 })
    await doeStap(kcc, zaakId, 'instemmen', { instemt: true, instemmingHandtekening: { wijze: 'getypt', naam: 'M.' } })
    await doeStap(kcc, zaakId, 'kiezen', {
      momentVoor: await eerste(zaakId, 'voorOpties'),
      momentEind: await eerste(zaakId, 'eindOpties'),
    })
    const verzoekId = String((await stand(zaakId)).gegevens['onderhoudsverzoekId'])

    const toch = await kcc.post(`/api/zaken/${zaakId}/signalen`, { naam: 'opzegging-ingetrokken' })
    expect(toch.statusCode, toch.body).toBe(200)
    await doeStap(kcc, zaakId, 'intrekkenVragen', { allenIntrekken: true, intrekkenToelichting: 'Beiden gesproken' })

    expect((await kcc.get(`/api/zaken/${zaakId}`)).json()).toMatchObject({
      status: 'GEA',
      resultaat: { code: 'INGETROKKEN' },
    })
    expect(await t.erp.overeenkomsten.haal(t.ctx, huur.overeenkomst)).toMatchObject({ status: 'LOP' })
    const orders = await t.erp.onderhoudsorders.vanVerzoek(t.ctx, verzoekId)
    expect(orders.flatMap(({ afspraken }) => afspraken.map(({ status }) => status))).toEqual(['ANN', 'ANN'])
    const gedaan = await mutatiesVan(zaakId)
    expect(new Set(gedaan.map(({ referentie }) => referentie)).size).toBe(gedaan.length)
  })
})
