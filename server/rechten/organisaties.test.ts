import { request as httpRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { rollen } from '#contract/rechten.ts'
import { emit } from '#server/platform/events/emit.ts'
import { newId } from '#server/platform/ids.ts'
import { maakInvoer } from '#server/platform/testing/invoer.ts'
import { merkteken } from '#server/platform/testing/tweeWerelden.ts'
import { allJobs } from '#server/slices.ts'
import { isStroom, isVoorKlant, naamVan, nietBereikt } from './testing/endpoints.ts'
import {
  alleskunner,
  beginGesprek,
  expectNietsVanElders,
  kies,
  paden,
  roep,
  versieVan,
  vul,
  werelden,
  wereldenPerBestand,
} from './testing/roep.ts'

wereldenPerBestand()

describe('two organisaties', () => {
  it('answers every id of elsewhere exactly as one that does not exist', async () => {
    const voor = await werelden.stand()
    const wie = await alleskunner()
    // What is for klanten has a test of its own, with sessions of klanten.
    const metId = werelden.app.endpoints.filter((each) => each.path.includes(':') && !isVoorKlant(each))
    for (const endpoint of metId) {
      const eerste = /:(\w+)/.exec(endpoint.path)?.[1] ?? ''
      if (werelden.codes.has(eerste)) continue
      const client = await wie()
      const onbekend = await roep(client, endpoint, vul(endpoint.path, eerste, newId(), 'eigen'), 'eigen', true)
      expect([400, 403, 404, 415], onbekend.wat).toContain(onbekend.answer.statusCode)
      for (const { pad } of paden(endpoint, 'vreemd')) {
        const { answer, wat } = await roep(client, endpoint, pad, 'eigen', true)
        expect([answer.statusCode, answer.json().code, answer.json().detail], wat).toEqual([
          onbekend.answer.statusCode,
          onbekend.answer.json().code,
          onbekend.answer.json().detail,
        ])
        expectNietsVanElders(answer.body, wat)
      }
    }
    expect(await werelden.stand()).toBe(voor)
  }, 120_000)

  it('every endpoint does its work here, and shows nothing of elsewhere', async () => {
    const voor = await werelden.stand()
    const blijven: string[] = []
    const wie = await alleskunner()
    for (const endpoint of werelden.app.endpoints) {
      if (isStroom(endpoint)) continue
      let bereikt = false
      const gesprek = endpoint.path.startsWith('/api/gesprekken/:id') ? [await beginGesprek(await wie(), endpoint)] : []
      for (const { pad, tabel, id } of [...gesprek, ...paden(endpoint, 'eigen')]) {
        for (const volledig of [true, false]) {
          const { answer, wat } = await roep(await wie(), endpoint, pad, 'eigen', volledig, await versieVan(tabel, id))
          expect(answer.statusCode, wat).toBeLessThan(500)
          expectNietsVanElders(answer.body, wat)
          bereikt ||= ![400, 404].includes(answer.statusCode)
          if (bereikt) break
        }
        if (bereikt) break
      }
      if (!bereikt) blijven.push(naamVan(endpoint))
    }
    // A new endpoint that ends up here needs an example above, or a reason why it cannot have one.
    expect(blijven.sort()).toEqual(Object.keys(nietBereikt).sort())
    expect(await werelden.stand()).toBe(voor)
  }, 240_000)

  it('refuses ids of elsewhere inside a question too, and keeps none of them', async () => {
    const voor = await werelden.stand()
    const wie = await alleskunner()
    for (const endpoint of werelden.app.endpoints.filter(({ body, query }) => body ?? query)) {
      if (isStroom(endpoint)) continue
      const [{ pad, tabel, id }] = paden(endpoint, 'eigen')
      const { answer, wat } = await roep(await wie(), endpoint, pad, 'vreemd', true, await versieVan(tabel, id))
      expect(answer.statusCode, wat).toBeLessThan(500)
      expect(answer.body.includes(merkteken), wat).toBe(false)
    }
    expect(await werelden.stand()).toBe(voor)
    expect(await verwijzingenNaarElders()).toEqual([])
  }, 120_000)

  it('a stream of events hears its own organisatie only', async () => {
    await werelden.app.listen({ port: 0, host: '127.0.0.1' })
    const { port } = werelden.app.server.address() as AddressInfo
    const gehoord = { hier: '', elders: '' }
    const verbindingen = await Promise.all(
      (['hier', 'elders'] as const).map(async (code) => {
        const wie = await werelden.als([...rollen], { bij: werelden[code] })
        const verzoek = httpRequest({
          port,
          path: '/api/gebeurtenissen',
          headers: { ...wie.headers, host: werelden[code].hosts[0] },
        })
        verzoek.on('response', (answer) => answer.on('data', (stuk) => (gehoord[code] += stuk)))
        verzoek.on('error', () => {})
        verzoek.end()
        return verzoek
      }),
    )
    await until(() => gehoord.hier.includes('begin') && gehoord.elders.includes('begin'))
    const meld = (soort: `${string}.${string}`, bij: 'hier' | 'elders') =>
      werelden.write((w) => emit(w, { soort, onderwerpen: ['beheer'], gegevens: {} }), werelden[bij])
    await meld('proef.elders', 'elders')
    await meld('proef.hier', 'hier')
    await until(() => gehoord.hier.includes('proef.hier') && gehoord.elders.includes('proef.elders'))
    for (const verzoek of verbindingen) verzoek.destroy()

    expect(gehoord.hier).not.toContain('proef.elders')
    expect(gehoord.elders).not.toContain('proef.hier')
  })

  it('a job of here leaves elsewhere alone', async () => {
    const voor = await werelden.stand()
    const jobs = Object.entries(allJobs(werelden.services))
    for (const [naam, { payload, run }] of jobs) {
      await run(werelden.context(), payload.parse(maakInvoer(payload, kies('eigen'), true))).catch((error: unknown) => {
        throw new Error(`job ${naam}`, { cause: error })
      })
    }
    expect(jobs.length).toBeGreaterThan(0)
    expect(await werelden.stand()).toBe(voor)
  })
})

/** Rows here that hold an id which only exists elsewhere: there is no foreign key on arrays and JSON. */
async function verwijzingenNaarElders(): Promise<string[]> {
  const tabellen = await sql<{ tabel: string }>`
    select relname as tabel from pg_class
    where relnamespace = current_schema()::regnamespace and relkind = 'r'`.execute(werelden.db)
  const gevonden: string[] = []
  for (const { tabel } of tabellen.rows) {
    // What was asked and answered is kept for a repeated request, ids and all; who may see it is who asked it.
    if (['idempotentie', 'verwerking', 'verwerking_zegel'].includes(tabel)) continue
    const rows = await sql<{ rij: string }>`select to_jsonb(t)::text as rij from ${sql.table(tabel)} t`.execute(
      werelden.db,
    )
    for (const { rij } of rows.rows) {
      const ids = rij.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? []
      if (ids.some((id) => werelden.vreemdeIds.has(id))) gevonden.push(`${tabel}: ${rij.slice(0, 200)}`)
    }
  }
  return gevonden
}

async function until(condition: () => boolean): Promise<void> {
  const end = Date.now() + 8_000
  while (!condition()) {
    if (Date.now() > end) throw new Error('waited too long')
    await sleep(20)
  }
}
