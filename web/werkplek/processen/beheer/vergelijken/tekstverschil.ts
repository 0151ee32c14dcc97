import { diffLines, diffWordsWithSpace } from 'diff'

export type Deel = { tekst: string; anders: boolean }
/** A line of either text; `overgeslagen` stands for so many equal lines. */
export type Verschilregel =
  | { soort: 'gelijk' | 'weg' | 'nieuw'; oud: number | null; nieuw: number | null; delen: Deel[] }
  | { soort: 'overgeslagen'; aantal: number }

/** Around what differs, so many lines that are equal. */
const context = 3

/** Two texts line by line, with the words that differ; long stretches that are equal are left out. */
export function tekstverschil(oud: string, nieuw: string): Verschilregel[] {
  const regels: Verschilregel[] = []
  const teller = { oud: 0, nieuw: 0 }
  const delen = diffLines(oud, nieuw)
  for (let plek = 0; plek < delen.length; plek++) {
    const deel = delen[plek]
    if (!deel) continue
    const volgend = delen[plek + 1]
    if (deel.removed && volgend?.added) {
      regels.push(...gewijzigd(regelsVan(deel.value), regelsVan(volgend.value), teller))
      plek++
    } else {
      const soort = deel.removed ? 'weg' : deel.added ? 'nieuw' : 'gelijk'
      regels.push(...regelsVan(deel.value).map((tekst) => regel(soort, [{ tekst, anders: false }], teller)))
    }
  }
  return vouwOp(regels)
}

/** As many lines on both sides: they belong together, and the words are compared. */
function gewijzigd(oud: string[], nieuw: string[], teller: Teller): Verschilregel[] {
  if (oud.length !== nieuw.length) {
    return [
      ...oud.map((tekst) => regel('weg', [{ tekst, anders: false }], teller)),
      ...nieuw.map((tekst) => regel('nieuw', [{ tekst, anders: false }], teller)),
    ]
  }
  return oud.flatMap((van, plek) => {
    const woorden = diffWordsWithSpace(van, nieuw[plek] ?? '')
    const kant = (weg: 'added' | 'removed', merk: 'added' | 'removed'): Deel[] =>
      woorden.filter((each) => !each[weg]).map((each) => ({ tekst: each.value, anders: each[merk] }))
    return [regel('weg', kant('added', 'removed'), teller), regel('nieuw', kant('removed', 'added'), teller)]
  })
}

type Teller = { oud: number; nieuw: number }

function regel(soort: 'gelijk' | 'weg' | 'nieuw', delen: Deel[], teller: Teller): Verschilregel {
  if (soort !== 'nieuw') teller.oud++
  if (soort !== 'weg') teller.nieuw++
  return {
    soort,
    oud: soort === 'nieuw' ? null : teller.oud,
    nieuw: soort === 'weg' ? null : teller.nieuw,
    delen,
  }
}

const regelsVan = (tekst: string) => tekst.replace(/\n$/, '').split('\n')

function vouwOp(regels: Verschilregel[]): Verschilregel[] {
  const nodig = new Set(
    regels.flatMap(({ soort }, plek) =>
      soort === 'gelijk' ? [] : Array.from({ length: 2 * context + 1 }, (_, i) => plek - context + i),
    ),
  )
  const over: Verschilregel[] = []
  for (const [plek, each] of regels.entries()) {
    const laatste = over.at(-1)
    if (nodig.has(plek)) over.push(each)
    else if (laatste?.soort === 'overgeslagen') laatste.aantal++
    else over.push({ soort: 'overgeslagen', aantal: 1 })
  }
  return over
}

/** JSON is compared by what it says, not by how it is spaced. */
export function leesbareTekst(pad: string, tekst: string): string {
  if (!pad.endsWith('.json')) return tekst
  try {
    return `${JSON.stringify(JSON.parse(tekst), null, 2)}\n`
  } catch {
    return tekst
  }
}
