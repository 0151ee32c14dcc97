import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

// `node tools/buildWeb.ts [--if-needed]` builds every front end that there is.
const root = resolve(import.meta.dirname, '..')
const apps = ['werkplek', 'portaal']

if (import.meta.main) {
  for (const app of apps)
    if (existsSync(join(root, 'web', app))) await buildWeb(app, process.argv.includes('--if-needed'))
}

/**
 * Builds one front end into `dist/<app>`. In a process of its own: Vite takes memory that a server should not keep.
 * @param ifNeeded skips the build when no source changed since the last one
 * @returns whether it built
 */
export async function buildWeb(app: string, ifNeeded = false): Promise<boolean> {
  const stampFile = join(root, 'dist', app, '.stempel')
  const stamp = sourceStamp(app)
  if (ifNeeded && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return false
  // Beside the old one, and swapped when whole: a server that runs meanwhile never sees half a front end.
  const work = join(root, 'dist', `.bouw-${process.pid}`)
  const target = join(root, 'dist', app)
  try {
    await run([
      join(root, 'node_modules/vite/bin/vite.js'),
      ...['build', join(root, 'web', app), '--outDir', join(work, 'nieuw'), '--emptyOutDir', '--logLevel', 'error'],
    ])
    writeFileSync(join(work, 'nieuw/.stempel'), stamp)
    if (existsSync(target)) renameSync(target, join(work, 'oud'))
    renameSync(join(work, 'nieuw'), target)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
  return true
}

function sourceStamp(app: string): string {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')))
  for (const folder of ['contract', 'web/kit', `web/${app}`]) {
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || /\.test\.tsx?$|\.md$/.test(entry.name)) continue
      const path = join(entry.parentPath, entry.name)
      const { mtimeMs, size } = statSync(path)
      hash.update(`${path} ${mtimeMs} ${size}\n`)
    }
  }
  return hash.digest('hex')
}

function run(args: string[]): Promise<void> {
  return new Promise((done, fail) => {
    // A test run sets NODE_ENV to test, and Vite would then put the development build of React in.
    const env = { ...process.env, NODE_ENV: 'production', NO_COLOR: '1' }
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'ignore', 'pipe'] })
    let errors = ''
    child.stderr.on('data', (chunk) => {
      errors = `${errors}${chunk}`.slice(-10_000)
    })
    child.on('error', fail)
    child.on('close', (code) => (code === 0 ? done() : fail(new Error(`The front end could not be built.\n${errors}`))))
  })
}
