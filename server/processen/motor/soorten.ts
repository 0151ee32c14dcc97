/** A point where a process waits for the world outside the engine. */
export type Wachtpunt = {
  /** The one execution that waits: unique within an instance, the same after every load. */
  sleutel: string
  element: string
  soort: 'taak' | 'bericht' | 'signaal' | 'timer' | 'actie'
  /** The name of the message or signal that it waits for. */
  naam: string
  /** Of a timer: when. */
  op: Date | undefined
  /** In a repetition: which one this is, by the name of its item. */
  lokaal: Record<string, unknown>
}

/** What happened to one element, in order. */
export type Voorval = { element: string; sleutel: string; wat: 'begin' | 'eind' | 'afgebroken'; stroom?: string }

/** What comes from outside to a process at rest. */
export type Prikkel =
  | { soort: 'voltooi'; sleutel: string; uitvoer?: unknown }
  | { soort: 'fout'; sleutel: string; code: string; melding: string }

/** What an element that does something may answer: it is done, or it comes later under the same `sleutel`. */
export type Uitslag = { klaar: true; uitvoer?: unknown } | { klaar: false }

/** What the engine asks of its surroundings. Everything that knows a database, a clock or a customer is behind it. */
export type Omgeving = {
  /** @throws when the expression fails */
  feel(expressie: string, lokaal: Record<string, unknown>): unknown
  /** When a timer goes off, and how many more times after that (-1: without end). */
  tijdstip(soort: 'timeDate' | 'timeDuration' | 'timeCycle', waarde: unknown): { op: Date; herhaal: number | undefined }
  /**
   * Runs a service, send or business-rule task. Never while the engine itself is busy.
   * @throws BpmnFout for an error that the diagram may catch
   */
  voer(werk: Werk): Promise<Uitslag>
}
export type Werk = { element: string; sleutel: string; lokaal: Record<string, unknown> }

/** An error with a code that an error event of the diagram can catch. */
export class BpmnFout extends Error {
  readonly code: string

  constructor(code: string, melding: string) {
    super(melding)
    this.code = code
  }
}

/** The process itself cannot go on: no flow fits, an expression fails, too many steps. Names the element. */
export class ProcesFout extends Error {
  readonly element: string

  constructor(element: string, melding: string) {
    super(melding)
    this.element = element
  }
}

export type Staat = Record<string, unknown>

/** The process at rest again. */
export type Rust = {
  /** Undefined when it ended. */
  staat: Staat | undefined
  wacht: Wachtpunt[]
  /** Every execution that is still there. */
  levend: ReadonlySet<string>
  voorvallen: Voorval[]
  /** Names of the signals that were thrown: others may wait for them. */
  signalen: string[]
}
