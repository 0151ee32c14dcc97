import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

type Chunk = { file: string; isEntry?: boolean; imports?: string[]; css?: string[]; dynamicImports?: string[] }
export type Manifest = Record<string, Chunk>

/** What a browser must fetch before the first screen, and what each lazy part adds, in bytes of gzip. */
export type Bundel = { js: number; css: number; lui: { naam: string; js: number }[] }

/** @param folder a built front end, with the manifest that Vite wrote */
export function measureBundel(folder: string): Bundel {
  const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')) as Manifest
  const entry = Object.keys(manifest).find((key) => manifest[key]?.isEntry)
  if (!entry) throw new Error(`${folder} has no entry in its manifest`)
  const first = closure(manifest, entry)
  const lazy = Object.keys(manifest).filter((key) => !first.has(key) && /\.tsx?$/.test(key))
  return {
    js: sum(
      folder,
      [...first].map((key) => manifest[key]?.file),
    ),
    css: sum(
      folder,
      [...first].flatMap((key) => manifest[key]?.css ?? []),
    ),
    lui: lazy.map((key) => ({
      naam: key,
      js: sum(
        folder,
        [...closure(manifest, key)].filter((each) => !first.has(each)).map((each) => manifest[each]?.file),
      ),
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
