import type { z } from 'zod'
import type { ReadContext, WriteContext } from '#server/platform/http/context.ts'
import type { Services } from '#server/slice.ts'
import type { ZaakRow } from '#server/zaken/index.ts'
import type { Geladen } from '../versies/geladen.ts'

/** What an action knows of the case that it is done for. */
export type Plek = {
  instantieId: string
  zaak: ZaakRow
  element: string
  stapnaam: string
  /** The same key is the same deed: send it along to whoever is on the other side. */
  sleutel: string
  geladen: Geladen
  /** Everything that FEEL sees: answers, klant, eenheid, instellingen. */
  context: Record<string, unknown>
}

type Kop<I extends z.ZodType, O extends z.ZodType> = {
  naam: string
  label: string
  /** For who draws processes: one or two sentences. */
  uitleg: string
  invoer: I
  uitvoer: O
  /** Codes that an error event can catch. */
  fouten?: { code: string; uitleg: string }[]
}

/** In the database only: happens in the transaction of the step itself. */
type Hier<I extends z.ZodType, O extends z.ZodType> = Kop<I, O> & {
  buiten?: false
  voer(w: WriteContext, plek: Plek, invoer: z.output<I>): Promise<z.input<O>>
}
/** Leaves the house, or takes long: a job, tried again until it works; it must bear to run twice with one key. */
type Buiten<I extends z.ZodType, O extends z.ZodType> = Kop<I, O> & {
  buiten: true
  voer(ctx: ReadContext, plek: Plek, invoer: z.output<I>, services: Services): Promise<z.input<O>>
  /** What it leaves in our own database, in the transaction in which the process goes on. */
  legVast?(w: WriteContext, plek: Plek, uitvoer: z.output<O>, invoer: z.output<I>): Promise<void>
}

export type Actie = Hier<z.ZodType, z.ZodType> | Buiten<z.ZodType, z.ZodType>

/** Types the input and output of `voer` by their schemas. */
export function actie<I extends z.ZodType, O extends z.ZodType>(beschrijving: Hier<I, O> | Buiten<I, O>): Actie {
  return beschrijving as unknown as Actie
}

/** Not so far yet, and nothing is wrong: look again after so many milliseconds. */
export class NogNiet extends Error {
  readonly na: number

  constructor(na: number) {
    super('Nog niet zover')
    this.na = na
  }
}
