import type { BerichtDoel, BerichtKanaal } from '#contract/berichten.ts'
import { naStilte, type Stilte } from './stilte.ts'

export type Verzendregels = {
  stilte: Stilte
  /** Minutes between two mails to one klant that may wait for each other. */
  bundelMinuten: number
}

type Vraag = {
  doel: BerichtDoel
  kanaal: BerichtKanaal
  formeel: boolean
  spoed: boolean
  bijlagen: boolean
}

/**
 * Whether it can go in one mail with others. Never what is formal: each decision is a letter of its own. What somebody
 * waits for, or has a file with it, goes by itself.
 */
export function magSamen({ doel, kanaal, formeel, spoed, bijlagen }: Vraag): boolean {
  return kanaal === 'email' && !formeel && !spoed && !bijlagen && bundelDoelen.includes(doel)
}
export const bundelDoelen: readonly BerichtDoel[] = ['voortgang', 'betalingen', 'nieuws', 'enquetes']

/** Whether it may wait for the morning. Not what is formal: of a decision the day that it was sent counts. */
export const magWachten = ({ doel, formeel, spoed }: Pick<Vraag, 'doel' | 'formeel' | 'spoed'>): boolean =>
  !spoed && !formeel && doel !== 'aanmelden'

/**
 * When it leaves. The first mail goes at once; what follows shortly after it waits, and goes together: one digest
 * instead of five mails. @param vorige when the last mail that may wait was sent to him
 */
export function wanneer(vraag: Vraag, now: Date, vorige: Date | undefined, regels: Verzendregels): Date {
  const na = vorige && magSamen(vraag) ? vorige.getTime() + regels.bundelMinuten * 60_000 : 0
  const moment = na > now.getTime() ? new Date(na) : now
  return magWachten(vraag) ? naStilte(moment, regels.stilte) : moment
}
