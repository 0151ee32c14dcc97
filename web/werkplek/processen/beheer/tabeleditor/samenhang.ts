import { lijst, type Moddle, tekstVan } from './moddle.ts'
import type { Weergave } from './modeler.ts'

export type Gegeven = { id: string; naam: string; label: string; isBeslissing: boolean; gebruikt: boolean }

/** Everything in the file that this decision could use, and what it does use (DMN 1.3 §6.3.9). */
export function gegevensVoor(definities: Moddle, beslissing: string): Gegeven[] {
  const gebruikt = new Set(behoeften(vind(definities, beslissing)).map(({ naar }) => naar))
  return lijst(definities.get('drgElement'))
    .filter(({ $type, id }) => /^dmn:(?:InputData|Decision)$/.test($type) && id !== beslissing)
    .map((element) => {
      const variabele = element.get('variable') as Moddle | undefined
      const label = tekstVan(element.get('name')) || (element.id ?? '')
      return {
        id: element.id ?? '',
        naam: tekstVan(variabele?.get('name')) || label,
        label,
        isBeslissing: element.$type === 'dmn:Decision',
        gebruikt: gebruikt.has(element.id ?? ''),
      }
    })
}

export function zetGebruik(weergave: Weergave, definities: Moddle, beslissing: string, id: string, aan: boolean): void {
  const deze = vind(definities, beslissing)
  const ander = vind(definities, id)
  if (!deze || !ander) return
  const blijft = behoeften(deze)
    .filter(({ naar }) => naar !== id)
    .map(({ behoefte }) => behoefte)
  const nieuw = aan ? [behoefteAan(deze, ander)] : []
  wijzig(weergave, deze, { informationRequirement: [...blijft, ...nieuw] })
}

export const naamVan = (definities: Moddle, id: string) => tekstVan(vind(definities, id)?.get('name'))

export function hernoem(weergave: Weergave, definities: Moddle, beslissing: string, naam: string): void {
  const deze = vind(definities, beslissing)
  if (deze) wijzig(weergave, deze, { name: naam })
}

/** Input data that this decision uses; its name is what forms and steps call it. */
export function voegGegevenToe(
  weergave: Weergave,
  definities: Moddle,
  beslissing: string,
  { naam, soort }: { naam: string; soort: string },
): void {
  const deze = vind(definities, beslissing)
  if (!deze) return
  const variable = maak(definities, 'dmn:InformationItem', { id: `${naam}_variabele`, name: naam, typeRef: soort })
  const gegeven = maak(definities, 'dmn:InputData', { id: vrijId(definities, naam), name: naam, variable })
  variable.$parent = gegeven
  wijzig(weergave, definities, { drgElement: [...lijst(definities.get('drgElement')), gegeven] })
  wijzig(weergave, deze, {
    informationRequirement: [...lijst(deze.get('informationRequirement')), behoefteAan(deze, gegeven)],
  })
}

/** A table with one outcome and one rule, to fill in. @returns its id */
export function voegBeslissingToe(weergave: Weergave, definities: Moddle, naam: string): string {
  const id = vrijId(
    definities,
    naam
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'beslissing',
  )
  const ding = (soort: string, eigenschappen: object) => maak(definities, soort, eigenschappen)
  const cel = ding('dmn:LiteralExpression', { id: `${id}_cel`, text: '' })
  const regel = ding('dmn:DecisionRule', { id: `${id}_regel`, outputEntry: [cel] })
  const uitkomst = ding('dmn:OutputClause', { id: `${id}_uitkomst`, name: 'uitkomst', typeRef: 'string' })
  const tabel = ding('dmn:DecisionTable', { id: `${id}_tabel`, hitPolicy: 'FIRST', output: [uitkomst], rule: [regel] })
  const variable = ding('dmn:InformationItem', { id: `${id}_variabele`, name: id.replaceAll('-', '_') })
  const beslissing = ding('dmn:Decision', { id, name: naam, variable, decisionLogic: tabel })
  cel.$parent = regel
  regel.$parent = tabel
  uitkomst.$parent = tabel
  tabel.$parent = beslissing
  variable.$parent = beslissing
  wijzig(weergave, definities, { drgElement: [...lijst(definities.get('drgElement')), beslissing] })
  return id
}

function behoeften(beslissing: Moddle | undefined): { behoefte: Moddle; naar: string }[] {
  return lijst(beslissing?.get('informationRequirement')).map((behoefte) => {
    const doel = (behoefte.get('requiredInput') ?? behoefte.get('requiredDecision')) as Moddle | undefined
    return { behoefte, naar: tekstVan(doel?.['href']).replace(/^#/, '') }
  })
}

function behoefteAan(deze: Moddle, ander: Moddle): Moddle {
  const verwijzing = maak(deze, 'dmn:DMNElementReference', { href: `#${ander.id}` })
  const naar = ander.$type === 'dmn:Decision' ? 'requiredDecision' : 'requiredInput'
  const behoefte = maak(deze, 'dmn:InformationRequirement', { [naar]: verwijzing })
  verwijzing.$parent = behoefte
  return behoefte
}

function maak(ouder: Moddle, soort: string, eigenschappen: object): Moddle {
  const nieuw = ouder.$model.create(soort, eigenschappen)
  nieuw.$parent = ouder
  return nieuw
}

function vrijId(definities: Moddle, wens: string): string {
  const bezet = new Set(lijst(definities.get('drgElement')).map(({ id }) => id))
  for (let nummer = 1; ; nummer++) {
    const id = nummer === 1 ? wens : `${wens}-${nummer}`
    if (!bezet.has(id)) return id
  }
}

const vind = (definities: Moddle, id: string) =>
  lijst(definities.get('drgElement')).find((element) => element.id === id)

function wijzig(weergave: Weergave, element: Moddle, eigenschappen: object): void {
  // Both views have it under this name: a table, and a single expression.
  weergave
    .get<{ execute(opdracht: string, context: object): void }>('commandStack')
    .execute('element.updateProperties', { element, properties: eigenschappen })
}
