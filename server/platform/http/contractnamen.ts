import { readdirSync } from 'node:fs'
import { join, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'

const folder = join(import.meta.dirname, '../../../contract')

/**
 * The exported schemas of the contract by their name, for OpenAPI: what is used twice is described once.
 * The modules are loaded already, so this costs only reading the folder.
 */
export async function contractNames(): Promise<z.core.$ZodRegistry<{ id: string }>> {
  const registry = z.registry<{ id: string }>()
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const taken = new Set<string>()
  for (const file of files.filter(isSchemaFile).sort()) {
    const exported = (await import(pathToFileURL(join(folder, file)).href)) as Record<string, unknown>
    for (const [id, schema] of Object.entries(exported)) {
      if (!(schema instanceof z.ZodObject) || registry.has(schema) || taken.has(id)) continue
      taken.add(id)
      registry.add(schema, { id })
    }
  }
  return registry
}

function isSchemaFile(file: string): boolean {
  return file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.startsWith(`regels${sep}`)
}
