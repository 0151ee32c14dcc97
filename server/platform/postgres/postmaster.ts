import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

export type Postmaster = { pid: number; port: number; ready: boolean }

/** What the running (or killed) server wrote about itself: lines 1, 4 and 8 of `postmaster.pid`. */
export function readPostmaster(data: string): Postmaster | undefined {
  try {
    const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
  } catch {
    return undefined
  }
}

/** The name that PostgreSQL shows in the title of all its processes. */
export function clusterName(data: string): string {
  return `rondom-${createHash('sha256').update(data).digest('hex').slice(0, 12)}`
}

/**
 * Stops what an earlier Rondom left behind when it was killed. Stopping beats adopting: after it there is one state
 * only, a server that we started, with the settings of this release. Clients of the old one died with their process.
 */
export async function stopOrphans(data: string): Promise<boolean> {
  const found = findProcesses(data).length > 0
  for (const [signal, patience] of [
    ['SIGINT', 10_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    const postmaster = readPostmaster(data)?.pid
    const left = findProcesses(data)
    if (left.length === 0) break
    // The postmaster tells its children; without one they must be told themselves.
    for (const pid of left.filter(
      (pid) => signal === 'SIGKILL' || pid === postmaster || !left.includes(postmaster ?? 0),
    )) {
      kill(pid, signal)
    }
    await waitUntilGone(data, patience)
  }
  // A process id in a left-over file may belong to another program by now, and PostgreSQL would then refuse to start.
  // With every process of this cluster gone, removing the file is safe.
  if (findProcesses(data).length === 0) rmSync(join(data, 'postmaster.pid'), { force: true })
  return found
}

/** All processes of the server on this data folder, recognised by their command line, which every user may read. */
export function findProcesses(data: string): number[] {
  const title = `postgres: ${clusterName(data)}: `
  const server = `\0-D\0${data}\0`
  return commandLines()
    .filter(({ line }) => line.startsWith(title) || (line.includes(server) && line.includes('postgres\0')))
    .map(({ pid }) => pid)
}

function commandLines(): { pid: number; line: string }[] {
  if (process.platform !== 'linux') return listedByPs()
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), line: readCommandLine(name) }))
}

function readCommandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

function listedByPs(): { pid: number; line: string }[] {
  const output = spawnSync('ps', ['-axww', '-o', 'pid=,command='], { encoding: 'utf8' }).stdout
  return output.split('\n').map((row) => {
    const [, pid, command = ''] = /^\s*(\d+) (.*)$/.exec(row) ?? []
    return { pid: Number(pid), line: command.replace(/postgres -D (.*?) -c /, 'postgres\0-D\0$1\0') }
  })
}

async function waitUntilGone(data: string, patience: number): Promise<void> {
  const deadline = Date.now() + patience
  while (Date.now() < deadline && findProcesses(data).length > 0) await sleep(25)
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It ended between looking and telling.
  }
}
