import { bron } from './bron.ts'
import type { Toon } from './StatusBadge.tsx'

export type Melding = { id: number; tekst: string; toon: Toon; actie?: { naam: string; run: () => void } }

/** Short messages at the bottom of the screen. Errors stay until they are closed; the rest leaves by itself. */
export const meldingen = bron<readonly Melding[]>([])
let last = 0

/** @example meld('Taak opgepakt', { actie: { naam: 'Ongedaan maken', run: release } }) */
export function meld(tekst: string, { toon = 'goed', actie }: { toon?: Toon; actie?: Melding['actie'] } = {}): void {
  const melding: Melding = { id: ++last, tekst, toon, ...(actie && { actie }) }
  meldingen.set([...meldingen.get().slice(-2), melding])
  if (toon !== 'fout') setTimeout(() => sluitMelding(melding.id), actie ? 10_000 : 6000)
}

export function sluitMelding(id: number): void {
  meldingen.set(meldingen.get().filter((each) => each.id !== id))
}
