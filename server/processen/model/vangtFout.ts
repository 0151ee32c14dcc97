import type { Procesmodel, Stap } from './procesmodel.ts'

/** Whether an error with this code, at this element, is caught in the diagram: on its edge, or around it. */
export function vangtFout(model: Procesmodel, element: string, code: string): boolean {
  const stappen = [...model.stappen.values()]
  for (let bij = model.stappen.get(element); bij; bij = model.stappen.get(bij.ouder)) {
    const { id, ouder } = bij
    const opRand = stappen.filter((stap) => stap.gehechtAan === id)
    const eromheen = stappen.filter((stap) => stap.ouder === ouder && stap.doorGebeurtenis)
    const starts = stappen.filter(
      (stap) => stap.soort === 'StartEvent' && eromheen.some((sub) => sub.id === stap.ouder),
    )
    if ([...opRand, ...starts].some((stap) => vangt(stap, code))) return true
  }
  return false
}

function vangt({ gebeurtenissen }: Stap, code: string): boolean {
  return gebeurtenissen.some(
    ({ soort, code: eigen, naam }) => soort === 'fout' && (eigen === code || (!eigen && !naam)),
  )
}
