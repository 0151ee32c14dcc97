import { isDatum } from '#contract/regels/werkdagen.ts'

/**
 * A date as people type it, in one field: a native date field shows the order of the browser's language, which is
 * mm/dd/yyyy for many.
 * @returns `jjjj-mm-dd`, or undefined when it is no date
 */
export function leesDatum(text: string): string | undefined {
  const match = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(text.trim())
  if (!match) return isDatum(text.trim()) ? text.trim() : undefined
  const [, day = '', month = '', year = ''] = match
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDatum(iso) ? iso : undefined
}
