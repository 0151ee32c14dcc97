import * as elements from 'bpmn-elements'
import { InclusiveGatewayBehaviour } from 'bpmn-elements/gateways'
import serialize, { type SerializableContext, TypeResolver } from 'moddle-context-serializer'
import { bereiktSamenkomst } from '../model/bereiktSamenkomst.ts'
import { inhoud, leesModel } from '../model/leesModel.ts'
import { type Gelezen, lijst, type Moddle, soortVan, tekstVan } from '../model/moddle.ts'
import { keerTerug } from './keerTerug.ts'
import { omhul } from './omhul.ts'
import { Uitvoering } from './uitvoering.ts'
import { Wekker } from './wekker.ts'

/** A diagram made ready for the engine; shared by all instances of one version. */
export type Bereid = SerializableContext

/**
 * Turns what BPMN leaves open into what the engine reads, so that FEEL is the only language there is: conditions get the
 * `=` that marks an expression, and elements that do something get our own way of doing.
 */
export async function bereid(getekend: Gelezen): Promise<Bereid> {
  const gelezen = await omhul(getekend)
  for (const proces of lijst(gelezen.rootElement['rootElements']).filter((each) => soortVan(each) === 'Process')) {
    for (const { element } of inhoud(proces, '')) bereidElement(element)
  }
  const telt = bereiktSamenkomst(leesModel(gelezen))
  const resolve = TypeResolver({
    ...elements,
    TimerEventDefinition: Wekker,
    MessageEventDefinition: keerTerug(elements.MessageEventDefinition),
    SignalEventDefinition: keerTerug(elements.SignalEventDefinition),
    InclusiveGateway,
    // Called with `new`, so no arrow.
    SequenceFlow: function pijl(definitie: { id: string }, context: unknown) {
      return maakPijl(definitie, context, telt.has(definitie.id))
    },
  })
  // The parser's result is what the serializer wants; their type packages do not know each other.
  return serialize(gelezen as never, resolve, uitbreiding)
}

/**
 * The engine's own lets every branch through by itself. Its parallel join waits for each branch to arrive or to be
 * given up, which is what an inclusive join must do.
 */
function InclusiveGateway(definitie: object, context: unknown) {
  const Activiteit = elements.Activity as unknown as new (...gegeven: unknown[]) => object
  return new Activiteit(InclusiveGatewayBehaviour, { ...definitie, isParallelGateway: true }, context)
}

/**
 * The engine tells every branch that was not taken to the end that it was given up, a thousand messages in a process of
 * fifty elements. Where no branches come together nobody listens.
 */
function maakPijl(definitie: { id: string }, context: unknown, telt: boolean) {
  const Pijl = elements.SequenceFlow as unknown as new (...gegeven: unknown[]) => { discard: () => void }
  const gemaakt = new Pijl(definitie, context)
  if (!telt) gemaakt.discard = () => {}
  return gemaakt
}

function bereidElement(element: Moddle): void {
  const voorwaarde = element['conditionExpression'] as Moddle | undefined
  if (voorwaarde) {
    voorwaarde['body'] = feel(tekstVan(voorwaarde['body']))
    // With a language the engine would look for a script.
    delete voorwaarde['language']
  }
  const lus = element['loopCharacteristics'] as Moddle | undefined
  if (lus) {
    lus['collection'] = lus['verzameling'] ? feel(tekstVan(lus['verzameling'])) : undefined
    lus['elementVariable'] = tekstVan(lus['item']) || 'item'
    for (const naam of ['loopCardinality', 'completionCondition']) {
      const expressie = lus[naam] as Moddle | undefined
      if (expressie) expressie['body'] = feel(tekstVan(expressie['body']))
    }
  }
  delete element['implementation']
}

const feel = (tekst: string) => `=${tekst.replace(/^=\s*/, '')}`

function uitbreiding(element: { $type?: string }): Record<string, unknown> | undefined {
  return /^bpmn:(ServiceTask|SendTask|BusinessRuleTask)$/.test(element.$type ?? '')
    ? { Service: Uitvoering }
    : undefined
}
