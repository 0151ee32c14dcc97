import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Naamvolgorde } from '#contract/regels/naam.ts'
import { startWorker } from '#server/platform/jobs/worker.ts'
import { type Client, startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { slice } from '../index.ts'
import { maak, maakPersoon, persoonIn } from '../testing/partijen.ts'
import { naamvolgorde } from './naamvolgorde.ts'

let rondom: TestRondom
let beheerder: Client
let versie = 0
let stopWorker: () => Promise<void>
beforeAll(async () => {
  rondom = await startTestRondom()
  beheerder = await rondom.als('functioneel-beheerder')
  const { databaseUrl, organisaties, services } = rondom
  const jobs = slice.jobs?.(services) ?? {}
  const worker = await startWorker({ databaseUrl, organisaties, log: services.log, clock: services.clock, jobs })
  stopWorker = worker.stop
})
afterAll(async () => {
  await stopWorker()
  await rondom.close()
})

async function kies(volgorde: Naamvolgorde | null): Promise<void> {
  const answer = await beheerder.put('/api/beheer/instellingen/sorteernaamVolgorde', { waarde: volgorde }, versie)
  expect(answer.statusCode, answer.body).toBe(200)
  versie = answer.json().versie
}

async function rijVan(id: string, db = rondom.db) {
  const { rows } = await sql<{ sorteernaam: string; versie: number }>`
    select sorteernaam, versie from partij where id = ${id}`.execute(db)
  return rows[0]
}

/** As long as it takes; the test itself has a limit. */
async function untilSorteernaam(id: string, expected: string): Promise<void> {
  while ((await rijVan(id))?.sorteernaam !== expected) await sleep(20)
}

describe('the order of names in lists', () => {
  it('counts for who is written from now on', async () => {
    await kies('tussenvoegsels')

    const nieuw = await persoonIn(rondom)
    expect(nieuw).toMatchObject({ naam: 'J.A. van den Berg', sorteernaam: 'Berg, van den, J.A.' })
    const gewijzigd = await beheerderWijzigt(nieuw.id)
    expect(gewijzigd).toMatchObject({ sorteernaam: 'Dam, van, J.A.' })
  })

  it('does not turn round the name of an organisatie or a huishouden', async () => {
    await kies('tussenvoegsels')

    const bedrijf = await rondom.write((w) => maak(w, { soort: 'organisatie', organisatie: { naam: 'Van Dam, Zoon' } }))
    const gezin = await rondom.write((w) => maak(w, { soort: 'huishouden', naam: 'Familie van Dam' }))

    expect([bedrijf.sorteernaam, gezin.sorteernaam]).toEqual(['Van Dam, Zoon', 'Familie van Dam'])
  })

  it('is given to everybody who is there when the setting changes, and back, without a new version', async () => {
    await kies('initialen')
    const gewoon = await persoonIn(rondom)
    const afwijkend = await rondom.write((w) =>
      maakPersoon(w, { naamAfwijking: { naam: 'Tante Jo', reden: 'zo kent iedereen haar' } }),
    )
    const elders = await rondom.write((w) => maakPersoon(w), rondom.elders)

    await kies('tussenvoegsels')
    await untilSorteernaam(gewoon.id, 'Berg, van den, J.A.')
    await untilSorteernaam(afwijkend.id, 'Berg, van den, J.A.')

    expect((await rijVan(gewoon.id))?.versie).toBe(gewoon.versie)
    expect(await rijVan(elders.id, rondom.elders.db)).toMatchObject({ sorteernaam: 'Berg, J.A. van den' })
    await kies(null)
    await untilSorteernaam(gewoon.id, 'Berg, J.A. van den')
  })

  it('reaches more people than fit in one page', async () => {
    await kies('initialen')
    await sql`
      with nieuw as (
        insert into partij (id, soort, naam, sorteernaam)
        select gen_random_uuid(), 'persoon', 'A. de Wit', 'Wit, A. de' from generate_series(1, 4100) returning id)
      insert into partij_persoon (partij_id, initialen, tussenvoegsels, achternaam)
      select id, 'A.', 'de', 'Wit' from nieuw`.execute(rondom.db)

    await kies('tussenvoegsels')

    const over = async () =>
      (
        await sql<{ n: number }>`select count(*)::int as n from partij where sorteernaam = 'Wit, A. de'`.execute(
          rondom.db,
        )
      ).rows[0]?.n
    while ((await over()) !== 0) await sleep(20)
  })

  it('waits for somebody who is still writing a name in the old order, so that nobody is left behind', async () => {
    await kies('initialen')
    let change: Promise<void> | undefined
    let changed = false
    const laat = await rondom.write(async (w) => {
      const persoon = await maakPersoon(w)
      change = kies('tussenvoegsels').then(() => {
        changed = true
      })
      await untilWaiting()
      expect(changed).toBe(false)
      return persoon
    })
    await change

    await untilSorteernaam(laat.id, 'Berg, van den, J.A.')
    expect(await rondom.write((w) => naamvolgorde(w))).toBe('tussenvoegsels')
  })
})

async function beheerderWijzigt(id: string) {
  const medewerker = await rondom.als('klantcontactmedewerker')
  const { versie: gelezen, ...partij } = (await medewerker.get(`/api/partijen/${id}`)).json()
  const answer = await medewerker.put(
    `/api/partijen/${id}`,
    {
      aanhefcode: partij.aanhefcode,
      geheimhouding: false,
      voorkeurstaal: 'nld',
      interneNotitie: '',
      actief: true,
      naamAfwijking: null,
      persoon: { initialen: 'J.A.', tussenvoegsels: 'van', achternaam: 'Dam' },
    },
    gelezen,
  )
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}

/** Until a transaction stands in line for an advisory lock. */
async function untilWaiting(): Promise<void> {
  const waiting = () =>
    sql`select from pg_locks where locktype = 'advisory' and not granted
        and database = (select oid from pg_database where datname = current_database())`.execute(rondom.elders.db)
  while ((await waiting()).rows.length === 0) await sleep(20)
}
