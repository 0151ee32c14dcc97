import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MijnWerk, Vandaag } from '#contract/klantbeeld.ts'
import { maakContact } from '#server/klantcontacten/testing/contact.ts'
import { maakWereld, type Wereld } from '#server/klantcontacten/testing/wereld.ts'
import { startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { createTaak } from '#server/taken/index.ts'

let rondom: TestRondom
let wereld: Wereld

beforeAll(async () => {
  // Monday 23 November 2026, 11:00 in the Netherlands.
  rondom = await startTestRondom({ now: new Date('2026-11-23T10:00:00Z') })
  wereld = await maakWereld(rondom)
  await contact('2026-11-23T08:10:00Z', { directBeantwoord: true, onderwerpIds: [wereld.onderwerpId] })
  await contact('2026-11-23T09:50:00Z', { kanaalCode: 'email' })
  // 23:30 UTC on Sunday is Monday here.
  await contact('2026-11-22T23:30:00Z')
  await contact('2026-11-22T12:00:00Z')
  await contact('2026-11-23T09:00:00Z', { richting: 'uitgaand', type: 'terugkoppeling' })
  // The same weekday a week ago: one before 11:00, one after. In October the clock was an hour ahead of UTC.
  await contact('2026-11-16T08:00:00Z', { onderwerpIds: [wereld.onderwerpId] })
  await contact('2026-11-16T15:00:00Z')
  await contact('2026-10-05T08:30:00Z', { directBeantwoord: true })
  await contact('2026-09-21T08:30:00Z')
})
afterAll(() => rondom.close())

function contact(op: string, extra: object = {}) {
  return rondom.write((w) =>
    maakContact(w, { partijId: wereld.klant.id, onderwerp: 'Test', plaatsgevondenOp: new Date(op), ...extra }),
  )
}

describe('vandaag', () => {
  it('counts what came in today beside the same weekday of eight weeks before, in Dutch time', async () => {
    const client = await rondom.als('coordinator')
    const answer = (await client.get('/api/vandaag')).json() as Vandaag

    expect(answer.dag).toBe('2026-11-23')
    expect(answer.instroom).toEqual({ vandaag: 3, gemiddeld: 0.4, gemiddeldTotNu: 0.3 })
    expect(answer.perKanaal).toMatchObject([
      { code: 'telefoon', vandaag: 2 },
      { code: 'email', vandaag: 1, gemiddeld: 0 },
    ])
    expect(answer.perUur.find(({ uur }) => uur === 0)).toMatchObject({ vandaag: 1 })
    expect(answer.perUur.find(({ uur }) => uur === 9)).toMatchObject({ vandaag: 1, gemiddeld: 0.1 })
    expect(answer.perOnderwerp).toEqual([
      { id: wereld.onderwerpId, naam: 'Lekkage', vandaag: 1, gemiddeld: 0.1, gemiddeldTotNu: 0.1 },
    ])
    expect(answer.directBeantwoord).toEqual({ vandaag: { aantal: 1, van: 3 }, vierWeken: { aantal: 0, van: 3 } })
  })

  it('counts open and overdue taken per team, and open promises', async () => {
    const client = await rondom.als('redacteur')
    await client.get('/api/vandaag')
    await rondom.write(async (w) => {
      const laat = await createTaak(w, { teamId: wereld.planning, onderwerp: 'Te laat', belofte: true })
      const nu = await createTaak(w, { teamId: wereld.planning, onderwerp: 'Vandaag' })
      await createTaak(w, { teamId: wereld.klachten, onderwerp: 'Zonder termijn' })
      await sql`update taak set deadline = '2026-11-20' where id = ${laat.id}`.execute(w.tx)
      await sql`update taak set deadline = '2026-11-23' where id = ${nu.id}`.execute(w.tx)
    })

    // Counted once for everybody: the new taken are there after some seconds.
    expect((await client.get('/api/vandaag')).json().beloften.open).toBe(0)
    rondom.clock.now = new Date(rondom.clock.now.getTime() + 10_000)
    const answer = (await client.get('/api/vandaag')).json() as Vandaag

    expect(answer.taken).toMatchObject([
      { team: { naam: 'Team planning' }, open: 2, nietOpgepakt: 2, vandaag: 1, teLaat: 1 },
      { team: { naam: 'Team klachten' }, open: 1, vandaag: 0, teLaat: 0 },
      { team: { naam: 'Team klantcontact' }, open: 0 },
    ])
    expect(answer.beloften).toEqual({ open: 1, vandaag: 0, teLaat: 1 })
  })

  it('mijn werk has my own and that of my teams, and nothing of others', async () => {
    const planner = await rondom.als('vakspecialist', { teamIds: [wereld.planning] })
    await planner.post('/api/gesprekken', { partijId: wereld.klant.id })

    const answer = (await planner.get('/api/mijn-werk')).json() as MijnWerk

    expect(answer.mijn).toEqual({ open: 0, vandaag: 0, teLaat: 0 })
    expect(answer.teams).toMatchObject([{ naam: 'Team planning', open: 2, vandaag: 1, teLaat: 1 }])
    expect(answer.gesprekken).toBe(1)
    expect(answer.beloften).toEqual({ open: 1, teLaat: 1 })
    const los = (await (await rondom.als('klantcontactmedewerker')).get('/api/mijn-werk')).json() as MijnWerk
    expect(los).toMatchObject({ teams: [], gesprekken: 0, beloften: { open: 0 } })
  })

  it('is not for who may not see figures, nor for nobody', async () => {
    const zonder = await rondom.als([], { rechten: ['zoeken'] })
    expect((await zonder.get('/api/vandaag')).statusCode).toBe(403)
    expect((await rondom.anoniem.get('/api/vandaag')).statusCode).toBe(401)
    expect((await rondom.anoniem.get('/api/mijn-werk')).statusCode).toBe(401)
  })

  it('shows the figures of its own organisatie', async () => {
    const elders = await rondom.als('coordinator', { bij: rondom.elders })
    expect((await elders.get('/api/vandaag')).json()).toMatchObject({ instroom: { vandaag: 0 }, taken: [] })
  })
})
