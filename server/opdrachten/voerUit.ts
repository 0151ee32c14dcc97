import { ConfigError } from '#server/platform/config/config.ts'
import { DomainError } from '#server/platform/errors.ts'
import { StartError } from '#server/platform/postgres/startError.ts'
import { leesInvoer } from './invoer.ts'
import { GebruikFout, OpdrachtFout, type Toestel, type Uitgang } from './opdracht.ts'
import { opdrachten } from './opdrachten.ts'
import { aanroep, overzicht, uitlegBij } from './uitleg.ts'

/** Runs one command line; everything that a user can cause ends in a sentence and an exit code. */
export async function voerUit(args: readonly string[], toestel: Toestel): Promise<Uitgang> {
  const { scherm } = toestel
  const [naam, ...rest] = args
  if (naam === undefined || naam === '--help' || naam === 'help') {
    scherm.regel(overzicht(opdrachten))
    return naam === undefined ? 2 : 0
  }
  const opdracht = opdrachten.find((each) => each.naam === naam)
  if (!opdracht) {
    scherm.melding(`De opdracht "${naam}" bestaat niet.\n`)
    scherm.melding(overzicht(opdrachten))
    return 2
  }
  try {
    const invoer = leesInvoer(opdracht, rest)
    if (invoer.vlag('help')) {
      scherm.regel(uitlegBij(opdracht))
      return 0
    }
    return await opdracht.run(invoer, toestel)
  } catch (error) {
    if (error instanceof GebruikFout) {
      scherm.melding(`${error.message}\nZie: ${aanroep} ${naam} --help`)
      return 2
    }
    scherm.melding(zin(error))
    return 1
  }
}

/** What went wrong, for the person at the keyboard. A fault of ours keeps its trace. */
function zin(error: unknown): string {
  if (error instanceof DomainError) {
    const velden = (error.invalidParams ?? []).map(({ name, reason }) => `  ${name}: ${reason}`)
    return [error.message, ...velden].join('\n')
  }
  if (error instanceof OpdrachtFout || error instanceof ConfigError || error instanceof StartError) return error.message
  const geenDatabase = databaseFout(error)
  if (geenDatabase) return geenDatabase
  return `Er ging iets mis dat niet had gemogen.\n${error instanceof Error ? error.stack : String(error)}`
}

function databaseFout(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  switch (error.code) {
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
    case 'ETIMEDOUT':
    case 'EAI_AGAIN':
      return `De database is niet te bereiken (${error.code}). Controleer DATABASE_URL en of PostgreSQL draait.`
    case '28P01':
    case '28000':
      return 'De database weigert de gebruikersnaam of het wachtwoord in DATABASE_URL.'
    case '3D000':
      return 'De database in DATABASE_URL bestaat niet.'
    case 'ENOSPC':
    case '53100':
      return 'De schijf is vol.'
    default:
      return undefined
  }
}
