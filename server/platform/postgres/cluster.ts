import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { commandAs, type Identity } from './identity.ts'
import { handOver, type Placement } from './placement.ts'
import { StartError } from './startError.ts'

export const adminRole = 'postgres'

/** The password of the database, made at the first start; only the owner of the data folder can read it. */
export function readPassword(folder: string): string {
  const file = join(folder, 'wachtwoord')
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600, flush: true })
  return readFileSync(file, 'utf8')
}

/** Makes the database cluster at the first start. It appears all at once: a start that was broken off begins anew. */
export function ensureCluster(place: Placement, identity: Identity, password: string, durable: boolean): void {
  if (existsSync(place.data)) checkVersion(place)
  else createCluster(place, identity, password, durable)
}

function createCluster(place: Placement, identity: Identity, password: string, durable: boolean): void {
  const unfinished = `${place.data}.nieuw`
  const passwordFile = `${place.data}.wachtwoord`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { mode: 0o700 })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  handOver(unfinished, identity)
  handOver(passwordFile, identity)
  try {
    runInitdb(place, identity, unfinished, passwordFile, durable)
  } finally {
    rmSync(passwordFile, { force: true })
  }
  renameSync(unfinished, place.data)
}

/**
 * Built-in C.UTF-8 as default collation: byte order, so that an ordinary index answers a prefix search, and the same for
 * ever, where a newer ICU or libc would silently spoil indexes. Dutch order is asked for where people read it, with the
 * ICU collation "nl-x-icu" that every cluster has.
 */
function runInitdb(place: Placement, identity: Identity, folder: string, passwordFile: string, durable: boolean): void {
  const command = commandAs(identity, join(place.binaries, 'bin', 'initdb'), [
    ...['-D', folder, '--username', adminRole, '--pwfile', passwordFile, '--auth', 'scram-sha-256'],
    ...['--encoding', 'UTF8', '--locale', 'C', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8'],
    ...['--text-search-config', 'dutch', '--data-checksums', ...(durable ? [] : ['--no-sync'])],
  ])
  const result = spawnSync(command.file, command.args, { ...command.options, encoding: 'utf8' })
  if (result.status === 0) return
  const reason = result.error?.message ?? result.stderr.trim()
  throw new StartError(`De database kon niet worden aangemaakt in ${place.data}: ${reason}`)
}

function checkVersion(place: Placement): void {
  const made = readFileSync(join(place.data, 'PG_VERSION'), 'utf8').trim()
  const output = spawnSync(join(place.binaries, 'bin', 'postgres'), ['--version'], { encoding: 'utf8' }).stdout
  const own = /\d+/.exec(output)?.[0]
  if (made === own) return
  throw new StartError(
    `De gegevens in ${place.data} zijn gemaakt met PostgreSQL ${made}, en deze versie van Rondom heeft PostgreSQL ${own}. ` +
      'Maak met de vorige versie van Rondom een back-up en zet die met deze versie terug.',
  )
}
