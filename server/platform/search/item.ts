import type { Selectable } from 'kysely'
import type { ZoekSoort } from '#contract/klantbeeld.ts'
import type { ZoekItemTable } from './tables.ts'
import { indexwoorden } from './vouwen.ts'

export type { ZoekSoort }

/** One thing that can be found, as its owner describes it. */
export type ZoekItem = {
  soort: ZoekSoort
  objectId: string
  titel: string
  ondertitel: string
  /** Free text per part (surname, first name, street, place …): folded and split here. Give surname and first name apart. */
  woorden: string[]
  /** Exact keys, from `sleutels.ts`: `tel:+316…`, `mail:…`, `pc:3512AB12`, `nr:1000123`, `geb:1980-03-12`, `iban:…`. */
  sleutels: string[]
  /** 0 to 100; higher comes first among equally good matches. An active huurder 60, a former one 20, a closed taak 10. */
  gewicht: number
  /** Only for a taak and a zaak: who has it. */
  teamId: string | null
  medewerkerId: string | null
  vertrouwelijk: boolean
  /** For display only; sent to the browser as it is. */
  gegevens: Record<string, unknown>
}

export type ItemRow = Omit<Selectable<ZoekItemTable>, 'id'>

/** Long text is not for this index: the first words of it say what it is about. */
const maxWoorden = 40
const maxLetters = 40

export function toItemRow(item: ZoekItem): ItemRow {
  const woorden = [...new Set([...item.woorden.flatMap(indexwoorden), ...item.sleutels.flatMap(huisnummersVan)])]
  return {
    soort: item.soort,
    object_id: item.objectId,
    titel: item.titel,
    ondertitel: item.ondertitel,
    gewicht: Math.round(Math.min(100, Math.max(0, item.gewicht))),
    woorden: woorden.map((woord) => woord.slice(0, maxLetters)).slice(0, maxWoorden),
    sleutels: bewaarSleutels(item.sleutels),
    team_id: item.teamId,
    medewerker_id: item.medewerkerId,
    vertrouwelijk: item.vertrouwelijk,
    gegevens: item.gegevens,
  }
}

/**
 * The keys as they are stored: an ordinary index on them answers a prefix. So a telephone number is kept backwards
 * (its last digits are then a prefix), and an address only in its longest form ("3512AB" is a prefix of "3512AB12").
 */
export function bewaarSleutels(sleutels: string[]): string[] {
  const kept = new Set<string>()
  for (const sleutel of sleutels) {
    if (sleutel.startsWith('tel:+')) kept.add(telefoonAchterstevoren(sleutel.slice(5)))
    else if (!sleutel.startsWith('tel:')) kept.add(sleutel)
  }
  const adressen = [...kept].filter((sleutel) => sleutel.startsWith('pc:'))
  for (const kort of adressen) if (adressen.some((lang) => omvat(lang, kort))) kept.delete(kort)
  return [...kept].sort()
}

/** "Nieuwstraat 112" asks for the number as a word, which the key of the address holds. */
function huisnummersVan(sleutel: string): string[] {
  const [, nummer, toevoeging] = /^pc:\d{4}[A-Z]{2}(\d+)(\p{L}?)/u.exec(sleutel) ?? []
  if (!nummer) return []
  return toevoeging ? [nummer, `${nummer}${toevoeging.toLowerCase()}`] : [nummer]
}

export function telefoonAchterstevoren(cijfers: string): string {
  return `tel:${[...cijfers].reverse().join('')}`
}

/** "3512AB12A" says all that "3512AB12" and "3512AB" say; "3512AB120" does not say "3512AB12". */
function omvat(lang: string, kort: string): boolean {
  return (
    lang.length > kort.length && lang.startsWith(kort) && !(/\d$/.test(kort) && /^\d/.test(lang.slice(kort.length)))
  )
}
