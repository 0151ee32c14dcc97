import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Klantcontact, Sjabloon, SjabloonBeheer } from '#contract/klantcontacten.ts'
import type { Probleem } from '#contract/probleem.ts'
import type { Taak } from '#contract/taken.ts'
import { beginGesprek, metVragen, rondAf, voltooi } from '#server/gesprekken/testing/gesprek.ts'
import { type Client, startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { maakWereld, type Wereld } from '../testing/wereld.ts'
import { seedSjablonen } from './seedSjablonen.ts'

let rondom: TestRondom
let wereld: Wereld
let agent: Client
let beheerder: Client
beforeAll(async () => {
  rondom = await startTestRondom()
  wereld = await maakWereld(rondom)
  await rondom.write(seedSjablonen)
  agent = await rondom.als('klantcontactmedewerker')
  beheerder = await rondom.als('functioneel-beheerder')
})
afterAll(() => rondom.close())

const usable = async (client: Client) =>
  ((await client.get('/api/sjablonen')).json() as { sjablonen: Sjabloon[] }).sjablonen
const byCode = async (code: string) => {
  const found = (await usable(agent)).find((sjabloon) => sjabloon.code === code)
  if (!found) throw new Error(`no template ${code}`)
  return found
}

describe('the templates to start with', () => {
  it('are there once, with a complaint for the complaint team and planning with a term', async () => {
    expect(await rondom.write(seedSjablonen)).toEqual([])
    expect((await usable(agent)).length).toBeGreaterThanOrEqual(15)
    expect(await byCode('klacht')).toMatchObject({ type: 'klacht', taakAanmaken: true, team: { id: wereld.klachten } })
    expect(await byCode('vraag-planning')).toMatchObject({
      team: { id: wereld.planning },
      termijnWerkdagen: 2,
      belofte: true,
    })
    expect(await byCode('terugkoppeling')).toMatchObject({ type: 'terugkoppeling', richting: 'uitgaand' })
  })
})

describe('a template at use', () => {
  it('is copied: a later change never changes an old post', async () => {
    const sjabloon = await byCode('klacht')
    const done = await rondAf(agent, await beginGesprek(agent, { partijId: wereld.klant.id }), {
      type: 'klacht',
      sjabloonId: sjabloon.id,
      vraag: 'Slecht geholpen',
      taak: { aanmaken: true, teamId: sjabloon.team?.id ?? null, termijnWerkdagen: 5 },
    })
    const coordinator = await rondom.als('coordinator')
    const made: Taak = (await coordinator.get(`/api/taken/${done.klantcontacten[0]?.taak?.id}`)).json()
    expect(made).toMatchObject({ team: { code: 'klachten' }, soort: 'klacht', onderwerp: 'Klacht behandelen' })

    const { versie, team, id, ...velden } = (
      await beheerder.get(`/api/beheer/sjablonen/${sjabloon.id}`)
    ).json() as SjabloonBeheer
    const changed = { ...velden, teamId: team?.id, naam: 'Iets heel anders', code: 'klacht-2' }
    expect((await beheerder.put(`/api/beheer/sjablonen/${id}`, changed, versie)).statusCode).toBe(200)

    const post: Klantcontact = (await agent.get(`/api/klantcontacten/${done.klantcontacten[0]?.id}`)).json()
    expect(post.sjabloon).toEqual({ code: 'klacht', naam: 'Klacht over onze dienstverlening' })
    expect(post.onderwerp).toBe('Klacht over onze dienstverlening')
  })

  it('that asks for a file refuses a post without one', async () => {
    const sjabloon = await byCode('inkomensverklaring')
    const gesprek = await beginGesprek(agent, { partijId: wereld.klant.id })
    const vraag = { sjabloonId: sjabloon.id, vraag: 'x', directBeantwoord: true, antwoord: 'y' }
    const answer = await voltooi(agent, gesprek, metVragen(gesprek, vraag))
    expect((answer.json() as Probleem).invalidParams).toEqual([
      {
        name: 'inhoud.vragen.0.bijlageIds',
        code: 'verplicht',
        reason: 'Bij "Documenten ontvangen (inkomen, legitimatie)" hoort een bijlage.',
      },
    ])
  })
})

describe('managing templates', () => {
  const nieuw = { code: 'nieuw', naam: 'Nieuw', type: 'vraag' }

  it('is for the administrator only', async () => {
    expect((await agent.post('/api/beheer/sjablonen', nieuw)).statusCode).toBe(403)
    expect((await agent.get('/api/beheer/sjablonen')).statusCode).toBe(403)
    const vreemd = await rondom.als('functioneel-beheerder', { bij: rondom.elders })
    const { id } = await byCode('vraag-algemeen')
    expect((await vreemd.get(`/api/beheer/sjablonen/${id}`)).statusCode).toBe(404)
    expect((await vreemd.put(`/api/beheer/sjablonen/${id}`, nieuw, 1)).statusCode).toBe(404)
  })

  it('refuses a wrong or taken code, an unknown team and a period that ends before it begins', async () => {
    const wrong = await beheerder.post('/api/beheer/sjablonen', {
      ...nieuw,
      code: 'Met Spatie',
      taakAanmaken: true,
      geldigVan: '2026-12-01',
      geldigTot: '2026-11-01',
    })
    expect((wrong.json() as Probleem).invalidParams?.map((param) => param.name)).toContain('code')
    const taken = await beheerder.post('/api/beheer/sjablonen', { ...nieuw, code: 'vraag-algemeen' })
    expect((taken.json() as Probleem).invalidParams?.[0]).toMatchObject({ name: 'code', code: 'bestaat' })
    const elders = await beheerder.post('/api/beheer/sjablonen', {
      ...nieuw,
      teamId: '00000000-0000-7000-8000-000000000001',
    })
    expect((elders.json() as Probleem).invalidParams?.[0]?.name).toBe('teamId')
  })

  it('keeps a stale change out, and shows an expired template to the administrator only', async () => {
    const made: SjabloonBeheer = (
      await beheerder.post('/api/beheer/sjablonen', { ...nieuw, geldigTot: '2026-11-22' })
    ).json()
    expect((await usable(agent)).map((each) => each.code)).not.toContain('nieuw')
    expect((await beheerder.put(`/api/beheer/sjablonen/${made.id}`, nieuw, made.versie)).statusCode).toBe(200)
    const stale = await beheerder.put(`/api/beheer/sjablonen/${made.id}`, nieuw, made.versie)
    expect(stale.statusCode).toBe(409)
    expect((await usable(agent)).map((each) => each.code)).toContain('nieuw')
    await sql`update sjabloon set rollen = '{coordinator}' where id = ${made.id}`.execute(rondom.db)
    expect((await usable(agent)).map((each) => each.code)).not.toContain('nieuw')
  })
})

describe('an onderwerp that a template uses', () => {
  const voorbeeld = { type: 'vraag', taakAanmaken: false, rollen: [], actief: true } as const
  const maakOnderwerp = async (code: string) =>
    (await beheerder.post('/api/beheer/onderwerpen', { code, naam: code, bovenliggendId: null })).json() as {
      id: string
      versie: number
    }
  const maakSjabloon = (code: string, onderwerpIds: string[]) =>
    beheerder.post('/api/beheer/sjablonen', { ...voorbeeld, code, naam: `Sjabloon ${code}`, onderwerpIds })
  const verwijder = ({ id, versie }: { id: string; versie: number }) =>
    beheerder.delete(`/api/beheer/onderwerpen/${id}`, versie)

  it('cannot be removed, and the answer says by which template', async () => {
    const onderwerp = await maakOnderwerp('gebruikt')
    const sjabloon = (await maakSjabloon('een', [onderwerp.id])).json() as SjabloonBeheer
    await maakSjabloon('twee', [onderwerp.id])

    const answer = await verwijder(onderwerp)

    expect(answer.statusCode).toBe(409)
    expect(answer.json()).toMatchObject({
      code: 'in-gebruik',
      detail:
        'Dit onderwerp staat in sjabloon "Sjabloon een" en 1 ander. Haal het daar weg, of zet het onderwerp op niet actief.',
    })
    expect((await beheerder.get('/api/onderwerpen')).body).toContain(onderwerp.id)
    expect(sjabloon.onderwerpIds).toEqual([onderwerp.id])
  })

  it('can be removed when no template uses it any more', async () => {
    const onderwerp = await maakOnderwerp('vrij')
    const { id, versie } = (await maakSjabloon('drie', [onderwerp.id])).json() as SjabloonBeheer
    const body = { ...voorbeeld, code: 'drie', naam: 'Sjabloon drie', onderwerpIds: [] }
    expect((await beheerder.put(`/api/beheer/sjablonen/${id}`, body, versie)).statusCode).toBe(200)

    expect((await verwijder(onderwerp)).statusCode).toBe(204)
    expect((await maakSjabloon('vier', [onderwerp.id])).json()).toMatchObject({
      invalidParams: [{ name: 'onderwerpIds.0' }],
    })
  })

  it('is never left behind in a template that is saved at the same moment', async () => {
    for (let keer = 0; keer < 5; keer++) {
      const onderwerp = await maakOnderwerp(`samen-${keer}`)

      const [saved, removed] = await Promise.all([maakSjabloon(`samen-${keer}`, [onderwerp.id]), verwijder(onderwerp)])

      expect([saved.statusCode, removed.statusCode].sort()).toEqual(
        removed.statusCode === 204 ? [204, 400] : [201, 409],
      )
    }
  })
})
