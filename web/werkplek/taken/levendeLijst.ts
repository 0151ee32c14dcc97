import type { TaakRij } from '#contract/taken.ts'

/** The heading that a row stands under. */
export const groepen = ['te-laat', 'vandaag', 'later', 'zonder-termijn', 'niet-verteld'] as const
export type Groep = (typeof groepen)[number]

/**
 * A row on screen. `weg`: no longer in the list on the server, but kept in its place until I look away. `groep` is where
 * it stood when it came: a new deadline changes the row, not its place.
 */
export type Regel = { taak: TaakRij; weg: boolean; groep: Groep }
export type Lijst = { regels: readonly Regel[]; nieuw: number }

/**
 * What a list shows when the server's list changed: every row stays where it is, with its new values or greyed, and new
 * rows wait behind a bar. Nothing moves under the pointer.
 * @param meer the server has more than was asked: what stood last may just have been pushed off the page
 */
export function volg(shown: readonly Regel[], fresh: readonly TaakRij[], meer = false): Lijst {
  const byId = new Map(fresh.map((taak) => [taak.id, taak]))
  const onScreen = new Set(shown.map(({ taak }) => taak.id))
  const lastKnown = meer ? shown.findLastIndex(({ taak }) => byId.has(taak.id)) : shown.length - 1
  return {
    regels: shown.map((regel, at) => {
      const now = byId.get(regel.taak.id)
      if (now) return { ...regel, taak: now, weg: false }
      return at > lastKnown ? regel : { ...regel, weg: true }
    }),
    nieuw: fresh.filter((taak) => !onScreen.has(taak.id)).length,
  }
}

/** The list as it is now, in its own order. */
export function toon(fresh: readonly TaakRij[]): readonly Regel[] {
  return fresh.map((taak) => ({ taak, weg: false, groep: groepVan(taak) }))
}

/** More of the same list, loaded at the bottom: these may simply be added. */
export function voegToe(shown: readonly Regel[], added: readonly TaakRij[]): readonly Regel[] {
  const known = new Set(shown.map(({ taak }) => taak.id))
  return [...shown, ...toon(added.filter((taak) => !known.has(taak.id)))]
}

/** Rows under their headings; a heading without rows is left out. */
export function inGroepen(regels: readonly Regel[]): { groep: Groep; regels: Regel[] }[] {
  return groepen
    .map((groep) => ({ groep, regels: regels.filter((regel) => regel.groep === groep) }))
    .filter((each) => each.regels.length > 0)
}

function groepVan({ status, termijn }: TaakRij): Groep {
  // Closed and still in a list of open work or promises: the customer has not heard.
  if (status === 'afgerond' || status === 'geannuleerd') return 'niet-verteld'
  if (termijn === null || termijn === undefined) return 'zonder-termijn'
  return termijn === 'op-tijd' ? 'later' : termijn
}
