import type BpmnModeler from 'bpmn-js/lib/Modeler.js'
import type { Bevinding } from '#contract/procesbeheer.ts'
import css from './Schemaeditor.module.css'
import { vind } from './wijzig.ts'

type Overlays = { add(element: string, soort: string, wat: object): string; remove(welke: { type: string }): void }

/** A sign at everything in the drawing where something was found; the list says what. @returns how to take them away */
export function merkBevindingen(
  modeler: BpmnModeler,
  bevindingen: readonly Bevinding[],
  woord: string,
): (() => void) | undefined {
  const overlays = modeler.get<Overlays>('overlays')
  const plekken = new Map<string, Bevinding['ernst']>()
  for (const { plek, ernst } of bevindingen) if (ernst === 'fout' || !plekken.has(plek)) plekken.set(plek, ernst)
  for (const [plek, ernst] of plekken) {
    const element = vind(modeler, plek)
    if (!element || element.type === 'bpmn:Process') continue
    const html = document.createElement('span')
    html.className = css['merk'] ?? ''
    html.dataset['ernst'] = ernst
    html.textContent = '!'
    html.title = woord
    overlays.add(plek, 'bevinding', { position: { top: -12, right: 8 }, html })
  }
  return () => {
    // The drawing itself may be gone already.
    if (modeler.getDefinitions()) overlays.remove({ type: 'bevinding' })
  }
}
