import { addWerkdagen, type IsVrij, isDatum } from '#contract/regels/werkdagen.ts'

const zone = 'Europe/Amsterdam'
/** A day without an hour is the beginning of the working day. */
const ochtend = '08:00'
/** Later than any case. */
export const nooit = new Date('9999-12-31T00:00:00Z')

/**
 * When a timer goes off. `waarde` is a moment, a day, an ISO 8601 duration, "5 werkdagen", or for a cycle "R3/P1D".
 * Reckoned on the clock of the Netherlands: a day later is the same hour, also when summer time begins.
 * @throws a sentence that says what may be written
 */
export function tijdstip(
  soort: 'timeDate' | 'timeDuration' | 'timeCycle',
  waarde: unknown,
  { nu, isVrij }: { nu: Date; isVrij: IsVrij },
): { op: Date; herhaal: number | undefined } {
  const tekst = String(waarde ?? '').trim()
  // An expression that gives nothing: this one does not go off.
  if (waarde === null) return { op: nooit, herhaal: undefined }
  if (soort === 'timeDate') return { op: moment(tekst), herhaal: undefined }
  const cyclus = /^R(\d*)\/(.+)$/.exec(tekst)
  if (soort === 'timeCycle') {
    if (!cyclus) throw new Error(`"${tekst}" is geen herhaling. Schrijf bijvoorbeeld R3/P1D of R/P14D.`)
    return { op: na(cyclus[2] ?? '', nu, isVrij), herhaal: cyclus[1] ? Number(cyclus[1]) : -1 }
  }
  return { op: na(tekst, nu, isVrij), herhaal: undefined }
}

function moment(tekst: string): Date {
  if (isDatum(tekst))
    return datum(Temporal.PlainDate.from(tekst).toZonedDateTime({ timeZone: zone, plainTime: ochtend }))
  const op = new Date(tekst)
  if (!/^\d{4}-\d{2}-\d{2}T/.test(tekst) || Number.isNaN(op.getTime()))
    throw new Error(`"${tekst}" is geen datum of moment. Schrijf bijvoorbeeld 2026-12-31 of een expressie.`)
  return op
}

function na(tekst: string, nu: Date, isVrij: IsVrij): Date {
  const lokaal = Temporal.Instant.fromEpochMilliseconds(nu.getTime()).toZonedDateTimeISO(zone)
  const werkdagen = /^(\d{1,3}) werkdag(?:en)?$/.exec(tekst)
  if (werkdagen) {
    const dag = addWerkdagen(lokaal.toPlainDate().toString(), Number(werkdagen[1]), isVrij)
    return datum(Temporal.PlainDate.from(dag).toZonedDateTime({ timeZone: zone, plainTime: lokaal.toPlainTime() }))
  }
  try {
    return datum(lokaal.add(Temporal.Duration.from(tekst)))
  } catch {
    throw new Error(`"${tekst}" is geen duur. Schrijf bijvoorbeeld P2D, PT4H of 5 werkdagen.`)
  }
}

const datum = (moment: Temporal.ZonedDateTime) => new Date(moment.epochMilliseconds)
