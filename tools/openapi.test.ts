import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'

const file = join(import.meta.dirname, '../docs/openapi.json')

let rondom: TestRondom
beforeAll(async () => {
  rondom = await startTestRondom({ env: { RONDOM_DEMO: 'ja' } })
})
afterAll(() => rondom.close())

/** A change of the API shows in the review as a change of this file: `OPENAPI=schrijf npx vitest run tools/openapi`. */
test('docs/openapi.json is what the server offers', async () => {
  const served = `${JSON.stringify((await rondom.app.inject('/api/openapi.json')).json(), null, 2)}\n`
  if (process.env['OPENAPI'] === 'schrijf') writeFileSync(file, served)

  expect(existsSync(file)).toBe(true)
  expect(readFileSync(file, 'utf8')).toBe(served)
})

test('every operation has an id of its own, a summary and an answer', async () => {
  const api = (await rondom.app.inject('/api/openapi.json')).json()
  const operations = Object.values(
    api.paths as Record<string, Record<string, { operationId: string; summary: string; responses: object }>>,
  ).flatMap((path) => Object.values(path))

  expect(operations.length).toBeGreaterThan(50)
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length)
  for (const { operationId, summary, responses } of operations) {
    expect(summary, operationId).toMatch(/\w{3}/)
    expect(Object.keys(responses), operationId).toContain('default')
  }
})

test('the readable page shows each operation, and runs no inline script', async () => {
  const page = await rondom.app.inject('/api/docs')

  expect(page.headers['content-type']).toContain('text/html')
  expect(page.body).toContain('/api/partijen/{id}')
  expect(page.body).not.toMatch(/<script(?![^>]*src=)/)
})
