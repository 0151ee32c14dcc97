import { describe, expect, it } from 'vitest'
import type { TaakRij, TaakTellingen } from '#contract/taken.ts'
import { createTaak } from './createTaak.ts'
import { listTaken, nieuweTaak, takenPerBestand } from './testing/taken.ts'

const t = takenPerBestand()

describe('lists and counts', () => {
  it('run by deadline over keyset pages, without gaps or doubles', async () => {
    const team = t.wereld.klachten
    const klachten = await t.rondom.als('vakspecialist', { teamIds: [team] })
    for (const termijnWerkdagen of [5, 0, null, 3, 3, 1]) await nieuweTaak(t, { teamId: team, termijnWerkdagen })
    const seen: TaakRij[] = []
    let na = ''
    for (let page = 0; page < 10; page++) {
      const answer = await klachten.get(`/api/taken?teamId=${team}&aantal=2${na && `&na=${na}`}`)
      const { rijen, volgende } = answer.json() as { rijen: TaakRij[]; volgende?: string }
      seen.push(...rijen)
      if (!volgende) break
      na = volgende
    }
    const all = await listTaken(klachten, `teamId=${team}`)
    expect(seen.map((row) => row.id)).toEqual(all.map((row) => row.id))
    const deadlines = all.map((row) => row.deadline ?? '9999')
    expect(deadlines).toEqual([...deadlines].sort())
    expect((await klachten.get('/api/taken?na=onzin')).statusCode).toBe(400)
  })

  it('tell what is late and due today in working days, and stop counting at a hundred', async () => {
    const taak = await nieuweTaak(t, { termijnWerkdagen: 1, onderwerp: 'Te laat straks' })
    t.rondom.clock.now = new Date('2026-11-26T10:00:00Z')
    const [row] = await listTaken(t.planner, `q=${encodeURIComponent('laat straks')}`)
    expect(row).toMatchObject({ id: taak.id, termijn: 'te-laat', werkdagenOver: -2 })
    expect((await listTaken(t.planner, 'termijn=te-laat')).map((each) => each.id)).toContain(taak.id)

    for (let i = 0; i < 101; i++)
      await t.rondom.write((w) => createTaak(w, { teamId: t.wereld.klantcontact, onderwerp: `t${i}` }))
    const counts: TaakTellingen = (await t.ander.get('/api/taken/tellingen')).json()
    expect(counts.teams).toEqual([
      expect.objectContaining({ team: expect.objectContaining({ code: 'klantcontact' }), open: 100, lid: true }),
    ])
    const all: TaakTellingen = (await t.coordinator.get('/api/taken/tellingen')).json()
    expect(all.teams.map((each) => each.team.code).sort()).toEqual(['klachten', 'klantcontact', 'planning'])
    t.rondom.clock.now = new Date('2026-11-23T10:00:00Z')
  })

  it('find by number and take % as a character', async () => {
    const taak = await nieuweTaak(t, { onderwerp: '100% zeker' })
    expect((await listTaken(t.planner, `q=${taak.nummer}`)).map((row) => row.id)).toEqual([taak.id])
    expect((await listTaken(t.planner, `q=${encodeURIComponent('0% z')}`)).map((row) => row.id)).toEqual([taak.id])
  })
})
