import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { readSources } from './architectuur.ts'

const root = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')

test('every decision is in the index, and has its three parts', () => {
  const index = read('docs/besluiten/README.md')
  for (const file of readdirSync(join(root, 'docs/besluiten')).filter((name) => /^\d{4}-/.test(name))) {
    expect(index, file).toContain(`(${file})`)
    for (const part of ['**Context.**', '**Decision.**', '**Consequences.**'])
      expect(read(`docs/besluiten/${file}`), file).toContain(part)
  }
})

test('every event that a slice emits is named in its README', () => {
  for (const { path, text } of readSources(root)) {
    const slice = /^server\/([\w-]+)\//.exec(path)?.[1]
    if (!slice || slice === 'platform' || /\.test\.ts$/.test(path)) continue
    for (const [, soort] of text.matchAll(/soort: '([a-z-]+\.[a-z-]+)'/g)) {
      if (!/\bemit\(/.test(text)) continue
      expect(read(`server/${slice}/README.md`), `${path} emits ${soort}`).toContain(soort?.split('.')[1])
    }
  }
})

test('every file that a page of the documentation points at exists', () => {
  const pages = [
    'README.md',
    'ARCHITECTURE.md',
    'CONTRIBUTING.md',
    ...readdirSync(join(root, 'docs'))
      .filter((name) => name.endsWith('.md'))
      .map((name) => `docs/${name}`),
  ]
  for (const page of pages) {
    for (const [, target = ''] of read(page).matchAll(/\]\((?!https?:|#|mailto:)([^)#]+)[^)]*\)/g)) {
      expect(existsSync(join(root, dirname(page), target)), `${page} → ${target}`).toBe(true)
    }
  }
})
