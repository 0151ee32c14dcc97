import { cleanEenRegel } from '#contract/regels/kenmerken.ts'
import { leesDatum } from '../regels/datum.ts'
import type { Fout } from '../rij.ts'

/** Collects everything that is wrong with one row, so that the person who repairs it needs one round. */
export type Keuring = {
  vandaag: string
  /** Without this the row cannot be used. */
  fout(veld: string, reden: string): undefined
  /** The row can be used without it; rejected all the same, unless `--soepel` asks to leave it out. */
  gebrek(veld: string, reden: string): undefined
  fouten: Fout[]
  meldingen: Fout[]
}

export function maakKeuring(vandaag: string, soepel: boolean): Keuring {
  const fouten: Fout[] = []
  const meldingen: Fout[] = []
  return {
    vandaag,
    fouten,
    meldingen,
    fout: (veld, reden) => void fouten.push({ veld, reden }),
    gebrek: (veld, reden) => void (soepel ? meldingen : fouten).push({ veld, reden }),
  }
}

/** One line of text; undefined when the source does not have the field, or it is empty. */
export function tekstVan(waarde: string | undefined): string | undefined {
  return waarde === undefined ? undefined : cleanEenRegel(waarde) || undefined
}

/** The number by which the source knows it. */
export function sleutelVan(k: Keuring, veld: string, waarde: string | undefined): string {
  // A bar separates the parts of a combined number.
  const sleutel = (tekstVan(waarde) ?? '').replaceAll('|', '/')
  if (!sleutel) k.fout(veld, 'Dit nummer ontbreekt; zonder nummer is de rij niet terug te vinden.')
  if (sleutel.length > 100) k.fout(veld, 'Dit nummer is langer dan 100 tekens.')
  return sleutel
}

/** undefined: no such field, or a fault that was noted. null: the source says there is none. */
export function datumVan(
  k: Keuring,
  veld: string,
  waarde: string | undefined,
  options: { verplicht?: boolean; nietInToekomst?: boolean } = {},
): string | null | undefined {
  if (waarde === undefined && !options.verplicht) return undefined
  const meld = options.verplicht ? k.fout : k.gebrek
  const gelezen = leesDatum(waarde ?? '')
  if (!gelezen.ok) return meld(veld, gelezen.reden)
  if (gelezen.datum === null) return options.verplicht ? k.fout(veld, 'Deze datum ontbreekt.') : null
  if (gelezen.datum < '1850-01-01') return meld(veld, `De datum "${waarde}" ligt te ver terug.`)
  if (options.nietInToekomst && gelezen.datum > k.vandaag)
    return meld(veld, `De datum "${waarde}" ligt in de toekomst.`)
  return gelezen.datum
}

/** A code by one of the readers; an unknown word is a fault that names it. */
export function codeVan<T>(
  k: Keuring,
  veld: string,
  waarde: string | undefined,
  lees: (tekst: string) => T | undefined,
  soort: string,
): T | undefined {
  const tekst = tekstVan(waarde)
  if (tekst === undefined) return undefined
  const code = lees(tekst)
  return code === undefined ? k.gebrek(veld, `"${kort(tekst)}" is geen bekende ${soort}.`) : code
}

export function geheelGetalVan(
  k: Keuring,
  veld: string,
  waarde: string | undefined,
  van: number,
  tot: number,
): number | undefined {
  const tekst = tekstVan(waarde)?.replace(/[.,]0+$/, '')
  if (tekst === undefined || tekst === '-') return undefined
  const getal = Number(tekst)
  if (Number.isInteger(getal) && getal >= van && getal <= tot) return getal
  return k.gebrek(veld, `"${kort(tekst)}" moet een getal zijn van ${van} tot en met ${tot}.`)
}

export const kort = (tekst: string) => (tekst.length > 60 ? `${tekst.slice(0, 60)}…` : tekst)

/** Leaves out what is undefined: JSON and the comparison with the previous import see only what the source says. */
export function gevuld<T extends Record<string, unknown>>(velden: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(velden).filter(([, waarde]) => waarde !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}
