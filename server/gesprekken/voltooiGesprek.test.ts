import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Gesprek, GesprekInhoud, GesprekVraag, VoltooidGesprek } from '#contract/gesprekken.ts'
import type { Klantcontact } from '#contract/klantcontacten.ts'
import type { Probleem } from '#contract/probleem.ts'
import type { Taak } from '#contract/taken.ts'
import { maakWereld, type Wereld } from '#server/klantcontacten/testing/wereld.ts'
import { newId } from '#server/platform/ids.ts'
import { type Client, startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { beginGesprek, metVragen, voltooi } from './testing/gesprek.ts'

let rondom: TestRondom
let wereld: Wereld
let agent: Client
let planner: Client
beforeAll(async () => {
  rondom = await startTestRondom()
  wereld = await maakWereld(rondom)
  agent = await rondom.als('klantcontactmedewerker', { naam: 'Sanne Jansen', teamIds: [wereld.klantcontact] })
  planner = await rondom.als('vakspecialist', { naam: 'Piet Planner', teamIds: [wereld.planning] })
})
afterAll(() => rondom.close())

const start = (client: Client = agent, partijId: string | null = wereld.klant.id): Promise<Gesprek> =>
  beginGesprek(client, { partijId })

const metTaak = (teamId: string | null): Pick<GesprekVraag, 'vraag' | 'taak'> => ({
  vraag: 'Wanneer komt de loodgieter?',
  taak: {
    aanmaken: true,
    teamId,
    onderwerp: 'Klant informeren over planning',
    toelichting: '',
    prioriteit: 'normaal',
    termijnWerkdagen: 2,
    belofte: true,
  },
})

async function count(table: 'klantcontact' | 'taak' | 'concept', where = sql`true`): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)} where ${where}`.execute(
    rondom.db,
  )
  return rows[0]?.n ?? -1
}

describe('one contact from question to answer', () => {
  it('goes from draft to klantcontact and taak, is claimed, finished and told to the customer', async () => {
    const gesprek = await start()
    const saved = await agent.put(
      `/api/gesprekken/${gesprek.id}`,
      { partijId: wereld.klant.id, inhoud: metVragen(gesprek, metTaak(wereld.planning)) },
      gesprek.versie,
    )
    const bewaard: Gesprek = saved.json()
    expect(bewaard.versie).toBe(2)

    const done: VoltooidGesprek = (await voltooi(agent, bewaard, bewaard.inhoud)).json()
    const [post] = done.klantcontacten
    // Registered on Monday 23 November: two working days later is Wednesday.
    expect(post).toMatchObject({
      directBeantwoord: false,
      taak: { team: { naam: 'Team planning' }, deadline: '2026-11-25' },
    })
    expect((await agent.get(`/api/gesprekken/${gesprek.id}`)).statusCode).toBe(404)

    const taakId = post?.taak?.id
    const claimed: Taak = (await planner.post(`/api/taken/${taakId}/behandeling`)).json()
    expect(claimed).toMatchObject({ status: 'in_uitvoering', medewerker: { naam: 'Piet Planner' } })
    expect(claimed.klantcontact?.vraag).toBe('Wanneer komt de loodgieter?')
    expect(claimed.voorstel).toMatchObject({ kanaalCode: 'telefoon', aanhef: 'Geachte heer Van den Berg' })

    const finished = await planner.post(
      `/api/taken/${taakId}/afronding`,
      {
        uitkomst: 'Afspraak gemaakt voor 27 november.',
        terugkoppeling: {
          kanaalCode: 'telefoon',
          onderwerp: claimed.voorstel?.onderwerp,
          antwoord: 'Hij komt vrijdag 27 november tussen 8 en 10.',
          toonInPortaal: true,
        },
      },
      { 'if-match': `"${claimed.versie}"` },
    )
    expect(finished.statusCode).toBe(200)
    const taak: Taak = finished.json()
    expect(taak).toMatchObject({ status: 'afgerond', uitkomst: 'Afspraak gemaakt voor 27 november.' })
    expect(taak.belofteIngelostOp).not.toBeNull()
    expect(taak.historie.map((each) => each.soort)).toEqual(['aangemaakt', 'opgepakt', 'teruggekoppeld', 'afgerond'])

    const question: Klantcontact = (await agent.get(`/api/klantcontacten/${post?.id}`)).json()
    expect(question.draad.map((each) => [each.type, each.antwoordOp])).toEqual([
      ['vraag', null],
      ['terugkoppeling', question.id],
    ])
    expect(question.betrokkenen.map((each) => [each.rol, each.partijId])).toEqual([
      ['klant', wereld.klant.id],
      ['huishouden', wereld.huishoudenId],
    ])
  })

  it('answered at once is exactly one klantcontact with question and answer, and no taak', async () => {
    const before = [await count('klantcontact'), await count('taak')]
    const gesprek = await start()
    const inhoud = metVragen(gesprek, { vraag: 'Bent u open?', directBeantwoord: true, antwoord: 'Ja, tot 17 uur.' })

    const answer = await voltooi(agent, gesprek, inhoud)

    expect(answer.statusCode).toBe(201)
    expect([await count('klantcontact'), await count('taak')]).toEqual([(before[0] ?? 0) + 1, before[1]])
    const done: VoltooidGesprek = answer.json()
    const post: Klantcontact = (await agent.get(`/api/klantcontacten/${done.klantcontacten[0]?.id}`)).json()
    expect(post).toMatchObject({ vraag: 'Bent u open?', antwoord: 'Ja, tot 17 uur.', directBeantwoord: true })
  })

  it('of several questions gives each its own post and its own taak', async () => {
    const gesprek = await start()
    const inhoud = metVragen(
      gesprek,
      { vraag: 'Bent u open?', directBeantwoord: true, antwoord: 'Ja.' },
      metTaak(wereld.planning),
      { ...metTaak(wereld.klachten), type: 'klacht', vraag: 'Niemand belde terug.' },
    )

    const done: VoltooidGesprek = (await voltooi(agent, gesprek, inhoud)).json()

    expect(done.klantcontacten.map((post) => post.taak?.team.naam ?? null)).toEqual([
      null,
      'Team planning',
      'Team klachten',
    ])
    const post: Klantcontact = (await agent.get(`/api/klantcontacten/${done.klantcontacten[0]?.id}`)).json()
    expect(post.zelfdeGesprek).toHaveLength(2)
  })

  it('writes the tijdlijn of the klant and of his household', async () => {
    const gesprek = await start()
    const inhoud = metVragen(gesprek, { vraag: 'Uniek op de tijdlijn', directBeantwoord: true, antwoord: 'Ja' })
    const done: VoltooidGesprek = (await voltooi(agent, gesprek, inhoud)).json()

    const { rows } = await sql<{ partij_id: string; titel: string }>`
      select partij_id, titel from tijdlijn_item where verwijzing_id = ${done.klantcontacten[0]?.id} order by partij_id`.execute(
      rondom.db,
    )

    expect(rows.map((row) => row.partij_id).sort()).toEqual([wereld.klant.id, wereld.huishoudenId].sort())
  })
})

describe('doing it twice', () => {
  it('with the same key gives the same answer and makes one', async () => {
    const gesprek = await start()
    const inhoud = metVragen(gesprek, metTaak(wereld.planning))
    const key = newId()

    const answers = await Promise.all([
      voltooi(agent, gesprek, inhoud, { key }),
      voltooi(agent, gesprek, inhoud, { key }),
    ])

    expect(answers.map((answer) => answer.statusCode)).toEqual([201, 201])
    expect(answers[0]?.json()).toEqual(answers[1]?.json())
    expect(await count('klantcontact', sql`gesprek_id = ${gesprek.id}`)).toBe(1)
  })

  it('without a key too: ten at once make one', async () => {
    const gesprek = await start()
    const inhoud = metVragen(gesprek, metTaak(wereld.planning))

    const answers = await Promise.all(Array.from({ length: 10 }, () => voltooi(agent, gesprek, inhoud)))

    expect(new Set(answers.map((answer) => answer.statusCode))).toEqual(new Set([201]))
    const ids = answers.map((answer) => (answer.json() as VoltooidGesprek).klantcontacten[0]?.id)
    expect(new Set(ids).size).toBe(1)
    expect(await count('klantcontact', sql`gesprek_id = ${gesprek.id}`)).toBe(1)
    expect(await count('taak', sql`klantcontact_id = ${ids[0]}`)).toBe(1)
  })

  it('by somebody else finds nothing', async () => {
    const gesprek = await start()
    const inhoud = metVragen(gesprek, metTaak(wereld.planning))
    await voltooi(agent, gesprek, inhoud)
    expect((await voltooi(planner, gesprek, inhoud)).statusCode).toBe(404)
  })
})

describe('a contact that is not ready', () => {
  async function problems(inhoud: (gesprek: Gesprek) => GesprekInhoud, partijId: string | null = wereld.klant.id) {
    const gesprek = await start(agent, partijId)
    const before = await count('klantcontact')
    const answer = await voltooi(agent, gesprek, inhoud(gesprek))
    expect(answer.statusCode).toBe(400)
    expect(await count('klantcontact')).toBe(before)
    expect(await count('concept', sql`id = ${gesprek.id}`)).toBe(1)
    const { invalidParams = [] } = answer.json() as Probleem
    await agent.delete(`/api/gesprekken/${gesprek.id}`, gesprek.versie)
    return Object.fromEntries(invalidParams.map((param) => [param.name, param.reason]))
  }

  it('names each field in Dutch, and keeps the draft', async () => {
    const found = await problems(
      (gesprek) => ({ ...metVragen(gesprek, { ...metTaak(null), vraag: '' }), kanaalCode: null }),
      null,
    )
    expect(found).toMatchObject({
      'inhoud.kanaalCode': 'Kies het kanaal.',
      partijId: 'Kies de klant, of vul in wie er contact opnam.',
      'inhoud.vragen.0.vraag': 'Schrijf op wat de klant vraagt.',
      'inhoud.vragen.0.taak.teamId': 'Kies het team dat de taak krijgt.',
    })
  })

  it('leaves no question without an answer or a taak', async () => {
    const found = await problems((gesprek) => metVragen(gesprek, { vraag: 'Hoe laat?' }))
    expect(Object.keys(found)).toEqual(['inhoud.vragen.0.directBeantwoord'])
  })

  it('counts characters: 20 000 fit, one more does not', async () => {
    const found = await problems((gesprek) =>
      metVragen(gesprek, { ...metTaak(wereld.planning), vraag: 'é'.repeat(20_001) }),
    )
    expect(found['inhoud.vragen.0.vraag']).toContain('20.000')

    const gesprek = await start()
    const long = metVragen(gesprek, { ...metTaak(wereld.planning), vraag: 'é'.repeat(20_000) })
    expect((await voltooi(agent, gesprek, long)).statusCode).toBe(201)
  })

  it('refuses what belongs to another klant, team, draft or organisatie', async () => {
    const ander = await maakWereldElders()
    const found = await problems((gesprek) =>
      metVragen(gesprek, {
        ...metTaak(ander.planning),
        antwoordOp: newId(),
        onderwerpIds: [ander.onderwerpId],
        bijlageIds: [newId()],
        koppelingen: [{ soort: 'eenheid', objectId: ander.eenheidId, omschrijving: '' }],
        sjabloonId: newId(),
      }),
    )
    expect(Object.keys(found).sort()).toEqual([
      'inhoud.vragen.0.antwoordOp',
      'inhoud.vragen.0.bijlageIds.0',
      'inhoud.vragen.0.koppelingen.0',
      'inhoud.vragen.0.onderwerpIds.0',
      'inhoud.vragen.0.sjabloonId',
      'inhoud.vragen.0.taak.teamId',
    ])
  })
})

let elders: Promise<Wereld> | undefined
function maakWereldElders(): Promise<Wereld> {
  elders ??= maakWereld(rondom, rondom.elders)
  return elders
}

describe('text from outside', () => {
  it('is kept as the text it is: script, formulas, emoji and half a surrogate', async () => {
    const gesprek = await start()
    const nasty = '<script>alert(1)</script> =1+1 {{klant.naam}} 👩‍🔧 \u202Eexe'
    const inhoud = metVragen(gesprek, {
      vraag: `${nasty}\u0000\ud800`,
      onderwerp: '<b>lek</b>',
      directBeantwoord: true,
      antwoord: nasty,
    })

    const done: VoltooidGesprek = (await voltooi(agent, gesprek, inhoud)).json()

    const post: Klantcontact = (await agent.get(`/api/klantcontacten/${done.klantcontacten[0]?.id}`)).json()
    expect(post.antwoord).toBe(nasty)
    expect(post.onderwerp).toBe('<b>lek</b>')
    expect(post.vraag).toBe(`${nasty}\ufffd`)
  })
})

describe('who may', () => {
  it('is refused to an administrator and to nobody', async () => {
    const beheerder = await rondom.als('functioneel-beheerder')
    expect((await beheerder.post('/api/gesprekken', {})).statusCode).toBe(403)
    expect((await rondom.anoniem.post('/api/gesprekken', {})).statusCode).toBe(401)
    expect(await count('concept', sql`medewerker_id = ${beheerder.actor.medewerkerId}`)).toBe(0)
  })

  it('a draft is its owner’s alone: for a colleague and another organisatie it does not exist', async () => {
    const gesprek = await start()
    const vreemd = await rondom.als('coordinator', { bij: rondom.elders })
    const coordinator = await rondom.als('coordinator')
    for (const client of [coordinator, vreemd, planner]) {
      expect((await client.get(`/api/gesprekken/${gesprek.id}`)).statusCode).toBe(404)
      const body = { partijId: null, inhoud: gesprek.inhoud }
      expect((await client.put(`/api/gesprekken/${gesprek.id}`, body, 1)).statusCode).toBe(404)
      expect((await client.delete(`/api/gesprekken/${gesprek.id}`, 1)).statusCode).toBe(404)
      expect((await client.get('/api/gesprekken')).json()).toEqual({ gesprekken: [] })
    }
    expect((await agent.get(`/api/gesprekken/${gesprek.id}`)).statusCode).toBe(200)
    await agent.delete(`/api/gesprekken/${gesprek.id}`, 1)
  })
})
