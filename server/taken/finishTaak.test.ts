import { describe, expect, it } from 'vitest'
import type { Probleem } from '#contract/probleem.ts'
import type { Taak, TaakRij } from '#contract/taken.ts'
import type { Client } from '#server/platform/testing/rondom.ts'
import { act, claim, nieuweTaak, takenPerBestand } from './testing/taken.ts'

const t = takenPerBestand()

describe('finishing', () => {
  it('asks for an outcome', async () => {
    const taak: Taak = (await claim(t.planner, await nieuweTaak(t))).json()
    const answer = await act(t.planner, 'POST', taak, 'afronding', { uitkomst: '  ' })
    expect((answer.json() as Probleem).invalidParams).toEqual([
      { name: 'uitkomst', code: 'too_small', reason: 'Vul dit veld in.' },
    ])
  })

  it('is for who took it in hand', async () => {
    const answer = await act(t.planner, 'POST', await nieuweTaak(t), 'afronding', { uitkomst: 'Klaar' })
    expect((answer.json() as Probleem).detail).toBe('Neem de taak eerst zelf in behandeling.')
  })

  it('without a terugkoppeling leaves the promise visible until somebody keeps it', async () => {
    const taak: Taak = (await claim(t.planner, await nieuweTaak(t, { belofte: true }))).json()
    const done: Taak = (await act(t.planner, 'POST', taak, 'afronding', { uitkomst: 'Gemaakt' })).json()
    expect(done).toMatchObject({ status: 'afgerond', belofteIngelostOp: null, mag: { terugkoppelen: true } })
    const open = async (client: Client) =>
      ((await client.get('/api/beloften')).json() as { rijen: TaakRij[] }).rijen.map((row) => row.id)
    expect(await open(t.collega)).toContain(taak.id)
    expect(await open(t.ander)).not.toContain(taak.id)

    const told = await act(t.collega, 'POST', done, 'terugkoppeling', {
      kanaalCode: 'telefoon',
      onderwerp: 'Uw afspraak',
      antwoord: 'Het is gemaakt.',
    })

    expect(told.statusCode).toBe(201)
    expect((told.json() as Taak).belofteIngelostOp).not.toBeNull()
    expect(await open(t.collega)).not.toContain(taak.id)
  })

  it('nobody answered the phone: the promise stays', async () => {
    const taak: Taak = (await claim(t.planner, await nieuweTaak(t, { belofte: true }))).json()
    const answer = await act(t.planner, 'POST', taak, 'afronding', {
      uitkomst: 'Gemaakt',
      terugkoppeling: { kanaalCode: 'telefoon', onderwerp: 'x', antwoord: 'Geen gehoor', contactGelukt: false },
    })
    expect(answer.json()).toMatchObject({ status: 'afgerond', belofteIngelostOp: null })
  })

  it('with a wrong terugkoppeling changes nothing and names the field', async () => {
    const taak: Taak = (await claim(t.planner, await nieuweTaak(t, { belofte: true }))).json()
    const answer = await act(t.planner, 'POST', taak, 'afronding', {
      uitkomst: 'Gemaakt',
      terugkoppeling: { kanaalCode: 'rooksignaal', onderwerp: 'x', antwoord: 'y' },
    })
    expect((answer.json() as Probleem).invalidParams?.[0]).toMatchObject({ name: 'terugkoppeling.kanaalCode' })
    expect((await t.planner.get(`/api/taken/${taak.id}`)).json()).toMatchObject({ status: 'in_uitvoering' })
  })
})
