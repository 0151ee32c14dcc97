const zone = 'Europe/Amsterdam'

/** Moments around `nu`, in working days on the Dutch clock, as scenarios write them. */
export type Klok = {
  nu: Date
  /** So many working days before today (after it when negative); 1 is the last one that is over, whatever day it is. */
  werkdag(terug: number, uur: string): string
  /** The day only. */
  dag(terug: number, over?: number): string
}

export function maakKlok(nu: Date): Klok {
  const vandaag = Temporal.Instant.fromEpochMilliseconds(nu.getTime()).toZonedDateTimeISO(zone).toPlainDate()
  const opDag = (terug: number) => {
    let dag = vandaag
    for (let over = Math.abs(terug); over > 0; ) {
      dag = dag.add({ days: terug > 0 ? -1 : 1 })
      if (dag.dayOfWeek < 6) over--
    }
    return dag
  }
  return {
    nu,
    werkdag: (terug, uur) =>
      opDag(terug).toZonedDateTime({ timeZone: zone, plainTime: uur }).toString({ timeZoneName: 'never' }),
    dag: (terug, over = 0) => opDag(terug).add({ days: over }).toString(),
  }
}
