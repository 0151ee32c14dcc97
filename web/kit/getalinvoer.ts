/**
 * A number as people in the Netherlands type it: "1.250", "12,50", "€ 12,50", and "12.50" of who is used to a point.
 * @returns null when empty; undefined when it is no number
 */
export function leesGetal(tekst: string): number | null | undefined {
  const getypt = tekst.replace(/[\s€\u00a0]/g, '')
  if (getypt === '') return null
  const metPunten = /^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(getypt)
  const kaal = metPunten ? getypt.replaceAll('.', '').replace(',', '.') : getypt.replace(',', '.')
  return /^-?\d+(\.\d+)?$/.test(kaal) ? Number(kaal) : undefined
}

/** "12,50" → 1250; more than two decimals is no amount. */
export function leesBedrag(tekst: string): number | null | undefined {
  const euro = leesGetal(tekst)
  if (euro === null || euro === undefined) return euro
  const centen = Math.round(euro * 100)
  return Math.abs(euro * 100 - centen) < 1e-6 ? centen : undefined
}

export function toonGetal(getal: number): string {
  return String(getal).replace('.', ',')
}

export function toonBedrag(centen: number): string {
  return (centen / 100).toFixed(2).replace('.', ',')
}
