import type { Openingsblok } from '#contract/beheer/kalender.ts'
import type { InvalidParam } from '#server/platform/errors.ts'

/** Monday first, then by start. */
export function sortBlokken(blokken: readonly Openingsblok[]): Openingsblok[] {
  return blokken.toSorted((a, b) => a.weekdag - b.weekdag || a.van.localeCompare(b.van) || a.tot.localeCompare(b.tot))
}

/**
 * What is wrong with a week, by the index of the block as it was sent. Blocks may touch (12:00–13:00 after 09:00–12:00)
 * but not overlap.
 */
export function checkBlokken(blokken: readonly Openingsblok[]): InvalidParam[] {
  return blokken.flatMap((blok, index) => {
    if (blok.van >= blok.tot) {
      return [{ name: `blokken.${index}.tot`, code: 'volgorde', reason: 'De eindtijd ligt niet na de begintijd.' }]
    }
    const overlaps = blokken.some((other, at) => at < index && overlap(blok, other))
    return overlaps
      ? [
          {
            name: `blokken.${index}.van`,
            code: 'overlap',
            reason: 'Deze tijden overlappen met andere van dezelfde dag.',
          },
        ]
      : []
  })
}

/** Times are HH:MM, so text order is time order. */
function overlap(a: Openingsblok, b: Openingsblok): boolean {
  return a.weekdag === b.weekdag && a.van < b.tot && b.van < a.tot
}
