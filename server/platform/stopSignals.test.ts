import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'

let program: ChildProcess | undefined

afterEach(() => program?.kill('SIGKILL'))

test('the first signal stops in order, and its echo through npm changes nothing', async () => {
  const { exit, send } = await startProgram(300)

  send('SIGINT')
  send('SIGINT')

  expect(await exit).toEqual({ code: 0, output: 'klaar\nRondom stopt …\nnetjes\n' })
})

test('a second Ctrl-C ends what does not want to stop', async () => {
  const { exit, send } = await startProgram(60_000)

  send('SIGTERM')
  await sleep(1_100)
  send('SIGINT')

  expect(await exit).toEqual({ code: 130, output: 'klaar\nRondom stopt …\n' })
})

async function startProgram(stopTakes: number) {
  const source = `import { onStopSignal } from ${JSON.stringify(join(import.meta.dirname, 'stopSignals.ts'))}
    onStopSignal(() => new Promise((done) => setTimeout(() => { process.stdout.write('netjes\\n'); done() }, ${stopTakes})))
    setInterval(() => {}, 1000)
    process.stdout.write('klaar')`
  const started = spawn(process.execPath, ['--input-type=module-typescript', '-e', source], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  program = started
  let output = ''
  started.stdout.on('data', (chunk) => {
    output += chunk
  })
  await once(started.stdout, 'data')
  const exit = once(started, 'close').then(([code]) => ({ code, output }))
  return { exit, send: (signal: NodeJS.Signals) => started.kill(signal) }
}
