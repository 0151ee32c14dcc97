import { flushCompileCache } from 'node:module'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openBron } from './bron.ts'
import { maakOmgeving } from './omgeving.ts'
import { openOpslag } from './opslag.ts'
import { maakServer } from './server.ts'
import { loopBij } from './verloop.ts'

/** What the process is started with: as a message of its parent, so that no password is in the list of processes. */
export type ProefErpOpdracht = {
  databaseUrl: string
  map: string
  poort: number
  /** The X-API-KEY (and OAuth2 client secret) it accepts; without one it lets everybody in. */
  sleutel?: string
  factor?: number
  ploegen?: number
}

const stuur = process.send?.bind(process)
if (stuur) {
  process.once('message', (opdracht) => void begin(opdracht as ProefErpOpdracht, (poort) => stuur({ poort })))
  // The parent is gone, also when it was killed: nobody is left to serve.
  process.once('disconnect', () => process.exit(0))
} else {
  const { values } = parseArgs({
    options: {
      database: { type: 'string', default: 'postgres://localhost/postgres' },
      map: { type: 'string', default: join('.rondom', 'proeferp') },
      poort: { type: 'string', default: '4380' },
      sleutel: { type: 'string' },
      factor: { type: 'string', default: '60' },
    },
  })
  const { database, map, sleutel } = values
  const opdracht = { databaseUrl: database, map, poort: Number(values.poort), factor: Number(values.factor) }
  void begin({ ...opdracht, ...(sleutel && { sleutel }) }, (poort) =>
    process.stdout.write(`Proef-ERP: http://localhost:${poort}/proef\n`),
  )
}

async function begin(opdracht: ProefErpOpdracht, klaar: (poort: number) => void): Promise<void> {
  const { map, databaseUrl, factor = 60, ploegen = 1, sleutel } = opdracht
  const opslag = await openOpslag(map)
  const o = maakOmgeving({ opslag, bron: openBron(databaseUrl), factor, ploegen })
  const server = maakServer(o, sleutel)
  server.keepAliveTimeout = 30_000
  server.once('error', (error) => {
    process.stderr.write(`proef-ERP: ${error.message}\n`)
    process.exit(1)
  })
  server.listen(opdracht.poort, '127.0.0.1', () => {
    // A TCP server's address is never a string.
    klaar((server.address() as AddressInfo).port)
    flushCompileCache()
  })
  setInterval(() => loopBij(o), 1_000)
  for (const signaal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signaal, () => {
      server.close()
      server.closeAllConnections()
      void Promise.all([opslag.sluit(), o.bron.sluit()]).finally(() => process.exit(0))
    })
  }
}
