import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

type Chunk = {
  file: string
  isEntry?: boolean
  imports?: string[]
  css?: string[]
  isDynamicEntry?: boolean
  dynamicImports?: string[]
}
export type Manifest = Record<string, Chunk>

/**
 * What a browser must fetch before the first screen, and what each lazy screen adds to that, in bytes of gzip.
 * `eigen` is what no other part uses; the rest of `js` (form fields, menus) is fetched once for all of them.
 * Not every part is a screen: a window that opens on one finds most of its `js` there already.
 */
export type Bundel = { js: number; css: number; lui: { naam: string; scherm: boolean; js: number; eigen: number }[] }

/** @param folder a built front end, with the manifest that Vite wrote */
export function measureBundel(folder: string): Bundel {
  const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')) as Manifest
  const entry = Object.keys(manifest).find((key) => manifest[key]?.isEntry)
  if (!entry) throw new Error(`${folder} has no entry in its manifest`)
  const first = closure(manifest, entry)
  const lazy = Object.keys(manifest).filter((key) => !first.has(key) && manifest[key]?.isDynamicEntry)
  const screens = new Set([...first].flatMap((key) => manifest[key]?.dynamicImports ?? []))
  const uses = new Map<string, number>()
  const parts = lazy.map((naam) => ({ naam, keys: [...closure(manifest, naam)].filter((each) => !first.has(each)) }))
  for (const { keys } of parts) for (const key of keys) uses.set(key, (uses.get(key) ?? 0) + 1)
  const size = (keys: string[]) =>
    sum(
      folder,
      keys.map((key) => manifest[key]?.file),
    )
  return {
    js: size([...first]),
    css: sum(
      folder,
      [...first].flatMap((key) => manifest[key]?.css ?? []),
    ),
    lui: parts.map(({ naam, keys }) => ({
      naam,
      scherm: screens.has(naam),
      js: size(keys),
      eigen: size(keys.filter((key) => uses.get(key) === 1)),
    })),
  }
}

function closure(manifest: Manifest, key: string, seen = new Set<string>()): Set<string> {
  if (seen.has(key)) return seen
  seen.add(key)
  for (const next of manifest[key]?.imports ?? []) closure(manifest, next, seen)
  return seen
}

function sum(folder: string, files: (string | undefined)[]): number {
  const unique = new Set(files.filter((file) => file?.match(/\.(js|css)$/)))
  return [...unique].reduce((total, file) => total + gzipSync(readFileSync(join(folder, file ?? ''))).length, 0)
}
