import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Probleem } from '#contract/probleem.ts'
import type { Taak } from '#contract/taken.ts'
import { act, claim, listTaken, nieuweTaak, takenPerBestand } from './testing/taken.ts'

const t = takenPerBestand()

describe('claiming', () => {
  it('of fifty at once gives it to exactly one, and tells the others who', async () => {
    const taak = await nieuweTaak(t)
    const members = await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        t.rondom.als('vakspecialist', { naam: `Planner ${i}`, teamIds: [t.wereld.planning] }),
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
    const after: Taak = (await t.coordinator.get(`/api/taken/${taak.id}`)).json()
    expect(after.historie.filter((each) => each.soort === 'opgepakt')).toHaveLength(1)
  })

  it('twice by the same person changes nothing', async () => {
    const taak = await nieuweTaak(t)
    const first: Taak = (await claim(t.planner, taak)).json()
    const second = await claim(t.planner, taak)
    expect(second.statusCode).toBe(200)
    expect((second.json() as Taak).versie).toBe(first.versie)
  })

  it('takes it out of the list of the team and into mine', async () => {
    const taak = await nieuweTaak(t)
    await claim(t.planner, taak)
    const free = await listTaken(t.collega, `teamId=${t.wereld.planning}&wie=vrij`)
    expect(free.map((row) => row.id)).not.toContain(taak.id)
    expect((await listTaken(t.planner, 'mijn=true')).map((row) => row.id)).toContain(taak.id)
    expect((await listTaken(t.collega, 'mijn=true')).map((row) => row.id)).not.toContain(taak.id)
  })
})

describe('who sees a taak', () => {
  it('every current member, the coördinator, and nobody else', async () => {
    const taak = await nieuweTaak(t)
    for (const client of [t.planner, t.collega, t.coordinator]) {
      expect((await client.get(`/api/taken/${taak.id}`)).statusCode).toBe(200)
    }
    expect((await t.ander.get(`/api/taken/${taak.id}`)).statusCode).toBe(404)
    expect((await listTaken(t.ander)).map((row) => row.id)).not.toContain(taak.id)
    expect((await listTaken(t.ander, `teamId=${t.wereld.planning}`)).length).toBe(0)
    expect((await listTaken(t.ander, `partijId=${t.wereld.klant.id}`)).length).toBe(0)
  })

  it('is read at the moment itself: who leaves the team sees it no more, who joins does', async () => {
    const taak = await nieuweTaak(t)
    const leaver = await t.rondom.als('vakspecialist', { teamIds: [t.wereld.planning] })
    expect((await leaver.get(`/api/taken/${taak.id}`)).statusCode).toBe(200)

    await sql`update team_lid set tot = now() where medewerker_id = ${leaver.actor.medewerkerId}`.execute(t.rondom.db)

    expect((await leaver.get(`/api/taken/${taak.id}`)).statusCode).toBe(404)
    expect((await claim(leaver, taak)).statusCode).toBe(404)
  })

  it('not the other organisatie, in any route', async () => {
    const taak = await nieuweTaak(t)
    const vreemd = await t.rondom.als('coordinator', { bij: t.rondom.elders })
    const tries = [
      vreemd.get(`/api/taken/${taak.id}`),
      claim(vreemd, taak),
      act(vreemd, 'POST', taak, 'afronding', { uitkomst: 'x' }),
      act(vreemd, 'PUT', taak, 'toewijzing', { teamId: t.wereld.planning }),
      vreemd.post(`/api/taken/${taak.id}/notities`, { tekst: 'x' }),
    ]
    for (const answer of await Promise.all(tries)) expect(answer.statusCode).toBe(404)
    expect((await t.coordinator.get(`/api/taken/${taak.id}`)).json()).toMatchObject({
      status: 'niet_gestart',
      notities: [],
    })
  })

  it('a denied action changes nothing and says why', async () => {
    const taak: Taak = (await claim(t.planner, await nieuweTaak(t))).json()
    const denied = await act(t.collega, 'POST', taak, 'afronding', { uitkomst: 'Ik doe het wel' })
    expect(denied.statusCode).toBe(409)
    expect((denied.json() as Probleem).detail).toBe('Deze taak is bij Piet Planner.')
    expect((await act(t.planner, 'PUT', taak, 'toewijzing', { teamId: t.wereld.klachten })).statusCode).toBe(403)
    const redacteur = await t.rondom.als('redacteur', { teamIds: [t.wereld.planning] })
    expect((await redacteur.get(`/api/taken/${taak.id}`)).statusCode).toBe(403)
    expect((await t.coordinator.get(`/api/taken/${taak.id}`)).json()).toMatchObject({ versie: taak.versie })
  })
})
