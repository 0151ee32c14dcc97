import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ZoekAntwoord } from '#contract/klantbeeld.ts'
import { maakContact } from '#server/klantcontacten/testing/contact.ts'
import { maakWereld, type Wereld } from '#server/klantcontacten/testing/wereld.ts'
import { type Client, startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { persoonIn } from '#server/relaties/testing/partijen.ts'
import { createTaak } from '#server/taken/index.ts'
import { doelVan, gaatVerder, noteerRustigeZoekopdrachten } from './zoeklog.ts'

let rondom: TestRondom
let wereld: Wereld
let agent: Client
let planner: Client
beforeAll(async () => {
  rondom = await startTestRondom()
  wereld = await maakWereld(rondom)
  agent = await rondom.als('klantcontactmedewerker', { teamIds: [wereld.klantcontact] })
  planner = await rondom.als('vakspecialist', { teamIds: [wereld.planning] })
  await rondom.write((w) =>
    createTaak(w, { teamId: wereld.planning, onderwerp: 'Geheimzinnige lekkage', partijId: wereld.klant.id }),
  )
})
afterAll(() => rondom.close())

async function vind(client: Client, q: string, extra = ''): Promise<string[]> {
  const answer = await client.get(`/api/zoeken?q=${encodeURIComponent(q)}${extra}`)
  expect(answer.statusCode).toBe(200)
  return (answer.json() as ZoekAntwoord).resultaten.map(({ soort, titel }) => `${soort} ${titel}`)
}

describe('the search box', () => {
  it('finds the klant with a typing error, without tussenvoegsel, and by his number', async () => {
    expect(await vind(agent, 'v.d. breg')).toContain('partij J.A. van den Berg')
    expect(await vind(agent, String(wereld.klant.nummer))).toEqual(['partij J.A. van den Berg'])
  })

  it('shows a taak to its team only, also in what is counted (A30)', async () => {
    expect(await vind(planner, 'geheimzinnige')).toEqual(['taak Geheimzinnige lekkage'])
    expect(await vind(agent, 'geheimzinnige')).toEqual([])
    const answer = (await agent.get('/api/zoeken?q=geheimzinnige&aantal=1')).json() as ZoekAntwoord
    expect(answer).toEqual({ vraag: 'geheimzinnige', resultaten: [], meer: false })
  })

  it('finds people before what is about a word like their name: contacts and closed taken go by number', async () => {
    await persoonIn(rondom, { persoon: { initialen: 'a', achternaam: 'Lekkerkerk' } })
    const contact = await rondom.write((w) =>
      maakContact(w, { partijId: wereld.klant.id, onderwerp: 'Lekkende kraan' }),
    )
    const taak = await rondom.write((w) => createTaak(w, { teamId: wereld.planning, onderwerp: 'Lekkende kraan' }))
    expect(await vind(planner, 'lekk')).toEqual(expect.arrayContaining(['taak Lekkende kraan']))
    const coordinator = await rondom.als('coordinator')
    const weg = await coordinator.post(
      `/api/taken/${taak.id}/annulering`,
      { reden: 'Verholpen' },
      { 'if-match': '"1"' },
    )
    expect(weg.statusCode, weg.body).toBe(200)

    const gevonden = await vind(planner, 'lekk')
    expect(gevonden).toContainEqual(expect.stringContaining('Lekkerkerk'))
    expect(gevonden.filter((titel) => titel.endsWith('Lekkende kraan'))).toEqual([])
    expect(await vind(planner, String(taak.nummer))).toEqual(['taak Lekkende kraan'])
    expect(await vind(planner, String(contact.nummer))).toEqual(['klantcontact Lekkende kraan'])
  })

  it('gives each kind of result by its own right', async () => {
    const zonder = await rondom.als([], { rechten: ['zoeken', 'wonen.lezen'] })
    expect(await vind(zonder, 'berg')).toEqual([])
    expect(await vind(agent, 'berg', '&soort=taak')).toEqual([])
  })

  it('is for who may search, and never crosses to another organisatie', async () => {
    const beheerder = await rondom.als('functioneel-beheerder')
    expect((await beheerder.get('/api/zoeken?q=berg')).statusCode).toBe(403)
    expect((await rondom.anoniem.get('/api/zoeken?q=berg')).statusCode).toBe(401)
    const elders = await rondom.als('coordinator', { bij: rondom.elders })
    expect(await vind(elders, 'berg')).toEqual([])
  })

  it.each(['', '?q=', '?q=%20', `?q=${'x'.repeat(300)}`, '?q=berg&aantal=0', '?q=berg&soort=bsn', '?q=a&extra=1'])(
    'refuses %s with the field that is wrong',
    async (query) => {
      const answer = await agent.get(`/api/zoeken${query}`)
      expect(answer.statusCode).toBe(400)
      expect(answer.json().invalidParams.length).toBeGreaterThan(0)
    },
  )

  it.each(["' or 1=1 --", '%', '_', '\\', '{}', '"', '\u0000', '((((', 'a'.repeat(120), '☃', '=1+1', '<script>'])(
    'bears %j',
    async (q) => {
      expect((await agent.get(`/api/zoeken?q=${encodeURIComponent(q)}`)).statusCode).toBeLessThan(500)
    },
  )
})

describe('a search in the verwerkingenlog', () => {
  it('is one line while one types, with who was in the list and without what was typed', async () => {
    const zoeker = await rondom.als('klantcontactmedewerker', { naam: 'Zoë Zoeker' })
    const persoon = await persoonIn(rondom, { persoon: { achternaam: 'Zeldzaammans', tussenvoegsels: '' } })
    for (const q of ['zel', 'zeldz', 'zeldzaamm', 'zeldzaammans']) await vind(zoeker, q)
    await vind(zoeker, '12-03-1980')

    rondom.clock.now = new Date(rondom.clock.now.getTime() + 60_000)
    await rondom.write(noteerRustigeZoekopdrachten)

    const { rows } = await sql<{ doel: string; actor: string; partij_ids: string[] }>`
      select doel, actor, partij_ids from verwerking
      where medewerker_id = ${zoeker.actor.medewerkerId} and actie = 'zoeken' order by id`.execute(rondom.db)
    expect(rows).toEqual([
      { doel: 'Zoeken op naam of tekst', actor: 'Zoë Zoeker', partij_ids: [persoon.id] },
      { doel: 'Zoeken op geboortedatum', actor: 'Zoë Zoeker', partij_ids: [] },
    ])
    const left = await sql`select from zoekopdracht where medewerker_id = ${zoeker.actor.medewerkerId}`.execute(
      rondom.db,
    )
    expect(left.rows).toEqual([])
  })

  it.each([
    ['Jansen', 'Zoeken op naam of tekst'],
    ['jansen 12-3-1980', 'Zoeken op naam of tekst, geboortedatum'],
    ['06 12345678', 'Zoeken op telefoonnummer'],
    ['1000123', 'Zoeken op nummer'],
    ['3512PN112', 'Zoeken op postcode'],
  ])('%s is described as "%s"', (vraag, doel) => {
    expect(doelVan(vraag)).toBe(doel)
    expect(doelVan(vraag).toLowerCase()).not.toContain('jansen')
  })

  it('goes on while the question grows or shrinks, for a short time', () => {
    const op = new Date('2026-11-23T10:00:00Z')
    const na = (seconden: number) => new Date(op.getTime() + seconden * 1000)
    expect(gaatVerder({ vraag: 'ber', op }, 'berg', na(2))).toBe(true)
    expect(gaatVerder({ vraag: 'berg', op }, 'ber', na(2))).toBe(true)
    expect(gaatVerder({ vraag: 'berg', op }, 'bakker', na(2))).toBe(false)
    expect(gaatVerder({ vraag: 'ber', op }, 'berg', na(30))).toBe(false)
  })
})
