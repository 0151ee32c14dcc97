import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

export type Server = {
  url: string
  pid: number
  /** From the start of the process until it says that it is ready. */
  startMs: number
  /** Memory in use now, in MB (RSS of the process, without the database). */
  geheugen(): number
  stop(): Promise<void>
}

/** A server process as `npm start` runs it. */
export async function startServer(env: Record<string, string>): Promise<Server> {
  const begonnen = performance.now()
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../server/main.ts')], {
    env: { PATH: process.env['PATH'], PORT: '0', RONDOM_LOG: 'fout', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', () => reject(new Error(`the server ended: ${said}`)))
    child.stdout.on('data', (piece) => {
      said += String(piece)
      const address = /https?:\/\/\S+/.exec(said)?.[0]
      if (address) resolve(address.replace('localhost', '127.0.0.1'))
    })
  })
  const startMs = performance.now() - begonnen
  return {
    url,
    pid: child.pid ?? 0,
    startMs,
    geheugen: () => rss(child.pid ?? 0),
    async stop() {
      const exit = once(child, 'exit')
      child.kill('SIGTERM')
      await exit
    },
  }
}

export type Werker = { geheugen(): number; stop(signaal?: 'SIGTERM' | 'SIGKILL'): Promise<void> }

/** A worker as it runs in production, without a demo of its own; it says nothing when it is ready. */
export function startWerker(env: Record<string, string>): Werker {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../server/main.ts')], {
    env: { PATH: process.env['PATH'], RONDOM_ROL: 'worker', RONDOM_DEMO: 'nee', RONDOM_LOG: 'fout', ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  return {
    geheugen() {
      if (child.exitCode !== null) throw new Error('the worker ended')
      return rss(child.pid ?? 0)
    },
    async stop(signaal = 'SIGTERM') {
      if (child.exitCode !== null || child.signalCode !== null) return
      const exit = once(child, 'exit')
      child.kill(signaal)
      await exit
    },
  }
}

function rss(pid: number): number {
  return Number(spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim()) / 1024
}
