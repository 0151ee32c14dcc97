import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Probleem } from '#contract/probleem.ts'
import type { Taak } from '#contract/taken.ts'
import { newId } from '#server/platform/ids.ts'
import { act, claim, listTaken, nieuweTaak, takenPerBestand } from './testing/taken.ts'

const t = takenPerBestand()

describe('working on it', () => {
  it('refuses a stale version and shows how it is now', async () => {
    const taak: Taak = (await claim(t.planner, await nieuweTaak(t))).json()
    const changed = { onderwerp: 'Nieuw', toelichting: '', prioriteit: 'hoog', deadline: '2026-12-01' }
    expect((await t.planner.put(`/api/taken/${taak.id}`, changed, taak.versie)).statusCode).toBe(200)

    const stale = await act(t.planner, 'POST', taak, 'afronding', { uitkomst: 'Klaar' })

    expect(stale.statusCode).toBe(409)
    expect(stale.json()).toMatchObject({ code: 'verouderd', huidig: { onderwerp: 'Nieuw', prioriteit: 'hoog' } })
  })

  it('gives back with a note, and the whole team sees it again', async () => {
    const taak: Taak = (await claim(t.planner, await nieuweTaak(t))).json()
    const bare = await act(t.planner, 'DELETE', taak, 'behandeling', {})
    expect((bare.json() as Probleem).invalidParams?.[0]?.name).toBe('toelichting')

    const back = await act(t.planner, 'DELETE', taak, 'behandeling', { toelichting: 'Ik ben morgen vrij.' })

    expect(back.json()).toMatchObject({ status: 'niet_gestart', medewerker: null, opgepaktOp: null })
    expect((await listTaken(t.collega, `teamId=${t.wereld.planning}&wie=vrij`)).map((row) => row.id)).toContain(taak.id)
    expect((await claim(t.collega, taak)).statusCode).toBe(200)
  })

  it('is assigned by the coördinator to a member, who begins it himself', async () => {
    const taak = await nieuweTaak(t)
    const stranger = await act(t.coordinator, 'PUT', taak, 'toewijzing', {
      teamId: t.wereld.planning,
      medewerkerId: t.ander.actor.medewerkerId,
    })
    expect((stranger.json() as Probleem).invalidParams?.[0]?.name).toBe('medewerkerId')

    const assigned: Taak = (
      await act(t.coordinator, 'PUT', taak, 'toewijzing', {
        teamId: t.wereld.planning,
        medewerkerId: t.collega.actor.medewerkerId,
        toelichting: 'Graag vandaag',
      })
    ).json()

    expect(assigned).toMatchObject({ status: 'niet_gestart', medewerker: { naam: 'Bilal Collega' } })
    expect((await claim(t.planner, taak)).statusCode).toBe(409)
    expect((await claim(t.collega, taak)).json()).toMatchObject({ status: 'in_uitvoering' })
  })

  it('is passed on to the right team, and leaves the sight of the wrong one', async () => {
    const taak = await nieuweTaak(t)
    const sent = await act(t.planner, 'POST', taak, 'doorzetting', {
      teamId: t.wereld.klachten,
      toelichting: 'Dit is een klacht.',
    })
    expect(sent.json()).toMatchObject({ team: { code: 'klachten' }, medewerker: null })
    expect((await t.planner.get(`/api/taken/${taak.id}`)).statusCode).toBe(404)
    const history = ((await t.coordinator.get(`/api/taken/${taak.id}`)).json() as Taak).historie.at(-1)
    expect(history).toMatchObject({
      soort: 'doorgezet',
      van: { team: 'Team planning' },
      naar: { team: 'Team klachten' },
      toelichting: 'Dit is een klacht.',
    })
  })

  it('waits for others and goes on', async () => {
    const taak: Taak = (await claim(t.planner, await nieuweTaak(t))).json()
    const waiting: Taak = (
      await act(t.planner, 'PUT', taak, 'status', { status: 'wacht_op_derden', toelichting: 'Onderdeel besteld' })
    ).json()
    expect(waiting.status).toBe('wacht_op_derden')
    expect((await act(t.planner, 'PUT', waiting, 'status', { status: 'in_uitvoering' })).json()).toMatchObject({
      status: 'in_uitvoering',
    })
  })
})

describe('notes', () => {
  it('are added, corrected by a new note of the same author, and never changed', async () => {
    const taak = await nieuweTaak(t)
    const one: Taak = (await t.planner.post(`/api/taken/${taak.id}/notities`, { tekst: 'Gebeld, geen gehoor' })).json()
    const [first] = one.notities
    const byOther = await t.collega.post(`/api/taken/${taak.id}/notities`, { tekst: 'x', corrigeert: first?.id })
    expect((byOther.json() as Probleem).invalidParams?.[0]?.name).toBe('corrigeert')

    const two: Taak = (
      await t.planner.post(`/api/taken/${taak.id}/notities`, { tekst: 'Gebeld, in gesprek', corrigeert: first?.id })
    ).json()

    expect(two.notities.map((note) => [note.tekst, note.gecorrigeerdDoor !== null])).toEqual([
      ['Gebeld, geen gehoor', true],
      ['Gebeld, in gesprek', false],
    ])
    await expect(
      sql`update taak_notitie set tekst = 'iets anders' where taak_id = ${taak.id}`.execute(t.rondom.db),
    ).rejects.toThrow('alleen worden toegevoegd')
    await expect(sql`delete from taak_historie where taak_id = ${taak.id}`.execute(t.rondom.db)).rejects.toThrow()
  })

  it('hold 20 000 characters with markup as plain text, and not one more', async () => {
    const taak = await nieuweTaak(t)
    const long = `<script>${'a'.repeat(19_992)}`
    const ok: Taak = (await t.planner.post(`/api/taken/${taak.id}/notities`, { tekst: long })).json()
    expect(ok.notities[0]?.tekst).toBe(long)
    const over = await t.planner.post(`/api/taken/${taak.id}/notities`, { tekst: `${long}b` })
    expect(over.statusCode).toBe(400)
  })
})

describe('a taak without a contact', () => {
  it('is made by hand, and points only at what exists here', async () => {
    const made = await t.planner.post('/api/taken', {
      teamId: t.wereld.planning,
      onderwerp: 'Sleutel ophalen',
      termijnWerkdagen: 1,
      partijId: t.wereld.klant.id,
      eenheidId: t.wereld.eenheidId,
    })
    expect(made.statusCode).toBe(201)
    expect(made.json()).toMatchObject({ deadline: '2026-11-24', eenheid: { id: t.wereld.eenheidId } })

    const wrong = await t.planner.post('/api/taken', {
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
