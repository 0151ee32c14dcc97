import { lijst, type Moddle, tekstVan } from './moddle.ts'

export type Invoernaam = { naam: string; label: string; soort: string; uitleg: string }

/** What a decision, with the decisions that it needs, wants to know; each once. */
export function invoerVan(definities: Moddle, beslissing: string): Invoernaam[] {
  const elementen = new Map(lijst(definities.get('drgElement')).map((element) => [element.id ?? '', element]))
  const gevonden = new Map<string, Invoernaam>()
  const gezien = new Set<string>()
  const bezoek = (id: string): void => {
    if (gezien.has(id)) return
    gezien.add(id)
    const element = elementen.get(id)
    if (!element) return
    if (element.$type === 'dmn:InputData') {
      const variabele = element.get('variable') as Moddle | undefined
      const naam = tekstVan(variabele?.get('name')) || tekstVan(element.get('name'))
      gevonden.set(naam, {
        naam,
        label: tekstVan(element.get('name')) || naam,
        soort: grondVan(definities, tekstVan(variabele?.get('typeRef'))),
        uitleg: tekstVan(element.get('description')),
      })
    }
    if (element.$type !== 'dmn:Decision') return
    for (const nodig of lijst(element.get('informationRequirement')))
      for (const naar of ['requiredInput', 'requiredDecision'])
        bezoek(tekstVan((nodig.get(naar) as Moddle | undefined)?.['href']).replace(/^#/, ''))
  }
  bezoek(beslissing)
  return [...gevonden.values()]
}

/** The names that expressions of this decision may use: its inputs, and the outcomes of decisions that it needs. */
export function namenVoor(definities: Moddle, beslissing: string): string[] {
  const elementen = new Map(lijst(definities.get('drgElement')).map((element) => [element.id ?? '', element]))
  return lijst(elementen.get(beslissing)?.get('informationRequirement')).flatMap((nodig) =>
    ['requiredInput', 'requiredDecision'].flatMap((naar) => {
      const ander = elementen.get(tekstVan((nodig.get(naar) as Moddle | undefined)?.['href']).replace(/^#/, ''))
      const variabele = ander?.get('variable') as Moddle | undefined
      return ander ? [tekstVan(variabele?.get('name')) || tekstVan(ander.get('name'))] : []
    }),
  )
}

function grondVan(definities: Moddle, naam: string, diepte = 0): string {
  const definitie = lijst(definities.get('itemDefinition')).find((each) => each.name === naam)
  if (!definitie || diepte > 5) return naam || 'Any'
  // A list is typed as an expression: ["a", "b"].
  return definitie.get('isCollection') === true
    ? 'Any'
    : grondVan(definities, tekstVan(definitie.get('typeRef')), diepte + 1)
}
