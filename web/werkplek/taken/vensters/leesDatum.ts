/**
 * "3-12-2026", "03/12/26" or "3 12 2026" → "2026-12-03"; nothing typed → null. What is no date is passed on as it is:
 * the server says so at the field.
 */
export function leesDatum(text: string): string | null {
  const typed = text.trim()
  if (typed === '') return null
  const match = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{2}|\d{4})$/.exec(typed)
  if (!match) return typed
  const [, day = '', month = '', year = ''] = match
  return `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}
