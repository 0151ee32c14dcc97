import type { Stand, TaakRow } from './tables.ts'

/** The fields that a person asks about later. */
const remembered = ['status', 'team_id', 'medewerker_id', 'onderwerp', 'prioriteit', 'deadline'] as const

export type Onthouden = Pick<TaakRow, (typeof remembered)[number]>

/** What the history keeps of a change: only the fields that differ. */
export function difference(before: Onthouden | undefined, after: Onthouden): { van: Stand; naar: Stand } {
  const fields = remembered.filter((field) => before?.[field] !== after[field])
  return {
    van: before ? Object.fromEntries(fields.map((field) => [field, before[field]])) : {},
    naar: Object.fromEntries(fields.map((field) => [field, after[field]])),
  }
}
