import { vouw } from '../shell/vouw.ts'

type Vindbaar = { naam: string; omschrijving: string; woorden: readonly string[] }

/** Words that everybody types and that say nothing. */
const stil = new Set('ik wil een de het mijn mn is er niet en of van op in aan te met voor'.split(' '))

/**
 * What people mean when they type everyday words: "kraan lekt", "ga verhuizen". A word counts when something begins with
 * it, or when it begins with a word of four letters or more ("kranen" finds "kraan" by its first letters).
 */
export function zoekProces<P extends Vindbaar>(processen: readonly P[], vraag: string): P[] {
  const woorden = vouw(vraag)
    .split(' ')
    .filter((woord) => woord.length > 1 && !stil.has(woord))
  if (woorden.length === 0) return [...processen]
  return processen
    .map((proces) => ({ proces, punten: puntenVan(proces, woorden) }))
    .filter(({ punten }) => punten > 0)
    .sort((a, b) => b.punten - a.punten)
    .map(({ proces }) => proces)
}

/** Its name counts more than its words, and those more than its description. */
function puntenVan({ naam, omschrijving, woorden: synoniemen }: Vindbaar, gevraagd: readonly string[]): number {
  return gevraagd.reduce((som, woord) => {
    if (heeft(naam, woord)) return som + 5
    if (synoniemen.some((synoniem) => heeft(synoniem, woord))) return som + 3
    return heeft(omschrijving, woord) ? som + 1 : som
  }, 0)
}

function heeft(tekst: string, woord: string): boolean {
  return vouw(tekst)
    .split(' ')
    .some((each) => each.startsWith(woord) || zelfdeStam(each, woord))
}

/** kraan/kranen, lekt/lekken, verhuis/verhuizen: Dutch doubles and softens at the end, so the beginning decides. */
function zelfdeStam(a: string, b: string): boolean {
  const stam = (woord: string) => woord.replace(/(.)\1/g, '$1').replace(/(en|t|s|e|ing|de|te)$/, '')
  const [kort = '', lang = ''] = [stam(a), stam(b)].sort((x, y) => x.length - y.length)
  return kort.length >= 3 && lang.startsWith(kort) && lang.length - kort.length <= 3
}
