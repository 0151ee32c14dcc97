import DmnModeler from 'dmn-js/lib/Modeler.js'
import type { Vertaal } from '../../schema/vertaal.ts'
import type { Moddle } from './moddle.ts'
import { naarBeschrijving, naarOpmerking } from './opmerkingen.ts'

/** What shows one decision: a table, or one expression. */
export type Weergave = {
  get<T>(service: string): T
  // biome-ignore lint/suspicious/noExplicitAny: each event has its own
  on(event: string, listener: (event: any) => void): void
}

/** The types that a column can have: those of FEEL that the engine knows. */
export const grondsoorten = [
  'string',
  'number',
  'boolean',
  'date',
  'time',
  'dateTime',
  'dayTimeDuration',
  'yearMonthDuration',
  'Any',
]

export function maakModeler(container: HTMLElement, vertaal: Vertaal): DmnModeler {
  const woorden = { additionalModules: [{ translate: ['value', vertaal] }] }
  const modeler = new DmnModeler({
    container,
    // Modules are per view; those of `common` would be dropped.
    decisionTable: woorden,
    literalExpression: woorden,
    common: {
      dataTypes: grondsoorten,
      // By any other name than 'feel' cells are plain text fields: the code editor of the package speaks English only, and
      // does not know our functions. Nothing of this is written to the file; what it means is FEEL all the same.
      expressionLanguages: { options: [{ value: 'FEEL', label: 'FEEL' }], defaults: { editor: 'FEEL' } },
    },
  })
  modeler.on('import.parse.complete', ({ definitions }: { definitions?: Moddle }) => {
    if (definitions) naarBeschrijving(definitions)
  })
  return modeler
}

/** The file as it is now. It is written before this returns: two at once never see each other's half-way state. */
export function schrijf(modeler: DmnModeler): Promise<string> {
  const wortel = modeler.getDefinitions()
  naarOpmerking(wortel)
  const geschreven = modeler.saveXML({ format: true })
  naarBeschrijving(wortel)
  return geschreven.then(({ xml }) => xml)
}
