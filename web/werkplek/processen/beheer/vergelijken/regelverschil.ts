import type { Tabel } from '../leesTabellen.ts'

export type Celverschil = { kolom: string; oud: string; nieuw: string }
export type Regelverschil = {
  soort: 'nieuw' | 'weg' | 'anders' | 'verplaatst'
  /** As people count them, from 1: in the old table, in the new one. */
  oud: number | null
  nieuw: number | null
  /** What differs; of a rule that is new or gone: what it says. */
  cellen: Celverschil[]
}
export type Tabelverschil = {
  id: string
  naam: string
  soort: 'nieuw' | 'weg' | 'anders'
  /** Of the table itself: its name, question, hit policy, columns, calculation. */
  kop: Celverschil[]
  regels: Regelverschil[]
}

/** What became of each decision and of each of its rules. Tables that are equal are left out. */
export function tabelverschillen(oud: readonly Tabel[], nieuw: readonly Tabel[]): Tabelverschil[] {
  const anders = nieuw.flatMap((tabel): Tabelverschil[] => {
    const eerder = oud.find(({ id }) => id === tabel.id)
    if (!eerder)
      return [{ id: tabel.id, naam: tabel.naam, soort: 'nieuw', kop: [], regels: regelverschillen([], tabel, tabel) }]
    const kop = kopverschil(eerder, tabel)
    const regels = regelverschillen(eerder.regels, tabel, eerder)
    return kop.length + regels.length > 0 ? [{ id: tabel.id, naam: tabel.naam, soort: 'anders', kop, regels }] : []
  })
  const weg = oud
    .filter(({ id }) => !nieuw.some((tabel) => tabel.id === id))
    .map(({ id, naam }): Tabelverschil => ({ id, naam, soort: 'weg', kop: [], regels: [] }))
  return [...anders, ...weg]
}

function kopverschil(oud: Tabel, nieuw: Tabel): Celverschil[] {
  const kolommen = (tabel: Tabel) =>
    [...tabel.invoer, ...tabel.uitvoer]
      .map(({ naam, expressie, waarden }) => [`${naam} (${expressie})`, waarden].filter(Boolean).join(': '))
      .join(', ')
  const delen: [string, string, string][] = [
    ['naam', oud.naam, nieuw.naam],
    ['vraag', oud.vraag, nieuw.vraag],
    ['uitleg', oud.uitleg, nieuw.uitleg],
    ['trefbeleid', oud.trefbeleid, nieuw.trefbeleid],
    ['kolommen', kolommen(oud), kolommen(nieuw)],
    ['berekening', oud.expressie ?? '', nieuw.expressie ?? ''],
  ]
  return delen.filter(([, a, b]) => a !== b).map(([kolom, a, b]) => ({ kolom, oud: a, nieuw: b }))
}

type Regel = Tabel['regels'][number]

function regelverschillen(oud: readonly Regel[], tabel: Tabel, eerdereTabel: Tabel): Regelverschil[] {
  const paren = koppel(oud, tabel.regels)
  const gebruikt = new Set(paren.values())
  const bleven = oud.filter((regel) => gebruikt.has(regel))
  const verschillen = tabel.regels.flatMap((regel, plek): Regelverschil[] => {
    const eerder = paren.get(regel)
    if (!eerder)
      return [
        {
          soort: 'nieuw',
          oud: null,
          nieuw: plek + 1,
          cellen: cellenVan(tabel, regel).map(([kolom, tekst]) => ({ kolom, oud: '', nieuw: tekst })),
        },
      ]
    const waren = new Map(cellenVan(eerdereTabel, eerder))
    const cellen = cellenVan(tabel, regel)
      .filter(([kolom, tekst]) => (waren.get(kolom) ?? '') !== tekst)
      .map(([kolom, tekst]) => ({ kolom, oud: waren.get(kolom) ?? '', nieuw: tekst }))
    const nummer = { oud: oud.indexOf(eerder) + 1, nieuw: plek + 1 }
    if (cellen.length > 0) return [{ soort: 'anders', ...nummer, cellen }]
    // Only against the rules that stayed: one above it that went away did not move it.
    const nogSteeds = tabel.regels.filter((each) => paren.has(each))
    return bleven.indexOf(eerder) === nogSteeds.indexOf(regel) ? [] : [{ soort: 'verplaatst', ...nummer, cellen: [] }]
  })
  const weg = oud
    .filter((regel) => !gebruikt.has(regel))
    .map(
      (regel): Regelverschil => ({
        soort: 'weg',
        oud: oud.indexOf(regel) + 1,
        nieuw: null,
        cellen: cellenVan(eerdereTabel, regel).map(([kolom, tekst]) => ({ kolom, oud: tekst, nieuw: '' })),
      }),
    )
  return [...verschillen, ...weg]
}

/** The same rule by its id, or by what it says where the file gives no ids. */
function koppel(oud: readonly Regel[], nieuw: readonly Regel[]): Map<Regel, Regel> {
  const paren = new Map<Regel, Regel>()
  const vrij = new Set(oud)
  const zoek = (gelijk: (a: Regel, b: Regel) => boolean) => {
    for (const regel of nieuw) {
      const eerder = paren.has(regel) ? undefined : [...vrij].find((each) => gelijk(each, regel))
      if (!eerder) continue
      paren.set(regel, eerder)
      vrij.delete(eerder)
    }
  }
  zoek((a, b) => a.id !== '' && a.id === b.id)
  zoek((a, b) => (a.id === '' || b.id === '') && inhoud(a) === inhoud(b))
  return paren
}

const inhoud = ({ als, dan, uitleg }: Regel) =>
  JSON.stringify([als.map(({ tekst }) => tekst), dan.map(({ tekst }) => tekst), uitleg])

/** Each cell under the name of its column; an empty condition lets everything through. */
function cellenVan(tabel: Tabel, regel: Regel): [kolom: string, tekst: string][] {
  return [
    ...tabel.invoer.map(({ naam }, plek): [string, string] => [naam, regel.als[plek]?.tekst || '-']),
    ...tabel.uitvoer.map(({ naam }, plek): [string, string] => [naam, regel.dan[plek]?.tekst ?? '']),
    ...(regel.uitleg ? [['uitleg', regel.uitleg] satisfies [string, string]] : []),
  ]
}
