import {
  addWerkdagen,
  eersteWerkdagVanaf,
  type IsVrij,
  isWerkdag,
  type Klok,
  klok as klokOpDatum,
} from '#contract/regels/werkdagen.ts'

const TIJDZONE = 'Europe/Amsterdam'

export type Termijnopties = {
  /** "17:00": what comes in later, or on a free day, counts as received on the next working day. */
  sluitingstijd?: string
}

/**
 * The last day of a term of n working days. The day of receipt does not count (Algemene termijnenwet), and the term
 * never ends on a free day: with n = 0 the deadline is the first working day from then on.
 */
export function deadlineNa(
  moment: Temporal.Instant,
  werkdagen: number,
  isVrij: IsVrij,
  { sluitingstijd }: Termijnopties = {},
): Temporal.PlainDate {
  if (werkdagen < 0) throw new RangeError(`Een termijn is niet negatief: ${werkdagen}`)
  const lokaal = moment.toZonedDateTimeISO(TIJDZONE)
  const ontvangen = sluitingstijd ? ontvangstdag(lokaal, sluitingstijd, isVrij) : lokaal.toPlainDate().toString()
  return Temporal.PlainDate.from(eersteWerkdagVanaf(addWerkdagen(ontvangen, werkdagen, isVrij), isVrij))
}

/** Status and working days left (or late), on the calendar of the organisatie. */
export function klok(deadline: Temporal.PlainDate, vandaag: Temporal.PlainDate, isVrij?: IsVrij): Klok {
  return klokOpDatum(deadline.toString(), vandaag.toString(), isVrij)
}

/** Today as the office knows it, whatever the server's own time zone. */
export function vandaagOp(moment: Temporal.Instant): Temporal.PlainDate {
  return moment.toZonedDateTimeISO(TIJDZONE).toPlainDate()
}

function ontvangstdag(lokaal: Temporal.ZonedDateTime, sluitingstijd: string, isVrij: IsVrij): string {
  const datum = lokaal.toPlainDate().toString()
  const isTeLaat = Temporal.PlainTime.compare(lokaal.toPlainTime(), sluitingstijd) >= 0
  return isTeLaat && isWerkdag(datum, isVrij) ? addWerkdagen(datum, 1, isVrij) : eersteWerkdagVanaf(datum, isVrij)
}
