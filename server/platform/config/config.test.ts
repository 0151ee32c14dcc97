import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ConfigError, readConfig, Settings } from './config.ts'

test('without settings it serves the demo on port 3000 with its own database', () => {
  expect(readConfig({})).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    databaseUrl: undefined,
    demo: true,
    web: true,
    worker: true,
    erp: { soort: 'proef' },
  })
})

test.each([
  [{ PORT: 'drieduizend' }, 'PORT'],
  [{ PORT: '70000' }, 'PORT'],
  [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL'],
  [{ RONDOM_ROL: 'kok' }, 'RONDOM_ROL'],
  [{ RONDOM_GEHEIM: 'kort' }, 'RONDOM_GEHEIM'],
  [{ RONDOM_OPSLAG: 's3://emmer' }, 'S3_KEY'],
  [{ RONDOM_SMTP_URL: 'mail.example.nl' }, 'RONDOM_SMTP_URL'],
  [{ RONDOM_SMTP_URL: 'smtp://mail.example.nl' }, 'RONDOM_SMTP_VAN'],
  [{ RONDOM_ERP: 'vera' }, 'RONDOM_ERP_URL'],
  [{ RONDOM_ERP: 'proef', RONDOM_ROL: 'web' }, 'RONDOM_ROL'],
  [{ RONDOM_ERP_URL: 'erp.example.nl' }, 'RONDOM_ERP_URL'],
  [{ RONDOM_ERP_URL: 'https://erp.example.nl', RONDOM_ERP_TOKEN_URL: 'https://id.example.nl' }, 'RONDOM_ERP_CLIENT_ID'],
  [{ OIDC_ISSUER: 'https://id.example.nl' }, 'OIDC_CLIENT_ID'],
])('%o is refused with a sentence that names %s', (env, name) => {
  expect(() => readConfig(env)).toThrow(ConfigError)
  expect(() => readConfig(env)).toThrow(name)
})

test('every wrong setting gets its own sentence', () => {
  expect(() => readConfig({ PORT: '-1', RONDOM_ROL: 'kok' })).toThrow(/PORT[\s\S]*RONDOM_ROL/)
})

test('an empty value counts as absent', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 3000, databaseUrl: undefined })
})

test.each([
  [{ RONDOM_ERP: 'uit' }, { soort: 'uit' }],
  [{ DATABASE_URL: 'postgres://db' }, { soort: 'uit' }],
  [{ RONDOM_DEMO: 'nee' }, { soort: 'uit' }],
  [{ DATABASE_URL: 'postgres://db', RONDOM_ERP: 'proef' }, { soort: 'proef' }],
  [
    { RONDOM_ERP_URL: 'https://{keten}.vera.io/v4', RONDOM_ERP_SLEUTEL: 'geheim' },
    { soort: 'vera', url: 'https://{keten}.vera.io/v4', toegang: { soort: 'sleutel', sleutel: 'geheim' } },
  ],
])('%o gives the ERP %o', (env, erp) => {
  expect(readConfig(env).erp).toEqual(erp)
})

test('every setting is in docs/instellingen.md, and nothing else is', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/instellingen.md'), 'utf8')
  const documented = [...page.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name)

  expect(documented).toEqual(Object.keys(Settings.shape))
})
