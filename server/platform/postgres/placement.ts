import { createHash } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  existsSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import type { Identity } from './identity.ts'

/** Where the programs and the data are, in folders that PostgreSQL's user may enter. */
export type Placement = { binaries: string; data: string }

/** A folder that root owns and everybody may enter, for when the clone is in a folder that only root may enter. */
const shelterFolder = '/var/lib/rondom'

/**
 * Gives PostgreSQL's user programs and data that it can reach. Only the `user` identity needs this: root's home folder
 * is closed to it, so programs are copied and data is kept in `shelter`, with a link in its place.
 */
export function place(folder: string, binaries: string, identity: Identity, shelter = shelterFolder): Placement {
  if (identity.kind !== 'user') return { binaries, data: dataPath(folder) }
  if (!isOpen(folder)) shelterData(join(folder, 'data'), shelter)
  const data = dataPath(folder)
  if (existsSync(data) && statSync(data).uid !== identity.uid) handOver(data, identity)
  return { binaries: isOpen(binaries) ? binaries : copyBinaries(binaries, shelter), data }
}

/** Makes a folder and everything in it the property of PostgreSQL's user; the folder itself last, as the sign that it is done. */
export function handOver(path: string, identity: Identity): void {
  if (identity.kind !== 'user') return
  if (lstatSync(path).isDirectory()) {
    for (const name of readdirSync(path)) handOver(join(path, name), identity)
  }
  lchownSync(path, identity.uid, identity.gid)
}

function shelterData(data: string, shelter: string): void {
  if (isLink(data)) return
  const name = createHash('sha256')
    .update(realpathSync(dirname(data)))
    .digest('hex')
    .slice(0, 16)
  const target = join(shelter, name, 'data')
  openFolder(shelter)
  openFolder(dirname(target))
  if (existsSync(data)) cpSync(data, target, { recursive: true, preserveTimestamps: true })
  rmSync(data, { recursive: true, force: true })
  symlinkSync(target, data)
}

function copyBinaries(binaries: string, shelter: string): string {
  openFolder(shelter)
  const version = createHash('sha256').update(`${statSync(join(binaries, 'bin', 'postgres')).mtimeMs} ${binaries}`)
  const copy = join(shelter, `postgresql-${version.digest('hex').slice(0, 16)}`)
  if (existsSync(copy)) return copy
  const unfinished = `${copy}.${process.pid}`
  cpSync(binaries, unfinished, { recursive: true, verbatimSymlinks: true })
  renameSync(unfinished, copy)
  return copy
}

function openFolder(folder: string): void {
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, 0o755)
}

/** Where the data really is. The link may point to a folder that the first start has yet to make. */
function dataPath(folder: string): string {
  const data = join(realpathSync(folder), 'data')
  return isLink(data) ? readlinkSync(data) : data
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true
}

function isOpen(folder: string): boolean {
  for (let path = realpathSync(folder); ; path = dirname(path)) {
    if ((statSync(path).mode & 0o001) === 0) return false
    if (path === dirname(path)) return true
  }
}
