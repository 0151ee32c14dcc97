import { addWerkdagen, type IsVrij } from '#contract/regels/werkdagen.ts'

const zone = 'Europe/Amsterdam'

/**
 * When to remind: at the same time on the working day before, so that somebody can still be called. Undefined when it was
 * agreed later than that: who has just agreed to come, needs no reminder.
 */
export function herinnermoment(begin: Date, now: Date, isVrij: IsVrij): Date | undefined {
  const daar = Temporal.Instant.fromEpochMilliseconds(begin.getTime()).toZonedDateTimeISO(zone)
  const dag = Temporal.PlainDate.from(addWerkdagen(daar.toPlainDate().toString(), -1, isVrij))
  const moment = dag.toZonedDateTime({ timeZone: zone, plainTime: daar.toPlainTime() })
  return moment.epochMilliseconds > now.getTime() ? new Date(moment.epochMilliseconds) : undefined
}
