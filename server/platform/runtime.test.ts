import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runtimeFault } from './runtime.ts'

test.each(['20.20.2', '24.11.0', '25.9.1'])('Node %s is refused with what to do', (version) => {
  expect(runtimeFault(version)).toContain(`dit is Node ${version}. Start het met "npm start"`)
})

test.each(['26.0.0', '26.10.0', '27.1.0', '100.0.0'])('Node %s will do', (version) => {
  expect(runtimeFault(version)).toBeUndefined()
})

test('the tests themselves run on a Node that will do', () => {
  expect(runtimeFault(process.versions.node)).toBeUndefined()
})

test('a refusal ends the process with exit code 1', () => {
  const program = `import { requireRuntime } from ${JSON.stringify(join(import.meta.dirname, 'runtime.ts'))}
    requireRuntime('20.1.0')
    process.stdout.write('went on')`
  const result = spawnSync(process.execPath, ['--input-type=module-typescript', '-e', program], { encoding: 'utf8' })

  expect([result.status, result.stdout, result.stderr]).toEqual([1, '', expect.stringContaining('Node 20.1.0')])
})
