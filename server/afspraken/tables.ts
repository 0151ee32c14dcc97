import type { Generated, Selectable } from 'kysely'

export type AfspraakTable = {
  id: string
  zaak_id: string
  partij_id: string | null
  /** As the ERP calls it. */
  extern_id: string | null
  /** The onderhoudsverzoek that it is for: a new booking for it takes the place of the old one. */
  verzoek_id: string | null
  titel: string
  adres: string
  /** Who comes. */
  met: string
  begin: Date
  eind: Date
  status: 'gepland' | 'geannuleerd'
  volgnummer: Generated<number>
  herinner_op: Date | null
  herinnerd_op: Generated<Date | null>
  gemaakt_op: Date
  gewijzigd_op: Date
  versie: Generated<number>
}
export type AfspraakRow = Selectable<AfspraakTable>

declare module '#server/platform/db/schema.ts' {
  interface Tables {
    afspraak: AfspraakTable
  }
}
