import BpmnModeler from 'bpmn-js/lib/Modeler.js'
import { rondomBpmn } from '#contract/bpmn.ts'
import type { Vertaal } from '../../schema/vertaal.ts'
import { alleenWatKan } from './beperk.ts'

/** One element of the file: typed by the BPMN meta-model at run time, not by TypeScript. */
export type Moddle = {
  $type: string
  $parent?: Moddle
  id?: string
  name?: string
  get(naam: string): unknown
  [eigenschap: string]: unknown
}
/** What is drawn: a shape or an arrow. */
export type Element = { id: string; type: string; businessObject: Moddle; labelTarget?: Element; parent?: Element }

export function maakModeler(container: HTMLElement, vertaal: Vertaal): BpmnModeler {
  return new BpmnModeler({
    container,
    moddleExtensions: { rondom: rondomBpmn },
    additionalModules: [{ translate: ['value', vertaal] }, alleenWatKan],
    // In variables of the theme, so that the drawing follows light and dark by itself.
    bpmnRenderer: {
      defaultFillColor: 'var(--vlak-1)',
      defaultStrokeColor: 'var(--tekst)',
      defaultLabelColor: 'var(--tekst)',
    },
    // Ctrl and the wheel zoom; the wheel alone scrolls the page.
    zoomScroll: { enabled: false },
  })
}

export const schrijf = (modeler: BpmnModeler): Promise<string> =>
  modeler.saveXML({ format: true }).then(({ xml }) => xml ?? '')

/** Of a name beside a shape: the shape. */
export const zelf = (element: Element): Element => element.labelTarget ?? element

export const lijst = (waarde: unknown): Moddle[] => (Array.isArray(waarde) ? (waarde as Moddle[]) : [])
export const tekstVan = (waarde: unknown): string => (typeof waarde === 'string' ? waarde : '')
