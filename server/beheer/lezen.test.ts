import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#server/platform/ids.ts'
import { startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import {
  deadlineNa,
  findMedewerkers,
  findTeamByCode,
  getInstelling,
  getMedewerker,
  isLid,
  kalenderVan,
} from './index.ts'
import { insertTeam } from './teams/store.ts'

let rondom: TestRondom
const team = { id: newId(), code: 'kcc', naam: 'Klantcontactcentrum', omschrijving: '', actief: true, versie: 1 }

beforeAll(async () => {
  rondom = await startTestRondom()
  await rondom.write((w) => insertTeam(w.tx, team, w.now))
})
afterAll(() => rondom.close())

describe('what every employee may read', () => {
  it('lists colleagues by name, page after page, and finds them by a part of it', async () => {
    const sanne = await rondom.als('redacteur', { naam: 'Sanne Ábel', teamIds: [team.id] })
    await rondom.als('redacteur', { naam: 'zoë Zwart' })
    await rondom.als('redacteur', { naam: 'Karim 100%' })

    const first = (await sanne.get('/api/medewerkers?aantal=2')).json()
    const second = (await sanne.get(`/api/medewerkers?aantal=2&na=${first.volgende}`)).json()

    expect([...first.rijen, ...second.rijen].map((rij) => rij.naam)).toEqual(['Karim 100%', 'Sanne Ábel', 'zoë Zwart'])
    expect(second.volgende).toBeUndefined()
    expect(first.rijen[1]).toEqual({
      id: sanne.actor.medewerkerId,
      naam: 'Sanne Ábel',
      functie: '',
      actief: true,
      teamIds: [team.id],
    })
    const found = async (query: string) =>
      (await sanne.get(`/api/medewerkers?${query}`)).json().rijen.map((rij: { naam: string }) => rij.naam)
    expect(await found('zoek=ZWART')).toEqual(['zoë Zwart'])
    expect(await found('zoek=%25')).toEqual(['Karim 100%'])
    expect(await found(`teamId=${team.id}`)).toEqual(['Sanne Ábel'])
  })

  it('refuses a cursor that is not ours, with the field named', async () => {
    const answer = await (await rondom.als('redacteur')).get('/api/medewerkers?na=onzin')

    expect(answer.statusCode).toBe(400)
    expect(answer.json().invalidParams).toMatchObject([{ name: 'na' }])
  })

  it('knows the free days of a year and counts working days over them', async () => {
    const client = await rondom.als('redacteur')

    const jaar = (await client.get('/api/kalender?jaar=2026')).json()
    const werkdag = (await client.get('/api/kalender/werkdagen?vanaf=2026-12-23&aantal=2')).json()

    expect(jaar.vrij).toContainEqual({ datum: '2026-12-25', naam: 'Eerste Kerstdag', soort: 'feestdag' })
    expect(werkdag).toEqual({
      datum: '2026-12-28',
      overgeslagen: [{ datum: '2026-12-25', naam: 'Eerste Kerstdag', soort: 'feestdag' }],
    })
  })

  it.each(['medewerkers', 'teams', 'kanalen', 'onderwerpen', 'kalender?jaar=2026', 'instellingen'])(
    'keeps %s for people who are signed in',
    async (path) => {
      expect((await rondom.anoniem.get(`/api/${path}`)).statusCode).toBe(401)
    },
  )

  it('shows nothing of the other organisatie', async () => {
    const elders = await rondom.als('redacteur', { bij: rondom.elders, naam: 'Eva Elders' })

    const names = (await elders.get('/api/medewerkers')).json().rijen.map((rij: { naam: string }) => rij.naam)

    expect(names).toEqual(['Eva Elders'])
    expect((await elders.get('/api/teams')).json()).toEqual({ rijen: [] })
  })
})

describe('the door for other slices', () => {
  it('finds people and teams, and tells who is a member', async () => {
    const { actor } = await rondom.als('vakspecialist', { teamIds: [team.id] })

    expect((await getMedewerker(rondom.db, actor.medewerkerId)).rollen).toEqual(['vakspecialist'])
    expect([...(await findMedewerkers(rondom.db, [actor.medewerkerId, newId()])).keys()]).toEqual([actor.medewerkerId])
    expect((await findTeamByCode(rondom.db, 'kcc'))?.id).toBe(team.id)
    expect(await isLid(rondom.db, team.id, actor.medewerkerId)).toBe(true)
    expect(await isLid(rondom.db, team.id, newId())).toBe(false)
    await expect(getMedewerker(rondom.db, newId())).rejects.toMatchObject({ status: 404 })
  })

  it('gives settings, and the default when what is stored is no longer allowed', async () => {
    expect(await getInstelling(rondom.db, 'bsnToegestaan')).toBe(false)
    await sql`insert into instelling (sleutel, waarde) values ('bevrijdingsdagVrij', '"soms"')`.execute(rondom.db)
    expect(await getInstelling(rondom.db, 'bevrijdingsdagVrij')).toBe('lustrum')
  })

  it('makes a deadline on the calendar of the organisatie', async () => {
    await sql`insert into sluitingsdag (datum, naam) values ('2026-11-24', 'Personeelsdag')`.execute(rondom.db)

    const kalender = await kalenderVan(rondom.db)

    expect(deadlineNa(kalender, rondom.clock.now, 1)).toBe('2026-11-25')
  })
})
