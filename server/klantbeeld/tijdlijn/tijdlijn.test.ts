import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TijdlijnItem } from '#contract/klantbeeld.ts'
import { maakContact } from '#server/klantcontacten/testing/contact.ts'
import { maakWereld, type Wereld } from '#server/klantcontacten/testing/wereld.ts'
import { newId } from '#server/platform/ids.ts'
import { type Client, startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { maakPersoon } from '#server/relaties/testing/partijen.ts'
import { createTaak } from '#server/taken/index.ts'

let rondom: TestRondom
let wereld: Wereld
let agent: Client
let vraagId: string
let antwoordId: string

async function contact(onderwerp: string, extra: object = {}): Promise<string> {
  const row = await rondom.write((w) => maakContact(w, { partijId: wereld.klant.id, onderwerp, ...extra }))
  return row.id
}

beforeAll(async () => {
  rondom = await startTestRondom()
  wereld = await maakWereld(rondom)
  agent = await rondom.als('klantcontactmedewerker', { teamIds: [wereld.klantcontact] })
  for (let i = 0; i < 7; i++) {
    // Two at the same moment: the cursor has to tell them apart.
    await contact(`Oud contact ${i}`, { plaatsgevondenOp: new Date(`2026-10-0${1 + Math.floor(i / 2)}T09:00:00.123Z`) })
  }
  vraagId = await contact('Lékkage in de keuken', {
    plaatsgevondenOp: new Date('2026-11-01T22:30:00Z'),
    kanaalCode: 'email',
  })
  antwoordId = await contact('Antwoord op de lekkage', {
    type: 'terugkoppeling',
    richting: 'uitgaand',
    antwoordOp: vraagId,
    antwoord: 'De loodgieter komt.',
    plaatsgevondenOp: new Date('2026-11-03T09:00:00Z'),
  })
  await rondom.write(async (w) => {
    await createTaak(w, { teamId: wereld.planning, onderwerp: 'Taak van planning', partijId: wereld.klant.id })
  })
})
afterAll(() => rondom.close())

async function lees(
  query = '',
  client = agent,
  id = wereld.klant.id,
): Promise<{ rijen: TijdlijnItem[]; volgende?: string }> {
  const answer = await client.get(`/api/partijen/${id}/tijdlijn${query}`)
  expect(answer.statusCode).toBe(200)
  return answer.json()
}
const titels = (bladzijde: { rijen: TijdlijnItem[] }) => bladzijde.rijen.map(({ titel }) => titel)

describe('the tijdlijn', () => {
  it('is the same list in pages of any size, newest first, each item once', async () => {
    const alles = titels(await lees('?aantal=100'))
    for (const aantal of [1, 2, 3, 5]) {
      const gelezen: string[] = []
      let na: string | undefined
      do {
        const bladzijde = await lees(`?aantal=${aantal}${na ? `&na=${na}` : ''}`)
        gelezen.push(...titels(bladzijde))
        na = bladzijde.volgende
      } while (na)
      expect(gelezen).toEqual(alles)
    }
    expect(new Set(alles).size).toBe(9)
    expect(alles[0]).toBe('Antwoord op de lekkage')
  })

  it('ties a question to its answer, both ways', async () => {
    const { rijen } = await lees()
    const vraag = rijen.find(({ verwijzingId }) => verwijzingId === vraagId)
    const antwoord = rijen.find(({ verwijzingId }) => verwijzingId === antwoordId)

    expect(vraag?.antwoorden).toEqual([
      { verwijzingId: antwoordId, titel: 'Antwoord op de lekkage', moment: '2026-11-03T09:00:00.000Z' },
    ])
    expect(antwoord?.antwoordOp).toMatchObject({ verwijzingId: vraagId, titel: 'Lékkage in de keuken' })
  })

  it.each([
    ['?kanaal=email', ['Lékkage in de keuken']],
    ['?kanaal=email,telefoon&van=2026-11-01', ['Antwoord op de lekkage', 'Lékkage in de keuken']],
    ['?q=LEKKAGE', ['Antwoord op de lekkage', 'Lékkage in de keuken']],
    ['?q=keuken%20lekkage', ['Lékkage in de keuken']],
    ['?q=loodgieter', ['Antwoord op de lekkage']],
    ['?q=%25', []],
    ['?soort=zaak', []],
    // 1 November 22:30 UTC is 23:30 in the Netherlands: still the first.
    ['?van=2026-11-01&tot=2026-11-01', ['Lékkage in de keuken']],
    ['?van=2026-11-02&tot=2026-11-02', []],
  ])('with %s shows %j', async (query, expected) => {
    expect(titels(await lees(query))).toEqual(expected)
  })

  it('shows a taak to its team only', async () => {
    const planner = await rondom.als('vakspecialist', { teamIds: [wereld.planning] })
    expect(titels(await lees('?soort=taak', planner))).toEqual(['Taak van planning'])
    expect(titels(await lees('?soort=taak'))).toEqual([])
  })

  it('shows to a member what happened in his household since he is in it, and says so', async () => {
    const partner = await rondom.write(async (w) => {
      const row = await maakPersoon(w, { persoon: { achternaam: 'Partner', tussenvoegsels: '' } })
      await sql`
        insert into partij_rol (id, partij_id, in_partij_id, rol, begindatum)
        values (${newId()}, ${row.id}, ${wereld.huishoudenId}, 'MBW', '2026-11-02')`.execute(w.tx)
      return row
    })

    const { rijen } = await lees('', agent, partner.id)

    expect(titels({ rijen })).toEqual(['Antwoord op de lekkage'])
    expect(rijen[0]?.via).toMatchObject({ id: wereld.huishoudenId })
    expect((await lees()).rijen.every(({ via }) => via === null)).toBe(true)
  })

  it('keeps what is confidential from who may not see it, in text search and threads too', async () => {
    const geheim = await contact('Zwijgplicht', { vertrouwelijk: true, antwoordOp: vraagId, type: 'terugkoppeling' })
    expect(titels(await lees('?q=zwijgplicht'))).toEqual([])
    expect(JSON.stringify(await lees())).not.toContain(geheim)
    const coordinator = await rondom.als('coordinator')
    expect(titels(await lees('?q=zwijgplicht', coordinator))).toEqual(['Zwijgplicht'])
  })

  it('refuses a cursor that is not ours, unknown parameters and dates that do not exist', async () => {
    for (const query of ['?na=abc', '?na=WyJ4Il0', '?van=2026-02-30', '?x=1', '?aantal=1000']) {
      expect((await agent.get(`/api/partijen/${wereld.klant.id}/tijdlijn${query}`)).statusCode).toBe(400)
    }
  })

  it('does not exist for another organisatie, and is closed for who may not see customers', async () => {
    const elders = await rondom.als('coordinator', { bij: rondom.elders })
    expect((await elders.get(`/api/partijen/${wereld.klant.id}/tijdlijn`)).statusCode).toBe(404)
    const redacteur = await rondom.als('redacteur')
    expect((await redacteur.get(`/api/partijen/${wereld.klant.id}/tijdlijn`)).statusCode).toBe(403)
  })
})
