import { createHash, randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { DomainError } from '../errors.ts'
import type { ReceivedFile } from './fileStore.ts'

/**
 * Streams an upload to disk, never to memory, and stops at the limit.
 * @throws 413 when it is larger; nothing is left behind then
 */
export async function receive(source: Readable, folder: string, max: number): Promise<ReceivedFile> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, randomBytes(24).toString('hex'))
  const hash = createHash('sha256')
  let omvang = 0
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      omvang += chunk.length
      if (omvang > max) return done(tooLarge(max))
      hash.update(chunk)
      done(null, chunk)
    },
  })
  try {
    await pipeline(source, meter, createWriteStream(path, { mode: 0o600, flags: 'wx' }))
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
  return { path, omvang, sha256: hash.digest('hex') }
}

export function tooLarge(max: number): DomainError {
  return new DomainError(413, 'te-groot', `Dit bestand is te groot. Een bijlage is hoogstens ${max / 1024 / 1024} MB.`)
}
