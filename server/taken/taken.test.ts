import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Probleem } from '#contract/probleem.ts'
import type { Taak, TaakRij, TaakTellingen } from '#contract/taken.ts'
import { maakWereld, type Wereld } from '#server/klantcontacten/testing/wereld.ts'
import { newId } from '#server/platform/ids.ts'
import { type Client, startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { createTaak, type NewTaak } from './createTaak.ts'

let rondom: TestRondom
let wereld: Wereld
let planner: Client
let collega: Client
let ander: Client
let coordinator: Client
beforeAll(async () => {
  rondom = await startTestRondom()
  wereld = await maakWereld(rondom)
  planner = await rondom.als('vakspecialist', { naam: 'Piet Planner', teamIds: [wereld.planning] })
  collega = await rondom.als('vakspecialist', { naam: 'Bilal Collega', teamIds: [wereld.planning] })
  ander = await rondom.als('klantcontactmedewerker', { naam: 'Cora Ander', teamIds: [wereld.klantcontact] })
  coordinator = await rondom.als('coordinator', { naam: 'Daan Coördinator' })
})
afterAll(() => rondom.close())

async function nieuw(input: Partial<NewTaak> = {}): Promise<Taak> {
  const taak = await rondom.write((w) =>
    createTaak(w, {
      teamId: wereld.planning,
      onderwerp: 'Afspraak maken',
      partijId: wereld.klant.id,
      termijnWerkdagen: 2,
      ...input,
    }),
  )
  return (await coordinator.get(`/api/taken/${taak.id}`)).json()
}

/** POST or DELETE with the version that was read. */
function act(client: Client, method: 'POST' | 'PUT' | 'DELETE', taak: Taak, path: string, body: object) {
  return client.request({
    method,
    url: `/api/taken/${taak.id}/${path}`,
    payload: body,
    headers: { 'if-match': `"${taak.versie}"` },
  })
}

const claim = (client: Client, taak: Taak) => client.post(`/api/taken/${taak.id}/behandeling`)
const list = async (client: Client, query = '') =>
  ((await client.get(`/api/taken?aantal=100&${query}`)).json() as { rijen: TaakRij[]; volgende?: string }).rijen

describe('claiming', () => {
  it('of fifty at once gives it to exactly one, and tells the others who', async () => {
    const taak = await nieuw()
    const members = await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        rondom.als('vakspecialist', { naam: `Planner ${i}`, teamIds: [wereld.planning] }),
      ),
    )

    const answers = await Promise.all(members.map((member) => claim(member, taak)))

    const won = answers.filter((answer) => answer.statusCode === 200)
    const lost = answers.filter((answer) => answer.statusCode === 409)
    expect([won.length, lost.length]).toEqual([1, 49])
    const winner = won[0]?.json() as Taak
    for (const answer of lost) {
      const problem = answer.json() as Probleem
      expect(problem.code).toBe('al-opgepakt')
      expect(problem.detail).toBe(`Al opgepakt door ${winner.medewerker?.naam} om 11:00.`)
      expect((problem.huidig as Taak).medewerker).toEqual(winner.medewerker)
    }
    const after: Taak = (await coordinator.get(`/api/taken/${taak.id}`)).json()
    expect(after.historie.filter((each) => each.soort === 'opgepakt')).toHaveLength(1)
  })

  it('twice by the same person changes nothing', async () => {
    const taak = await nieuw()
    const first: Taak = (await claim(planner, taak)).json()
    const second = await claim(planner, taak)
    expect(second.statusCode).toBe(200)
    expect((second.json() as Taak).versie).toBe(first.versie)
  })

  it('takes it out of the list of the team and into mine', async () => {
    const taak = await nieuw()
    await claim(planner, taak)
    const free = await list(collega, `teamId=${wereld.planning}&wie=vrij`)
    expect(free.map((row) => row.id)).not.toContain(taak.id)
    expect((await list(planner, 'mijn=true')).map((row) => row.id)).toContain(taak.id)
    expect((await list(collega, 'mijn=true')).map((row) => row.id)).not.toContain(taak.id)
  })
})

describe('who sees a taak', () => {
  it('every current member, the coördinator, and nobody else', async () => {
    const taak = await nieuw()
    for (const client of [planner, collega, coordinator]) {
      expect((await client.get(`/api/taken/${taak.id}`)).statusCode).toBe(200)
    }
    expect((await ander.get(`/api/taken/${taak.id}`)).statusCode).toBe(404)
    expect((await list(ander)).map((row) => row.id)).not.toContain(taak.id)
    expect((await list(ander, `teamId=${wereld.planning}`)).length).toBe(0)
    expect((await list(ander, `partijId=${wereld.klant.id}`)).length).toBe(0)
  })

  it('is read at the moment itself: who leaves the team sees it no more, who joins does', async () => {
    const taak = await nieuw()
    const leaver = await rondom.als('vakspecialist', { teamIds: [wereld.planning] })
    expect((await leaver.get(`/api/taken/${taak.id}`)).statusCode).toBe(200)

    await sql`update team_lid set tot = now() where medewerker_id = ${leaver.actor.medewerkerId}`.execute(rondom.db)

    expect((await leaver.get(`/api/taken/${taak.id}`)).statusCode).toBe(404)
    expect((await claim(leaver, taak)).statusCode).toBe(404)
  })

  it('not the other organisatie, in any route', async () => {
    const taak = await nieuw()
    const vreemd = await rondom.als('coordinator', { bij: rondom.elders })
    const tries = [
      vreemd.get(`/api/taken/${taak.id}`),
      claim(vreemd, taak),
      act(vreemd, 'POST', taak, 'afronding', { uitkomst: 'x' }),
      act(vreemd, 'PUT', taak, 'toewijzing', { teamId: wereld.planning }),
      vreemd.post(`/api/taken/${taak.id}/notities`, { tekst: 'x' }),
    ]
    for (const answer of await Promise.all(tries)) expect(answer.statusCode).toBe(404)
    expect((await coordinator.get(`/api/taken/${taak.id}`)).json()).toMatchObject({
      status: 'niet_gestart',
      notities: [],
    })
  })

  it('a denied action changes nothing and says why', async () => {
    const taak: Taak = (await claim(planner, await nieuw())).json()
    const denied = await act(collega, 'POST', taak, 'afronding', { uitkomst: 'Ik doe het wel' })
    expect(denied.statusCode).toBe(409)
    expect((denied.json() as Probleem).detail).toBe('Deze taak is bij Piet Planner.')
    expect((await act(planner, 'PUT', taak, 'toewijzing', { teamId: wereld.klachten })).statusCode).toBe(403)
    const redacteur = await rondom.als('redacteur', { teamIds: [wereld.planning] })
    expect((await redacteur.get(`/api/taken/${taak.id}`)).statusCode).toBe(403)
    expect((await coordinator.get(`/api/taken/${taak.id}`)).json()).toMatchObject({ versie: taak.versie })
  })
})

describe('working on it', () => {
  it('refuses a stale version and shows how it is now', async () => {
    const taak: Taak = (await claim(planner, await nieuw())).json()
    const changed = { onderwerp: 'Nieuw', toelichting: '', prioriteit: 'hoog', deadline: '2026-12-01' }
    expect((await planner.put(`/api/taken/${taak.id}`, changed, taak.versie)).statusCode).toBe(200)

    const stale = await act(planner, 'POST', taak, 'afronding', { uitkomst: 'Klaar' })

    expect(stale.statusCode).toBe(409)
    expect(stale.json()).toMatchObject({ code: 'verouderd', huidig: { onderwerp: 'Nieuw', prioriteit: 'hoog' } })
  })

  it('gives back with a note, and the whole team sees it again', async () => {
    const taak: Taak = (await claim(planner, await nieuw())).json()
    const bare = await act(planner, 'DELETE', taak, 'behandeling', {})
    expect((bare.json() as Probleem).invalidParams?.[0]?.name).toBe('toelichting')

    const back = await act(planner, 'DELETE', taak, 'behandeling', { toelichting: 'Ik ben morgen vrij.' })

    expect(back.json()).toMatchObject({ status: 'niet_gestart', medewerker: null, opgepaktOp: null })
    expect((await list(collega, `teamId=${wereld.planning}&wie=vrij`)).map((row) => row.id)).toContain(taak.id)
    expect((await claim(collega, taak)).statusCode).toBe(200)
  })

  it('is assigned by the coördinator to a member, who begins it himself', async () => {
    const taak = await nieuw()
    const stranger = await act(coordinator, 'PUT', taak, 'toewijzing', {
      teamId: wereld.planning,
      medewerkerId: ander.actor.medewerkerId,
    })
    expect((stranger.json() as Probleem).invalidParams?.[0]?.name).toBe('medewerkerId')

    const assigned: Taak = (
      await act(coordinator, 'PUT', taak, 'toewijzing', {
        teamId: wereld.planning,
        medewerkerId: collega.actor.medewerkerId,
        toelichting: 'Graag vandaag',
      })
    ).json()

    expect(assigned).toMatchObject({ status: 'niet_gestart', medewerker: { naam: 'Bilal Collega' } })
    expect((await claim(planner, taak)).statusCode).toBe(409)
    expect((await claim(collega, taak)).json()).toMatchObject({ status: 'in_uitvoering' })
  })

  it('is passed on to the right team, and leaves the sight of the wrong one', async () => {
    const taak = await nieuw()
    const sent = await act(planner, 'POST', taak, 'doorzetting', {
      teamId: wereld.klachten,
      toelichting: 'Dit is een klacht.',
    })
    expect(sent.json()).toMatchObject({ team: { code: 'klachten' }, medewerker: null })
    expect((await planner.get(`/api/taken/${taak.id}`)).statusCode).toBe(404)
    const history = ((await coordinator.get(`/api/taken/${taak.id}`)).json() as Taak).historie.at(-1)
    expect(history).toMatchObject({
      soort: 'doorgezet',
      van: { team: 'Team planning' },
      naar: { team: 'Team klachten' },
      toelichting: 'Dit is een klacht.',
    })
  })

  it('waits for others and goes on', async () => {
    const taak: Taak = (await claim(planner, await nieuw())).json()
    const waiting: Taak = (
      await act(planner, 'PUT', taak, 'status', { status: 'wacht_op_derden', toelichting: 'Onderdeel besteld' })
    ).json()
    expect(waiting.status).toBe('wacht_op_derden')
    expect((await act(planner, 'PUT', waiting, 'status', { status: 'in_uitvoering' })).json()).toMatchObject({
      status: 'in_uitvoering',
    })
  })
})

describe('notes', () => {
  it('are added, corrected by a new note of the same author, and never changed', async () => {
    const taak = await nieuw()
    const one: Taak = (await planner.post(`/api/taken/${taak.id}/notities`, { tekst: 'Gebeld, geen gehoor' })).json()
    const [first] = one.notities
    const byOther = await collega.post(`/api/taken/${taak.id}/notities`, { tekst: 'x', corrigeert: first?.id })
    expect((byOther.json() as Probleem).invalidParams?.[0]?.name).toBe('corrigeert')

    const two: Taak = (
      await planner.post(`/api/taken/${taak.id}/notities`, { tekst: 'Gebeld, in gesprek', corrigeert: first?.id })
    ).json()

    expect(two.notities.map((note) => [note.tekst, note.gecorrigeerdDoor !== null])).toEqual([
      ['Gebeld, geen gehoor', true],
      ['Gebeld, in gesprek', false],
    ])
    await expect(
      sql`update taak_notitie set tekst = 'iets anders' where taak_id = ${taak.id}`.execute(rondom.db),
    ).rejects.toThrow('alleen worden toegevoegd')
    await expect(sql`delete from taak_historie where taak_id = ${taak.id}`.execute(rondom.db)).rejects.toThrow()
  })

  it('hold 20 000 characters with markup as plain text, and not one more', async () => {
    const taak = await nieuw()
    const long = `<script>${'a'.repeat(19_992)}`
    const ok: Taak = (await planner.post(`/api/taken/${taak.id}/notities`, { tekst: long })).json()
    expect(ok.notities[0]?.tekst).toBe(long)
    const over = await planner.post(`/api/taken/${taak.id}/notities`, { tekst: `${long}b` })
    expect(over.statusCode).toBe(400)
  })
})

describe('finishing', () => {
  it('asks for an outcome', async () => {
    const taak: Taak = (await claim(planner, await nieuw())).json()
    const answer = await act(planner, 'POST', taak, 'afronding', { uitkomst: '  ' })
    expect((answer.json() as Probleem).invalidParams).toEqual([
      { name: 'uitkomst', code: 'too_small', reason: 'Vul dit veld in.' },
    ])
  })

  it('is for who took it in hand', async () => {
    const answer = await act(planner, 'POST', await nieuw(), 'afronding', { uitkomst: 'Klaar' })
    expect((answer.json() as Probleem).detail).toBe('Neem de taak eerst zelf in behandeling.')
  })

  it('without a terugkoppeling leaves the promise visible until somebody keeps it', async () => {
    const taak: Taak = (await claim(planner, await nieuw({ belofte: true }))).json()
    const done: Taak = (await act(planner, 'POST', taak, 'afronding', { uitkomst: 'Gemaakt' })).json()
    expect(done).toMatchObject({ status: 'afgerond', belofteIngelostOp: null, mag: { terugkoppelen: true } })
    const open = async (client: Client) =>
      ((await client.get('/api/beloften')).json() as { rijen: TaakRij[] }).rijen.map((row) => row.id)
    expect(await open(collega)).toContain(taak.id)
    expect(await open(ander)).not.toContain(taak.id)

    const told = await act(collega, 'POST', done, 'terugkoppeling', {
      kanaalCode: 'telefoon',
      onderwerp: 'Uw afspraak',
      antwoord: 'Het is gemaakt.',
    })

    expect(told.statusCode).toBe(201)
    expect((told.json() as Taak).belofteIngelostOp).not.toBeNull()
    expect(await open(collega)).not.toContain(taak.id)
  })

  it('nobody answered the phone: the promise stays', async () => {
    const taak: Taak = (await claim(planner, await nieuw({ belofte: true }))).json()
    const answer = await act(planner, 'POST', taak, 'afronding', {
      uitkomst: 'Gemaakt',
      terugkoppeling: { kanaalCode: 'telefoon', onderwerp: 'x', antwoord: 'Geen gehoor', contactGelukt: false },
    })
    expect(answer.json()).toMatchObject({ status: 'afgerond', belofteIngelostOp: null })
  })

  it('with a wrong terugkoppeling changes nothing and names the field', async () => {
    const taak: Taak = (await claim(planner, await nieuw({ belofte: true }))).json()
    const answer = await act(planner, 'POST', taak, 'afronding', {
      uitkomst: 'Gemaakt',
      terugkoppeling: { kanaalCode: 'rooksignaal', onderwerp: 'x', antwoord: 'y' },
    })
    expect((answer.json() as Probleem).invalidParams?.[0]).toMatchObject({ name: 'terugkoppeling.kanaalCode' })
    expect((await planner.get(`/api/taken/${taak.id}`)).json()).toMatchObject({ status: 'in_uitvoering' })
  })
})

describe('lists and counts', () => {
  it('run by deadline over keyset pages, without gaps or doubles', async () => {
    const team = wereld.klachten
    const klachten = await rondom.als('vakspecialist', { teamIds: [team] })
    for (const termijnWerkdagen of [5, 0, null, 3, 3, 1]) await nieuw({ teamId: team, termijnWerkdagen })
    const seen: TaakRij[] = []
    let na = ''
    for (let page = 0; page < 10; page++) {
      const answer = await klachten.get(`/api/taken?teamId=${team}&aantal=2${na && `&na=${na}`}`)
      const { rijen, volgende } = answer.json() as { rijen: TaakRij[]; volgende?: string }
      seen.push(...rijen)
      if (!volgende) break
      na = volgende
    }
    const all = await list(klachten, `teamId=${team}`)
    expect(seen.map((row) => row.id)).toEqual(all.map((row) => row.id))
    const deadlines = all.map((row) => row.deadline ?? '9999')
    expect(deadlines).toEqual([...deadlines].sort())
    expect((await klachten.get('/api/taken?na=onzin')).statusCode).toBe(400)
  })

  it('tell what is late and due today in working days, and stop counting at a hundred', async () => {
    const taak = await nieuw({ termijnWerkdagen: 1, onderwerp: 'Te laat straks' })
    rondom.clock.now = new Date('2026-11-26T10:00:00Z')
    const [row] = await list(planner, `q=${encodeURIComponent('laat straks')}`)
    expect(row).toMatchObject({ id: taak.id, termijn: 'te-laat', werkdagenOver: -2 })
    expect((await list(planner, 'termijn=te-laat')).map((each) => each.id)).toContain(taak.id)

    for (let i = 0; i < 101; i++)
      await rondom.write((w) => createTaak(w, { teamId: wereld.klantcontact, onderwerp: `t${i}` }))
    const counts: TaakTellingen = (await ander.get('/api/taken/tellingen')).json()
    expect(counts.teams).toEqual([
      expect.objectContaining({ team: expect.objectContaining({ code: 'klantcontact' }), open: 100, lid: true }),
    ])
    const all: TaakTellingen = (await coordinator.get('/api/taken/tellingen')).json()
    expect(all.teams.map((each) => each.team.code).sort()).toEqual(['klachten', 'klantcontact', 'planning'])
    rondom.clock.now = new Date('2026-11-23T10:00:00Z')
  })

  it('find by number and take % as a character', async () => {
    const taak = await nieuw({ onderwerp: '100% zeker' })
    expect((await list(planner, `q=${taak.nummer}`)).map((row) => row.id)).toEqual([taak.id])
    expect((await list(planner, `q=${encodeURIComponent('0% z')}`)).map((row) => row.id)).toEqual([taak.id])
  })
})

describe('a taak without a contact', () => {
  it('is made by hand, and points only at what exists here', async () => {
    const made = await planner.post('/api/taken', {
      teamId: wereld.planning,
      onderwerp: 'Sleutel ophalen',
      termijnWerkdagen: 1,
      partijId: wereld.klant.id,
      eenheidId: wereld.eenheidId,
    })
    expect(made.statusCode).toBe(201)
    expect(made.json()).toMatchObject({ deadline: '2026-11-24', eenheid: { id: wereld.eenheidId } })

    const wrong = await planner.post('/api/taken', {
      teamId: newId(),
      onderwerp: 'x',
      partijId: newId(),
      eenheidId: newId(),
      klantcontactId: newId(),
    })
    expect((wrong.json() as Probleem).invalidParams?.map((param) => param.name).sort()).toEqual([
      'eenheidId',
      'klantcontactId',
      'partijId',
    ])
  })
})
