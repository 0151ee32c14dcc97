import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Klantbeeld } from '#contract/klantbeeld.ts'
import { maakContact } from '#server/klantcontacten/testing/contact.ts'
import { maakWereld, persoon, type Wereld } from '#server/klantcontacten/testing/wereld.ts'
import { newId } from '#server/platform/ids.ts'
import { type Client, startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { registerPartij } from '#server/relaties/index.ts'
import { createTaak } from '#server/taken/index.ts'

let rondom: TestRondom
let wereld: Wereld
let agent: Client
let planner: Client
let coordinator: Client

beforeAll(async () => {
  rondom = await startTestRondom()
  wereld = await maakWereld(rondom)
  agent = await rondom.als('klantcontactmedewerker', { naam: 'Agnes Agent', teamIds: [wereld.klantcontact] })
  planner = await rondom.als('vakspecialist', { naam: 'Piet Planner', teamIds: [wereld.planning] })
  coordinator = await rondom.als('coordinator')
  await rondom.write(async (w) => {
    const contact = await maakContact(w, {
      partijId: wereld.klant.id,
      onderwerp: 'Lekkage in de badkamer',
      vraag: 'Het lekt.',
    })
    await createTaak(w, {
      teamId: wereld.planning,
      onderwerp: 'Intern: loodgieter plannen',
      partijId: wereld.klant.id,
      klantcontactId: contact.id,
      belofte: true,
      termijnWerkdagen: 2,
    })
    await maakContact(w, {
      partijId: wereld.klant.id,
      type: 'klacht',
      kanaalCode: 'email',
      onderwerp: 'Vertrouwelijke klacht',
      vraag: 'Over een collega.',
      vertrouwelijk: true,
    })
    const overeenkomst = newId()
    await sql`
      insert into overeenkomst (id, nummer, eenheid_id, begindatum, brutohuur_cent)
      values (${overeenkomst}, 'HC-77', ${wereld.eenheidId}, '2020-01-01', 61250)`.execute(w.tx)
    await sql`
      insert into overeenkomst_partij (overeenkomst_id, partij_id, rol)
      values (${overeenkomst}, ${wereld.huishoudenId}, 'HUU')`.execute(w.tx)
  })
})
afterAll(() => rondom.close())

async function beeld(client: Client, id = wereld.klant.id): Promise<Klantbeeld> {
  const answer = await client.get(`/api/klantbeeld/${id}`)
  expect(answer.statusCode).toBe(200)
  return answer.json()
}

describe('the klantbeeld', () => {
  it('has who he is, his household, where he lives, what is going on and what happened, in one answer', async () => {
    const answer = await beeld(planner)

    expect(answer.partij).toMatchObject({
      naam: 'J.A. van den Berg',
      nummer: wereld.klant.nummer,
      samengevoegdIn: null,
    })
    expect(answer.huishoudens).toMatchObject([
      { partij: { id: wereld.huishoudenId }, rolNaam: 'Huurder', leden: [{ partij: { id: wereld.klant.id } }] },
    ])
    expect(answer.wonen).toMatchObject([
      { nummer: 'HC-77', rolNaam: 'Huurder', lopend: true, eenheid: { adres: 'Lange Nieuwstraat 112' } },
    ])
    expect(answer.nu.taken).toMatchObject([
      { onderwerp: 'Intern: loodgieter plannen', team: { naam: 'Team planning' }, medewerker: null, teLaat: false },
    ])
    expect(answer.tijdlijn.rijen.map(({ titel }) => titel)).toEqual(
      expect.arrayContaining(['Lekkage in de badkamer', 'Intern: loodgieter plannen']),
    )
    expect(answer.aantallen).toEqual({ contactenDitJaar: 1, openTaken: 1, overeenkomsten: 1 })
  })

  it('hides the taak of another team, and still shows the promise to the klant', async () => {
    const answer = await beeld(agent)

    expect(answer.nu.taken).toEqual([])
    expect(answer.aantallen.openTaken).toBe(0)
    expect(answer.nu.beloften).toMatchObject([
      { onderwerp: 'Lekkage in de badkamer', team: 'Team planning', taakId: null, uiterlijk: '2026-11-25' },
    ])
    expect(JSON.stringify(answer)).not.toContain('loodgieter plannen')
  })

  it('shows what is confidential to who may see that, and to who wrote it', async () => {
    const titels = async (client: Client) => (await beeld(client)).tijdlijn.rijen.map(({ titel }) => titel)

    expect(await titels(agent)).not.toContain('Vertrouwelijke klacht')
    expect(await titels(coordinator)).toContain('Vertrouwelijke klacht')
  })

  it('knows the household itself, with its members', async () => {
    const answer = await beeld(agent, wereld.huishoudenId)

    expect(answer.partij.soort).toBe('huishouden')
    expect(answer.huishoudens).toMatchObject([{ rolNaam: null, leden: [{ partij: { id: wereld.klant.id } }] }])
    expect(answer.tijdlijn.rijen.map(({ titel }) => titel)).toContain('Lekkage in de badkamer')
  })

  it('shows a colleague who is in contact with him, not what he types', async () => {
    const started = await planner.post('/api/gesprekken', { partijId: wereld.klant.id })
    expect(started.statusCode).toBe(201)

    expect((await beeld(agent)).nu.collegas).toMatchObject([{ medewerker: { naam: 'Piet Planner' }, inGesprek: true }])
    expect((await beeld(planner)).nu.collegas).toEqual([])
  })

  it('leaves a line in the verwerkingenlog for each opening', async () => {
    const lezer = await rondom.als('klantcontactmedewerker')
    await beeld(lezer)
    await beeld(lezer)

    const { rows } = await sql`
      select actie, object_id, partij_ids from verwerking where medewerker_id = ${lezer.actor.medewerkerId}`.execute(
      rondom.db,
    )
    const line = { actie: 'inzien', object_id: wereld.klant.id, partij_ids: [wereld.klant.id] }
    expect(rows).toEqual([line, line])
  })

  it('gives the same 404 for what does not exist, for another organisatie, and for no id at all', async () => {
    const elders = await rondom.als('coordinator', { bij: rondom.elders })
    const answers = [
      await agent.get(`/api/klantbeeld/${newId()}`),
      await elders.get(`/api/klantbeeld/${wereld.klant.id}`),
      await agent.get('/api/klantbeeld/geen-id'),
    ]
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404])
    expect(new Set(answers.map((answer) => answer.json().detail)).size).toBe(1)
  })

  it('is not for who has no business with customers', async () => {
    for (const rol of ['functioneel-beheerder', 'redacteur', 'privacy-officer'] as const) {
      const client = await rondom.als(rol)
      expect((await client.get(`/api/klantbeeld/${wereld.klant.id}`)).statusCode).toBe(403)
    }
  })

  it('names who he was merged into', async () => {
    const dubbel = await rondom.write((w) => registerPartij(w, persoon('Dubbel')))
    await sql`
      update partij set samengevoegd_in = ${wereld.klant.id}, actief = false where id = ${dubbel.id}`.execute(rondom.db)

    expect((await beeld(agent, dubbel.id)).partij.samengevoegdIn).toMatchObject({ id: wereld.klant.id })
  })
})
