import { lijst, type Moddle, metTekst } from './moddle.ts'

/**
 * DMN 1.3 keeps what is said about a rule in `annotationEntry` (§8.2.6), and so do our files; dmn-js shows and changes
 * `description` only. So while it is open the one stands in the place of the other.
 */
export function naarBeschrijving(definities: Moddle): void {
  for (const regel of regelsVan(definities)) {
    const [eerste] = lijst(regel.get('annotationEntry'))
    if (eerste) regel.set('description', teksten(regel).filter(Boolean).join(' · ') || undefined)
  }
}

/** The way back, before it is written. */
export function naarOpmerking(definities: Moddle): void {
  for (const regel of regelsVan(definities)) {
    const kolommen = lijst(regel.$parent?.get('annotation')).length
    if (kolommen === 0) continue
    const tekst = regel.get('description')
    const nu = typeof tekst === 'string' ? tekst : ''
    if (nu !== teksten(regel).filter(Boolean).join(' · ') || lijst(regel.get('annotationEntry')).length === 0) {
      const vakken = Array.from({ length: kolommen }, (_, plek) =>
        metTekst(regel, 'dmn:RuleAnnotation', plek === 0 ? nu : ''),
      )
      regel.set('annotationEntry', vakken)
    }
    regel.set('description', undefined)
  }
}

const teksten = (regel: Moddle) =>
  lijst(regel.get('annotationEntry')).map((vak) => (typeof vak['text'] === 'string' ? vak['text'] : ''))

function regelsVan(definities: Moddle): Moddle[] {
  return lijst(definities.get('drgElement')).flatMap((element) => {
    const logica = element['decisionLogic'] as Moddle | undefined
    return logica?.$type === 'dmn:DecisionTable' ? lijst(logica.get('rule')) : []
  })
}
