export type Stilte = {
  /** From when to when a klant is left in peace, `21:00`; without either there is no quiet. */
  van: string
  tot: string
}

const zone = 'Europe/Amsterdam'

/**
 * The first moment from `moment` on at which a klant may be disturbed. Counted on the clock in his house: in the night
 * that the clock goes back, the morning comes an hour later.
 */
export function naStilte(moment: Date, { van, tot }: Stilte): Date {
  if (!van || !tot || van === tot) return moment
  const daar = Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(zone)
  const [begin, eind] = [Temporal.PlainTime.from(van), Temporal.PlainTime.from(tot)]
  const tijd = daar.toPlainTime()
  const [naBegin, voorEind] = [vergelijk(tijd, begin) >= 0, vergelijk(tijd, eind) < 0]
  const overNacht = vergelijk(begin, eind) > 0
  if (overNacht ? !naBegin && !voorEind : !(naBegin && voorEind)) return moment
  const dag = overNacht && naBegin ? daar.toPlainDate().add({ days: 1 }) : daar.toPlainDate()
  return new Date(dag.toZonedDateTime({ timeZone: zone, plainTime: eind }).epochMilliseconds)
}

const vergelijk = Temporal.PlainTime.compare
