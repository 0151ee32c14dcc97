import { spawn } from 'node:child_process'
import { join } from 'node:path'

// `npm run dev`: the server that starts again at a change, and Vite with hot reload in front of it.
const root = join(import.meta.dirname, '..')
const server = start(['--watch-path=server', '--watch-path=contract', '--watch-preserve-output', 'server/main.ts'], {
  PORT: '3000',
})
const vites = ['werkplek', 'portaal'].map((app) => start(['node_modules/vite/bin/vite.js', `web/${app}`], {}))
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    server.kill(signal)
    for (const vite of vites) vite.kill(signal)
  })
}

function start(args: string[], env: Record<string, string>) {
  return spawn(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })
}
