import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { GebruikFout, type Opdracht } from './opdracht.ts'

/** An option without `waarde` is a switch. */
export type Optie = { uitleg: string; waarde?: string }

export type Invoer = {
  /** What is not an option, in order. */
  woorden: readonly string[]
  vlag(naam: string): boolean
  tekst(naam: string): string | undefined
  /** @throws GebruikFout when absent */
  vereist(naam: string): string
  getal(naam: string, van: number, tot: number): number | undefined
}

/** Every command has these. */
export const gedeeldeOpties: Record<string, Optie> = {
  organisatie: { waarde: 'code', uitleg: 'voor welke organisatie; nodig als er meer zijn dan één' },
  help: { uitleg: 'toon deze uitleg' },
}

/** @throws GebruikFout in Dutch, for an unknown option or a missing value */
export function leesInvoer(opdracht: Pick<Opdracht, 'opties'>, args: readonly string[]): Invoer {
  const options: ParseArgsOptionsConfig = {}
  for (const [naam, optie] of Object.entries({ ...opdracht.opties, ...gedeeldeOpties })) {
    options[naam] = { type: optie.waarde ? 'string' : 'boolean' }
  }
  const { values, positionals } = parse(args, options)
  const tekst = (naam: string) => {
    const value = values[naam]
    return typeof value === 'string' ? value : undefined
  }
  return {
    woorden: positionals,
    vlag: (naam) => values[naam] === true,
    tekst,
    vereist(naam) {
      const value = tekst(naam)?.trim()
      if (!value) throw new GebruikFout(`De optie --${naam} is nodig.`)
      return value
    },
    getal(naam, van, tot) {
      const value = tekst(naam)
      if (value === undefined) return undefined
      const getal = Number(value.replace(/(?<=\d)\.(?=\d{3}\b)/g, ''))
      if (Number.isInteger(getal) && getal >= van && getal <= tot) return getal
      throw new GebruikFout(`--${naam} moet een heel getal zijn van ${van} tot en met ${tot}; dit is "${value}".`)
    },
  }
}

function parse(args: readonly string[], options: ParseArgsOptionsConfig) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new GebruikFout(inHetNederlands(error))
  }
}

function inHetNederlands(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error)) throw error
  const optie = /'(-[^ '<,]*)/.exec(error.message)?.[1] ?? ''
  if (error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `De optie ${optie} bestaat niet.`
  if (error.code !== 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') throw error
  return error.message.includes('does not take an argument')
    ? `Achter de optie ${optie} hoort geen waarde.`
    : `Achter de optie ${optie} hoort een waarde.`
}
