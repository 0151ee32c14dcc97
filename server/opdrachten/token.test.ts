import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { seedInrichting } from '#server/beheer/index.ts'
import { startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { typ } from './testing/typ.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

let rondom: TestRondom
let dataDir: string
beforeAll(async () => {
  rondom = await startTestRondom({ now: new Date() })
  await rondom.write((w) => seedInrichting(w))
  dataDir = await mkdtemp(join(tmpdir(), 'rondom-token-'))
})
afterAll(async () => {
  await rondom.close()
  await rm(dataDir, { recursive: true, force: true })
})

const typt = (...args: string[]) => typ(['token', ...args], { databaseUrl: rondom.databaseUrl, dataDir })
const haal = async (token: string) =>
  (
    await rondom.app.inject({
      url: '/klantinteracties/api/v1/partijen',
      headers: { host: 'hier.test', authorization: `Token ${token}` },
    })
  ).statusCode

it('shows a token once, keeps only its hash, and lets it in until it is withdrawn', async () => {
  const gemaakt = await typt('maak', '--naam', 'Website', '--rechten', 'partijen.lezen,internetaken.schrijven')
  expect(gemaakt.code, gemaakt.fout).toBe(0)
  const token = /Token: (\S+)/.exec(gemaakt.uit)?.[1] ?? ''
  expect(token).toHaveLength(40)
  expect(await haal(token)).toBe(200)

  const { rows } = await sql<{ alles: string }>`select to_jsonb(t)::text as alles from api_token t`.execute(rondom.db)
  expect(rows).toHaveLength(1)
  expect(rows[0]?.alles).not.toContain(token)
  expect((await typt('lijst')).uit).toMatch(/Website +partijen\.lezen, internetaken\.schrijven/)
  expect((await typt('maak', '--naam', 'website', '--rechten', 'alles')).fout).toContain('Er is al een token')

  expect((await typt('intrekken', '--naam', 'WEBSITE')).code).toBe(0)
  expect(await haal(token)).toBe(401)
  expect((await typt('intrekken', '--naam', 'Website')).code).toBe(1)
})

it.each([
  [['maak', '--naam', 'X', '--rechten', 'alles.lezen'], 'Het recht "alles.lezen" bestaat niet.'],
  [['maak', '--naam', 'X', '--rechten', 'alles', '--tot', 'morgen'], 'Schrijf --tot als'],
  [['maak', '--naam', 'X', '--rechten', 'alles', '--team', 'nergens'], 'Er is geen team "nergens"'],
  [['weg'], 'Kies een van'],
])('says what is wrong with %j', async (args, melding) => {
  const gezegd = await typt(...args)
  expect(gezegd.code).toBe(2)
  expect(gezegd.fout).toContain(melding)
})
