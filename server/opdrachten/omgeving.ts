import { userInfo } from 'node:os'
import type { Config } from '#server/platform/config/config.ts'
import { migrateSafely } from '#server/platform/db/migrateSafely.ts'
import { type Organisatie, type Organisaties, openOrganisaties } from '#server/platform/db/organisaties.ts'
import { type ReadContext, systemActor } from '#server/platform/http/context.ts'
import { newId } from '#server/platform/ids.ts'
import { createLogger, type Logger } from '#server/platform/log/log.ts'
import { usePostgres as findPostgres } from '#server/platform/postgres/startPostgres.ts'
import type { Invoer } from './invoer.ts'
import { OpdrachtFout, type Toestel } from './opdracht.ts'
import type { Scherm } from './scherm.ts'

/** The database as a command sees it. */
export type Omgeving = { config: Config; databaseUrl: string; organisaties: Organisaties; log: Logger }

/**
 * Finds the database as the server does: `DATABASE_URL`, or the embedded one (of the running server when there is one),
 * brings it up to date, and lets go of it afterwards.
 */
export async function metDatabase<T>(toestel: Toestel, work: (omgeving: Omgeving) => Promise<T>): Promise<T> {
  const { config, scherm } = toestel
  return await metPostgres(config, scherm, async (databaseUrl) => {
    // The command speaks for itself; a log of JSON lines would stand between its sentences.
    const log = createLogger('silent')
    await migrateSafely(databaseUrl, log)
    const organisaties = openOrganisaties(databaseUrl, { poolSize: 4, log })
    try {
      return await work({ config, databaseUrl, organisaties, log })
    } finally {
      await organisaties.close()
    }
  })
}

export async function metPostgres<T>(
  config: Config,
  scherm: Scherm,
  work: (databaseUrl: string) => Promise<T>,
): Promise<T> {
  if (config.databaseUrl) return await work(config.databaseUrl)
  const say = (text: string) => scherm.melding(text)
  const postgres = await findPostgres({ dataDir: config.dataDir, log: { info: say, warn: say, error: say } })
  try {
    return await work(postgres.url)
  } finally {
    await postgres.stop()
  }
}

/**
 * The organisatie of `--organisatie`, or the only or the default one.
 * @throws OpdrachtFout that lists what there is
 */
export async function kiesOrganisatie({ organisaties }: Omgeving, invoer: Invoer): Promise<Organisatie> {
  const alle = await organisaties.list()
  const code = invoer.tekst('organisatie')
  const gekozen = code
    ? alle.find((each) => each.code === code)
    : (alle.find((each) => each.standaard) ?? (alle.length === 1 ? alle[0] : undefined))
  if (gekozen) return gekozen
  if (alle.length === 0) {
    throw new OpdrachtFout('Er is nog geen organisatie. Maak er een: npm run rondom -- organisatie maak --help')
  }
  const bekend = alle.map((each) => each.code).join(', ')
  throw new OpdrachtFout(
    code ? `Organisatie "${code}" bestaat niet. Bekend zijn: ${bekend}.` : `Kies met --organisatie uit: ${bekend}.`,
  )
}

/** Who works from the command line is the person who is logged in on the server; the verwerkingenlog says so. */
export function contextVan({ log }: Omgeving, organisatie: Organisatie, now: Date): ReadContext {
  const actor = { ...systemActor, naam: `Opdrachtregel (${gebruikersnaam()})` }
  return { db: organisatie.db, actor, now, log, organisatie, verzoekId: newId() }
}

/** An account without a name (a container with a free user id) makes userInfo throw. */
export function gebruikersnaam(): string {
  try {
    return userInfo().username
  } catch {
    return `gebruiker ${process.getuid?.() ?? 'onbekend'}`
  }
}
