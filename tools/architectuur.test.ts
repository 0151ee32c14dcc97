import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readSources, type Source, sliceOrder, violations } from './architectuur.ts'

const root = join(import.meta.dirname, '..')
const order = sliceOrder(readFileSync(join(root, 'server/slices.ts'), 'utf8'))

test('the code keeps to the architecture', () => {
  expect(violations(readSources(root), order)).toEqual([])
})

test('the list of slices is read, and every slice has a README and a door', () => {
  expect(order).toContain('relaties')
  expect(order.indexOf('relaties')).toBeLessThan(order.indexOf('taken'))
  const known = new Set(
    readdirSync(join(root, 'server'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name),
  )
  for (const name of order) {
    expect(known, name).toContain(name)
    expect(existsSync(join(root, 'server', name, 'README.md')), `${name}/README.md`).toBe(true)
    expect(existsSync(join(root, 'server', name, 'index.ts')), `${name}/index.ts`).toBe(true)
  }
})

const fixedOrder = ['beheer', 'relaties', 'taken', 'klantbeeld']

/** Each of these must turn the rule red: a checker that went blind is worse than none. */
const forbidden: [rule: string, source: Source][] = [
  [
    'a slice imports only slices above it',
    { path: 'server/beheer/x.ts', text: "import { a } from '#server/taken/index.ts'" },
  ],
  [
    'a slice imports only slices above it',
    { path: 'server/relaties/x.ts', text: "import { a } from '../klantbeeld/index.ts'" },
  ],
  [
    'a slice is entered by its index.ts',
    { path: 'server/taken/x.ts', text: "import { a } from '#server/relaties/store.ts'" },
  ],
  [
    'platform imports no slice',
    { path: 'server/platform/x.ts', text: "const a = await import('#server/taken/index.ts')" },
  ],
  ['contract imports only zod', { path: 'contract/x.ts', text: "import { a } from 'kysely'" }],
  ['contract imports only zod', { path: 'contract/x.ts', text: "import { evaluate } from 'feelin'" }],
  ['contract imports only zod', { path: 'contract/x.ts', text: "import { a } from '#server/relaties/index.ts'" }],
  [
    'web never imports server',
    { path: 'web/werkplek/taken/x.tsx', text: "import { a } from '#server/taken/index.ts'" },
  ],
  ['kit imports neither app', { path: 'web/kit/x.ts', text: "import { a } from '../werkplek/main.tsx'" }],
  [
    'the two apps never import each other',
    { path: 'web/portaal/x.ts', text: "import { a } from '../werkplek/main.tsx'" },
  ],
  [
    'a migration is frozen: it imports no code of ours',
    { path: 'migraties/20270101T0000_x.ts', text: "import { a } from '#server/taken/index.ts'" },
  ],
  ['only the configuration reads the environment', { path: 'server/taken/x.ts', text: 'const a = process.env.PORT' }],
  ['components never call fetch', { path: 'web/werkplek/taken/x.tsx', text: 'await fetch("/api")' }],
  ['what goes out goes by safeFetch', { path: 'server/taken/x.ts', text: 'await fetch(url)' }],
  [
    'what goes out goes by safeFetch',
    { path: 'server/taken/x.ts', text: "import { Agent, request } from 'node:https'" },
  ],
  ['text is never HTML', { path: 'web/werkplek/taken/x.tsx', text: '<p dangerouslySetInnerHTML={x} />' }],
  ['name the thing', { path: 'server/taken/utils.ts', text: '' }],
]

test.each(forbidden)('%s', (rule, source) => {
  expect(violations([source], fixedOrder).map((violation) => violation.rule)).toEqual([rule])
})

test.each([".insertInto('partij')", "sql`update partij set naam = ''`", 'sql`delete from partij`'])(
  'only relaties writes partij: %s',
  (text) => {
    const tables: Source = {
      path: 'server/relaties/tables.ts',
      text: 'interface Tables {\n    partij: PartijTable\n  }',
    }

    const found = violations([tables, { path: 'server/taken/store.ts', text }], fixedOrder)

    expect(found).toMatchObject([{ path: 'server/taken/store.ts', rule: 'a table is written only by its owner' }])
  },
)
