import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { schermAf } from '../../beheer/index.ts'
import { newId } from '../ids.ts'
import { type Client, startTestRondom, type TestRondom } from '../testing/rondom.ts'
import { emit } from './emit.ts'
import { forgetOldEvents, numberEvents } from './feed.ts'

let rondom: TestRondom
let address: string
beforeAll(async () => {
  rondom = await startTestRondom()
  address = await rondom.app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(() => rondom.close())

type Heard = { id: string; event: string; data: { soort?: string; gegevens?: Record<string, unknown> } }

/** Reads server-sent events of a real connection until `enough` says stop. */
async function follow(
  client: Client,
  options: { from?: string; enough: (heard: Heard[]) => boolean; meanwhile?: () => Promise<unknown> },
): Promise<Heard[]> {
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), 8_000)
  const heard: Heard[] = []
  const response = await fetch(`${address}/api/gebeurtenissen`, {
    headers: { ...client.headers, ...(options.from && { 'last-event-id': options.from }) },
    signal: abort.signal,
  })
  const started = options.meanwhile?.()
  let text = ''
  try {
    for await (const chunk of response.body ?? []) {
      text += new TextDecoder().decode(chunk)
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        const fields = Object.fromEntries(
          text
            .slice(0, end)
            .split('\n')
            .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
        )
        text = text.slice(end + 2)
        if (fields['event'])
          heard.push({ id: fields['id'] ?? '', event: fields['event'], data: JSON.parse(fields['data'] ?? '{}') })
      }
      if (options.enough(heard)) break
    }
  } finally {
    clearTimeout(timer)
    abort.abort()
    await started
  }
  return heard
}

const happen = (soort: `${string}.${string}`, onderwerpen: string[], bij = rondom.hier) =>
  rondom.write((w) => emit(w, { soort, onderwerpen, gegevens: { x: 1 } }), bij)

test('a colleague hears what happened, in order, and only what he may hear', async () => {
  const team = newId()
  const collega = await rondom.als('klantcontactmedewerker')

  const heard = await follow(collega, {
    enough: (events) => events.some((event) => event.data.soort === 'proef.laatste'),
    meanwhile: async () => {
      await happen('proef.partij', [`partij:${newId()}`])
      await happen('proef.ander-team', [`team:${team}`])
      await happen('proef.andere-medewerker', [`medewerker:${newId()}`])
      await happen('proef.elders', ['beheer'], rondom.elders)
      await happen('proef.laatste', [`medewerker:${collega.actor.medewerkerId}`])
    },
  })

  expect(heard.map((event) => event.data.soort ?? event.event)).toEqual(['begin', 'proef.partij', 'proef.laatste'])
})

test('after a cut connection the missed events are replayed once', async () => {
  const collega = await rondom.als('coordinator')
  const [begin] = await follow(collega, { enough: (events) => events.length === 1 })
  await happen('proef.gemist-1', ['beheer'])
  await happen('proef.gemist-2', ['beheer'])

  const heard = await follow(collega, { from: begin?.id ?? '', enough: (events) => events.length >= 3 })

  expect(heard.map((event) => event.data.soort ?? event.event)).toEqual(['begin', 'proef.gemist-1', 'proef.gemist-2'])
})

test('an event of a transaction that commits late is not skipped', async () => {
  const collega = await rondom.als('coordinator')
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })

  const heard = await follow(collega, {
    enough: (events) => events.some((event) => event.data.soort === 'proef.traag'),
    meanwhile: async () => {
      const slow = rondom.write(async (w) => {
        await emit(w, { soort: 'proef.traag', onderwerpen: ['beheer'], gegevens: {} })
        await held
      })
      await happen('proef.snel', ['beheer'])
      setTimeout(release, 300)
      await slow
    },
  })

  expect(heard.map((event) => event.data.soort ?? event.event)).toEqual(['begin', 'proef.snel', 'proef.traag'])
})

test('a cursor from before the memory of the log gets told to load again', async () => {
  const collega = await rondom.als('coordinator')
  await happen('proef.oud', ['beheer'])
  await numberEvents(rondom.db)
  await forgetOldEvents(rondom.db, new Date(rondom.clock.now.getTime() + 1000))
  await happen('proef.nieuw', ['beheer'])

  const heard = await follow(collega, { from: '0', enough: (events) => events.length >= 1 })

  expect(heard[0]?.event).toBe('opnieuw')
})

test('a rolled back transaction is never heard', async () => {
  const before = (await sql<{ n: number }>`select count(*) as n from gebeurtenis`.execute(rondom.db)).rows[0]?.n

  await expect(
    rondom.write(async (w) => {
      await emit(w, { soort: 'proef.nooit', onderwerpen: ['beheer'], gegevens: {} })
      throw new Error('broken off')
    }),
  ).rejects.toThrow('broken off')

  expect((await sql<{ n: number }>`select count(*) as n from gebeurtenis`.execute(rondom.db)).rows[0]?.n).toBe(before)
})

test('what is hidden from somebody is silent for him from that moment, in the same breath, and for nobody else', async () => {
  const [jan, piet] = [await rondom.als('coordinator'), await rondom.als('coordinator')]
  const geheim = newId()
  const happenTwice = () =>
    rondom.write(async (w) => {
      await schermAf(w, { medewerkerId: jan.actor.medewerkerId, objectSoort: 'proef', objectIds: [geheim] })
      await emit(w, { soort: 'proef.geheim', onderwerpen: [`proef:${geheim}`, `partij:${newId()}`], gegevens: {} })
      await emit(w, { soort: 'proef.laatste', onderwerpen: ['beheer'], gegevens: {} })
    })
  const enough = (events: Heard[]) => events.some((event) => event.data.soort === 'proef.laatste')
  const [begin] = await follow(piet, { enough: (events) => events.length === 1 })

  const heard = await follow(jan, { enough, meanwhile: happenTwice })
  const heardByOther = await follow(piet, { from: begin?.id ?? '', enough })

  expect(heard.map((event) => event.data.soort ?? event.event)).toEqual(['begin', 'proef.laatste'])
  expect(heardByOther.map((event) => event.data.soort)).toContain('proef.geheim')
  expect(JSON.stringify([...heard, ...heardByOther])).not.toContain('afgeschermd')
})

test('nobody gets a stream without a session', async () => {
  expect((await fetch(`${address}/api/gebeurtenissen`)).status).toBe(401)
})
