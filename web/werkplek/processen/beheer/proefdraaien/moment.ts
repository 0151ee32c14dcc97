/** A day and time on the clock of the Netherlands as a moment: `2026-11-23T10:00:00+01:00`. */
export function momentVan(dag: string, tijd: string): string {
  const utc = Date.parse(`${dag}T${tijd}:00Z`)
  // The offset of about then, and with it that of exactly then: they differ in the hours around a change of the clock.
  const minuten = offset(new Date(utc - offset(new Date(utc)) * 60_000))
  const deel = (getal: number) => String(Math.floor(Math.abs(getal))).padStart(2, '0')
  return `${dag}T${tijd}:00${minuten < 0 ? '-' : '+'}${deel(minuten / 60)}:${deel(Math.abs(minuten) % 60)}`
}

/** Minutes that the clock of the Netherlands is ahead of UTC. */
function offset(moment: Date): number {
  const delen = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/Amsterdam',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(moment)
  const van = (soort: Intl.DateTimeFormatPartTypes) => Number(delen.find(({ type }) => type === soort)?.value)
  const lokaal = Date.UTC(van('year'), van('month') - 1, van('day'), van('hour'), van('minute'))
  return Math.round((lokaal - Math.floor(moment.getTime() / 60_000) * 60_000) / 60_000)
}
