import type { ZoekResultaat } from '#contract/klantbeeld.ts'
import type { UitvoerbareActie } from '#kit/acties.ts'
import { datum } from '#kit/format.ts'
import type { IcoonNaam } from '#kit/Icoon.tsx'
import { paden } from '#kit/paden.ts'
import type { Recent } from '#kit/recent.ts'

/** One line of the palette: something found, something opened before, or something to do. */
export type Regel = {
  id: string
  soort: 'resultaat' | 'recent' | 'actie'
  titel: string
  ondertitel: string
  /** What tells namesakes apart: a birth date, a number. */
  kenmerk: string
  icoon: IcoonNaam
  /** Words to mark in title and subtitle. */
  raak: string[]
  /** What matched where it cannot be seen in the title, such as a telephone number. */
  waarom: string
  toets?: string
  pad?: string
  partijId?: string
  run?: () => void
}

/** People, addresses, tasks and actions in one list: an action comes first only when its name begins as typed. */
export function maakLijst(
  vraag: string,
  resultaten: readonly ZoekResultaat[],
  acties: readonly UitvoerbareActie[],
  recent: readonly Recent[],
  soorten: Partial<Record<ZoekResultaat['soort'], string>> = {},
): Regel[] {
  const words = splits(vraag)
  if (words.length === 0) return [...recent.map(vanRecent), ...acties.map((actie) => vanActie(actie, []))]
  const matching = acties.flatMap((actie) => {
    const score = scoreOf(actie, words)
    return score > 0 ? [{ regel: vanActie(actie, words), score }] : []
  })
  matching.sort((a, b) => b.score - a.score)
  const first = matching.filter((each) => each.score === 2).map((each) => each.regel)
  const last = matching.filter((each) => each.score < 2).map((each) => each.regel)
  return [...first, ...resultaten.map((each) => vanResultaat(each, words, soorten)), ...last]
}

const icons: Record<ZoekResultaat['soort'], IcoonNaam> = {
  partij: 'persoon',
  eenheid: 'huis',
  taak: 'taak',
  klantcontact: 'bericht',
  overeenkomst: 'document',
  zaak: 'map',
}

function vanResultaat(
  result: ZoekResultaat,
  words: string[],
  soorten: Partial<Record<ZoekResultaat['soort'], string>>,
): Regel {
  const raak = [...words, ...result.waarom.map((each) => each.tekst)]
  const visible = `${result.titel} ${result.ondertitel}`.toLowerCase()
  const hidden = result.waarom.filter((each) => !visible.includes(each.tekst.toLowerCase()))
  return {
    id: `${result.soort}-${result.id}`,
    soort: 'resultaat',
    titel: result.titel,
    ondertitel: result.ondertitel,
    kenmerk: kenmerkVan(result, soorten[result.soort] ?? ''),
    icoon:
      result.soort === 'partij' && result.gegevens['soort'] === 'organisatie' ? 'organisatie' : icons[result.soort],
    raak,
    waarom: hidden.map((each) => each.tekst).join(', '),
    pad: padVan(result),
    ...(result.soort === 'partij' && { partijId: result.id }),
  }
}

function kenmerkVan({ soort, gegevens }: ZoekResultaat, naam: string): string {
  if (soort === 'partij') return typeof gegevens['geboortedatum'] === 'string' ? datum(gegevens['geboortedatum']) : ''
  const nummer = gegevens['nummer'] ?? gegevens['code']
  return nummer === undefined ? naam : `${naam} ${nummer}`.trim()
}

function padVan({ soort, id, gegevens }: Pick<ZoekResultaat, 'soort' | 'id' | 'gegevens'>): string {
  const eenheidId = gegevens['eenheidId']
  switch (soort) {
    case 'partij':
      return paden.klant(id)
    case 'eenheid':
      return paden.eenheid(id)
    case 'taak':
      return paden.taak(id)
    case 'klantcontact':
      return paden.klantcontact(id)
    case 'zaak':
      return paden.zaak(id)
    case 'overeenkomst':
      return paden.eenheid(typeof eenheidId === 'string' ? eenheidId : id)
  }
}

function vanRecent(recent: Recent): Regel {
  return { ...recent, id: `recent-${recent.pad}`, soort: 'recent', kenmerk: '', raak: [], waarom: '' }
}

function vanActie(actie: UitvoerbareActie, words: string[]): Regel {
  return {
    id: `actie-${actie.id}`,
    soort: 'actie',
    titel: actie.naam,
    ondertitel: '',
    kenmerk: '',
    icoon: actie.icoon,
    raak: words,
    waarom: '',
    run: actie.run,
    ...(actie.toets && { toets: actie.toets }),
  }
}

/** 2: the name begins as typed; 1: every typed word begins a word of it; 0: no. */
function scoreOf(actie: UitvoerbareActie, words: string[]): 0 | 1 | 2 {
  const name = plain(actie.naam)
  if (name.startsWith(words.join(' '))) return 2
  const known = splits(`${actie.naam} ${actie.woorden ?? ''}`)
  return words.every((word) => known.some((each) => each.startsWith(word))) ? 1 : 0
}

export function splits(text: string): string[] {
  return plain(text).split(/\s+/).filter(Boolean)
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim()
}
