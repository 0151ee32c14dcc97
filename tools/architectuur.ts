import { readdirSync, readFileSync } from 'node:fs'
import { join, posix, relative } from 'node:path'

/** One source file, by its path from the root of the project. */
export type Source = { path: string; text: string }
export type Violation = { path: string; rule: string; detail: string }

/** Bulk loaders write many tables at once, by design; see docs/besluiten. */
const bulkLoaders = ['importeren', 'demo']

/**
 * Everything in the sources that breaks the architecture (ARCHITECTURE.md), in the order of the files.
 * @param order the names of the slices, from `server/slices.ts`
 */
export function violations(sources: readonly Source[], order: readonly string[]): Violation[] {
  const owners = tableOwners(sources)
  return sources.flatMap((source) => [
    ...importViolations(source, order),
    ...tableViolations(source, owners),
    ...houseRules(source),
  ])
}

/** The slice order as `server/slices.ts` lists it. */
export function sliceOrder(slicesSource: string): string[] {
  const list = /export const slices: Slice\[\] = \[([\s\S]*?)\]/.exec(slicesSource)?.[1] ?? ''
  const imports = new Map(
    [...slicesSource.matchAll(/import \{ slice as (\w+) \} from '\.\/([\w-]+)\/index\.ts'/g)].map((match) => [
      match[1],
      match[2],
    ]),
  )
  return [...list.matchAll(/\w+/g)].map(([name]) => imports.get(name) ?? name)
}

export function readSources(root: string): Source[] {
  return ['contract', 'server', 'web', 'migraties', 'tools', 'belasting', 'e2e'].flatMap((folder) =>
    walk(join(root, folder), root),
  )
}

function walk(folder: string, root: string): Source[] {
  let entries: ReturnType<typeof readEntries>
  try {
    entries = readEntries(folder)
  } catch {
    return []
  }
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return walk(path, root)
    return /\.tsx?$/.test(entry.name) ? [{ path: relative(root, path), text: readFileSync(path, 'utf8') }] : []
  })
}

const readEntries = (folder: string) => readdirSync(folder, { withFileTypes: true })

function importViolations(source: Source, order: readonly string[]): Violation[] {
  return importsOf(source).flatMap((target) => {
    const broken = brokenRule(source.path, target, order)
    return broken ? [{ path: source.path, rule: broken, detail: target }] : []
  })
}

/** Where a file's imports lead, as paths from the root; packages keep their name. */
function importsOf(source: Source): string[] {
  const specifiers = [...source.text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '')
  return specifiers.map((specifier) => {
    if (specifier.startsWith('.')) return posix.normalize(posix.join(posix.dirname(source.path), specifier))
    const alias = /^#(contract|server|kit|werkplek|portaal)\/(.+)$/.exec(specifier)
    if (!alias) return `package:${specifier}`
    const folder = /kit|werkplek|portaal/.test(alias[1] ?? '') ? `web/${alias[1]}` : alias[1]
    return `${folder}/${alias[2]}`
  })
}

function brokenRule(from: string, to: string, order: readonly string[]): string | undefined {
  const test = isTest(from)
  if (from.startsWith('contract/') && !test && !to.startsWith('contract/') && !contractPackages(from).includes(to)) {
    return 'contract imports only zod'
  }
  if (from.startsWith('web/') && (to.startsWith('server/') || to.startsWith('migraties/')))
    return 'web never imports server'
  if (from.startsWith('web/kit/') && /^web\/(?!kit\/)/.test(to)) return 'kit imports neither app'
  if (from.startsWith('web/werkplek/') && to.startsWith('web/portaal/')) return 'the two apps never import each other'
  if (from.startsWith('web/portaal/') && to.startsWith('web/werkplek/')) return 'the two apps never import each other'
  if (/^migraties\/.+/.test(from) && !test && !to.startsWith('package:'))
    return 'a migration is frozen: it imports no code of ours'
  return test ? undefined : brokenSliceRule(from, to, order)
}

/** FEEL is evaluated the same in the browser and on the server; its one door is contract/regels/feel. */
function contractPackages(from: string): string[] {
  return from.startsWith('contract/regels/feel/') ? ['package:feelin'] : ['package:zod']
}

function brokenSliceRule(from: string, to: string, order: readonly string[]): string | undefined {
  const target = sliceOf(to)
  if (from.startsWith('server/platform/') && !from.startsWith('server/platform/testing/') && target)
    return 'platform imports no slice'
  const own = sliceOf(from)
  if (!own || !target || own === target) return undefined
  if (bulkLoaders.includes(own)) return to.endsWith('/index.ts') ? undefined : 'a slice is entered by its index.ts'
  if (own === 'koppelingen') return undefined
  if (target === 'koppelingen')
    return order.includes(own) ? undefined : 'only a slice that owns the port picks an adapter'
  if (order.indexOf(target) > order.indexOf(own)) return 'a slice imports only slices above it'
  if (!to.endsWith('/index.ts')) return 'a slice is entered by its index.ts'
  return undefined
}

/** `server/taken/claim.ts` → `taken`; files of the platform and in the root of the server belong to no slice. */
function sliceOf(path: string): string | undefined {
  const name = /^server\/([\w-]+)\//.exec(path)?.[1]
  return name === undefined || name === 'platform' || name === 'opdrachten' ? undefined : name
}

const isTest = (path: string) => /\.test\.tsx?$/.test(path) || path.includes('/testing/')

/** A table belongs to the slice whose `tables.ts` describes it. */
function tableOwners(sources: readonly Source[]): Map<string, string> {
  const owners = new Map<string, string>()
  for (const source of sources) {
    if (!source.path.endsWith('tables.ts')) continue
    const described = /interface Tables \{([\s\S]*?)\n {2}\}/.exec(source.text)?.[1] ?? ''
    const slice = sliceOf(source.path)
    for (const match of described.matchAll(/^\s*(\w+):/gm)) if (match[1] && slice) owners.set(match[1], slice)
  }
  return owners
}

const kyselyWrite = /\.(?:insertInto|updateTable|deleteFrom|mergeInto)\(\s*'(\w+)/g
const sqlWrite = /\b(?:insert into|update|delete from)\s+(\w+)/g

function tableViolations(source: Source, owners: Map<string, string>): Violation[] {
  const own = sliceOf(source.path)
  if (isTest(source.path) || !own || bulkLoaders.includes(own)) return []
  const written = [...source.text.matchAll(kyselyWrite), ...source.text.matchAll(sqlWrite)].map(
    (match) => match[1] ?? '',
  )
  return [...new Set(written)].flatMap((table) => {
    const owner = owners.get(table)
    if (owner === undefined || owner === own) return []
    return [{ path: source.path, rule: 'a table is written only by its owner', detail: `${table} belongs to ${owner}` }]
  })
}

function houseRules(source: Source): Violation[] {
  const found: Violation[] = []
  const report = (rule: string, detail: string) => found.push({ path: source.path, rule, detail })
  // `bouw/` runs when the app is built, not in it.
  if (isTest(source.path) || /^(tools|e2e|web\/\w+\/bouw)\//.test(source.path)) return found
  if (
    /process\.env/.test(source.text) &&
    !/^server\/platform\/(config|postgres)\//.test(source.path) &&
    !source.path.startsWith('belasting/')
  ) {
    report('only the configuration reads the environment', 'process.env')
  }
  if (
    source.path.startsWith('web/') &&
    /[^.\w]fetch\(/.test(source.text) &&
    !/^web\/(kit|portaal\/dienst)\//.test(source.path)
  ) {
    report('components never call fetch', 'fetch(')
  }
  if (goesOut(source)) report('what goes out goes by safeFetch', 'fetch')
  if (source.path.startsWith('web/') && /dangerouslySetInnerHTML/.test(source.text))
    report('text is never HTML', 'dangerouslySetInnerHTML')
  if (/(?:^|\/)(utils|helpers|common|manager|base)(?:\.tsx?$|\/)/.test(source.path))
    report('name the thing', source.path)
  return found
}

/** An S3 upload is a stream to an address of the configuration, which the safe way out does not take. */
const ownWay = /^server\/(platform\/(outgoing\/|files\/s3\.ts)|.*(\/testing\/|\.test\.ts$))/
const rawRequest =
  /(?:^|[^.\w])fetch\(|import \{[^}]*\brequest\b[^}]*\} from '(?:node:)?https?'|from 'undici'|sendNotification\(/m

const goesOut = ({ path, text }: Source): boolean =>
  path.startsWith('server/') && !ownWay.test(path) && rawRequest.test(text)
