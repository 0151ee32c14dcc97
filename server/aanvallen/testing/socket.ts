import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterAll, beforeAll } from 'vitest'
import { type Client, startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'

export type Antwoord = { status: number; headers: IncomingHttpHeaders; body: string }

/**
 * A real server on a real socket, for attacks that belong to no slice: what a test client makes neat on its way, such as
 * a double header or a path with dots, arrives as it was sent. One per test file, filled before its first test.
 */
export function opSocket() {
  // Nothing reads it before the hook has filled it.
  const op = {} as { rondom: TestRondom; port: number; wie: Client }
  beforeAll(async () => {
    op.rondom = await startTestRondom()
    await op.rondom.app.listen({ port: 0, host: '127.0.0.1' })
    op.port = (op.rondom.app.server.address() as AddressInfo).port
    op.wie = await op.rondom.als('klantcontactmedewerker')
  })
  afterAll(() => op.rondom.close())

  function stuur(
    path: string,
    options: { method?: string; headers?: OutgoingHttpHeaders; body?: string } = {},
  ): Promise<Antwoord> {
    const { method = 'GET', headers, body: sent } = options
    return new Promise((resolve, reject) => {
      const call = request(
        { port: op.port, path, method, agent: false, headers: { host: 'hier.test', ...headers } },
        (answer) => {
          let body = ''
          answer.on('data', (piece) => {
            body += String(piece)
          })
          answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }))
        },
      )
      call.on('error', reject)
      call.end(sent)
    })
  }

  /** Bytes as they are; the answer as it comes, or nothing when the connection is closed. */
  function rauw(text: string): Promise<string> {
    return new Promise((resolve) => {
      const socket = connect(op.port, '127.0.0.1', () => socket.write(text))
      let said = ''
      socket.on('data', (piece) => {
        said += String(piece)
        if (said.includes('\r\n\r\n')) socket.end()
      })
      socket.on('close', () => resolve(said))
      socket.on('error', () => resolve(said))
      socket.setTimeout(3000, () => socket.destroy())
    })
  }

  /** Signed in. */
  const als = (extra: OutgoingHttpHeaders = {}) => ({ ...op.wie.headers, ...extra })
  const json = (extra: OutgoingHttpHeaders = {}) => als({ 'content-type': 'application/json', ...extra })
  return { op, stuur, rauw, als, json }
}
