import { openAsBlob } from 'node:fs'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { DomainError } from '../errors.ts'
import { checkKey, FileMissing, type FileStore } from './fileStore.ts'
import { type Credentials, sha256, signS3 } from './sigv4.ts'

export type S3Options = Credentials & { bucket: string; endpoint: string | undefined }

const emptySha256 = sha256('')

/** Any S3-compatible storage: path-style addresses, one signed request per action. */
export function s3Store(options: S3Options): FileStore {
  const endpoint = options.endpoint ?? `https://s3.${options.region}.amazonaws.com`

  async function send(method: string, key: string, body?: { blob: Blob; sha256: string }): Promise<Response> {
    const url = new URL(`${endpoint.replace(/\/+$/, '')}/${options.bucket}/${checkKey(key)}`)
    const payloadSha256 = body?.sha256 ?? emptySha256
    const headers = signS3({ method, url, payloadSha256, now: new Date() }, options)
    try {
      // A redirect would carry the signature to another host.
      return await fetch(url, {
        method,
        headers,
        redirect: 'error',
        signal: AbortSignal.timeout(120_000),
        ...(body && { body: body.blob }),
      })
    } catch (error) {
      throw unreachable(error)
    }
  }

  return {
    async put(key, file) {
      const response = await send('PUT', key, { blob: await openAsBlob(file.path), sha256: file.sha256 })
      await response.body?.cancel()
      if (!response.ok) throw unreachable(new Error(`S3 PUT answered ${response.status}`))
    },
    async open(key) {
      const response = await send('GET', key)
      if (response.status === 404) throw new FileMissing(key)
      if (!response.ok || !response.body) throw unreachable(new Error(`S3 GET answered ${response.status}`))
      // The same class at run time; the types of Node and of the browser differ in name only.
      return Readable.fromWeb(response.body as ReadableStream)
    },
    async remove(key) {
      const response = await send('DELETE', key)
      await response.body?.cancel()
      if (!response.ok && response.status !== 404) throw unreachable(new Error(`S3 DELETE answered ${response.status}`))
    },
  }
}

function unreachable(cause: unknown): DomainError {
  const error = new DomainError(
    503,
    'opslag-niet-bereikbaar',
    'De opslag van bestanden is even niet bereikbaar. Uw tekst is bewaard; probeer het zo opnieuw.',
    { retryAfter: 10 },
  )
  error.cause = cause
  return error
}
