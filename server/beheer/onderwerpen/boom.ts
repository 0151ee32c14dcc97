import { type DomainError, invalid } from '#server/platform/errors.ts'
import type { OnderwerpRow } from './store.ts'

/** A subject in its tree: `actief` says whether one can choose it, `zelf_actief` what was set for itself. */
export type OnderwerpInBoom = OnderwerpRow & { zelf_actief: boolean }

/** Parents first, each followed by its children; a child of an inactive parent counts as inactive. */
export function inBoom(rows: readonly OnderwerpRow[]): OnderwerpInBoom[] {
  const place = (row: OnderwerpRow, parentActief: boolean): OnderwerpInBoom => ({
    ...row,
    actief: row.actief && parentActief,
    zelf_actief: row.actief,
  })
  const children = Map.groupBy(rows, (row) => row.bovenliggend_id)
  return (children.get(null) ?? []).flatMap((parent) => [
    place(parent, true),
    ...(children.get(parent.id) ?? []).map((child) => place(child, parent.actief)),
  ])
}

/**
 * Two levels and no more: people find a subject by looking, not by digging.
 * @param id the subject that gets this place; undefined for a new one
 * @returns what is wrong with the place, or undefined
 */
export function wrongPlek(
  rows: readonly OnderwerpRow[],
  id: string | undefined,
  bovenliggendId: string | null,
): DomainError | undefined {
  if (bovenliggendId === null) return undefined
  const parent = rows.find((row) => row.id === bovenliggendId)
  if (!parent) return invalid('bovenliggendId', 'onbekend', 'Dit bovenliggende onderwerp bestaat niet (meer).')
  if (parent.id === id) {
    return invalid('bovenliggendId', 'zichzelf', 'Een onderwerp kan niet onder zichzelf staan.')
  }
  if (parent.bovenliggend_id !== null) {
    return invalid('bovenliggendId', 'te-diep', 'Kies een onderwerp van het eerste niveau; er zijn twee niveaus.')
  }
  if (id !== undefined && rows.some((row) => row.bovenliggend_id === id)) {
    return invalid(
      'bovenliggendId',
      'te-diep',
      'Dit onderwerp heeft zelf onderliggende onderwerpen. Verplaats die eerst.',
    )
  }
  return undefined
}
