import { isDatum } from '#contract/regels/werkdagen.ts'

/**
 * A date as people type it: "12-3-1980", "12/03/1980", "12 03 1980", "12031980"; also "1980-03-12", from a list. A
 * browser's own date field shows the order of the browser's language, which is mm/dd/yyyy for many.
 * @param options.korteJaren takes "3-12-26" for 2026: only where nothing of the last century is meant
 * @returns `jjjj-mm-dd`; null when empty; undefined when it is no date
 */
export function leesDatum(text: string, { korteJaren = false } = {}): string | null | undefined {
  const typed = text.trim()
  if (typed === '') return null
  if (isDatum(typed)) return typed
  const match =
    /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/.exec(typed) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(typed) ?? undefined
  if (!match) return undefined
  const [, day = '', month = '', year = ''] = match
  if (year.length === 2 && !korteJaren) return undefined
  const iso = `${year.padStart(4, '20')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDatum(iso) ? iso : undefined
}

/** "12-03-1980" */
export function toonDatum(iso: string | null): string {
  return iso ? iso.split('-').reverse().join('-') : ''
}
