import type { GesprekVraag } from '#contract/gesprekken.ts'
import type { Tekst } from './staat.ts'

/** Two windows typed in the same field. */
export type Botsing = { sleutel: string; veld: Tekstveld; mijn: string; ander: string }

/** Fields that hold sentences: with these a person chooses. For the rest the last one wins, as with any switch. */
const tekstvelden = ['onderwerp', 'vraag', 'antwoord', 'interneNotitie'] as const
export type Tekstveld = (typeof tekstvelden)[number]

/**
 * Three texts to one: `begin` is what both windows started from. Only changed here → mine; only there → theirs; both,
 * and it is text → mine stays in the field and theirs is kept beside it.
 */
export function voegSamen(begin: Tekst, mijn: Tekst, ander: Tekst): Tekst & { botsingen: Botsing[] } {
  const botsingen: Botsing[] = []
  const { vragen: _, ...velden } = drieweg(begin.inhoud, mijn.inhoud, ander.inhoud)
  return {
    partijId: pick(begin.partijId, mijn.partijId, ander.partijId),
    inhoud: { ...velden, vragen: mergeVragen(begin, mijn, ander, botsingen) },
    botsingen,
  }
}

function mergeVragen(begin: Tekst, mijn: Tekst, ander: Tekst, botsingen: Botsing[]): GesprekVraag[] {
  const find = (tekst: Tekst, sleutel: string) => tekst.inhoud.vragen.find((vraag) => vraag.sleutel === sleutel)
  const merged = ander.inhoud.vragen.flatMap((theirs) => {
    const before = find(begin, theirs.sleutel)
    const mine = find(mijn, theirs.sleutel)
    // Removed here, and not touched there: stays removed.
    if (!mine) return before && same(before, theirs) ? [] : [theirs]
    return [mergeVraag(before ?? theirs, mine, theirs, botsingen)]
  })
  const added = mijn.inhoud.vragen.filter((mine) => {
    if (find(ander, mine.sleutel)) return false
    const before = find(begin, mine.sleutel)
    // New here, or removed there while it was being typed in here.
    return !before || !same(before, mine)
  })
  const vragen = [...merged, ...added]
  return vragen.length > 0 ? vragen : mijn.inhoud.vragen
}

function mergeVraag(begin: GesprekVraag, mijn: GesprekVraag, ander: GesprekVraag, botsingen: Botsing[]): GesprekVraag {
  for (const veld of tekstvelden) {
    const both = !same(begin[veld], mijn[veld]) && !same(begin[veld], ander[veld]) && !same(mijn[veld], ander[veld])
    if (both) botsingen.push({ sleutel: mijn.sleutel, veld, mijn: mijn[veld], ander: ander[veld] })
  }
  return { ...drieweg(begin, mijn, ander), taak: drieweg(begin.taak, mijn.taak, ander.taak) }
}

/** Field by field; mine wins where both changed it. */
function drieweg<T extends object>(begin: T, mijn: T, ander: T): T {
  const result = { ...ander }
  for (const key of Object.keys(mijn) as (keyof T)[]) result[key] = pick(begin[key], mijn[key], ander[key])
  return result
}

const pick = <T>(begin: T, mijn: T, ander: T): T => (same(begin, mijn) ? ander : mijn)
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
