import { request } from 'node:http'
import { describe, expect, it } from 'vitest'
import { type Antwoord, opSocket } from './testing/socket.ts'

const { op, stuur } = opSocket()

describe('too much', () => {
  it('slows down who guesses passwords, and says when to try again', async () => {
    const poging = () =>
      stuur('/api/aanmelden/wachtwoord', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email: 'iemand@voorbeeld.nl', wachtwoord: 'raden maar, steeds weer' }),
      })
    const antwoorden: Antwoord[] = []
    for (let i = 0; i < 30 && antwoorden.at(-1)?.status !== 429; i++) antwoorden.push(await poging())

    expect(antwoorden.at(-1)?.status).toBe(429)
    expect(Number(antwoorden.at(-1)?.headers['retry-after'])).toBeGreaterThan(0)
  })

  it('gives one employee a dozen streams, and no more', async () => {
    const druk = await op.rondom.als('klantcontactmedewerker')
    const calls: ReturnType<typeof request>[] = []
    const open = () =>
      new Promise<number>((resolve, reject) => {
        const call = request(
          { port: op.port, path: '/api/gebeurtenissen', agent: false, headers: { host: 'hier.test', ...druk.headers } },
          (answer) => resolve(answer.statusCode ?? 0),
        )
        call.on('error', reject)
        call.end()
        calls.push(call)
      })
    const statussen: number[] = []
    for (let i = 0; i < 14; i++) statussen.push(await open())
    for (const call of calls) {
      call.on('error', () => {})
      call.destroy()
    }

    expect(statussen.slice(0, 12)).toEqual(Array(12).fill(200))
    expect(statussen.slice(12)).toEqual([429, 429])
  })

  it('closes a connection that takes for ever to ask its question', async () => {
    expect(op.rondom.app.server.requestTimeout).toBeGreaterThan(0)
    expect(op.rondom.app.server.headersTimeout).toBeGreaterThan(0)
  })
})
