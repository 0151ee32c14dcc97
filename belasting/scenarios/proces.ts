import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { percentiel } from '../meten/meet.ts'
import { type Server, startServer } from '../meten/server.ts'
import type { Regel } from '../meten/uitslag.ts'

const keren = 5

/** How long a start takes on this database, and what a process needs that nobody uses yet. */
export async function meetStart(env: Record<string, string>): Promise<{ regels: Regel[]; server: Server }> {
  const ms: number[] = []
  for (let i = 1; i < keren; i++) {
    const server = await startServer(env)
    ms.push(server.startMs)
    await server.stop()
  }
  const server = await startServer(env)
  ms.push(server.startMs)
  await sleep(10_000)
  const regels: Regel[] = [
    { naam: 'start van de server op deze database', n: keren, eenheid: 'ms', p50: percentiel(ms, 0.5), doel: 3000 },
    { naam: 'geheugen van de server, in rust na de start', n: 1, eenheid: 'MB', p50: server.geheugen(), doel: 250 },
  ]
  return { regels, server }
}

/** `npm start` for the second time: embedded PostgreSQL, migrations, everything, with the demo that is there. */
export async function meetTweedeStart(): Promise<Regel> {
  const dataDir = await mkdtemp(join(tmpdir(), 'rondom-belasting-'))
  const env = { RONDOM_DATA: dataDir }
  try {
    await (await startServer(env)).stop()
    const ms: number[] = []
    for (let i = 0; i < keren; i++) {
      const server = await startServer(env)
      ms.push(server.startMs)
      await server.stop()
    }
    return {
      naam: 'tweede keer npm start, met ingebouwde PostgreSQL',
      n: keren,
      eenheid: 'ms',
      p50: percentiel(ms, 0.5),
      doel: 3000,
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}
