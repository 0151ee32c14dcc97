import type { Procesmodel } from './procesmodel.ts'

/**
 * Whether two ways that are gone at the same time come in here without having been joined: then this is done twice.
 * Ways of a choice come together too, and that is fine: only one of them is gone.
 */
export function komtTegelijkAan(model: Procesmodel, id: string): boolean {
  const uit = (van: string) => model.stromen.filter((stroom) => stroom.van === van)
  const binnen = (naar: string) => model.stromen.filter((stroom) => stroom.naar === naar).length
  const soort = (element: string) => model.stappen.get(element)?.soort ?? ''
  const verzamelt = (element: string) => /^(Parallel|Inclusive)Gateway$/.test(soort(element)) && binnen(element) > 1
  const splitst = (element: string) => {
    if (/^(Parallel|Inclusive)Gateway$/.test(soort(element))) return true
    return (
      !/Gateway$/.test(soort(element)) && uit(element).every(({ voorwaarde, standaard }) => !voorwaarde && !standaard)
    )
  }
  return [...model.stappen.keys()]
    .filter((splitsing) => splitsing !== id && uit(splitsing).length > 1 && splitst(splitsing))
    .some((splitsing) => {
      const ingangen = uit(splitsing).map(({ id: weg }) => ingangenVan(weg, splitsing))
      return ingangen.some((eerste, i) =>
        ingangen.some((tweede, j) => j > i && [...eerste].some((a) => [...tweede].some((b) => a !== b))),
      )
    })

  /** By which arrows one comes in, going this way and not through a join. */
  function ingangenVan(weg: string, splitsing: string): Set<string> {
    const ingangen = new Set<string>()
    const gezien = new Set([splitsing])
    const wachtrij = [weg]
    for (let volgende = wachtrij.pop(); volgende !== undefined; volgende = wachtrij.pop()) {
      const naar = model.stromen.find((stroom) => stroom.id === volgende)?.naar ?? ''
      if (naar === id) ingangen.add(volgende)
      else if (!gezien.has(naar) && !verzamelt(naar)) {
        gezien.add(naar)
        wachtrij.push(...uit(naar).map((stroom) => stroom.id))
      }
    }
    return ingangen
  }
}
