import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { Db } from '#server/platform/db/schema.ts'
import type { ReadContext } from '#server/platform/http/context.ts'
import { selectVanZaken } from './store.ts'
import type { AfspraakRow } from './tables.ts'

type Afzender = Pick<ReadContext, 'organisatie' | 'now'>

/**
 * Appointments as a calendar file (RFC 5545). The same appointment always has the same UID, so a calendar replaces what
 * it has; `CANCEL` takes it out again.
 */
export function agendabestand({ organisatie, now }: Afzender, afspraken: readonly AfspraakRow[]): string {
  const weg = afspraken.every(({ status }) => status === 'geannuleerd')
  const kalender = ical({
    prodId: { company: 'Rondom', product: 'afspraken', language: 'NL' },
    method: weg ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
  })
  for (const afspraak of afspraken)
    kalender.createEvent({
      id: `${afspraak.id}@rondom`,
      sequence: afspraak.volgnummer,
      stamp: now,
      start: afspraak.begin,
      end: afspraak.eind,
      summary: `${organisatie.naam}: ${afspraak.titel}`,
      description: afspraak.met,
      location: afspraak.adres,
      // Both methods must name one (RFC 5546, 3.2.1 and 3.2.5); nobody reads mail to it.
      organizer: { name: organisatie.naam, email: `geen-antwoord@${organisatie.hosts[0] ?? 'rondom.invalid'}` },
      status: afspraak.status === 'gepland' ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
    })
  return kalender.toString()
}

/** What is planned in this zaak from now on; when that is nothing, what was cancelled of it; else undefined. */
export async function agendaVoorZaak(ctx: Afzender & { db: Db }, zaakId: string): Promise<string | undefined> {
  const straks = (await selectVanZaken(ctx.db, [zaakId])).filter(({ eind }) => eind > ctx.now)
  const gepland = straks.filter(({ status }) => status === 'gepland')
  const wat = gepland.length > 0 ? gepland : straks
  return wat.length > 0 ? agendabestand(ctx, wat) : undefined
}
