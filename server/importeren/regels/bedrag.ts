/** Cents of an amount as Dutch and other systems write it: `€ 1.234,56`, `1234.56`, `650`, `650,-`. */
export function leesBedrag(tekst: string): number | undefined {
  const kaal = tekst.replace(/€|eur|\s/gi, '').replace(/,(-|=|--)$/, '')
  const [, min, geheel = '', fractie = ''] = KOMMA.exec(kaal) ?? PUNT.exec(kaal) ?? []
  if (!geheel) return undefined
  const cent = Number(geheel.replace(/[.,]/g, '')) * 100 + Number(fractie.padEnd(2, '0'))
  if (!Number.isSafeInteger(cent)) return undefined
  return min ? -cent : cent
}

/** More than two decimals are refused, unless they are zeros: rounding money is not for an importer. "12,345" may be either. */
const KOMMA = /^(-?)(\d+|\d{1,3}(?:\.\d{3})+)(?:,(\d{1,2})0*)?$/
const PUNT = /^(-?)(\d+|\d{1,3}(?:,\d{3})+(?=\.))(?:\.(\d{1,2})0*)?$/
