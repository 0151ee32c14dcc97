import { BpmnModdle } from 'bpmn-moddle'
import { rondomBpmn } from '#contract/bpmn.ts'
import { leesXml, lijst, type Moddle, soortVan } from '../model/moddle.ts'
import type { Procesmodel } from '../model/procesmodel.ts'
import { type Bereid, bereid } from '../motor/bereid.ts'

/**
 * The same process with a beginning that leads straight to these elements. Run once, it stands where we want it; its
 * state then goes on in the process as it was drawn, which does not know the flows that we added.
 */
export async function plaats(xml: string, model: Procesmodel, doelen: readonly string[]): Promise<Bereid> {
  const { rootElement } = await leesXml(xml)
  const proces = lijst(rootElement['rootElements']).find(({ id }) => id === model.id)
  if (!proces) throw new Error('the process is not in its own drawing')
  const elementen = lijst(proces['flowElements'])
  const begin = elementen.find((element) => soortVan(element) === 'StartEvent')
  if (!begin) throw new Error('a process has a beginning')
  const moddle = new BpmnModdle({ rondom: rondomBpmn })
  const pijlen = doelen.map((doel) =>
    moddle.create('bpmn:SequenceFlow', {
      id: `zet_${doel}`,
      sourceRef: begin,
      targetRef: elementen.find(({ id }) => id === doel),
    }),
  )
  // What nothing leads to would begin by itself: where the beginning led, only leads to itself now.
  for (const element of elementen)
    if (soortVan(element) === 'SequenceFlow' && soortVan(element['sourceRef'] as Moddle) === 'StartEvent')
      element['sourceRef'] = element['targetRef']
  proces['flowElements'] = [...elementen, ...pijlen]
  // The lists on both ends of a flow repeat it; the flows themselves are what counts.
  for (const element of elementen) {
    delete element['incoming']
    delete element['outgoing']
  }
  rootElement['diagrams'] = []
  return bereid(await leesXml((await moddle.toXML(rootElement)).xml))
}
