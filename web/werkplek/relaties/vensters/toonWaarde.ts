/** A field in the window that compares two versions: nested parts one after the other, ja/nee for a mark. */
export function toonWaarde(waarde: unknown): string {
  if (typeof waarde === 'boolean') return waarde ? 'ja' : 'nee'
  if (waarde === null || waarde === undefined) return ''
  if (typeof waarde === 'object') return Object.values(waarde).map(toonWaarde).filter(Boolean).join(' · ')
  return String(waarde)
}
