import { AANHEFCODES, type Aanhefcode } from '#contract/regels/aanhef.ts'
import { isSchrijfbareRol, relatierollen } from '#contract/relatiecodes.ts'

/** A role in a household or a contract; `kind` marks a child that lives in. */
export type GelezenRol = { rol: string; kind: boolean }

/** Letters only, small: "De heer / Mevr." → "deheermevr". */
const kaal = (tekst: string) =>
  tekst
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()

/** VERA GESLACHT M, V and O since 2024. */
export function leesGeslacht(tekst: string): 'M' | 'V' | 'O' | undefined {
  return GESLACHT[kaal(tekst)]
}

const GESLACHT: Record<string, 'M' | 'V' | 'O'> = {
  ...soorten('M', 'm man mannelijk dhr heer deheer male 1'),
  ...soorten('V', 'v vrouw vrouwelijk mevr mevrouw mw f female 2'),
  ...soorten('O', 'o x n onbekend neutraal genderneutraal anders overig 0 9'),
}

export function leesAanhef(tekst: string): Aanhefcode | undefined {
  const code = AANHEFCODES.find((each) => each === tekst.trim().toUpperCase())
  return code ?? AANHEF[kaal(tekst)]
}

const AANHEF: Record<string, Aanhefcode> = {
  ...soorten('DHR', 'dhr heer deheer m man geachteheer'),
  ...soorten('MEVR', 'mevr mevrouw mw v vrouw geachtemevrouw'),
  ...soorten('FAM', 'fam familie geachtefamilie'),
  ...soorten('DHR_MEVR', 'dhrmevr dhrenmevr deheerenmevrouw heermevrouw heerenmevrouw geachteheermevrouw'),
  ...soorten('ERVEN', 'erven deerven deervenvan ervenvan'),
  ...soorten('NEUTRAAL', 'neutraal geen'),
}

/** A code of RELATIEROLSOORT, or the word for it. Ended codes become what VERA replaced them by. */
export function leesRol(tekst: string): GelezenRol | undefined {
  const woord = kaal(tekst)
  const code = ROL[woord] ?? tekst.trim().toUpperCase()
  if (isSchrijfbareRol(code)) return { rol: code, kind: KINDEREN.has(woord) }
  const naam = Object.entries(relatierollen).find(([, rol]) => kaal(rol.naam) === woord)?.[0]
  return naam && isSchrijfbareRol(naam) ? { rol: naam, kind: false } : undefined
}

const ROL: Record<string, string> = {
  ...soorten('HUU', 'hoofdhuurder huur hoofdbewoner hoo contractant con klant kla hoofd'),
  ...soorten('MDH', 'mede medehuur'),
  ...soorten(
    'MBW',
    'medebew partner echtgenoot echtgenote inwonend inwonende vol overigevolwassenen kin kind dochter zoon',
  ),
  ...soorten('CPE', 'gemachtigde gemachtigd contact'),
  ...soorten('BWI', 'bewindvoering bewind'),
  ...soorten('WON', 'zoekende'),
}
const KINDEREN = new Set(['kin', 'kind', 'dochter', 'zoon'])

export function leesJaNee(tekst: string): boolean | undefined {
  const woord = kaal(tekst)
  if (['ja', 'j', 'true', 'waar', '1', 'x', 'y', 'yes'].includes(woord)) return true
  return ['nee', 'n', 'false', 'onwaar', '0', '', 'no'].includes(woord) ? false : undefined
}

/** ISO 3166 of a country by its code or its Dutch name. */
export function leesLand(tekst: string): string | undefined {
  const land = tekst.trim()
  if (!land) return 'NL'
  if (/^[a-z]{2}$/i.test(land)) return land.toUpperCase()
  return LANDEN[kaal(land)] ?? landVan(kaal(land))
}

// 6030 is the Netherlands in the BRP and in VERA LAND.
const LANDEN: Record<string, string> = { nederland: 'NL', nld: 'NL', '6030': 'NL', holland: 'NL' }

function landVan(woord: string): string | undefined {
  landen ??= new Map(landcodes().map((code) => [kaal(landnamen.of(code) ?? ''), code]))
  return landen.get(woord)
}

let landen: Map<string, string> | undefined
const landnamen = new Intl.DisplayNames('nl', { type: 'region' })

/** Two letters that are a country today: DD is canonically DE. */
function landcodes(): string[] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  return letters
    .flatMap((een) => letters.map((twee) => een + twee))
    .filter((code) => Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}` && landnamen.of(code) !== code)
}

/** What stands in a cell when there is nothing to say. */
export function isNiets(tekst: string): boolean {
  return /^(-+|\.+|\/+|0+|geen|nvt|n\.v\.t\.?|onbekend|onb\.?|null|nihil|leeg|\?+)$/i.test(tekst.trim())
}

function soorten<C extends string>(code: C, woorden: string): Record<string, C> {
  return Object.fromEntries(woorden.split(' ').map((woord) => [woord, code]))
}
