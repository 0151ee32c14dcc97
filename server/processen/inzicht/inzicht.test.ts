import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Procesinzicht } from '#contract/procesinzicht.ts'
import { findTeamByCode, seedInrichting } from '#server/beheer/index.ts'
import { newId } from '#server/platform/ids.ts'
import { type Client, startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { addZaakrol, setZaakstatus } from '#server/zaken/index.ts'
import { beginProef, publiceerProef } from '../testing/proefproces.ts'
import { tekening } from '../testing/tekening.ts'

let rondom: TestRondom
let kcc: Client
let coordinator: Client
let versieId: string
const taak = (id: string, naam: string) => `<bpmn:userTask id="${id}" name="${naam}" rondom:team="kcc"/>`
const proces = (extra: string) => ({
  'proces.bpmn': tekening(
    `<bpmn:startEvent id="begin"/>${taak('a', 'Beoordelen')}${taak('b', 'Inplannen')}${extra}
    <bpmn:boundaryEvent id="tijd" name="Herinnering" attachedToRef="a" cancelActivity="false">
      <bpmn:timerEventDefinition><bpmn:timeDuration>P30D</bpmn:timeDuration></bpmn:timerEventDefinition>
    </bpmn:boundaryEvent>
    <bpmn:endEvent id="einde"/>
    begin -> a
    a -> b
    ${extra ? 'b -> c' : ''}
    tijd -> einde`,
    { attributen: 'rondom:procesteam="kcc" rondom:servicenorm="2"' },
  ),
})

beforeAll(async () => {
  rondom = await startTestRondom({ now: new Date('2026-10-05T10:00:00Z') })
  await rondom.write(seedInrichting)
  kcc = await rondom.als('klantcontactmedewerker', { teamIds: [(await findTeamByCode(rondom.db, 'kcc'))?.id ?? ''] })
  coordinator = await rondom.als('coordinator')
  versieId = await publiceerProef(rondom, 'inzicht', proces(''))
})
afterAll(() => rondom.close())

const op = (dag: string) => {
  rondom.clock.now = new Date(`${dag}T10:00:00Z`)
}
const stap = (zaakId: string, element: string) => kcc.post(`/api/zaken/${zaakId}/stappen/${element}`, {})
const lees = async (query = '', client = coordinator): Promise<Procesinzicht> => {
  const antwoord = await client.get(`/api/inzicht/inzicht${query}`)
  expect(antwoord.statusCode, antwoord.body).toBe(200)
  return antwoord.json()
}

describe('the figures of a process', () => {
  it('count what came in and was finished, how long it took, terms, where it waits, and what came back', async () => {
    op('2026-10-05')
    const snel = await beginProef(kcc, 'inzicht')
    const traag = await beginProef(kcc, 'inzicht')
    op('2026-10-06')
    await stap(snel.zaakId, 'a')
    await stap(snel.zaakId, 'b')
    op('2026-10-15')
    await stap(traag.zaakId, 'a')
    await stap(traag.zaakId, 'b')
    await sql`update zaak_termijn set overschreden_op = '2026-10-08T00:00:00Z' where zaak_id = ${traag.zaakId}`.execute(
      rondom.db,
    )
    op('2026-10-20')
    await rondom.write((w) => setZaakstatus(w, snel.zaakId, { status: 'INB' }))
    const loopt = await beginProef(kcc, 'inzicht')
    // Of another version, of the same process.
    await publiceerProef(rondom, 'inzicht', proces(taak('c', 'Extra')))
    const nieuw = await beginProef(kcc, 'inzicht')
    op('2026-10-22')
    await stap(nieuw.zaakId, 'a')
    op('2026-10-26')

    const inzicht = await lees('?van=2026-10-05&tot=2026-10-26')
    expect(inzicht).toMatchObject({ naam: 'Proef', begonnen: 4, afgerond: 2, lopend: 3, heropend: 1 })
    expect(inzicht.doorlooptijd.mediaan).toBeCloseTo(5.5)
    expect(inzicht.doorlooptijd.p90).toBeCloseTo(9.1)
    expect(inzicht.weken).toEqual([
      { week: '2026-10-05', begonnen: 2, afgerond: 1 },
      { week: '2026-10-12', begonnen: 0, afgerond: 1 },
      { week: '2026-10-19', begonnen: 2, afgerond: 0 },
      { week: '2026-10-26', begonnen: 0, afgerond: 0 },
    ])
    expect(inzicht.termijnen).toMatchObject([{ soort: 'servicenorm', naam: 'Afhandeling', gehaald: 1, teLaat: 1 }])
    expect(inzicht.wacht).toEqual([
      { element: 'a', naam: 'Beoordelen', aantal: 1, mediaan: 6, langste: 6 },
      { element: 'b', naam: 'Inplannen', aantal: 1, mediaan: 4, langste: 4 },
    ])
    expect(inzicht.teams).toMatchObject([{ team: { code: 'kcc' }, begonnen: 4, lopend: 3, heropend: 1 }])
    expect((await lees('?van=2026-10-12&tot=2026-10-18')).afgerond).toBe(1)
    expect(inzicht.bpmn).toContain('Extra')
    expect(JSON.stringify(inzicht)).not.toContain(loopt.nummer)

    const csv = (await coordinator.get('/api/inzicht/inzicht/export?tabel=wacht&van=2026-10-05&tot=2026-10-26')).body
    expect(csv).toContain('Beoordelen;1;6;6')
    for (const tabel of ['weken', 'termijnen', 'teams'])
      expect((await coordinator.get(`/api/inzicht/inzicht/export?tabel=${tabel}`)).statusCode).toBe(200)
    expect((await coordinator.get('/api/inzicht')).json().rijen).toContainEqual({
      proces: 'inzicht',
      naam: 'Proef',
      lopend: 2,
    })
  })

  it('are for the coördinator and who sets up processes; nobody counts what he may not know of', async () => {
    for (const rol of ['klantcontactmedewerker', 'vakspecialist', 'redacteur', 'privacy-officer'] as const)
      expect((await (await rondom.als(rol)).get('/api/inzicht/inzicht')).statusCode).toBe(403)
    const beheerder = await rondom.als('functioneel-beheerder')
    const voor = await lees('', beheerder)
    const zelf = await rondom.als('coordinator')
    const { zaakId } = await beginProef(kcc, 'inzicht')
    await rondom.write((w) => addZaakrol(w, zaakId, { rol: 'beklaagde', medewerkerId: zelf.actor.medewerkerId }))

    expect((await lees('', beheerder)).begonnen).toBe(voor.begonnen + 1)
    expect(await lees('', zelf)).toEqual(voor)
    expect((await coordinator.get('/api/inzicht/bestaat-niet')).statusCode).toBe(404)
    const elders = await rondom.als('coordinator', { bij: rondom.elders })
    expect((await elders.get('/api/inzicht/inzicht')).statusCode).toBe(404)
    expect((await coordinator.get('/api/inzicht/inzicht?van=2026-10-05&tot=2026-10-01')).statusCode).toBe(400)
    expect((await coordinator.get('/api/inzicht/inzicht?van=2020-01-01&tot=2026-10-01')).statusCode).toBe(400)
  })

  it('of one process among many are found by their indexes', async () => {
    await sql`
      insert into zaak (id, nummer, zaaktype, zaaktype_naam, omschrijving, ontvangen_op, geopend_op, geopend_door, gewijzigd_op,
        status, afgesloten_op)
      select gen_random_uuid(), 'V' || n, 'veel', 'Veel', 'x', ${rondom.clock.now}::timestamptz - n * interval '1 minute', now(),
        ${newId()}, now(), 'AFG', ${rondom.clock.now}::timestamptz - n * interval '1 minute' from generate_series(1, 20000) n`.execute(
      rondom.db,
    )
    await sql`
      insert into proces_instantie (id, zaak_id, versie_id, status, begonnen_op, klaar_op)
      select gen_random_uuid(), id, ${versieId}, 'klaar', ontvangen_op - interval '3 years', afgesloten_op - interval '3 years'
      from zaak where zaaktype = 'veel'`.execute(rondom.db)
    await sql`analyze zaak, proces_instantie`.execute(rondom.db)
    const { rows } = await sql<{ 'QUERY PLAN': string }>`
      explain select count(*) from proces_instantie
      where versie_id = any(${[versieId]}::uuid[]) and klaar_op >= '2026-10-01' and klaar_op < '2026-11-01'`.execute(
      rondom.db,
    )
    expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('proces_instantie_klaar_op')
    expect((await lees()).begonnen).toBeLessThan(20)
  })
})
