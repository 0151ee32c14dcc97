/** "1 december 2026", of a date as 2026-12-01. */
export function datumInWoorden(datum: string): string {
  return new Intl.DateTimeFormat('nl-NL', {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(new Date(`${datum}T00:00:00Z`))
}
