import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rollen } from '#contract/rechten.ts'
import { newId } from '#server/platform/ids.ts'
import { type Client, startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { isLid } from '../index.ts'

let rondom: TestRondom
let beheerder: Client
let team: { id: string }

beforeAll(async () => {
  rondom = await startTestRondom({ now: new Date('2026-11-23T10:00:00Z') })
  beheerder = await rondom.als('functioneel-beheerder')
  const answer = await beheerder.post('/api/beheer/teams', {
    code: 'planning',
    naam: 'Planning onderhoud',
    omschrijving: 'Plant reparaties in.',
  })
  expect(answer.statusCode).toBe(201)
  team = answer.json()
})
afterAll(() => rondom.close())

const lid = (medewerkerId: string) => `/api/beheer/teams/${team.id}/leden/${medewerkerId}`

describe('a team', () => {
  it('has a code and a name that no other team has', async () => {
    const sameCode = await beheerder.post('/api/beheer/teams', { code: 'planning', naam: 'Anders', omschrijving: '' })
    const sameName = await beheerder.post('/api/beheer/teams', {
      code: 'planning-2',
      naam: 'PLANNING ONDERHOUD',
      omschrijving: '',
    })
    const noCode = await beheerder.post('/api/beheer/teams', { code: 'Plan ning', naam: '', omschrijving: '' })

    expect(sameCode.json().invalidParams).toMatchObject([{ name: 'code', code: 'bestaat' }])
    expect(sameName.json().invalidParams).toMatchObject([{ name: 'naam', code: 'bestaat' }])
    expect(
      noCode
        .json()
        .invalidParams.map((param: { name: string }) => param.name)
        .sort(),
    ).toEqual(['code', 'naam'])
  })

  it('is changed by version; its code stays', async () => {
    const { id } = (
      await beheerder.post('/api/beheer/teams', { code: 'webcare', naam: 'Webcare', omschrijving: '' })
    ).json()
    const change = (naam: string, versie: number) =>
      beheerder.put(`/api/beheer/teams/${id}`, { naam, omschrijving: '', actief: true }, versie)

    expect((await change('Webcare en social', 1)).json()).toMatchObject({ code: 'webcare', versie: 2 })
    const late = await change('Social', 1)

    expect(late.statusCode).toBe(409)
    expect(late.json()).toMatchObject({ code: 'verouderd', huidig: { naam: 'Webcare en social', versie: 2 } })
  })
})

describe('membership', () => {
  it('begins and ends at a moment, and both stay known', async () => {
    const planner = await rondom.als('vakspecialist', { naam: 'Pim Planner' })
    const { medewerkerId } = planner.actor
    const monday = rondom.clock.now

    expect((await beheerder.put(lid(medewerkerId), {}, 1)).statusCode).toBe(204)
    rondom.clock.now = new Date('2026-11-25T10:00:00Z')
    expect((await beheerder.delete(lid(medewerkerId))).statusCode).toBe(204)

    const was = (op: string) => isLid(rondom.db, team.id, medewerkerId, new Date(op))
    expect(await isLid(rondom.db, team.id, medewerkerId)).toBe(false)
    expect(await was('2026-11-23T09:59:59Z')).toBe(false)
    expect(await was('2026-11-24T10:00:00Z')).toBe(true)
    expect(await was('2026-11-25T10:00:00Z')).toBe(false)
    const { leden } = (await beheerder.get(`/api/beheer/teams/${team.id}`)).json()
    expect(leden).toContainEqual({
      medewerkerId,
      naam: 'Pim Planner',
      functie: '',
      sinds: monday.toISOString(),
      tot: '2026-11-25T10:00:00.000Z',
    })
  })

  it('is one membership, however often it is asked for at the same moment', async () => {
    const { medewerkerId } = (await rondom.als('vakspecialist')).actor

    const answers = await Promise.all(Array.from({ length: 5 }, () => beheerder.put(lid(medewerkerId), {}, 1)))

    expect(answers.map((answer) => answer.statusCode)).toEqual([204, 204, 204, 204, 204])
    const { leden } = (await beheerder.get(`/api/beheer/teams/${team.id}`)).json()
    expect(leden.filter((each: { medewerkerId: string }) => each.medewerkerId === medewerkerId)).toHaveLength(1)
  })

  it('is not for who stopped working here, nor for who never did', async () => {
    const { medewerkerId, naam } = (await rondom.als('vakspecialist')).actor
    await beheerder.put(
      `/api/beheer/medewerkers/${medewerkerId}`,
      { naam, email: 'weg@voorbeeld.nl', functie: '', telefoon: null, rollen: [], actief: false },
      1,
    )

    const gone = await beheerder.put(lid(medewerkerId), {}, 1)

    expect(gone.statusCode).toBe(400)
    expect(gone.json().invalidParams).toMatchObject([{ name: 'medewerkerId', code: 'niet-actief' }])
    expect((await beheerder.put(lid(newId()), {}, 1)).statusCode).toBe(404)
  })

  it('leaves as a CSV file with who was a member when', async () => {
    const { body } = await beheerder.get('/api/beheer/teams/export')

    expect(body).toContain('Team;Code;Medewerker;Functie;Sinds;Tot\r\n')
    expect(body).toContain('Planning onderhoud;planning;Pim Planner;;2026-11-23;2026-11-25\r\n')
  })
})

describe('who may not', () => {
  it.each(rollen.filter((rol) => rol !== 'functioneel-beheerder'))('%s may change no team', async (rol) => {
    const client = await rondom.als(rol)
    const { medewerkerId } = client.actor

    const answers = await Promise.all([
      client.get(`/api/beheer/teams/${team.id}`),
      client.get('/api/beheer/teams/export'),
      client.post('/api/beheer/teams', { code: 'mijn-team', naam: 'Mijn team', omschrijving: '' }),
      client.put(`/api/beheer/teams/${team.id}`, { naam: 'x', omschrijving: '', actief: false }, 1),
      client.put(lid(medewerkerId), {}, 1),
      client.delete(lid(medewerkerId)),
    ])

    expect(answers.map((answer) => answer.statusCode)).toEqual([403, 403, 403, 403, 403, 403])
    expect(await isLid(rondom.db, team.id, medewerkerId)).toBe(false)
  })

  it('another organisatie does not know this team', async () => {
    const elders = await rondom.als('functioneel-beheerder', { bij: rondom.elders })

    expect((await elders.get(`/api/beheer/teams/${team.id}`)).statusCode).toBe(404)
    expect((await elders.put(lid(elders.actor.medewerkerId), {}, 1)).statusCode).toBe(404)
    expect((await elders.delete(lid(elders.actor.medewerkerId))).statusCode).toBe(404)
  })
})
