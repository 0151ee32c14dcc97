import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../server/platform/ids.ts'
import {
  type Antwoord,
  type Opstelling,
  type Proces,
  roep,
  type Stroom,
  startOpstelling,
  totdat,
  volg,
} from './opstelling.ts'

/** How long PostgreSQL is away: a few seconds here, `RAMP_SECONDEN=30` for the whole story. */
const seconden = Number(process.env['RAMP_SECONDEN'] ?? 3)

let opstelling: Opstelling
let proces: Proces
let wie: { id: string; cookie: string; teamId: string }
let stroom: Stroom

beforeAll(async () => {
  opstelling = await startOpstelling()
  proces = await opstelling.start({ RONDOM_WACHTTIJD: '2' })
  wie = await opstelling.als('klantcontactmedewerker')
  stroom = volg(proces, wie.cookie)
  await totdat(stroom.open)
})
afterAll(async () => {
  stroom.close()
  await opstelling.close()
})

type Gesprek = { id: string; versie: number; inhoud: { naam: string }; partij: null }

async function begin(): Promise<Gesprek> {
  const answer = await roep(proces, 'POST', '/api/gesprekken', { cookie: wie.cookie, body: {} })
  expect(answer?.status).toBe(201)
  return answer?.body as unknown as Gesprek
}

const bewaar = (gesprek: Gesprek, naam: string) =>
  roep(proces, 'PUT', `/api/gesprekken/${gesprek.id}`, {
    cookie: wie.cookie,
    versie: gesprek.versie,
    body: { partijId: null, inhoud: { ...gesprek.inhoud, naam } },
  })

/** Everybody goes on working: reads, writes and autosaves, until told to stop. */
function belast(): () => Promise<Antwoord[]> {
  const antwoorden: Antwoord[] = []
  let bezig = true
  const werkers = Array.from({ length: 8 }, async (_, i) => {
    while (bezig) {
      const answer =
        i % 2 === 0
          ? await roep(proces, 'GET', '/api/gesprekken', { cookie: wie.cookie })
          : await roep(proces, 'POST', '/api/taken', {
              cookie: wie.cookie,
              body: { onderwerp: 'Onder druk', toelichting: '', teamId: wie.teamId },
              sleutel: newId(),
            })
      // A broken connection counts as no answer, which nobody may get.
      antwoorden.push(answer ?? { status: 0, retryAfter: null, body: {} })
      await sleep(20)
    }
  })
  return async () => {
    bezig = false
    await Promise.all(werkers)
    return antwoorden
  }
}

async function weg(hoe: { neem: () => unknown; geef: () => unknown }): Promise<void> {
  const gesprek = await begin()
  expect((await bewaar(gesprek, 'Voor de storing'))?.status).toBe(200)
  const stop = belast()
  await sleep(300)
  await hoe.neem()
  const tijdens = await bewaar({ ...gesprek, versie: gesprek.versie + 1 }, 'Tijdens de storing')
  const klaar = await roep(proces, 'GET', '/readyz')
  const leeft = await roep(proces, 'GET', '/healthz')
  await sleep(seconden * 1000)
  await hoe.geef()
  await totdat(async () => (await roep(proces, 'GET', '/api/gesprekken', { cookie: wie.cookie }))?.status === 200)
  const antwoorden = await stop()

  expect(tijdens).toMatchObject({ status: 503, retryAfter: '5', body: { code: 'niet-beschikbaar' } })
  expect(klaar?.status).toBe(503)
  expect(leeft?.status).toBe(200)
  expect([...new Set(antwoorden.map(({ status }) => status))].sort()).toEqual([200, 201, 503])
  for (const { status, retryAfter } of antwoorden) if (status === 503) expect(retryAfter).toBe('5')
  const gelezen = (await roep(proces, 'GET', `/api/gesprekken/${gesprek.id}`, { cookie: wie.cookie }))?.body
  // What got 503 may have been kept after all; what got 200 is certain.
  expect(['Voor de storing', 'Tijdens de storing']).toContain((gelezen as unknown as Gesprek).inhoud.naam)
  const over = await bewaar(gelezen as unknown as Gesprek, 'Na de storing')
  expect(over?.status).toBe(200)
}

/** A stream that was open hears what happens afterwards, whether it was cut or not. */
async function expectStroomLeeft(): Promise<void> {
  const eerder = stroom.soorten().length
  await begin()
  await totdat(() => stroom.soorten().slice(eerder).includes('gesprek.gewijzigd'))
}

describe('PostgreSQL is away for a while, under load', () => {
  it('answers 503 in time while it hangs, and goes on by itself when it is back', async () => {
    await weg({ neem: opstelling.postgres.verstijf, geef: opstelling.postgres.ontdooi })
    await expectStroomLeeft()
  })

  it('answers 503 at once while it is stopped, and goes on by itself when it has started', async () => {
    await weg({ neem: opstelling.postgres.stop, geef: opstelling.postgres.start })
    await expectStroomLeeft()
  })
})
