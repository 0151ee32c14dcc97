import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { Config } from '../config/config.ts'
import { s3Store } from './s3.ts'
import { diskStore } from './schijf.ts'

/** A file that was received completely and waits on the local disk. */
export type ReceivedFile = {
  path: string
  omvang: number
  /** Hex. */
  sha256: string
}

/** Where files live. Keys are ours and say nothing; names and types stay in the database. */
export type FileStore = {
  /** Durable when it returns. Takes the received file away or leaves it; the caller removes what is left. */
  put(key: string, file: ReceivedFile): Promise<void>
  /** @throws FileMissing */
  open(key: string): Promise<Readable>
  /** No error when it is gone already. */
  remove(key: string): Promise<void>
}

/** The row is there but the bytes are not: a restore without files, or a disk that failed. */
export class FileMissing extends Error {}

export function fileStoreOf(config: Config): FileStore {
  return config.storage.soort === 's3' ? s3Store(config.storage) : diskStore(join(config.dataDir, 'bestanden'))
}

/** Where uploads wait until they are checked; on the same disk as the store, so that a move is a rename. */
export const receiveFolderOf = (config: Config): string => join(config.dataDir, 'bestanden', 'ontvangst')

/** Random, so that no address of a file can be guessed; spread over 256 folders per organisatie. */
export function newFileKey(organisatieCode: string): string {
  const random = randomBytes(24).toString('hex')
  return `${organisatieCode}/${random.slice(0, 2)}/${random}`
}

/** Nothing that came from outside can become a path. */
export function checkKey(key: string): string {
  if (!/^[a-z][a-z0-9_]{1,30}\/[0-9a-f]{2}\/[0-9a-f]{48}$/.test(key)) throw new Error('not a file key')
  return key
}
