import type BpmnModeler from 'bpmn-js/lib/Modeler.js'
import type { Vervolgsoort } from './beperk.ts'
import { type Element, lijst, type Moddle, tekstVan } from './modeler.ts'

/** Everything that the panel changes; each is one step of undo. */

type Bouw = {
  updateProperties(element: Element, eigenschappen: object): void
  updateModdleProperties(element: Element, deel: Moddle, eigenschappen: object): void
  removeElements(elementen: Element[]): void
  connect(van: Element, naar: Element): void
}
const bouw = (modeler: BpmnModeler) => modeler.get<Bouw>('modeling')
const maak = (modeler: BpmnModeler, soort: string, eigenschappen: object) =>
  modeler.get<{ create(soort: string, eigenschappen: object): Moddle }>('bpmnFactory').create(soort, eigenschappen)

/** An attribute of the element; empty takes it away. */
export function zet(modeler: BpmnModeler, element: Element, naam: string, waarde: string | boolean | undefined): void {
  bouw(modeler).updateProperties(element, { [naam]: waarde === '' ? undefined : waarde })
}

export function zetToelichting(modeler: BpmnModeler, element: Element, tekst: string): void {
  const documentation = tekst ? [metOuder(maak(modeler, 'bpmn:Documentation', { text: tekst }), element)] : []
  bouw(modeler).updateProperties(element, { documentation })
}

export type Koppeling = { naam: string; waarde: string }
export type Koppelsoort = 'Invoer' | 'Uitvoer'

export function koppelingen(element: Element, soort: Koppelsoort): Koppeling[] {
  return uitbreidingen(element)
    .filter(({ $type }) => $type === `rondom:${soort}`)
    .map((each) => ({ naam: tekstVan(each['naam']), waarde: tekstVan(each['waarde']) }))
}

export function zetKoppelingen(
  modeler: BpmnModeler,
  element: Element,
  soort: Koppelsoort,
  next: readonly Koppeling[],
): void {
  const blijft = uitbreidingen(element).filter(({ $type }) => $type !== `rondom:${soort}`)
  const nieuw = next.map((each) => maak(modeler, `rondom:${soort}`, each))
  // Input before output, as people read it.
  const values = soort === 'Invoer' ? [...nieuw, ...blijft] : [...blijft, ...nieuw]
  const extensionElements = metOuder(maak(modeler, 'bpmn:ExtensionElements', { values }), element)
  for (const each of values) each.$parent = extensionElements
  bouw(modeler).updateProperties(element, { extensionElements: values.length > 0 ? extensionElements : undefined })
}

const uitbreidingen = (element: Element) =>
  lijst((element.businessObject.get('extensionElements') as Moddle | undefined)?.get('values'))

/** The condition of an arrow: FEEL. */
export function zetVoorwaarde(modeler: BpmnModeler, element: Element, feel: string): void {
  bouw(modeler).updateProperties(element, { conditionExpression: feel ? formule(modeler, element, feel) : undefined })
}

export const voorwaardeVan = ({ businessObject }: Element) =>
  tekstVan((businessObject.get('conditionExpression') as Moddle | undefined)?.get('body')).replace(/^=\s*/, '')

export function isStandaard({ businessObject }: Element): boolean {
  const bron = businessObject.get('sourceRef') as Moddle | undefined
  return bron?.get('default') === businessObject
}

export function zetStandaard(modeler: BpmnModeler, element: Element, aan: boolean): void {
  const bron = vind(modeler, (element.businessObject.get('sourceRef') as Moddle | undefined)?.id ?? '')
  if (bron) bouw(modeler).updateProperties(bron, { default: aan ? element.businessObject : undefined })
}

export const tijdsoorten = ['timeDuration', 'timeDate', 'timeCycle'] as const
export type Tijdsoort = (typeof tijdsoorten)[number]

export function gebeurtenisVan({ businessObject }: Element): Moddle | undefined {
  if (!/Event$/.test(businessObject.$type)) return undefined
  return lijst(businessObject.get('eventDefinitions'))[0]
}

export function tijdVan(definitie: Moddle): { soort: Tijdsoort; waarde: string } {
  for (const soort of tijdsoorten) {
    const expressie = definitie.get(soort) as Moddle | undefined
    if (expressie) return { soort, waarde: tekstVan(expressie.get('body')) }
  }
  return { soort: 'timeDuration', waarde: '' }
}

export function zetTijd(modeler: BpmnModeler, element: Element, soort: Tijdsoort, waarde: string): void {
  const definitie = gebeurtenisVan(element)
  if (!definitie) return
  const leeg = Object.fromEntries(tijdsoorten.map((each) => [each, undefined]))
  const expressie = maak(modeler, 'bpmn:FormalExpression', { body: waarde })
  expressie.$parent = definitie
  bouw(modeler).updateModdleProperties(element, definitie, { ...leeg, [soort]: expressie })
}

/** What an event or receive task refers to, by the kind of it: kept once per file, under its name. */
const verwijzingen: Record<string, { eigenschap: string; soort: string; code?: string }> = {
  'bpmn:MessageEventDefinition': { eigenschap: 'messageRef', soort: 'bpmn:Message' },
  'bpmn:ReceiveTask': { eigenschap: 'messageRef', soort: 'bpmn:Message' },
  'bpmn:SignalEventDefinition': { eigenschap: 'signalRef', soort: 'bpmn:Signal' },
  'bpmn:ErrorEventDefinition': { eigenschap: 'errorRef', soort: 'bpmn:Error', code: 'errorCode' },
  'bpmn:EscalationEventDefinition': { eigenschap: 'escalationRef', soort: 'bpmn:Escalation', code: 'escalationCode' },
}

export function verwijzingVan(element: Element) {
  const houder = element.type === 'bpmn:ReceiveTask' ? element.businessObject : gebeurtenisVan(element)
  const hoe = verwijzingen[houder?.$type ?? '']
  if (!houder || !hoe) return undefined
  const doel = houder.get(hoe.eigenschap) as Moddle | undefined
  return { soort: hoe.soort, naam: tekstVan(doel?.name), namen: (modeler: BpmnModeler) => namenVan(modeler, hoe.soort) }
}

const namenVan = (modeler: BpmnModeler, soort: string) =>
  lijst((modeler.getDefinitions() as Moddle).get('rootElements'))
    .filter(({ $type }) => $type === soort)
    .map(({ name }) => tekstVan(name))

export function zetVerwijzing(modeler: BpmnModeler, element: Element, naam: string): void {
  const houder = element.type === 'bpmn:ReceiveTask' ? element.businessObject : gebeurtenisVan(element)
  const hoe = verwijzingen[houder?.$type ?? '']
  if (!houder || !hoe) return
  const wortel = modeler.getDefinitions() as Moddle
  const alle = lijst(wortel.get('rootElements'))
  const bekend = alle.find(({ $type, name }) => $type === hoe.soort && name === naam)
  const doel = naam ? (bekend ?? nieuweWortel()) : undefined
  bouw(modeler).updateModdleProperties(element, houder, { [hoe.eigenschap]: doel })

  function nieuweWortel(): Moddle {
    const nieuw = maak(modeler, hoe?.soort ?? '', { name: naam, ...(hoe?.code && { [hoe.code]: naam }) })
    nieuw.$parent = wortel
    bouw(modeler).updateModdleProperties(element, wortel, { rootElements: [nieuw, ...alle] })
    return nieuw
  }
}

export function herhalingVan({ businessObject }: Element): Moddle | undefined {
  const lus = businessObject.get('loopCharacteristics') as Moddle | undefined
  return lus?.$type === 'bpmn:MultiInstanceLoopCharacteristics' ? lus : undefined
}

export function zetHerhaling(modeler: BpmnModeler, element: Element, aan: boolean): void {
  const lus = aan ? metOuder(maak(modeler, 'bpmn:MultiInstanceLoopCharacteristics', {}), element) : undefined
  bouw(modeler).updateProperties(element, { loopCharacteristics: lus })
}

export function zetInHerhaling(modeler: BpmnModeler, element: Element, naam: string, waarde: string | boolean): void {
  const lus = herhalingVan(element)
  if (!lus) return
  const isFormule = naam === 'completionCondition' || naam === 'loopCardinality'
  const next = isFormule && typeof waarde === 'string' && waarde ? formule(modeler, element, waarde, lus) : waarde
  bouw(modeler).updateModdleProperties(element, lus, { [naam]: next === '' ? undefined : next })
}

export function voegErachter(modeler: BpmnModeler, element: Element, wat: Vervolgsoort): void {
  const vorm = modeler
    .get<{ createShape(wat: object): Element }>('elementFactory')
    .createShape({ type: wat.soort, ...('gebeurtenis' in wat && { eventDefinitionType: wat.gebeurtenis }) })
  modeler.get<{ append(bron: Element, vorm: Element): Element }>('autoPlace').append(element, vorm)
  // By mouse one types the name in the drawing at once; from the panel in the panel.
  modeler.get<{ cancel(): void }>('directEditing').cancel()
  kies(modeler, vorm.id)
}

export const verbind = (modeler: BpmnModeler, van: Element, naar: Element) => bouw(modeler).connect(van, naar)
export const verwijder = (modeler: BpmnModeler, element: Element) => bouw(modeler).removeElements([element])

export const vind = (modeler: BpmnModeler, id: string) =>
  modeler.get<{ get(id: string): Element | undefined }>('elementRegistry').get(id)

/** Below this one cannot read the names. */
export const leesbaar = 0.5

type Canvas = {
  findRoot(element: Element): Element | undefined
  setRootElement(wortel: Element): void
  getRootElement(): Element
  scrollToElement(element: Element, rand: number): void
  zoom(naar?: number): number
}

/** Chosen, and in sight. */
export function kies(modeler: BpmnModeler, id: string): boolean {
  const element = vind(modeler, id)
  if (!element) return false
  const isVel = element === modeler.get<Canvas>('canvas').findRoot(element)
  modeler.get<{ select(element: Element | null): void }>('selection').select(isVel ? null : element)
  if (!isVel) inBeeld(modeler, element)
  return true
}

/** Also inside a subprocess that is drawn on a sheet of its own. */
export function inBeeld(modeler: BpmnModeler, element: Element): void {
  const canvas = modeler.get<Canvas>('canvas')
  const vel = canvas.findRoot(element)
  if (vel && vel !== canvas.getRootElement()) canvas.setRootElement(vel)
  if (canvas.zoom() < leesbaar) canvas.zoom(0.75)
  canvas.scrollToElement(element, 160)
}

function formule(modeler: BpmnModeler, element: Element, body: string, ouder: Moddle = element.businessObject): Moddle {
  const expressie = maak(modeler, 'bpmn:FormalExpression', { body })
  expressie.$parent = ouder
  return expressie
}

function metOuder(deel: Moddle, { businessObject }: Element): Moddle {
  deel.$parent = businessObject
  return deel
}
