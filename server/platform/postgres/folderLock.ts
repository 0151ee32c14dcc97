import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { StartError } from './startError.ts'

export type FolderLock = { release(): void }

/**
 * Takes the data folder for this process. The lock is the kernel's own (through SQLite, which is part of Node): it ends
 * with its process, also after `kill -9`, and holds between containers that share a volume. A file with a process id
 * does neither: ids are used again, and every container has its own number 1.
 * @throws StartError when another process has it
 */
export function lockFolder(folder: string): FolderLock {
  mkdirSync(folder, { recursive: true })
  // A moment's patience: another process may just be looking whether the folder is taken.
  const lock = tryLock(folder, 500)
  if (!lock) throw new StartError(inUse(folder))
  writeFileSync(ownerFile(folder), JSON.stringify({ pid: process.pid, sinds: new Date().toISOString() }))
  return { release: () => lock.close() }
}

/** Whether a living process has the folder. */
export function isLocked(folder: string): boolean {
  const lock = tryLock(folder, 0)
  lock?.close()
  return lock === undefined
}

function tryLock(folder: string, timeout: number): DatabaseSync | undefined {
  const lock = new DatabaseSync(join(folder, 'eigenaar.slot'), { timeout })
  try {
    lock.exec('BEGIN EXCLUSIVE')
    return lock
  } catch (error) {
    lock.close()
    if (error instanceof Error && 'errcode' in error && error.errcode === 5) return undefined
    throw error
  }
}

function inUse(folder: string): string {
  const { pid, sinds } = readOwner(folder)
  return (
    `De gegevensmap ${dirname(folder)} is al in gebruik door Rondom (proces ${pid}, sinds ${sinds}). ` +
    'Stop dat proces eerst, of kies met RONDOM_DATA een andere map.'
  )
}

function readOwner(folder: string): { pid: string; sinds: string } {
  try {
    return JSON.parse(readFileSync(ownerFile(folder), 'utf8'))
  } catch {
    return { pid: 'onbekend', sinds: 'onbekend' }
  }
}

function ownerFile(folder: string): string {
  return join(folder, 'eigenaar.json')
}
