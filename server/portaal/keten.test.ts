import { sql } from 'kysely'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PortaalZaak } from '#contract/portaal/zaken.ts'
import { addTeamlid, findTeamByCode, seedInrichting } from '#server/beheer/index.ts'
import { maakWoning, startTestErp, type TestErp } from '#server/koppelingen/vera/testing/proeferp.ts'
import type { Client } from '#server/platform/testing/rondom.ts'
import { laadLevering } from '#server/processen/index.ts'
import { persoonIn } from '#server/relaties/testing/partijen.ts'
import { allJobs } from '#server/slices.ts'
import { stuurBestand } from './testing/bestand.ts'

/* What a new tenant does himself, over HTTP, against the ERP as the process that it is. */

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
  await peil()
})
afterAll(() => t.close())

const peil = async () => await allJobs(t.rondom.services)['erp.orders-peilen']?.run(t.rondom.context(), {} as never)

async function lidVan(code: string, rol: 'klantcontactmedewerker' | 'vakspecialist'): Promise<Client> {
  const client = await t.rondom.als(rol)
  const team = await findTeamByCode(t.rondom.db, code)
  await t.rondom.write((w) => addTeamlid(w, team?.id ?? '', client.actor.medewerkerId))
  return client
}

/** A home with two tenants, each with his own way into the portal. */
async function tweeHuurders() {
  const woning = await maakWoning(t, 62_000)
  const { rows } = await sql<{ partij_id: string; id: string }>`
    select op.partij_id, o.id from overeenkomst o join overeenkomst_partij op on op.overeenkomst_id = o.id
    where o.nummer = ${woning.overeenkomst}`.execute(t.rondom.db)
  const [rij] = rows
  if (!rij) throw new Error('no home')
  const { id: medehuurderId } = await persoonIn(t.rondom, { persoon: { achternaam: 'Medehuurder' } })
  await sql`insert into overeenkomst_partij (overeenkomst_id, partij_id, rol) values (${rij.id}, ${medehuurderId}, 'MDH')`.execute(
    t.rondom.db,
  )
  return {
    overeenkomstId: rij.id,
    huurder: await t.rondom.klant(rij.partij_id, { sterk: true }),
    zwak: await t.rondom.klant(rij.partij_id),
    medehuurder: await t.rondom.klant(medehuurderId, { sterk: true }),
  }
}

/** As the worker does, until nothing is left to do. */
async function doeActies(zaakId: string): Promise<void> {
  const doe = allJobs(t.rondom.services)['processen.actie']
  for (let ronde = 0; ronde < 60; ronde++) {
    const { rows } = await sql<{ id: string }>`
      select a.id from proces_actie a join proces_instantie i on i.id = a.instantie_id
      where i.zaak_id = ${zaakId} and a.status = 'klaar_te_staan' limit 1`.execute(t.rondom.db)
    const [actie] = rows
    if (!actie) return
    await doe?.run(t.rondom.context(), { actieId: actie.id } as never)
  }
  throw new Error('the actions never come to an end')
}

async function goed(answer: ReturnType<Client['get']>, status = 200) {
  const { statusCode, body } = await answer
  expect(statusCode, body).toBe(status)
  return JSON.parse(body)
}
const zaakVan = (klant: Client, id: string): Promise<PortaalZaak> => goed(klant.get(`/api/portaal/zaken/${id}`))

/** The only step that waits for him, done. */
async function doeTaak(klant: Client, zaakId: string, antwoorden: (context: Record<string, never>) => object) {
  const { taken } = await zaakVan(klant, zaakId)
  expect(taken).toHaveLength(1)
  const taak = await goed(klant.get(`/api/portaal/taken/${taken[0]?.id}`))
  const gedaan = await klant.post(`/api/portaal/taken/${taak.id}`, { antwoorden: antwoorden(taak.context) })
  expect(gedaan.statusCode, gedaan.body).toBe(200)
  await doeActies(zaakId)
  return taak
}

const melding = (overeenkomstId: string, fotos: { id: string; naam: string }[] = []) => ({
  overeenkomstId,
  antwoorden: {
    gevaar: 'geen',
    collectief: false,
    ruimte: 'KEU',
    element: 'WAT',
    defect: 'LEK',
    omschrijving: 'De kraan in de keuken lekt',
    fotos,
    dagdelen: ['OCH', 'MID'],
  },
})

async function doeStap(wie: Client, zaakId: string, element: string, antwoorden: object): Promise<void> {
  await goed(wie.post(`/api/zaken/${zaakId}/stappen/${element}`, { antwoorden }))
  await doeActies(zaakId)
}

const gegevensVan = async (zaakId: string) => (await goed(kcc.get(`/api/zaken/${zaakId}/proces`))).gegevens

async function orderGereed(
  zaakId: string,
  welke: (order: { detailsoort?: string | undefined }) => boolean = () => true,
) {
  const { onderhoudsverzoekId } = await gegevensVan(zaakId)
  const orders = await t.erp.onderhoudsorders.vanVerzoek(t.rondom.context(), String(onderhoudsverzoekId))
  await t.bedien(`orders/${orders.find(welke)?.id}/gereed`)
  await peil()
  await doeActies(zaakId)
}

const foto = () =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: '#888' } })
    .jpeg()
    .toBuffer()
const dag = (over: number) =>
  Temporal.Now.zonedDateTimeISO('Europe/Amsterdam').toPlainDate().add({ days: over }).toString()

async function tekstVan(pdf: Buffer): Promise<string> {
  const document = await getDocument({ data: new Uint8Array(pdf) }).promise
  const delen: string[] = []
  for (let nummer = 1; nummer <= document.numPages; nummer++) {
    const { items } = await (await document.getPage(nummer)).getTextContent()
    delen.push(...items.flatMap((item) => ('str' in item ? item.str : [])))
  }
  return delen.join(' ').replace(/\s+/g, ' ')
}

// An ERP as a process of its own, and many actions one after the other.
const geduld = { timeout: 300_000 }

describe('a tap that leaks', geduld, () => {
  it('is reported once with two photos, gets a moment, is moved, repaired, and is not solved after all', async () => {
    const { huurder, medehuurder, overeenkomstId } = await tweeHuurders()
    const formulier = await goed(huurder.get('/api/portaal/processen/reparatieverzoek'))
    expect(formulier.overeenkomstId).toBe(overeenkomstId)
    const fotos = [
      await stuurBestand(huurder, 'kraan.jpg', await foto()),
      await stuurBestand(huurder, 'kast.jpg', await foto()),
    ]
    const stuur = () =>
      huurder.post('/api/portaal/processen/reparatieverzoek', melding(overeenkomstId, fotos), {
        'idempotency-key': 'de-lijn-viel-weg',
      })
    const { zaakId } = await goed(stuur(), 201)
    expect((await goed(stuur(), 201)).zaakId).toBe(zaakId)

    expect((await zaakVan(huurder, zaakId)).bezig).toBe(true)
    await doeActies(zaakId)
    const wacht = await zaakVan(huurder, zaakId)
    expect(wacht).toMatchObject({
      status: 'wacht-op-u',
      statusTekst: 'Kies wanneer de vakman kan komen.',
      bezig: false,
      taken: [{ soort: 'afspraak' }],
    })
    expect(wacht.documenten.map(({ bestandsnaam, vanU }) => [bestandsnaam, vanU]).sort()).toEqual([
      ['kast.jpg', true],
      ['kraan.jpg', true],
    ])
    expect((await goed(huurder.get('/api/portaal/thuis'))).doen).toMatchObject([{ zaakId }])
    // It is about the home: who shares it follows it too.
    expect((await goed(medehuurder.get('/api/portaal/zaken'))).rijen).toMatchObject([{ id: zaakId }])

    const kies = (context: { voorstel?: { opties: { id: string }[] } }) => ({
      momentId: context.voorstel?.opties[0]?.id,
    })
    await doeTaak(huurder, zaakId, kies)
    const gepland = await zaakVan(huurder, zaakId)
    expect(gepland).toMatchObject({ status: 'bezig', afspraken: [{ titel: 'De vakman komt', verzetten: true }] })
    const agenda = await huurder.get(`/api/portaal/zaken/${zaakId}/afspraak.ics`)
    expect(agenda.body).toContain('BEGIN:VEVENT')

    await goed(huurder.post(`/api/portaal/zaken/${zaakId}/afspraak`))
    await doeActies(zaakId)
    const eerder = new Date(gepland.afspraken[0]?.begin ?? 0).getTime()
    await doeTaak(huurder, zaakId, ({ voorstel }: { voorstel?: { opties: { id: string; begin: string }[] } }) => ({
      momentId: voorstel?.opties.find(({ begin }) => new Date(begin).getTime() !== eerder)?.id,
    }))
    const verzet = await zaakVan(huurder, zaakId)
    expect(verzet.afspraken[0]?.begin).not.toBe(gepland.afspraken[0]?.begin)

    const bijDeBalie = await goed(kcc.get(`/api/zaken/${zaakId}`))
    expect(bijDeBalie).toMatchObject({ kanaal: 'portaal', geopendDoor: { naam: 'Klant (portaal)' } })
    expect(bijDeBalie.documenten).toHaveLength(2)

    await orderGereed(zaakId)
    expect(await zaakVan(huurder, zaakId)).toMatchObject({ status: 'klaar', acties: { tochNietOpgelost: true } })
    await goed(huurder.post(`/api/portaal/zaken/${zaakId}/toch-niet-opgelost`, { tekst: 'Hij druppelt nog steeds.' }))
    await doeActies(zaakId)
    const weer = await zaakVan(huurder, zaakId)
    expect(weer.taken).toMatchObject([{ soort: 'afspraak' }])
    expect(weer.tijdlijn).toContainEqual(expect.objectContaining({ soort: 'u', tekst: 'Hij druppelt nog steeds.' }))
    // Who shares the home does not read what the other said.
    expect(JSON.stringify(await zaakVan(medehuurder, zaakId))).not.toContain('druppelt nog')

    // The order is done in the ERP: there is nothing left to cancel there.
    await goed(huurder.post(`/api/portaal/zaken/${zaakId}/intrekken`, {}))
    await doeActies(zaakId)
    expect(await zaakVan(huurder, zaakId)).toMatchObject({ status: 'gestopt' })
  })

  it('is withdrawn before anybody comes, and the ERP knows it', async () => {
    const { huurder, overeenkomstId } = await tweeHuurders()
    const { zaakId } = await goed(huurder.post('/api/portaal/processen/reparatieverzoek', melding(overeenkomstId)), 201)
    await doeActies(zaakId)

    await goed(huurder.post(`/api/portaal/zaken/${zaakId}/intrekken`, { reden: 'Ik heb het zelf gedaan.' }))
    await doeActies(zaakId)

    const na = await zaakVan(huurder, zaakId)
    expect(na).toMatchObject({ status: 'gestopt', taken: [], acties: { aanvullen: false, intrekken: false } })
    expect((await huurder.post(`/api/portaal/zaken/${zaakId}/intrekken`, {})).statusCode).toBe(409)
    expect((await huurder.post(`/api/portaal/zaken/${zaakId}/aanvullen`, { tekst: 'Toch wel' })).statusCode).toBe(409)
    const { onderhoudsverzoekId } = await gegevensVan(zaakId)
    const orders = await t.erp.onderhoudsorders.vanVerzoek(t.rondom.context(), String(onderhoudsverzoekId))
    expect(new Set(orders.map(({ status }) => status))).toEqual(new Set(['GEA']))
  })
})

describe('two who move out', geduld, () => {
  it('end the tenancy together, each for himself, and both read the settlement', async () => {
    const { huurder, zwak, medehuurder, overeenkomstId } = await tweeHuurders()
    const opzegging = {
      overeenkomstId,
      antwoorden: {
        alleenGarage: false,
        overleden: false,
        vertrek: 'allen',
        reden: 'KOO',
        gewensteDatum: dag(45),
        telefoon: '06 12345678',
        iban: 'NL91ABNA0417164300',
        contactgegevensDelen: false,
        zav: false,
        overname: false,
        handtekening: { wijze: 'getypt', naam: 'De huurder' },
        medehuurder: false,
      },
    }
    const zonder = await zwak.post('/api/portaal/processen/huur-beeindigen', opzegging)
    expect([zonder.statusCode, zonder.json().code]).toEqual([403, 'tweede-stap-nodig'])
    const { zaakId } = await goed(huurder.post('/api/portaal/processen/huur-beeindigen', opzegging), 201)
    await doeActies(zaakId)

    expect((await zaakVan(huurder, zaakId)).taken).toEqual([])
    const taak = await doeTaak(medehuurder, zaakId, () => ({
      instemt: true,
      instemmingHandtekening: { wijze: 'getypt', naam: 'M. Medehuurder' },
    }))
    expect(taak.sterk).toBe(true)
    // Somebody was first: the taak of the employee is done too, and cannot be done again.
    const nogEens = await medehuurder.post(`/api/portaal/taken/${taak.id}`, { antwoorden: { instemt: false } })
    expect([nogEens.statusCode, nogEens.json().code]).toEqual([409, 'stap-voorbij'])
    const { stappen } = await goed(kcc.get(`/api/zaken/${zaakId}/proces`))
    expect(stappen).toContainEqual(
      expect.objectContaining({ element: 'instemmen', door: expect.objectContaining({ naam: 'Klant (portaal)' }) }),
    )

    await doeTaak(huurder, zaakId, (context: { voorOpties?: { id: string }[]; eindOpties?: { id: string }[] }) => ({
      momentVoor: context.voorOpties?.[0]?.id,
      momentEind: context.eindOpties?.[0]?.id,
    }))
    expect((await zaakVan(medehuurder, zaakId)).afspraken).toHaveLength(2)

    await orderGereed(zaakId, ({ detailsoort }) => detailsoort === 'VOO')
    const { rapportVoor } = await gegevensVan(zaakId)
    await doeStap(opzichter, zaakId, 'herstelpunten', {
      herstelDoorHuurder: rapportVoor.herstelpunten.map(({ omschrijving }: { omschrijving: string }) => omschrijving),
    })
    await orderGereed(zaakId, ({ detailsoort }) => detailsoort === 'EIN')
    await doeStap(opzichter, zaakId, 'oplevering', {
      opleverDatum: dag(0),
      leeg: true,
      sleutelsAantal: 4,
      sleutelsCompleet: true,
      meterElektra: 12_345,
    })
    const { taken } = await zaakVan(huurder, zaakId)
    if (taken.length > 0) {
      await doeTaak(huurder, zaakId, () => ({ ibanGenoemd: 'NL91ABNA0417164300', ibanKlopt: true }))
      await doeStap(incasso, zaakId, 'uitbetalen', { betaaldOp: dag(0) })
    }

    for (const klant of [huurder, medehuurder]) {
      const zaak = await zaakVan(klant, zaakId)
      expect(zaak).toMatchObject({ status: 'klaar', acties: { tochNietOpgelost: true } })
      const brief = zaak.documenten.find(({ titel }) => titel === 'Eindafrekening')
      const adres = `/api/portaal/zaken/${zaakId}/documenten/${brief?.id}/inhoud`
      const heel = await klant.get(adres)
      expect(heel.headers['content-security-policy']).toContain('sandbox')
      expect(await tekstVan(heel.rawPayload)).toContain('Zonstraat')
      const deel = await klant.request({ method: 'GET', url: adres, headers: { range: 'bytes=0-4' } })
      expect([deel.statusCode, deel.body]).toEqual([206, '%PDF-'])
    }
  })
})
