import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addTeamlid, findTeamByCode, seedInrichting } from '#server/beheer/index.ts'
import { mayHear } from '#server/platform/events/hear.ts'
import { type Client, startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { beginProef, standVan } from '#server/processen/testing/proefproces.ts'
import { laadLevering } from '#server/processen/versies/levering.ts'
import { persoonIn } from '#server/relaties/testing/partijen.ts'

/*
 * ADR 0014 through the process as it is delivered: whom the klager names, does not know of the complaint from its first
 * event on. A colleague with the same rights and the same team sees all of it: so each silence is the silence we meant.
 */

let rondom: TestRondom
let kcc: Client
let jan: Client
let piet: Client
let partijId: string

beforeAll(async () => {
  rondom = await startTestRondom()
  await rondom.write(seedInrichting)
  await rondom.write((w) => laadLevering(w))
  kcc = await lid('kcc', 'klantcontactmedewerker', 'Kee Contact')
  jan = await lid('klachten', 'coordinator', 'Jan Beklaagde')
  piet = await lid('klachten', 'coordinator', 'Piet Collega')
  partijId = (await persoonIn(rondom)).id
})
afterAll(() => rondom.close())

async function lid(code: string, rol: 'klantcontactmedewerker' | 'coordinator', naam: string): Promise<Client> {
  const client = await rondom.als(rol, { naam })
  const team = await findTeamByCode(rondom.db, code)
  await rondom.write((w) => addTeamlid(w, team?.id ?? '', client.actor.medewerkerId))
  return client
}

const verhaal = 'Hij schreeuwde bij het hekwerk.'
const klacht = (anders: Record<string, unknown> = {}) => ({
  onderwerp: 'medewerker',
  overMedewerker: jan.actor.medewerkerId,
  wanneer: '2026-11-16',
  doorlopend: false,
  verhaal,
  gewensteOplossing: 'Een excuus.',
  ...anders,
})
const begin = (antwoorden = klacht()) =>
  beginProef(kcc, 'klacht', { partijId, toelichting: 'Ruzie bij het hekwerk', antwoorden })
const takenVan = async (zaakId: string) =>
  (await sql<{ id: string }>`select id from taak where zaak_id = ${zaakId}`.execute(rondom.db)).rows.map(({ id }) => id)

describe('who is complained about', () => {
  it('is chosen from the colleagues who work here, whoever may start the process', async () => {
    const { formulier } = (await kcc.get('/api/processen/klacht/startformulier')).json()
    const lijst: { waarde: string; label: string }[] = formulier.lijsten['rondom:MEDEWERKERS']

    expect(lijst).toContainEqual({ waarde: jan.actor.medewerkerId, label: 'Jan Beklaagde' })
    expect(formulier.lijsten['rondom:TEAMS']).toContainEqual({ waarde: 'klachten', label: 'Klachten' })
    const vreemd = await kcc.post('/api/processen/klacht/instanties', {
      partijId,
      antwoorden: klacht({ overMedewerker: '00000000-0000-7000-8000-00000000dead' }),
    })
    expect(vreemd.statusCode).toBe(400)
    expect(vreemd.json().invalidParams[0]).toMatchObject({ name: 'antwoorden.overMedewerker', code: 'keuze' })
  })

  it('gets 404 on the zaak, its process, its taken and its steps, and finds it in no list, search or tijdlijn', async () => {
    const { zaakId, nummer } = await begin()
    const [taakId = ''] = await takenVan(zaakId)
    const dingen = [`/api/zaken/${zaakId}`, `/api/zaken/${zaakId}/proces`, `/api/taken/${taakId}`]
    for (const url of dingen) {
      expect((await piet.get(url)).statusCode, url).toBe(200)
      expect((await jan.get(url)).statusCode, url).toBe(404)
    }
    const vragen = [
      '/api/zaken?aantal=100',
      '/api/taken?aantal=100',
      `/api/zoeken?q=${nummer}`,
      `/api/partijen/${partijId}/tijdlijn?aantal=100`,
      `/api/klantbeeld/${partijId}`,
      `/api/berichten?zaakId=${zaakId}`,
    ]
    for (const url of vragen) {
      const [zijn, hun] = [await jan.get(url), await piet.get(url)]
      expect([zijn.statusCode, hun.statusCode], url).toEqual([200, 200])
      for (const id of [zaakId, taakId]) expect(zijn.body, url).not.toContain(id)
      expect(hun.body, url).toMatch(new RegExp(`${zaakId}|${taakId}`))
    }
    const doet = await jan.post(`/api/zaken/${zaakId}/stappen/beoordelen`, { antwoorden: {} })
    const roept = await jan.post(`/api/zaken/${zaakId}/signalen`, { naam: 'ingetrokken' })
    expect([doet.statusCode, roept.statusCode]).toEqual([404, 404])
  })

  it('hears no event of it, not even the first', async () => {
    const { zaakId } = await begin()
    const [taakId = ''] = await takenVan(zaakId)
    const alle = (
      await sql<{ soort: string; onderwerpen: string[]; gegevens: Record<string, unknown> }>`
        select soort, onderwerpen, gegevens from gebeurtenis`.execute(rondom.db)
    ).rows
    const over = alle.filter(({ gegevens }) => gegevens['zaakId'] === zaakId || gegevens['taakId'] === taakId)
    const [actorJan, actorPiet] = await Promise.all([jan, piet].map(opnieuw))

    expect(over.map(({ soort }) => soort)).toEqual(expect.arrayContaining(['zaak.geopend', 'proces.gewijzigd']))
    expect(over.filter(({ onderwerpen }) => mayHear(actorJan, onderwerpen))).toEqual([])
    expect(over.filter(({ onderwerpen }) => mayHear(actorPiet, onderwerpen)).length).toBeGreaterThan(1)
  })

  it('cannot be chosen to handle it', async () => {
    const { zaakId } = await begin()
    const kies = (behandelaar: string) =>
      piet.post(`/api/zaken/${zaakId}/stappen/beoordelen`, { antwoorden: { soortZaak: 'klacht', behandelaar } })
    const geweigerd = await kies(jan.actor.medewerkerId)

    expect(geweigerd.statusCode).toBe(400)
    expect(geweigerd.json().invalidParams).toMatchObject([{ name: 'antwoorden.behandelaar' }])
    expect((await kies(piet.actor.medewerkerId)).statusCode).toBe(200)
    expect((await piet.get(`/api/zaken/${zaakId}`)).json().behandelaar).toMatchObject({ naam: 'Piet Collega' })
    const [bericht] = (await piet.get(`/api/berichten?zaakId=${zaakId}`)).json().rijen
    expect(bericht.onderwerp).toContain('Piet Collega behandelt uw klacht')
  })

  it('loses it at the step that makes known that it is about him, when it was filed as a question first', async () => {
    const vraag = await beginProef(kcc, 'service-en-contact', {
      partijId,
      antwoorden: { onderwerp: 'anders', onderwerpTekst: 'Boos', vraag: verhaal },
    })
    await kcc.post(`/api/zaken/${vraag.zaakId}/stappen/beantwoorden`, {
      antwoorden: { uitkomstKeuze: 'ander-proces', anderProces: 'klacht' },
    })
    const { rows } = await sql<{ id: string }>`
      select id from zaak where hoofdzaak_id = ${vraag.zaakId}`.execute(rondom.db)
    const zaakId = rows[0]?.id ?? ''
    expect((await jan.get(`/api/zaken/${zaakId}`)).statusCode).toBe(200)
    const { wacht, gegevens } = await standVan(kcc, zaakId)
    const aanvullen = wacht.find(({ element }: { element: string }) => element === 'aanvullen')
    expect(gegevens).toMatchObject({ verhaal })
    expect(aanvullen.formulier.lijsten['rondom:MEDEWERKERS']).toContainEqual({
      waarde: jan.actor.medewerkerId,
      label: 'Jan Beklaagde',
    })

    const aangevuld = await kcc.post(`/api/zaken/${zaakId}/stappen/aanvullen`, { antwoorden: klacht() })
    expect(aangevuld.statusCode, aangevuld.body).toBe(200)
    expect((await jan.get(`/api/zaken/${zaakId}`)).statusCode).toBe(404)
    expect((await jan.get('/api/taken?aantal=100')).body).not.toContain(zaakId)
    expect((await piet.get(`/api/zaken/${zaakId}`)).statusCode).toBe(200)
  })
})

describe('about discrimination', () => {
  it('is confidential from its first event on', async () => {
    const { zaakId } = await begin(klacht({ onderwerp: 'discriminatie', overMedewerker: null, overWie: 'Iemand' }))
    const { rows } = await sql<{ soort: string; onderwerpen: string[] }>`
      select soort, onderwerpen from gebeurtenis where gegevens ->> 'zaakId' = ${zaakId}`.execute(rondom.db)
    const ander = await rondom.als('klantcontactmedewerker')

    expect(rows.length).toBeGreaterThan(3)
    expect(rows.filter(({ onderwerpen }) => onderwerpen.some((each) => each.startsWith('partij:')))).toEqual([])
    expect((await ander.get(`/api/zaken/${zaakId}`)).statusCode).toBe(404)
    expect((await piet.get(`/api/zaken/${zaakId}`)).json()).toMatchObject({ vertrouwelijk: true })
  })
})

/** As the next request of this colleague would find him: with what is hidden from him by now. */
async function opnieuw(client: Client) {
  const { rows } = await sql<{ object_id: string }>`
    select object_id from afscherming where medewerker_id = ${client.actor.medewerkerId}`.execute(rondom.db)
  const team = await findTeamByCode(rondom.db, 'klachten')
  return { ...client.actor, teamIds: [team?.id ?? ''], afgeschermd: new Set(rows.map(({ object_id }) => object_id)) }
}
