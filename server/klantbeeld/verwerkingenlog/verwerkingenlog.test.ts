import { parse } from 'csv-parse/sync'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { KetenControle, Verwerking } from '#contract/klantbeeld.ts'
import { maakWereld, type Wereld } from '#server/klantcontacten/testing/wereld.ts'
import { newId } from '#server/platform/ids.ts'
import { type Client, startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { seal } from '#server/platform/verwerkingenlog/seal.ts'
import { persoonIn } from '#server/relaties/testing/partijen.ts'

let rondom: TestRondom
let wereld: Wereld
let agent: Client
let officer: Client
beforeAll(async () => {
  rondom = await startTestRondom()
  wereld = await maakWereld(rondom)
  agent = await rondom.als('klantcontactmedewerker', { naam: '=Agnes()' })
  officer = await rondom.als('privacy-officer', { naam: 'Petra Privacy' })
  for (let i = 0; i < 5; i++) await agent.get(`/api/klantbeeld/${wereld.klant.id}`)
  const ander = await persoonIn(rondom, { persoon: { achternaam: 'Ander' } })
  await agent.get(`/api/klantbeeld/${ander.id}`)
})
afterAll(() => rondom.close())

async function lees(query = ''): Promise<{ rijen: Verwerking[]; volgende?: string }> {
  const answer = await officer.get(`/api/verwerkingenlog${query}`)
  expect(answer.statusCode).toBe(200)
  return answer.json()
}

describe('the verwerkingenlog on screen', () => {
  it('tells who looked at whom, newest first', async () => {
    const { rijen } = await lees(`?medewerkerId=${agent.actor.medewerkerId}`)

    expect(rijen).toHaveLength(6)
    expect(rijen[0]).toMatchObject({
      actor: '=Agnes()',
      actie: 'inzien',
      doel: 'Klantbeeld openen',
      partijen: [{ naam: 'J.A. van den Ander' }],
    })
  })

  it('answers "who saw my data" by the number of the klant, page by page', async () => {
    const gelezen: number[] = []
    let na: string | undefined
    do {
      const query = `?contactnummer=${wereld.klant.nummer}&actie=inzien&medewerkerId=${agent.actor.medewerkerId}&aantal=2`
      const bladzijde = await lees(query + (na ? `&na=${na}` : ''))
      gelezen.push(...bladzijde.rijen.map(({ id }) => id))
      na = bladzijde.volgende
    } while (na)
    expect(new Set(gelezen).size).toBe(5)
    expect((await lees('?contactnummer=999999999')).rijen).toEqual([])
  })

  it('filters on days of the Dutch calendar', async () => {
    expect((await lees('?van=2026-11-24')).rijen).toEqual([])
    expect((await lees('?van=2026-11-23&tot=2026-11-23&actie=inzien')).rijen.length).toBeGreaterThan(5)
  })

  it('leaves a line of its own', async () => {
    await lees(`?contactnummer=${wereld.klant.nummer}`)
    const { rijen } = await lees(`?medewerkerId=${officer.actor.medewerkerId}`)
    expect(
      rijen.some(
        ({ objectSoort, partijen }) => objectSoort === 'verwerkingenlog' && partijen[0]?.id === wereld.klant.id,
      ),
    ).toBe(true)
  })

  it('goes out as CSV without a formula that runs, and the export is in the log', async () => {
    const answer = await officer.get(`/api/verwerkingenlog/export?medewerkerId=${agent.actor.medewerkerId}`)

    expect(answer.statusCode).toBe(200)
    expect(answer.headers['content-disposition']).toContain('verwerkingenlog.csv')
    const rows = parse(answer.body, { delimiter: ';', bom: true, columns: true }) as Record<string, string>[]
    expect(rows).toHaveLength(6)
    expect(rows[0]?.['Medewerker']).toBe("'=Agnes()")
    const { rows: lines } = await sql`
      select from verwerking where medewerker_id = ${officer.actor.medewerkerId} and actie = 'exporteren'`.execute(
      rondom.db,
    )
    expect(lines).toHaveLength(1)
  })

  it('says that the chain is whole', async () => {
    expect((await officer.get('/api/verwerkingenlog/controle')).json()).toMatchObject({ ok: true, gecontroleerd: 0 })
    await seal(rondom.db)

    const controle = (await officer.get('/api/verwerkingenlog/controle?alles=true')).json() as KetenControle
    expect(controle).toMatchObject({ ok: true, openstaand: 0, breuk: null })
    expect(controle.gecontroleerd).toBeGreaterThan(6)
    expect((await lees()).rijen.some(({ verzegeld }) => verzegeld)).toBe(true)
  })

  it.each(['', '/export', '/controle'])('is for the privacy-officer alone: %s', async (path) => {
    for (const rol of ['klantcontactmedewerker', 'coordinator', 'functioneel-beheerder', 'redacteur'] as const) {
      const client = await rondom.als(rol)
      expect((await client.get(`/api/verwerkingenlog${path}`)).statusCode).toBe(403)
    }
    expect((await rondom.anoniem.get(`/api/verwerkingenlog${path}`)).statusCode).toBe(401)
  })

  it('shows nothing of another organisatie, and refuses what it does not know', async () => {
    const elders = await rondom.als('privacy-officer', { bij: rondom.elders })
    const answer = (await elders.get(`/api/verwerkingenlog?partijId=${wereld.klant.id}`)).json()
    expect(answer.rijen).toEqual([])
    for (const query of ['?actie=lezen', '?van=gisteren', '?partijId=1', '?na=x', `?zoek=${newId()}`]) {
      expect((await officer.get(`/api/verwerkingenlog${query}`)).statusCode).toBe(400)
    }
  })
})
