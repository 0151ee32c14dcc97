import type { Tekst } from './staat.ts'

/**
 * The few seconds of typing that the server does not have yet, kept by this browser tab: a reload or a crash in between
 * loses nothing. Gone as soon as it is saved, and with the tab.
 */
type Kopie = { versie: number; begin: Tekst; tekst: Tekst }

const sleutel = (id: string) => `rondom.gesprek.${id}`

export function bewaarKopie(id: string, kopie: Kopie): void {
  try {
    sessionStorage.setItem(sleutel(id), JSON.stringify(kopie))
  } catch {
    // Full or switched off: then there is only the server, some seconds later.
  }
}

export function leesKopie(id: string): Kopie | undefined {
  try {
    const text = sessionStorage.getItem(sleutel(id))
    return text === null ? undefined : (JSON.parse(text) as Kopie)
  } catch {
    return undefined
  }
}

export function wisKopie(id: string): void {
  sessionStorage.removeItem(sleutel(id))
}
