import type { Clock } from '#server/platform/clock.ts'
import type { Config } from '#server/platform/config/config.ts'
import type { Invoer, Optie } from './invoer.ts'
import type { Scherm } from './scherm.ts'

/** 0: done. 1: it failed, or some of it did. 2: the command was not understood. */
export type Uitgang = 0 | 1 | 2

/** One command of `npm run rondom`: described as data, so that the parser, the help and the docs cannot differ. */
export type Opdracht = {
  naam: string
  /** One line in the overview. */
  kort: string
  /** The forms it can be called in, without `npm run rondom --`. */
  gebruik: string[]
  uitleg: string
  opties: Record<string, Optie>
  run(invoer: Invoer, toestel: Toestel): Promise<Uitgang>
}

/** Where a command runs: settings, screen, keyboard and clock. */
export type Toestel = {
  config: Config
  scherm: Scherm
  /** Asks for something that must not be shown; from a pipe it is the first line. */
  vraagGeheim(vraag: string): Promise<string>
  clock: Clock
}

/** The command was not understood: exit code 2, and a pointer to the help. */
export class GebruikFout extends Error {}

/** It was understood but cannot be done: exit code 1, and only this sentence. */
export class OpdrachtFout extends Error {}
