import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rollen } from '#contract/rechten.ts'
import { newId } from '#server/platform/ids.ts'
import { type Client, startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { registerOpenWerk } from '../openWerk.ts'

let rondom: TestRondom
let beheerder: Client

beforeAll(async () => {
  rondom = await startTestRondom()
  beheerder = await rondom.als('functioneel-beheerder', { naam: 'Bea Beheer' })
})
afterAll(() => rondom.close())

const invoer = (over: Record<string, unknown> = {}) => ({
  naam: 'Fatima el Amrani',
  email: `${newId()}@voorbeeld.nl`,
  functie: 'Klantadviseur',
  telefoon: '030 123 45 67',
  rollen: ['klantcontactmedewerker'],
  ...over,
})

async function created(over: Record<string, unknown> = {}) {
  const answer = await beheerder.post('/api/beheer/medewerkers', invoer(over))
  expect(answer.statusCode).toBe(201)
  return answer.json()
}

async function eventsAbout(medewerkerId: string) {
  const { rows } = await sql<{ soort: string; onderwerpen: string[]; gegevens: unknown }>`
    select soort, onderwerpen, gegevens from gebeurtenis
    where gegevens ->> 'medewerkerId' = ${medewerkerId} order by id`.execute(rondom.db)
  return rows
}

describe('adding a medewerker', () => {
  it('keeps what was filled in, tells of it, and leaves a line in the verwerkingenlog', async () => {
    const medewerker = await created({ naam: '  Fatima   el Amrani ', rollen: ['vakspecialist', 'vakspecialist'] })

    expect(medewerker).toMatchObject({
      naam: 'Fatima el Amrani',
      rollen: ['vakspecialist'],
      actief: true,
      versie: 1,
      lidmaatschappen: [],
      openWerk: [],
    })
    expect(await eventsAbout(medewerker.id)).toEqual([
      {
        soort: 'medewerker.gewijzigd',
        onderwerpen: ['beheer', `medewerker:${medewerker.id}`],
        gegevens: { medewerkerId: medewerker.id, actief: true },
      },
    ])
    const { rows } = await sql`
      select actie, medewerker_id, doel from verwerking where object_id = ${medewerker.id}`.execute(rondom.db)
    expect(rows).toEqual([
      { actie: 'toevoegen', medewerker_id: beheerder.actor.medewerkerId, doel: 'Beheer van medewerkers' },
    ])
  })

  it('names every wrong field in Dutch', async () => {
    const answer = await beheerder.post('/api/beheer/medewerkers', {
      naam: ' ',
      email: 'geen adres',
      functie: '',
      telefoon: '',
      rollen: ['directeur'],
      wachtwoord: 'geheim',
    })

    expect(answer.statusCode).toBe(400)
    expect(answer.json().invalidParams).toEqual([
      expect.objectContaining({ name: 'naam', reason: 'Vul dit veld in.' }),
      expect.objectContaining({ name: 'email', reason: 'Vul een e-mailadres in, zoals naam@organisatie.nl.' }),
      expect.objectContaining({ name: 'rollen.0', reason: 'Deze rol bestaat niet.' }),
      expect.objectContaining({ name: 'wachtwoord', reason: 'Dit veld bestaat niet.' }),
    ])
  })

  it('refuses an e-mail address that somebody has, in whatever case', async () => {
    const { email } = await created()

    const answer = await beheerder.post('/api/beheer/medewerkers', invoer({ email: email.toUpperCase() }))

    expect(answer.statusCode).toBe(400)
    expect(answer.json().invalidParams).toMatchObject([{ name: 'email', code: 'bestaat' }])
  })

  it('makes one medewerker of a double click', async () => {
    const body = invoer()
    const key = { 'idempotency-key': newId() }

    const answers = await Promise.all([1, 2].map(() => beheerder.post('/api/beheer/medewerkers', body, key)))

    expect(answers.map((answer) => answer.statusCode)).toEqual([201, 201])
    expect(answers[0]?.json().id).toBe(answers[1]?.json().id)
  })
})

describe('changing a medewerker', () => {
  it('counts the version and shows a colleague who comes later what changed', async () => {
    const medewerker = await created()
    const url = `/api/beheer/medewerkers/${medewerker.id}`
    const { email } = medewerker

    const first = await beheerder.put(url, { ...invoer({ email, functie: 'Teamlead' }), actief: true }, 1)
    const second = await beheerder.put(url, { ...invoer({ email, functie: 'Planner' }), actief: true }, 1)

    expect(first.json()).toMatchObject({ functie: 'Teamlead', versie: 2 })
    expect(first.headers['etag']).toBe('"2"')
    expect(second.statusCode).toBe(409)
    expect(second.json()).toMatchObject({ code: 'verouderd', huidig: { functie: 'Teamlead', versie: 2 } })
    expect((await beheerder.get(url)).json().functie).toBe('Teamlead')
  })

  it('asks for the version', async () => {
    const { id } = await created()

    const answer = await beheerder.request({
      method: 'PUT',
      url: `/api/beheer/medewerkers/${id}`,
      payload: { ...invoer(), actief: true },
    })

    expect(answer.statusCode).toBe(428)
  })

  it('ends the teams of who becomes inactive and keeps the history, and warns for open work', async () => {
    registerOpenWerk('taken', async (_db, van) => ('medewerkerId' in van ? 3 : 0))
    const { id, email } = await created()
    const team = (
      await beheerder.post('/api/beheer/teams', { code: 'planning', naam: 'Planning', omschrijving: '' })
    ).json()
    await beheerder.put(`/api/beheer/teams/${team.id}/leden/${id}`, {}, 1)

    const answer = await beheerder.put(`/api/beheer/medewerkers/${id}`, { ...invoer({ email }), actief: false }, 1)

    expect(answer.json()).toMatchObject({
      actief: false,
      openWerk: [{ soort: 'taken', aantal: 3 }],
      lidmaatschappen: [{ teamId: team.id, naam: 'Planning', tot: rondom.clock.now.toISOString() }],
    })
    expect((await eventsAbout(id)).map((event) => event.soort)).toEqual([
      'medewerker.gewijzigd',
      'team.gewijzigd',
      'team.gewijzigd',
      'medewerker.gewijzigd',
    ])
    const everybody = (await beheerder.get('/api/medewerkers?zoek=Fatima&aantal=100')).json().rijen
    expect(everybody.map((rij: { id: string }) => rij.id)).not.toContain(id)
  })
})

describe('roles', () => {
  it('are not changed by who has them, nor is he shut out by himself', async () => {
    const { medewerkerId: id, naam } = beheerder.actor
    const self = invoer({ naam, email: `${id}@voorbeeld.nl` })
    const url = `/api/beheer/medewerkers/${id}`

    const more = await beheerder.put(url, { ...self, rollen: [...rollen], actief: true }, 1)
    const away = await beheerder.put(url, { ...self, rollen: ['functioneel-beheerder'], actief: false }, 1)
    const name = await beheerder.put(
      url,
      { ...self, naam: 'Bea Beheer-Jansen', rollen: ['functioneel-beheerder'], actief: true },
      1,
    )

    expect([more.statusCode, more.json().code]).toEqual([403, 'eigen-rollen'])
    expect([away.statusCode, away.json().code]).toEqual([403, 'eigen-account'])
    expect(name.statusCode).toBe(200)
  })

  it('keep a last functioneel beheerder, also when two remove each other at the same moment', async () => {
    const bij = rondom.elders
    const [ada, ben] = await Promise.all([
      rondom.als('functioneel-beheerder', { bij, naam: 'Ada' }),
      rondom.als('functioneel-beheerder', { bij, naam: 'Ben' }),
    ])
    const remove = (by: Client, whom: Client) =>
      by.put(
        `/api/beheer/medewerkers/${whom.actor.medewerkerId}`,
        { ...invoer({ email: `${whom.actor.medewerkerId}@voorbeeld.nl` }), rollen: [], actief: true },
        1,
      )

    const answers = await Promise.all([remove(ada, ben), remove(ben, ada)])

    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([200, 409])
    expect(answers.find((answer) => answer.statusCode === 409)?.json().code).toBe('laatste-beheerder')
  })
})

describe('the list', () => {
  it('filters by role, team, name and whether somebody still works here', async () => {
    const redacteur = await created({ naam: 'Rik Redactie', rollen: ['redacteur'] })
    await beheerder.put(
      `/api/beheer/medewerkers/${redacteur.id}`,
      { ...invoer({ naam: 'Rik Redactie', email: redacteur.email, rollen: ['redacteur'] }), actief: false },
      1,
    )
    const found = async (query: string) =>
      (await beheerder.get(`/api/beheer/medewerkers?aantal=100&${query}`))
        .json()
        .rijen.map((rij: { naam: string }) => rij.naam)

    expect(await found('rol=redacteur')).toEqual(['Rik Redactie'])
    expect(await found('rol=redacteur&actief=true')).toEqual([])
    expect(await found('zoek=redactie')).toEqual(['Rik Redactie'])
    expect(await found(`teamId=${newId()}`)).toEqual([])
  })

  it('leaves as a CSV file that no spreadsheet runs, with a line in the verwerkingenlog', async () => {
    await created({ naam: '=HYPERLINK("http://x.example")', rollen: ['privacy-officer'] })

    const answer = await beheerder.get('/api/beheer/medewerkers/export?rol=privacy-officer')

    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(answer.headers['content-disposition']).toBe('attachment; filename="medewerkers.csv"')
    expect(answer.body.split('\r\n')[1]).toMatch(/^"'=HYPERLINK\(""http:\/\/x\.example""\)";.*;Privacy-officer;;ja$/)
    const { rows } = await sql`select from verwerking where actie = 'exporteren'`.execute(rondom.db)
    expect(rows).toHaveLength(1)
  })
})

describe('who may not', () => {
  it.each(rollen.filter((rol) => rol !== 'functioneel-beheerder'))('%s may do nothing here', async (rol) => {
    const client = await rondom.als(rol)
    const url = `/api/beheer/medewerkers/${beheerder.actor.medewerkerId}`

    const answers = await Promise.all([
      client.get('/api/beheer/medewerkers'),
      client.get('/api/beheer/medewerkers/export'),
      client.get(url),
      client.post('/api/beheer/medewerkers', invoer()),
      client.put(url, { ...invoer(), actief: false }, 1),
    ])

    expect(answers.map((answer) => answer.statusCode)).toEqual([403, 403, 403, 403, 403])
  })

  it('the administrator of another organisatie finds nobody of this one', async () => {
    const elders = await rondom.als('functioneel-beheerder', { bij: rondom.elders })
    const url = `/api/beheer/medewerkers/${beheerder.actor.medewerkerId}`

    expect((await elders.get(url)).statusCode).toBe(404)
    expect((await elders.put(url, { ...invoer(), actief: false }, 1)).statusCode).toBe(404)
    expect((await elders.get('/api/beheer/medewerkers?zoek=Bea')).json().rijen).toEqual([])
    expect((await elders.get('/api/beheer/medewerkers/geen-id')).statusCode).toBe(404)
  })
})
