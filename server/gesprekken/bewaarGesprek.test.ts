import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Gesprek, GesprekInhoud } from '#contract/gesprekken.ts'
import type { Klantcontact } from '#contract/klantcontacten.ts'
import type { Probleem } from '#contract/probleem.ts'
import type { Taak } from '#contract/taken.ts'
import { maakWereld, type Wereld } from '#server/klantcontacten/testing/wereld.ts'
import { type Client, startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { createTaak } from '#server/taken/index.ts'
import { rondAf, voltooi } from './testing/gesprek.ts'

let rondom: TestRondom
let wereld: Wereld
let agent: Client
beforeAll(async () => {
  rondom = await startTestRondom()
  wereld = await maakWereld(rondom)
  agent = await rondom.als('klantcontactmedewerker', { naam: 'Sanne Jansen', teamIds: [wereld.klantcontact] })
})
afterAll(() => rondom.close())

const start = async (body: object = {}, client = agent): Promise<Gesprek> =>
  (await client.post('/api/gesprekken', body)).json()

function typed(gesprek: Gesprek, text: string): GesprekInhoud {
  return { ...gesprek.inhoud, vragen: gesprek.inhoud.vragen.map((vraag) => ({ ...vraag, vraag: text })) }
}

const save = (gesprek: Gesprek, inhoud: GesprekInhoud, versie = gesprek.versie) =>
  agent.put(`/api/gesprekken/${gesprek.id}`, { partijId: gesprek.partij?.id ?? null, inhoud }, versie)

describe('a contact in progress', () => {
  it('starts with the channel that stands on top, unless another was asked', async () => {
    const usual = await start({ partijId: wereld.klant.id })
    const asked = await start({ partijId: wereld.klant.id, kanaalCode: 'email' })

    expect(usual.inhoud.kanaalCode).toBe('telefoon')
    expect(asked.inhoud.kanaalCode).toBe('email')
    for (const each of [usual, asked]) await agent.delete(`/api/gesprekken/${each.id}`, each.versie)
  })

  it('is there again after a reload, in any browser, with every tab', async () => {
    const one = await start({ partijId: wereld.klant.id, kanaalCode: 'telefoon' })
    const two = await start()
    await save(one, typed(one, 'De kraan lekt\nSinds gisteren'))

    const tabs = (await agent.get('/api/gesprekken')).json()

    expect(tabs.gesprekken.map((tab: { titel: string }) => tab.titel)).toEqual(['De kraan lekt', ''])
    expect(tabs.gesprekken[0]).toMatchObject({ leeg: false, partij: { naam: 'J.A. van den Berg' } })
    expect((await agent.get(`/api/gesprekken/${one.id}`)).json().inhoud.vragen[0].vraag).toBe(
      'De kraan lekt\nSinds gisteren',
    )
    await agent.delete(`/api/gesprekken/${two.id}`, two.versie)
  })

  it('in two windows at once loses neither text: the second hears what is stored', async () => {
    const gesprek = await start()
    expect((await save(gesprek, typed(gesprek, 'uit venster A'))).statusCode).toBe(200)

    const late = await save(gesprek, typed(gesprek, 'uit venster B'))

    expect(late.statusCode).toBe(409)
    const problem = late.json() as Probleem
    expect(problem.code).toBe('verouderd')
    expect((problem.huidig as Gesprek).inhoud.vragen[0]?.vraag).toBe('uit venster A')
    const stored: Gesprek = (await agent.get(`/api/gesprekken/${gesprek.id}`)).json()
    expect(stored.inhoud.vragen[0]?.vraag).toBe('uit venster A')
    expect((await agent.delete(`/api/gesprekken/${gesprek.id}`, 1)).statusCode).toBe(409)
    expect((await voltooi(agent, gesprek, typed(gesprek, 'B'))).statusCode).toBe(409)
  })

  it('keeps what is not ready, also a text that is too long for a post', async () => {
    const gesprek = await start()
    const long = 'x'.repeat(60_000)
    expect((await save(gesprek, typed(gesprek, long))).statusCode).toBe(200)
    const stored: Gesprek = (await agent.get(`/api/gesprekken/${gesprek.id}`)).json()
    expect(stored.inhoud.vragen[0]?.vraag).toBe(long)
  })

  it('fills the variables of a template for this klant and this employee', async () => {
    const gesprek = await start({ partijId: wereld.klant.id })
    expect(gesprek.variabelen).toMatchObject({
      'klant.aanhef': 'Geachte heer Van den Berg',
      'medewerker.naam': 'Sanne Jansen',
      datum: '23-11-2026',
    })
  })

  it('has at most twelve at a time per person', async () => {
    const busy = await rondom.als('klantcontactmedewerker')
    for (let i = 0; i < 12; i++) expect((await busy.post('/api/gesprekken', {})).statusCode).toBe(201)
    const answer = await busy.post('/api/gesprekken', {})
    expect(answer.statusCode).toBe(409)
    expect((answer.json() as Probleem).detail).toContain('12 gesprekken open')
  })

  it('names an unknown klant, and a body that is not a contact', async () => {
    const gesprek = await start()
    const unknown = await agent.put(
      `/api/gesprekken/${gesprek.id}`,
      { partijId: '00000000-0000-7000-8000-00000000dead', inhoud: gesprek.inhoud },
      1,
    )
    expect((unknown.json() as Probleem).invalidParams?.[0]?.name).toBe('partijId')
    const broken = await agent.put(`/api/gesprekken/${gesprek.id}`, { partijId: null, inhoud: { hallo: 1 } }, 1)
    expect(broken.statusCode).toBe(400)
  })
})

describe('calling a customer back from a taak', () => {
  it('starts as the terugkoppeling of its question, and keeps the promise when it is finished', async () => {
    const planner = await rondom.als('vakspecialist', { teamIds: [wereld.planning] })
    const vraag = await start({ partijId: wereld.klant.id, kanaalCode: 'email' })
    const done = await rondAf(agent, vraag, {
      vraag: 'Wanneer?',
      vertrouwelijk: true,
      taak: { aanmaken: true, teamId: wereld.planning, termijnWerkdagen: 1 },
    })
    const taakId = done.klantcontacten[0]?.taak?.id

    const terug = await start({ taakId }, planner)
    expect(terug).toMatchObject({
      partij: { id: wereld.klant.id },
      inhoud: { richting: 'uitgaand', vragen: [{ type: 'terugkoppeling', antwoordOp: done.klantcontacten[0]?.id }] },
    })
    const verteld = await rondAf(planner, terug, { antwoord: 'Morgen om tien uur.' })

    const taak: Taak = (await planner.get(`/api/taken/${taakId}`)).json()
    expect(taak.belofteIngelostOp).not.toBeNull()
    // The question is confidential: a colleague without that right sees neither it nor its answer.
    const nieuwsgierig = await rondom.als('klantcontactmedewerker')
    const postId = verteld.klantcontacten[0]?.id
    expect((await nieuwsgierig.get(`/api/klantcontacten/${postId}`)).statusCode).toBe(404)
    const gezien: Klantcontact = (await planner.get(`/api/klantcontacten/${postId}`)).json()
    expect(gezien.draad.map((each) => each.id)).toEqual([postId])
  })

  it('is not for who may not see the taak', async () => {
    const taak = await rondom.write((w) => createTaak(w, { teamId: wereld.planning, onderwerp: 'Geheim' }))
    const answer = await agent.post('/api/gesprekken', { taakId: taak.id })
    expect(answer.statusCode).toBe(404)
    expect((await agent.post('/api/gesprekken', { antwoordOp: taak.id })).statusCode).toBe(404)
  })
})
