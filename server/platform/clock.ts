/** The time, as an argument: tests hold it still, the server passes `systemClock`. */
export type Clock = () => Date

export const systemClock: Clock = () => new Date()

/** The calendar day in the Netherlands of a moment, as `jjjj-mm-dd`. */
export function dagVan(moment: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(moment.getTime())
    .toZonedDateTimeISO('Europe/Amsterdam')
    .toPlainDate()
    .toString()
}
