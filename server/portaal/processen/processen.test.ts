import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedInrichting } from '#server/beheer/index.ts'
import { newId } from '#server/platform/ids.ts'
import { type Client, startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { laadLevering } from '#server/processen/index.ts'
import { publiceerProef } from '#server/processen/testing/proefproces.ts'
import { tekening } from '#server/processen/testing/tekening.ts'
import { persoonIn } from '#server/relaties/testing/partijen.ts'
import { allJobs } from '#server/slices.ts'
import { type Huis, maakHuis, machtig } from '../testing/huis.ts'

let rondom: TestRondom
let huis: Huis
let huurder: Client
let medehuurder: Client

const vraag = { onderwerp: 'sleutels', onderwerpTekst: 'Nieuwe sleutel', vraag: 'Ik ben mijn sleutel kwijt.' }

beforeAll(async () => {
  rondom = await startTestRondom()
  await rondom.write(seedInrichting)
  await rondom.write(laadLevering)
  huis = await maakHuis(rondom)
  huurder = await rondom.klant(huis.huurder)
  medehuurder = await rondom.klant(huis.medehuurder)
})
afterAll(() => rondom.close())

const namen = async (klant: Client, query = '') =>
  (await klant.get(`/api/portaal/processen${query}`)).json().rijen.map(({ proces }: { proces: string }) => proces)
const antwoord = async (klant: Client, url: string) => {
  const answer = await klant.get(url)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}

describe('what can be arranged', () => {
  it('is everything with a portaal.json, in the order of the corporation and in both languages', async () => {
    expect(await namen(huurder)).toEqual(['reparatieverzoek', 'service-en-contact', 'huur-beeindigen', 'klacht'])
    const { rijen } = await antwoord(huurder, '/api/portaal/processen')
    expect(rijen[0]).toMatchObject({ naam: 'Reparatie melden', woorden: expect.arrayContaining(['kraan lekt']) })
  })

  it('needs a home where it is about one, and a mandate that covers it', async () => {
    const zoekende = await rondom.klant((await persoonIn(rondom)).id)
    expect(await namen(zoekende)).toEqual(['service-en-contact', 'klacht'])
    await machtig(rondom, { door: huis.bewindvoerder, voor: huis.huurder, domeinen: ['huur', 'gegevens'] })
    const bewind = await rondom.klant(huis.bewindvoerder)
    expect(await namen(bewind, `?namens=${huis.huurder}`)).toEqual(['huur-beeindigen'])
    const start = `/api/portaal/processen/klacht?namens=${huis.huurder}`
    expect((await bewind.get(start)).statusCode).toBe(404)
    expect((await bewind.post(start, {})).statusCode).toBe(404)
  })

  it('has a process that a functioneel beheerder just published, without a line of code', async () => {
    const xml = tekening(`<bpmn:startEvent id="begin" rondom:formulier="vraag"/>
      <bpmn:userTask id="kies" name="Kiezen" rondom:team="kcc" rondom:formulier="kies" rondom:klant="ja"/>
      <bpmn:userTask id="tekenen" name="Tekenen" rondom:team="kcc" rondom:formulier="kies" rondom:klant="ja" rondom:klantpartij="=ander"/>
      begin -> kies
      kies -> tekenen`)
    const veld = (naam: string, rest: object) => ({ naam, soort: 'tekst', label: naam, ...rest })
    await publiceerProef(rondom, 'tuin', {
      'proces.bpmn': xml,
      'portaal.json': JSON.stringify({
        naam: 'Tuin ruilen',
        omschrijving: 'Ruil uw tuin.',
        domein: 'huur',
        gedeeld: true,
        volgorde: 1,
        stappen: {
          kies: { tekst: 'Kies een tuin.', wie: 'u' },
          tekenen: { tekst: 'Zet uw naam.', wie: 'u', sterk: true },
        },
      }),
      'formulieren/vraag.json': JSON.stringify({
        titel: 'Tuin',
        velden: [
          veld('ander', { label: 'Met wie?' }),
          veld('notitie', { label: 'Interne notitie', voor: 'medewerker', standaard: '"van het portaal"' }),
        ],
      }),
      'formulieren/kies.json': JSON.stringify({
        titel: 'Kies',
        velden: [veld('tuin', { verplicht: true }), veld('wie', { standaard: 'klant.naam' })],
      }),
    })
    expect(await namen(huurder)).toContain('tuin')
    const formulier = await antwoord(huurder, '/api/portaal/processen/tuin')
    expect(JSON.stringify(formulier)).not.toContain('Interne notitie')
    // Only what a question names: of himself nothing here.
    expect(formulier.context).toEqual({ portaal: { hoedanigheid: 'zelf', naam: expect.any(String) } })
  })
})

describe('a step of a customer', () => {
  let zaakId: string
  const taken = async (klant: Client) => (await antwoord(klant, `/api/portaal/zaken/${zaakId}`)).taken
  const doe = (klant: Client, id: string, antwoorden: object) => klant.post(`/api/portaal/taken/${id}`, { antwoorden })

  beforeAll(async () => {
    const body = {
      overeenkomstId: huis.overeenkomstId,
      antwoorden: { ander: huis.medehuurder, notitie: 'van de klant' },
    }
    const answer = await huurder.post('/api/portaal/processen/tuin', body)
    expect(answer.statusCode, answer.body).toBe(201)
    zaakId = answer.json().zaakId
  })

  it('takes no answer to what he was not asked', async () => {
    const { rows } = await sql<{ notitie: string }>`
      select gegevens ->> 'notitie' as notitie from proces_instantie where zaak_id = ${zaakId}`.execute(rondom.db)
    expect(rows).toEqual([{ notitie: 'van het portaal' }])
  })

  it('is on his first page, knows only what its questions name, and says what is missing', async () => {
    const [taak] = await taken(huurder)
    expect((await antwoord(huurder, '/api/portaal/thuis')).doen).toMatchObject([
      { id: taak.id, titel: 'Kies een tuin.' },
    ])
    const gelezen = await antwoord(huurder, `/api/portaal/taken/${taak.id}`)
    expect(gelezen).toMatchObject({ sterk: false, formulier: { titel: 'Kies' } })
    expect(Object.keys(gelezen.context)).toEqual(['klant'])
    expect(Object.keys(gelezen.context.klant)).toEqual(['naam'])
    const mis = await doe(huurder, taak.id, {})
    expect(mis.json().invalidParams).toMatchObject([{ name: 'antwoorden.tuin', reason: 'Vul "tuin" in.' }])
  })

  it('is done once, by whoever is first: the employee, or one of two tabs', async () => {
    const [taak] = await taken(huurder)
    const samen = await Promise.all([doe(huurder, taak.id, { tuin: 'A' }), doe(medehuurder, taak.id, { tuin: 'B' })])
    expect(samen.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
    expect(samen.find(({ statusCode }) => statusCode === 409)?.json().code).toBe('stap-voorbij')
    const kcc = await rondom.als('coordinator')
    const laat = await kcc.post(`/api/zaken/${zaakId}/stappen/kies`, { antwoorden: { tuin: 'C' } })
    expect([laat.statusCode, laat.json().code]).toEqual([409, 'stap-voorbij'])
    const { rows } = await sql<{ status: string }>`
      select status from taak where zaak_id = ${zaakId} order by nummer`.execute(rondom.db)
    expect(rows.map(({ status }) => status)).toEqual(['afgerond', 'niet_gestart'])
  })

  it('by name is of that person only, with a second proof when it asks for one', async () => {
    expect(await taken(huurder)).toEqual([])
    expect((await antwoord(huurder, `/api/portaal/zaken/${zaakId}`)).status).not.toBe('wacht-op-u')
    const [taak] = await taken(medehuurder)
    expect((await huurder.get(`/api/portaal/taken/${taak.id}`)).statusCode).toBe(404)
    expect((await doe(huurder, taak.id, { tuin: 'A' })).json().code).toBe('stap-voorbij')
    const zwak = await doe(medehuurder, taak.id, { tuin: 'A' })
    expect([zwak.statusCode, zwak.json().code]).toEqual([403, 'tweede-stap-nodig'])
    const sterk = await rondom.klant(huis.medehuurder, { sterk: true })
    expect((await doe(sterk, taak.id, { tuin: 'A' })).statusCode).toBe(200)
    expect(await antwoord(huurder, `/api/portaal/zaken/${zaakId}`)).toMatchObject({
      status: 'klaar',
      acties: { aanvullen: false },
    })
  })

  it('stands in the log under the account of the customer', async () => {
    const { rows } = await sql<{ actor: string; doel: string }>`
      select actor, doel from verwerking where object_id = ${zaakId} and actie <> 'inzien'`.execute(rondom.db)
    expect(rows.map(({ actor }) => actor).every((actor) => actor.endsWith('(portaal)'))).toBe(true)
    expect(rows.map(({ doel }) => doel)).toContain('Stap doen in het portaal: Tekenen')
  })
})

describe('sending a form', () => {
  const body = { overeenkomstId: null, antwoorden: vraag }
  const stuur = (klant: Client, sleutel: string) =>
    klant.post('/api/portaal/processen/service-en-contact', body, { 'idempotency-key': sleutel })

  it('makes one zaak, however often the line falls away', async () => {
    const keren = await Promise.all(Array.from({ length: 5 }, () => stuur(huurder, 'sleutel-van-de-telefoon')))
    const ids = new Set(keren.filter(({ statusCode }) => statusCode === 201).map((answer) => answer.json().zaakId))
    expect(ids.size).toBe(1)
    const { rows } = await sql<{ aantal: number }>`
      select count(*)::int as aantal from zaak where omschrijving = 'Nieuwe sleutel'`.execute(rondom.db)
    expect(rows).toEqual([{ aantal: 1 }])
  })

  it('is refused for a home that is not his, and for files of another', async () => {
    const { rows } = await sql<{ id: string }>`
      select overeenkomst_id as id from overeenkomst_partij where partij_id = ${huis.buur}`.execute(rondom.db)
    const van = (overeenkomstId: string | undefined) =>
      huurder.post('/api/portaal/processen/service-en-contact', { overeenkomstId, antwoorden: vraag })
    expect((await van(rows[0]?.id)).json().invalidParams).toMatchObject([{ name: 'overeenkomstId' }])
    expect((await van(newId())).json().invalidParams).toMatchObject([{ name: 'overeenkomstId' }])
  })

  it('of a complaint asks who it is about in words, and never offers the list of employees', async () => {
    const formulier = await antwoord(huurder, '/api/portaal/processen/klacht')
    expect(JSON.stringify(formulier)).not.toContain('rondom:MEDEWERKERS')
    const klacht = {
      onderwerp: 'medewerker',
      overWie: 'De man aan de balie',
      overMedewerker: newId(),
      wanneer: '2026-11-20',
      doorlopend: false,
      eerderGeklaagd: false,
      verhaal: 'Hij was onvriendelijk.',
      gewensteOplossing: 'Excuses.',
    }
    const answer = await huurder.post('/api/portaal/processen/klacht', { antwoorden: klacht })
    expect(answer.statusCode, answer.body).toBe(201)
    const { rows } = await sql<{ via: string; over: string | null }>`
      select gegevens ->> 'via' as via, gegevens ->> 'overMedewerker' as over
      from proces_instantie where zaak_id = ${answer.json().zaakId}`.execute(rondom.db)
    expect(rows).toEqual([{ via: 'klant', over: null }])
    // What one of a household complains of is his own.
    expect((await medehuurder.get(`/api/portaal/zaken/${answer.json().zaakId}`)).statusCode).toBe(404)
  })

  it('by a bewindvoerder says as what he acts, and in whose name', async () => {
    const bewind = await rondom.klant(huis.bewindvoerder, { sterk: true })
    const opzegging = {
      alleenGarage: true,
      overleden: false,
      vertrek: 'allen',
      reden: 'KOO',
      gewensteDatum: '2027-01-15',
      telefoon: '06 12345678',
      contactgegevensDelen: false,
      opzeggerEmail: 'bewind@voorbeeld.nl',
      handtekening: { wijze: 'getypt', naam: 'De bewindvoerder' },
      medehuurder: false,
    }
    const url = `/api/portaal/processen/huur-beeindigen?namens=${huis.huurder}`
    await machtig(rondom, { door: huis.bewindvoerder, voor: huis.buur, soort: 'bewindvoerder', domeinen: ['contact'] })
    const answer = await bewind.post(url, { overeenkomstId: huis.overeenkomstId, antwoorden: opzegging })
    expect(answer.statusCode, answer.body).toBe(201)
    const { rows } = await sql<Record<string, string>>`
      select z.partij_id, z.toelichting, i.gegevens ->> 'opzeggerNaam' as naam, i.gegevens ->> 'tekenwijze' as wijze
      from zaak z join proces_instantie i on i.zaak_id = z.id where z.id = ${answer.json().zaakId}`.execute(rondom.db)
    expect(rows).toMatchObject([
      {
        partij_id: huis.huurder,
        toelichting: expect.stringContaining('gemachtigde'),
        naam: expect.any(String),
        wijze: 'hier',
      },
    ])
  })

  it('is seen by the employee as it came: through the portal, by the customer', async () => {
    const { zaakId } = (await stuur(huurder, 'nog-een-andere-sleutel')).json()
    const kcc = await rondom.als('klantcontactmedewerker')
    expect((await kcc.get(`/api/zaken/${zaakId}`)).json()).toMatchObject({
      kanaal: 'portaal',
      geopendDoor: { naam: 'Klant (portaal)' },
    })
  })
})

describe('a form that was begun', () => {
  const url = (id: string) => `/api/portaal/concepten/${id}`
  const inhoud = (antwoorden: object, stap = 'vraag') => ({ proces: 'service-en-contact', antwoorden, stap })

  it('is kept at every step, gone on with on another device, and gone when it is sent', async () => {
    const id = newId()
    const eerst = await huurder.put(url(id), inhoud({ onderwerp: 'sleutels' }), 0)
    expect(eerst.json()).toMatchObject({ id, versie: 1, stap: 'vraag' })
    await huurder.put(url(id), inhoud(vraag), 1)

    const telefoon = await rondom.klant(huis.huurder)
    // Another account is another person, as the session is; the same account is the same drafts.
    expect((await telefoon.get(url(id))).statusCode).toBe(404)
    const { concept } = await antwoord(huurder, '/api/portaal/processen/service-en-contact')
    expect(concept).toMatchObject({ id, versie: 2, antwoorden: vraag })
    expect((await antwoord(huurder, '/api/portaal/thuis')).concepten).toMatchObject([{ id }])

    const gestuurd = await huurder.post('/api/portaal/processen/service-en-contact', {
      antwoorden: vraag,
      conceptId: id,
    })
    expect(gestuurd.statusCode, gestuurd.body).toBe(201)
    expect((await huurder.get(url(id))).statusCode).toBe(404)
  })

  it('is one per process: a second tab is told so, and a stale one what is there now', async () => {
    const id = newId()
    await medehuurder.put(url(id), inhoud({ onderwerp: 'avg' }), 0)
    const tweede = await medehuurder.put(url(newId()), inhoud({ onderwerp: 'pers' }), 0)
    expect([tweede.statusCode, tweede.json().code, tweede.json().huidig.id]).toEqual([409, 'concept-bestaat', id])

    await medehuurder.put(url(id), inhoud({ onderwerp: 'buurt' }), 1)
    const oud = await medehuurder.put(url(id), inhoud({ onderwerp: 'pers' }), 1)
    expect([oud.statusCode, oud.json().code, oud.json().huidig.antwoorden]).toEqual([
      409,
      'verouderd',
      { onderwerp: 'buurt' },
    ])
    const zonder = await medehuurder.request({ method: 'PUT', url: url(id), payload: inhoud({}) })
    expect(zonder.statusCode).toBe(428)
    expect((await medehuurder.delete(url(id))).statusCode).toBe(204)
    expect((await medehuurder.get(url(id))).statusCode).toBe(404)
  })

  it('is of one person: who acts for another keeps them apart', async () => {
    await machtig(rondom, { door: huis.medehuurder, voor: huis.buur, domeinen: ['contact'] })
    const voor = `?namens=${huis.buur}`
    const [eigen, ander] = [newId(), newId()]
    await medehuurder.put(url(eigen), inhoud({ onderwerp: 'avg' }), 0)
    await medehuurder.put(`${url(ander)}${voor}`, inhoud({ onderwerp: 'pers' }), 0)

    expect((await antwoord(medehuurder, '/api/portaal/concepten')).rijen).toMatchObject([{ id: eigen }])
    expect((await antwoord(medehuurder, `/api/portaal/concepten${voor}`)).rijen).toMatchObject([{ id: ander }])
    expect((await medehuurder.get(url(ander))).statusCode).toBe(404)
  })

  it('goes after sixty days', async () => {
    const aantal = async () => (await sql`select from portaal_concept`.execute(rondom.db)).rows.length
    const ruimOp = () => allJobs(rondom.services)['portaal.concepten-opruimen']?.run(rondom.context(), {} as never)
    const begin = rondom.clock.now.getTime()
    const dag = 24 * 60 * 60_000
    rondom.clock.now = new Date(begin + 59 * dag)
    await ruimOp()
    const na59 = await aantal()
    rondom.clock.now = new Date(begin + 61 * dag)
    await ruimOp()
    rondom.clock.now = new Date(begin)
    expect([na59 > 0, await aantal()]).toEqual([true, 0])
  })
})

describe('adding to a zaak', () => {
  it('that waits for it lets it go on; otherwise the team gets it as work', async () => {
    const answer = await huurder.post('/api/portaal/processen/service-en-contact', { antwoorden: vraag })
    const { zaakId } = answer.json()
    const aanvullen = (tekst: string) => huurder.post(`/api/portaal/zaken/${zaakId}/aanvullen`, { tekst })
    const taken = async () =>
      (
        await sql<{ onderwerp: string }>`select onderwerp from taak where zaak_id = ${zaakId} order by nummer`.execute(
          rondom.db,
        )
      ).rows.map(({ onderwerp }) => onderwerp)
    expect((await aanvullen('Het is de voordeur.')).statusCode).toBe(200)
    expect(await taken()).toEqual(['Vraag beantwoorden', 'Aanvulling van de klant: Nieuwe sleutel'])

    const kcc = await rondom.als('coordinator')
    const stap = { uitkomstKeuze: 'aanvulling', nodig: 'Welke deur is het?' }
    const gevraagd = await kcc.post(`/api/zaken/${zaakId}/stappen/beantwoorden`, { antwoorden: stap })
    expect(gevraagd.statusCode, gevraagd.body).toBe(200)
    const wacht = await antwoord(huurder, `/api/portaal/zaken/${zaakId}`)
    expect(wacht).toMatchObject({ status: 'wacht-op-u', statusTekst: expect.stringContaining('vul uw vraag aan') })
    // Our question stands in it, as we sent it.
    expect(JSON.stringify(wacht.tijdlijn)).toContain('Welke deur is het?')

    const na = (await aanvullen('De achterdeur.')).json()
    expect(await taken()).toHaveLength(3)
    expect(na.tijdlijn.filter(({ soort }: { soort: string }) => soort === 'u')).toHaveLength(2)
    expect(JSON.stringify(na)).not.toContain(kcc.actor.naam)
  })
})
