import { evalUnaryTest, FeelError, parseFeel } from '#contract/regels/feel/feel.ts'
import { ontleedCel } from '#contract/regels/feel/literalen.ts'
import type { Tabel } from './beslismodel.ts'
import { type Proefwaarde, proefwaardenVan } from './proefwaarden.ts'

/** Whether a cell fits a trial value; `onbekend` when that depends on other data. */
type Oordeel = 'ja' | 'nee' | 'onbekend'
type Kolomoordeel = { waarden: Proefwaarde[]; oordeel: Oordeel[][]; eenvoudig: boolean[] }

/** The cells of a table, judged at the trial values of each column: `kolommen[k].oordeel[regel][waarde]`. */
export type Dekking = { kolommen: Kolomoordeel[]; regels: number }

/** Above this a table cannot be judged in a breath. */
const MAX_OORDELEN = 20_000
const MAX_STAPPEN = 5000

/** @returns undefined when the table is too large to judge; cells that do not parse must be out before */
export function dekkingVan(tabel: Tabel): Dekking | undefined {
  const perKolom = tabel.kolommen.map((_kolom, k) => [...new Set(tabel.regels.map((regel) => regel.cellen[k] ?? '-'))])
  const inhoud = perKolom.map((cellen) => new Map(cellen.map((cel) => [cel, ontleedCel(cel)])))
  const waarden = tabel.kolommen.map((kolom, k) =>
    proefwaardenVan(
      kolom.soort,
      [...(inhoud[k]?.values() ?? [])].flatMap((cel) => cel?.literalen ?? []),
    ),
  )
  const werk = perKolom.reduce((som, cellen, k) => som + cellen.length * (waarden[k]?.length ?? 0), 0)
  if (werk > MAX_OORDELEN) return undefined
  const kolommen = tabel.kolommen.map((kolom, k): Kolomoordeel => {
    const eigen = waarden[k] ?? []
    const oordelen = new Map((perKolom[k] ?? []).map((cel) => [cel, eigen.map(({ waarde }) => beoordeel(cel, waarde))]))
    const cellen = tabel.regels.map((regel) => regel.cellen[k] ?? '-')
    return {
      waarden: eigen,
      oordeel: cellen.map((cel) => oordelen.get(cel) ?? []),
      eenvoudig: cellen.map((cel) => cel === '-' || (!kolom.soort.lijst && inhoud[k]?.get(cel)?.eenvoudig === true)),
    }
  })
  return { kolommen, regels: tabel.regels.length }
}

function beoordeel(cel: string, waarde: unknown): Oordeel {
  if (cel === '-') return 'ja'
  const { namen } = parseFeel(cel, { soort: 'test' })
  if (waarde === undefined || namen.some((naam) => naam !== '?')) return 'onbekend'
  try {
    return evalUnaryTest(cel, waarde, {}, { herkenDatums: false }) ? 'ja' : 'nee'
  } catch (error) {
    // Without a clock, vandaag() cannot be judged.
    if (error instanceof FeelError) return 'onbekend'
    throw error
  }
}

/** Pairs of rules that certainly fit the same values, with such values. */
export function overlappingen(dekking: Dekking): { regels: [number, number]; bij: Proefwaarde[] }[] {
  const gevonden: { regels: [number, number]; bij: Proefwaarde[] }[] = []
  for (let a = 0; a < dekking.regels; a++) {
    for (let b = a + 1; b < dekking.regels; b++) {
      const bij = dekking.kolommen.map(({ waarden, oordeel }) =>
        waarden.find((_waarde, w) => oordeel[a]?.[w] === 'ja' && oordeel[b]?.[w] === 'ja'),
      )
      if (bij.every((waarde) => waarde !== undefined)) gevonden.push({ regels: [a, b], bij })
    }
  }
  return gevonden
}

/** Combinations of values that certainly no rule fits; per column the regions, empty where they do not matter. */
export function gaten(dekking: Dekking, hoogstens: number): { gaten: Proefwaarde[][][]; volledig: boolean } {
  const gevonden: Proefwaarde[][][] = []
  const gezien = new Set<string>()
  const zonderEis = regelsZonderEis(dekking, (oordeel) => oordeel !== 'nee')
  let stappen = 0
  const zoek = (k: number, actief: number[], pad: Proefwaarde[][]): void => {
    if (actief.some((regel) => (zonderEis[regel] ?? Infinity) <= k) || isGezien(gezien, k, actief)) return
    stappen += 1
    if (stappen > MAX_STAPPEN || gevonden.length >= hoogstens) return
    const kolom = dekking.kolommen[k]
    if (actief.length === 0) gevonden.push([...pad, ...dekking.kolommen.slice(k).map(() => [])])
    if (actief.length === 0 || !kolom) return
    for (const groep of gegroepeerd(kolom, actief, (oordeel) => oordeel !== 'nee')) {
      zoek(k + 1, groep.actief, [...pad, groep.alles ? [] : groep.waarden])
    }
  }
  zoek(
    0,
    Array.from({ length: dekking.regels }, (_, i) => i),
    [],
  )
  return { gaten: gevonden, volledig: stappen <= MAX_STAPPEN }
}

/** Whether the earlier rules together take everything that this rule fits; only said when it is certain. */
export function isVoorbijgestreefd(dekking: Dekking, regel: number, eerdere: readonly number[]): boolean {
  if (!dekking.kolommen.every(({ eenvoudig }) => eenvoudig[regel])) return false
  const gezien = new Set<string>()
  const zonderEis = regelsZonderEis(dekking, (oordeel) => oordeel === 'ja')
  let stappen = 0
  const rest = (k: number, actief: readonly number[]): boolean => {
    if (actief.some((eerder) => (zonderEis[eerder] ?? Infinity) <= k) || isGezien(gezien, k, actief)) return false
    stappen += 1
    if (actief.length === 0 || stappen > MAX_STAPPEN) return true
    const kolom = dekking.kolommen[k]
    if (!kolom) return false
    const eigen = kolom.waarden.filter((_waarde, w) => kolom.oordeel[regel]?.[w] !== 'nee')
    const zeker = actief.filter((eerder) => kolom.eenvoudig[eerder])
    return gegroepeerd(kolom, zeker, (oordeel) => oordeel === 'ja', eigen).some((groep) => rest(k + 1, groep.actief))
  }
  return eerdere.length > 0 && !rest(0, eerdere)
}

/** Per rule the column from which on it takes every value. */
function regelsZonderEis(dekking: Dekking, neemt: (oordeel: Oordeel) => boolean): number[] {
  return Array.from({ length: dekking.regels }, (_, regel) => {
    const eisend = dekking.kolommen.findLastIndex((kolom) => !kolom.oordeel[regel]?.every(neemt))
    return eisend + 1
  })
}

/** The same rules left at the same column have the same end; a hole that is found twice is one hole. */
function isGezien(gezien: Set<string>, k: number, actief: readonly number[]): boolean {
  const sleutel = `${k}:${actief.join()}`
  if (actief.length > 0 && gezien.has(sleutel)) return true
  gezien.add(sleutel)
  return false
}

/** The column in which a rule fits no value at all; only said when it is certain. */
export function dodeKolom(dekking: Dekking, regel: number): number | undefined {
  const plek = dekking.kolommen.findIndex(
    ({ oordeel, eenvoudig }) => eenvoudig[regel] && oordeel[regel]?.every((each) => each === 'nee'),
  )
  return plek < 0 ? undefined : plek
}

/** The values of a column, taken together where the same rules go on. */
function gegroepeerd(
  kolom: Kolomoordeel,
  actief: readonly number[],
  gaatDoor: (oordeel: Oordeel | undefined) => boolean,
  alleen: readonly Proefwaarde[] = kolom.waarden,
): { waarden: Proefwaarde[]; actief: number[]; alles: boolean }[] {
  const groepen = new Map<string, { waarden: Proefwaarde[]; actief: number[]; alles: boolean }>()
  for (const [w, waarde] of kolom.waarden.entries()) {
    if (!alleen.includes(waarde)) continue
    const over = actief.filter((regel) => gaatDoor(kolom.oordeel[regel]?.[w]))
    const groep = groepen.get(over.join()) ?? { waarden: [], actief: over, alles: false }
    groep.waarden.push(waarde)
    groep.alles = groep.waarden.length === kolom.waarden.length
    groepen.set(over.join(), groep)
  }
  return [...groepen.values()]
}
