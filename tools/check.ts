import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readSources, sliceOrder, violations } from './architectuur.ts'

/** Types, lint, boundaries and dead code, side by side; every failure is shown, not just the first. */
const root = join(import.meta.dirname, '..')
const bin = (name: string) => join(root, 'node_modules/.bin', name)

const results = await Promise.all([
  run('types', bin('tsc'), ['-p', '.']),
  run('lint', bin('biome'), ['check', '--error-on-warnings', '.']),
  run('dead code', bin('knip'), ['--no-progress']),
  boundaries(),
])
for (const { name, ok, output, seconds } of results) {
  process.stdout.write(`${ok ? '✓' : '✗'} ${name} (${seconds.toFixed(1)} s)\n${ok ? '' : `${output}\n`}`)
}
process.exit(results.every(({ ok }) => ok) ? 0 : 1)

type Result = { name: string; ok: boolean; output: string; seconds: number }

function run(name: string, command: string, args: string[]): Promise<Result> {
  const began = performance.now()
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env: { ...process.env, NO_COLOR: '1' } })
    let output = ''
    child.stdout.on('data', (chunk) => {
      output += chunk
    })
    child.stderr.on('data', (chunk) => {
      output += chunk
    })
    child.on('close', (code) => resolve({ name, ok: code === 0, output, seconds: (performance.now() - began) / 1000 }))
  })
}

async function boundaries(): Promise<Result> {
  const began = performance.now()
  const found = violations(readSources(root), sliceOrder(readFileSync(join(root, 'server/slices.ts'), 'utf8')))
  const output = found.map(({ path, rule, detail }) => `${path}: ${rule} (${detail})`).join('\n')
  return { name: 'boundaries', ok: found.length === 0, output, seconds: (performance.now() - began) / 1000 }
}
