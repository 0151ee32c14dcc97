import { BpmnModdle } from 'bpmn-moddle'
import { rondomBpmn } from '#contract/bpmn.ts'
import { type Gelezen, leesXml, lijst, type Moddle, soortVan } from '../model/moddle.ts'

/**
 * The engine starts an event subprocess only for what is thrown inside, and never interrupts. By the standard
 * (BPMN 2.0.2, 13.5.4) it is the same as its scope wrapped in a subprocess with that event on its edge, and that the
 * engine does well. The ids of everything drawn stay, so that history and diagram still agree.
 */
export async function omhul(gelezen: Gelezen): Promise<Gelezen> {
  const houders = lijst(gelezen.rootElement['rootElements'])
    .filter((each) => soortVan(each) === 'Process')
    .flatMap(houdersIn)
    .filter((houder) => lijst(houder['flowElements']).some(isGebeurtenisproces))
  if (houders.length === 0) return gelezen
  const moddle = new BpmnModdle({ rondom: rondomBpmn })
  for (const houder of houders) omhulHouder(moddle, houder)
  // What is drawn of elements that moved is of no use to the engine.
  gelezen.rootElement['diagrams'] = []
  const { xml } = await moddle.toXML(gelezen.rootElement)
  return leesXml(xml)
}

const isGebeurtenisproces = (element: Moddle) => element['triggeredByEvent'] === true

/** Inner ones first: wrapping moves their elements. */
function houdersIn(houder: Moddle): Moddle[] {
  return [
    ...lijst(houder['flowElements'])
      .filter((element) => element['flowElements'])
      .flatMap(houdersIn),
    houder,
  ]
}

function omhulHouder(moddle: BpmnModdle, houder: Moddle): void {
  const maak = (soort: string, eigenschappen: object) => moddle.create(`bpmn:${soort}`, eigenschappen) as Moddle
  const pijl = (van: Moddle, naar: Moddle) =>
    maak('SequenceFlow', { id: `pijl_${van.id}_${naar.id}`, sourceRef: van, targetRef: naar })
  const alles = lijst(houder['flowElements'])
  const processen = alles.filter(isGebeurtenisproces)
  const inhoud = alles.filter((element) => !isGebeurtenisproces(element))
  const omhulsel = maak('SubProcess', { id: `omhulsel_${houder.id}`, flowElements: inhoud })
  const begin = maak('StartEvent', { id: `begin_${houder.id}` })
  const grenzen = processen.flatMap((proces) => {
    const start = lijst(proces['flowElements']).find((element) => soortVan(element) === 'StartEvent')
    if (!start) return []
    const grens = maak('BoundaryEvent', {
      id: start.id,
      name: start.name,
      attachedToRef: omhulsel,
      cancelActivity: start['isInterrupting'] !== false,
      eventDefinitions: start['eventDefinitions'],
    })
    const binnen = maak('StartEvent', { id: `begin_${proces.id}` })
    const elementen = lijst(proces['flowElements'])
    for (const element of elementen) if (element['sourceRef'] === start) element['sourceRef'] = binnen
    proces['flowElements'] = [binnen, ...elementen.filter((element) => element !== start)]
    proces['triggeredByEvent'] = false
    return [grens, pijl(grens, proces)]
  })
  delete houder['laneSets']
  houder['flowElements'] = [begin, omhulsel, pijl(begin, omhulsel), ...processen, ...grenzen]
}
