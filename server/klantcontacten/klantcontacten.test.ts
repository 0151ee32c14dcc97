import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Klantcontact } from '#contract/klantcontacten.ts'
import type { Probleem } from '#contract/probleem.ts'
import { newId } from '#server/platform/ids.ts'
import { type Client, startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { registerPartij } from '#server/relaties/index.ts'
import type { NewKlantcontactInput } from './registerKlantcontact.ts'
import { maakContact } from './testing/contact.ts'
import { maakWereld, persoon, type Wereld } from './testing/wereld.ts'

let rondom: TestRondom
let wereld: Wereld
let agent: Client
beforeAll(async () => {
  rondom = await startTestRondom()
  wereld = await maakWereld(rondom)
  agent = await rondom.als('klantcontactmedewerker', { naam: 'Sanne Jansen' })
})
afterAll(() => rondom.close())

const register = (input: Partial<NewKlantcontactInput> = {}) =>
  rondom.write((w) => maakContact(w, { partijId: wereld.klant.id, vraag: 'De kraan lekt', ...input }))

const portaal = (client: Client, id: string, toonInPortaal: boolean, versie = 1) =>
  client.put(`/api/klantcontacten/${id}/portaal`, { toonInPortaal }, versie)

describe('a post', () => {
  it('of a household or a company is stored there itself, not on a household', async () => {
    const row = await register({ partijId: wereld.leverancier.id })
    const post: Klantcontact = (await agent.get(`/api/klantcontacten/${row.id}`)).json()
    expect(post.betrokkenen.map((each) => [each.rol, each.naam])).toEqual([['klant', 'Loodgieter Jansen B.V.']])
  })

  it('of a caller nobody knows keeps the name he gave', async () => {
    const row = await register({ partijId: null, naam: 'Buurvrouw', digitaalAdres: '06-12345678' })
    const post: Klantcontact = (await agent.get(`/api/klantcontacten/${row.id}`)).json()
    expect(post.betrokkenen).toEqual([{ partijId: null, rol: 'klant', initiator: true, naam: 'Buurvrouw' }])
  })

  it('is read with a line in the verwerkingenlog; unknown and foreign ids are the same 404', async () => {
    const row = await register()
    await agent.get(`/api/klantcontacten/${row.id}`)
    const { rows } = await sql<{ partij_ids: string[] }>`
      select partij_ids from verwerking where actie = 'inzien' and object_id = ${row.id}`.execute(rondom.db)
    expect(rows).toEqual([{ partij_ids: [wereld.klant.id, wereld.huishoudenId] }])

    const vreemd = await rondom.als('coordinator', { bij: rondom.elders })
    const unknown = await agent.get(`/api/klantcontacten/${newId()}`)
    const foreign = await vreemd.get(`/api/klantcontacten/${row.id}`)
    expect([unknown.statusCode, foreign.statusCode]).toEqual([404, 404])
    expect((foreign.json() as Probleem).detail).toBe((unknown.json() as Probleem).detail)
    const beheerder = await rondom.als('functioneel-beheerder')
    expect((await beheerder.get(`/api/klantcontacten/${row.id}`)).statusCode).toBe(403)
  })

  it('never answers a question of another customer', async () => {
    const vraag = await register()
    const ander = await rondom.write((w) => registerPartij(w, persoon('Ander')))
    const answer = register({ partijId: ander.id, type: 'terugkoppeling', antwoordOp: vraag.id })
    await expect(answer).rejects.toMatchObject({ invalidParams: [{ name: 'antwoordOp' }] })
    const own = await register({ type: 'terugkoppeling', antwoordOp: vraag.id, antwoord: 'Gemaakt' })
    expect(own.antwoord_op).toBe(vraag.id)
  })

  it('does not land on a klant who was merged away', async () => {
    const weg = await rondom.write((w) => registerPartij(w, persoon('Dubbel')))
    const merged = await agent.post(`/api/partijen/${wereld.klant.id}/samenvoeging`, {
      bronId: weg.id,
      bevestigd: true,
    })
    expect(merged.statusCode).toBe(201)
    await expect(register({ partijId: weg.id })).rejects.toMatchObject({ code: 'samengevoegd' })
  })
})

describe('a confidential post', () => {
  it('is for who may see those and for who wrote it; its answer is confidential too', async () => {
    const vraag = await register({ vertrouwelijk: true })
    const antwoord = await register({ type: 'terugkoppeling', antwoordOp: vraag.id, antwoord: 'x' })
    const coordinator = await rondom.als('coordinator')
    for (const row of [vraag, antwoord]) {
      expect((await agent.get(`/api/klantcontacten/${row.id}`)).statusCode).toBe(404)
      expect((await portaal(agent, row.id, true)).statusCode).toBe(404)
      expect((await coordinator.get(`/api/klantcontacten/${row.id}`)).statusCode).toBe(200)
    }
    expect((await portaal(coordinator, vraag.id, true)).statusCode).toBe(400)
  })
})

describe('what the customer can see', () => {
  const zichtbaar = async (id: string) =>
    (
      await sql<{
        z: boolean
      }>`select distinct zichtbaar_in_portaal as z from tijdlijn_item where verwijzing_id = ${id}`.execute(rondom.db)
    ).rows.map((row) => row.z)

  it('changes on the post and on every tijdlijn it stands on, and is written down', async () => {
    const row = await register()
    expect(await zichtbaar(row.id)).toEqual([false])

    const shown = await portaal(agent, row.id, true)

    expect(shown.json()).toMatchObject({ toonInPortaal: true, versie: 2 })
    expect(await zichtbaar(row.id)).toEqual([true])
    const { rows } = await sql<{ actor: string }>`
      select actor from verwerking where actie = 'wijzigen' and object_id = ${row.id}`.execute(rondom.db)
    expect(rows).toEqual([{ actor: 'Sanne Jansen' }])
  })

  it('is not changed on an old version, nor by who may not', async () => {
    const row = await register()
    await portaal(agent, row.id, true)
    const stale = await portaal(agent, row.id, false)
    expect(stale.json()).toMatchObject({ code: 'verouderd', huidig: { toonInPortaal: true, versie: 2 } })
    const redacteur = await rondom.als('redacteur')
    expect((await portaal(redacteur, row.id, false, 2)).statusCode).toBe(403)
    expect(
      (await rondom.anoniem.put(`/api/klantcontacten/${row.id}/portaal`, { toonInPortaal: false }, 2)).statusCode,
    ).toBe(401)
    expect(await zichtbaar(row.id)).toEqual([true])
  })

  it('never holds the internal note: not on the tijdlijn, not in search, not in an event', async () => {
    const row = await register({ interneNotitie: 'GEHEIM-woord', toonInPortaal: true })
    for (const table of ['tijdlijn_item', 'zoek_item', 'gebeurtenis']) {
      const { rows } = await sql`select 1 from ${sql.table(table)} t where t::text ilike '%geheim-woord%'`.execute(
        rondom.db,
      )
      expect(rows, table).toEqual([])
    }
    expect(row.interne_notitie).toBe('GEHEIM-woord')
  })
})
