import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { countResults, type Results } from './countResults.ts'

// `npm test`: checks, front ends and all tests; the last line is the counts. Arguments go to Vitest.
const root = resolve(import.meta.dirname, '..')
const wanted = process.argv.slice(2)
const failedSteps: string[] = []
let running: ChildProcess | undefined
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => interrupt(signal))

if (wanted.length === 0 && existsSync(join(root, 'tools', 'check.ts'))) await step('controle', ['tools/check.ts'])
await step('bouwen van de schermen', ['tools/buildWeb.ts', '--if-needed'])
const { passed, failed, skipped, exitCode } = await runVitest()

for (const name of failedSteps) process.stdout.write(`Niet in orde: ${name}\n`)
if (skipped > 0) process.stdout.write(`${skipped} overgeslagen\n`)
process.stdout.write(`${passed} passed, ${failed + failedSteps.length} failed\n`)
process.exitCode = failedSteps.length > 0 ? 1 : exitCode

async function step(name: string, args: string[]): Promise<void> {
  process.stdout.write(`\n> ${name}\n`)
  if ((await run(args)) !== 0) failedSteps.push(name)
}

async function runVitest(): Promise<Results> {
  const folder = mkdtempSync(join(tmpdir(), 'rondom-uitslag-'))
  const file = join(folder, 'uitslag.json')
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  process.stdout.write('\n> tests\n')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const code = await run(['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...wanted])
  return countResults(existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined, code)
}

function run(args: string[]): Promise<number> {
  return new Promise((done) => {
    running = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
    running.on('error', () => done(127))
    running.on('close', (code) => done(code ?? 1))
  })
}

/** The signal is passed on, so that Vitest stops its database, and waited for. */
function interrupt(signal: NodeJS.Signals): void {
  if (!running || running.exitCode !== null) process.exit(130)
  running.once('close', () => process.exit(130))
  running.kill(signal)
}
