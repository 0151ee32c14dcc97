import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FileMissing, newFileKey } from './fileStore.ts'
import { s3Store } from './s3.ts'
import { signS3 } from './sigv4.ts'

const credentials = {
  key: 'AKIAIOSFODNN7EXAMPLE',
  secret: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  region: 'us-east-1',
}

describe('the signature', () => {
  it('is the one AWS documents for this method, computed a second way', () => {
    const url = new URL('https://s3.example.nl/bucket/org/ab/sleutel')
    const now = new Date('2026-11-23T10:20:30.123Z')
    const empty = createHash('sha256').digest('hex')

    const headers = signS3({ method: 'GET', url, payloadSha256: empty, now }, credentials)

    expect(headers['x-amz-date']).toBe('20261123T102030Z')
    expect(headers['authorization']).toBe(
      expectedAuthorization('GET', '/bucket/org/ab/sleutel', { ...headers, host: 's3.example.nl' }),
    )
  })
})

/** A small S3: keeps objects in memory and refuses every request whose signature or digest is wrong. */
function fakeS3(objects: Map<string, Buffer>): Server {
  return createServer(async (request, response) => {
    const body = await buffer(request)
    const answer = (status: number, content: Buffer | string = '') => response.writeHead(status).end(content)
    const path = request.url ?? ''
    if (!isSigned(request, path, body)) return answer(403)
    if (request.method === 'PUT') {
      objects.set(path, body)
      return answer(200)
    }
    if (request.method === 'DELETE') {
      objects.delete(path)
      return answer(204)
    }
    const found = objects.get(path)
    return found ? answer(200, found) : answer(404)
  })
}

function isSigned(request: IncomingMessage, path: string, body: Buffer): boolean {
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
  if (createHash('sha256').update(body).digest('hex') !== headers['x-amz-content-sha256']) return false
  const [given, expected] = [headers['authorization'] ?? '', expectedAuthorization(request.method ?? '', path, headers)]
  return given.length === expected.length && timingSafeEqual(Buffer.from(given), Buffer.from(expected))
}

/** Signature Version 4 step by step, as the AWS manual lists the steps. */
function expectedAuthorization(method: string, path: string, headers: Record<string, string>): string {
  const date = headers['x-amz-date'] ?? ''
  const scope = `${date.slice(0, 8)}/us-east-1/s3/aws4_request`
  const canonical = `${method}\n${path}\n\nhost:${headers['host']}\nx-amz-content-sha256:${headers['x-amz-content-sha256']}\nx-amz-date:${date}\n\nhost;x-amz-content-sha256;x-amz-date\n${headers['x-amz-content-sha256']}`
  const digest = createHash('sha256').update(canonical).digest('hex')
  const mac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()
  const dateKey = mac(`AWS4${credentials.secret}`, date.slice(0, 8))
  const signingKey = mac(mac(mac(dateKey, 'us-east-1'), 's3'), 'aws4_request')
  const signature = mac(signingKey, `AWS4-HMAC-SHA256\n${date}\n${scope}\n${digest}`).toString('hex')
  return `AWS4-HMAC-SHA256 Credential=${credentials.key}/${scope}, SignedHeaders=host;x-amz-content-sha256;x-amz-date, Signature=${signature}`
}

describe('files in S3-compatible storage', () => {
  const objects = new Map<string, Buffer>()
  const server = fakeS3(objects)
  let endpoint: string
  let folder: string
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    folder = await mkdtemp(join(tmpdir(), 'rondom-s3-'))
  })
  afterAll(async () => {
    server.close()
    await rm(folder, { recursive: true })
  })

  async function received(content: string) {
    const path = join(folder, 'ontvangen')
    await writeFile(path, content)
    return { path, omvang: content.length, sha256: createHash('sha256').update(content).digest('hex') }
  }

  it('are put, read back and removed', async () => {
    const store = s3Store({ ...credentials, bucket: 'rondom', endpoint })
    const key = newFileKey('hier')

    await store.put(key, await received('lekkage'))
    expect([...objects.keys()]).toEqual([`/rondom/${key}`])
    expect((await buffer(await store.open(key))).toString()).toBe('lekkage')
    await store.remove(key)
    await store.remove(key)

    await expect(store.open(key)).rejects.toThrow(FileMissing)
  })

  it('are refused with another secret, and that is said as "not reachable", without a leak', async () => {
    const store = s3Store({ ...credentials, secret: 'anders', bucket: 'rondom', endpoint })
    await expect(store.put(newFileKey('hier'), await received('x'))).rejects.toMatchObject({
      status: 503,
      code: 'opslag-niet-bereikbaar',
    })
  })

  it('that is down answers 503', async () => {
    const store = s3Store({ ...credentials, bucket: 'rondom', endpoint: 'http://127.0.0.1:9' })
    await expect(store.open(newFileKey('hier'))).rejects.toMatchObject({ status: 503 })
  })

  it('takes no key that came from outside', async () => {
    const store = s3Store({ ...credentials, bucket: 'rondom', endpoint })
    await expect(store.open('hier/../../etc/passwd')).rejects.toThrow('not a file key')
  })
})
