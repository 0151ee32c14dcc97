/**
 * A date as people type it: "12-3-1980", "12/03/1980", "12 03 1980", "12031980". A browser's own date field shows the
 * order of the browser's language, so it is text.
 * @returns `jjjj-mm-dd`; null when empty; undefined when it is no date
 */
export function leesDatum(text: string): string | null | undefined {
  const trimmed = text.trim()
  if (trimmed === '') return null
  const match =
    /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(trimmed) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(trimmed) ?? undefined
  if (!match) return undefined
  const [, day = '', month = '', year = ''] = match
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : undefined
}

/** "12-03-1980" */
export function toonDatum(iso: string | null): string {
  return iso ? iso.split('-').reverse().join('-') : ''
}
