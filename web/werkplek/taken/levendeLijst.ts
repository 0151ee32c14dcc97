import type { TaakRij } from '#contract/taken.ts'

/** A row on screen. `weg`: no longer in the list on the server, but kept in its place until I look away. */
export type Regel = { taak: TaakRij; weg: boolean }
export type Lijst = { regels: readonly Regel[]; nieuw: number }

/**
 * What a list shows when the server's list changed: every row stays where it is, with its new values or greyed, and new
 * rows wait behind a bar. Nothing moves under the pointer.
 */
export function volg(shown: readonly Regel[], fresh: readonly TaakRij[]): Lijst {
  const byId = new Map(fresh.map((taak) => [taak.id, taak]))
  const onScreen = new Set(shown.map(({ taak }) => taak.id))
  return {
    regels: shown.map(({ taak }) => {
      const now = byId.get(taak.id)
      return { taak: now ?? taak, weg: now === undefined }
    }),
    nieuw: fresh.filter((taak) => !onScreen.has(taak.id)).length,
  }
}

/** The list as it is now, in its own order. */
export function toon(fresh: readonly TaakRij[]): readonly Regel[] {
  return fresh.map((taak) => ({ taak, weg: false }))
}

/** More of the same list, loaded at the bottom: these may simply be added. */
export function voegToe(shown: readonly Regel[], added: readonly TaakRij[]): readonly Regel[] {
  const known = new Set(shown.map(({ taak }) => taak.id))
  return [...shown, ...toon(added.filter((taak) => !known.has(taak.id)))]
}
