import { addDagen, weekdag } from '#contract/regels/werkdagen.ts'

/** The weeks of one month, Monday first; `undefined` for days of the neighbours. */
export function wekenVan(jaar: number, maand: number): (string | undefined)[][] {
  const first = `${jaar}-${String(maand).padStart(2, '0')}-01`
  const days: (string | undefined)[] = Array.from({ length: weekdag(first) - 1 }, () => undefined)
  for (let day = first; day.slice(0, 7) === first.slice(0, 7); day = addDagen(day, 1)) days.push(day)
  while (days.length % 7 > 0) days.push(undefined)
  return Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7))
}
