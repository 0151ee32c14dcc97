import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TaakRij } from '#contract/taken.ts'
import type { ZaakTermijnRij } from '#contract/zaken.ts'
import { maakWereld, type Wereld } from '#server/klantcontacten/testing/wereld.ts'
import { type Client, startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { haalTermijn, openZaak, setZaakstatus, startTermijn } from '../index.ts'
import { bewaakTermijnen } from './jobs.ts'

let rondom: TestRondom
let wereld: Wereld
let coordinator: Client
beforeAll(async () => {
  rondom = await startTestRondom()
  wereld = await maakWereld(rondom)
  coordinator = await rondom.als('coordinator')
})
afterAll(() => rondom.close())

async function zaakMet(soort: 'servicenorm' | 'wettelijk', uiterste: string, waarschuwVooraf = 1) {
  const zaak = await rondom.write(async (w) => {
    const made = await openZaak(w, {
      zaaktype: 'proef',
      zaaktypeNaam: 'Proef',
      omschrijving: `Termijn tot ${uiterste}`,
      partijId: wereld.klant.id,
      teamId: wereld.planning,
    })
    await startTermijn(w, made.id, { soort, naam: 'klaar', uiterste, waarschuwVooraf })
    return made
  })
  return zaak.id
}
const opDag = (dag: string) => {
  rondom.clock.now = new Date(`${dag}T07:00:00Z`)
}
const bewaak = () => bewaakTermijnen(rondom.context())
async function gehoord(zaakId: string): Promise<string[]> {
  const { rows } = await sql<{ soort: string }>`
    select soort from gebeurtenis where gegevens ->> 'zaakId' = ${zaakId} and soort like 'zaak.termijn%' order by id`.execute(
    rondom.db,
  )
  return rows.map(({ soort }) => soort)
}
const nietNagekomen = async (query = '') =>
  ((await coordinator.get(`/api/termijnen?aantal=100${query}`)).json() as { rijen: ZaakTermijnRij[] }).rijen

describe('watching over terms', () => {
  it('warns once, marks what passed once, and keeps it on the list until it is done', async () => {
    opDag('2026-11-23')
    const id = await zaakMet('servicenorm', '2026-11-26')
    await bewaak()
    expect(await gehoord(id)).toEqual([])

    opDag('2026-11-25')
    await bewaak()
    await bewaak()
    expect(await gehoord(id)).toEqual(['zaak.termijn-nadert'])
    expect((await nietNagekomen()).map(({ zaak }) => zaak.id)).not.toContain(id)

    opDag('2026-11-27')
    await Promise.all([bewaak(), bewaak(), bewaak()])
    expect(await gehoord(id)).toEqual(['zaak.termijn-nadert', 'zaak.termijn-overschreden'])
    const [rij] = (await nietNagekomen()).filter(({ zaak }) => zaak.id === id)
    expect(rij).toMatchObject({ naam: 'klaar', stand: 'te-laat', werkdagenOver: -1, status: 'overschreden' })
    expect((await nietNagekomen(`&teamId=${wereld.klachten}`)).map(({ zaak }) => zaak.id)).not.toContain(id)
    expect((await nietNagekomen('&mijn=true')).map(({ zaak }) => zaak.id)).not.toContain(id)

    await rondom.write((w) => haalTermijn(w, id, 'klaar'))
    expect((await nietNagekomen()).map(({ zaak }) => zaak.id)).not.toContain(id)
  })

  it('leaves alone what stands still', async () => {
    opDag('2026-11-23')
    const id = await zaakMet('servicenorm', '2026-11-26')
    await rondom.write((w) => setZaakstatus(w, id, { status: 'INB', wachtOp: 'klant' }))
    opDag('2026-12-10')
    await bewaak()
    expect(await gehoord(id)).toEqual([])
    expect((await nietNagekomen()).map(({ zaak }) => zaak.id)).not.toContain(id)
  })

  it('makes the law somebody’s work: before the day, and again when it was missed', async () => {
    opDag('2026-11-23')
    const id = await zaakMet('wettelijk', '2026-12-04', 7)
    await rondom.write((w) => setZaakstatus(w, id, { status: 'INB', wachtOp: 'klant' }))
    opDag('2026-11-28')
    await bewaak()
    opDag('2026-12-05')
    await bewaak()
    await bewaak()

    const { rijen } = (await coordinator.get(`/api/taken?aantal=100&teamId=${wereld.planning}`)).json() as {
      rijen: TaakRij[]
    }
    expect(rijen.map(({ onderwerp, prioriteit }) => [onderwerp.replace(/Z2026-\d+/, 'Z'), prioriteit])).toEqual([
      ['Wettelijke termijn nadert: klaar (Z)', 'hoog'],
      ['Wettelijke termijn verstreken: klaar (Z)', 'hoog'],
    ])
  })

  it('goes on when the team of a zaak is gone', async () => {
    opDag('2026-11-23')
    const weg = await zaakMet('wettelijk', '2026-11-24')
    await sql`update zaak set team_id = ${wereld.klachten} where id = ${weg}`.execute(rondom.db)
    await sql`update team set actief = false where id = ${wereld.klachten}`.execute(rondom.db)
    const ander = await zaakMet('servicenorm', '2026-11-24')
    opDag('2026-11-25')
    await bewaak()
    expect(await gehoord(weg)).toEqual(['zaak.termijn-overschreden'])
    expect(await gehoord(ander)).toEqual(['zaak.termijn-overschreden'])
  })

  it('gets through a backlog of hundreds in one go', async () => {
    opDag('2026-11-23')
    for (let i = 0; i < 3; i++) await zaakMet('servicenorm', '2026-11-24')
    const zaakId = await zaakMet('servicenorm', '2026-11-24')
    await sql`
      insert into zaak_termijn (id, zaak_id, soort, naam, telling, start_op, uiterste_op, status)
      select gen_random_uuid(), ${zaakId}, 'servicenorm', 'n' || n, 'datum', now(), '2026-11-24', 'loopt'
      from generate_series(1, 450) as n`.execute(rondom.db)
    opDag('2026-11-25')
    await bewaak()
    const { rows } = await sql<{
      n: number
    }>`select count(*) as n from zaak_termijn where status = 'loopt' and uiterste_op < '2026-11-25' and gepauzeerd_op is null`.execute(
      rondom.db,
    )
    expect(rows[0]?.n).toBe(0)
  })
})
