import { bron } from '#kit/bron.ts'

export type Letters = 'gewoon' | 'groot' | 'grootst'
const sleutel = 'rondom.letters'

/** How large the letters are, on this device. */
export const letters = bron<Letters>('gewoon')

/** Sets them as last time, or as chosen. */
export function zetLetters(keuze = localStorage.getItem(sleutel)): void {
  const gekozen: Letters = keuze === 'groot' || keuze === 'grootst' ? keuze : 'gewoon'
  localStorage.setItem(sleutel, gekozen)
  document.documentElement.dataset['letters'] = gekozen
  letters.set(gekozen)
}
