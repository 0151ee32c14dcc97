import { useState } from 'react'
import { useIk } from './ik.ts'

/**
 * What somebody typed in a small form survives a reload of this tab; gone with the tab, or when it was sent. Kept per
 * medewerker: who signs in here next must not find the words of another. Another `naam` needs another `key`.
 */
export function useTabwaarde<T>(naam: string, begin: T): [T, (waarde: T) => void, () => void] {
  const ik = useIk()
  const [waarde, setWaarde] = useState<T>(() => leesTabwaarde(ik.medewerker.id, naam) ?? begin)
  const zet = (next: T) => {
    setWaarde(next)
    try {
      sessionStorage.setItem(sleutelVan(ik.medewerker.id, naam), JSON.stringify(next))
    } catch {
      // Storage is full or switched off: the text is still on the screen.
    }
  }
  const wis = () => {
    setWaarde(begin)
    wisTabwaarde(ik.medewerker.id, naam)
  }
  return [waarde, zet, wis]
}

/** What is kept now, for who did not type it on this screen. Only `useTabwaarde` wrote it, so it is a T. */
export function leesTabwaarde<T>(medewerkerId: string, naam: string): T | undefined {
  try {
    const kept = sessionStorage.getItem(sleutelVan(medewerkerId, naam))
    return kept === null ? undefined : (JSON.parse(kept) as T)
  } catch {
    return undefined
  }
}

export function wisTabwaarde(medewerkerId: string, naam: string): void {
  sessionStorage.removeItem(sleutelVan(medewerkerId, naam))
}

const sleutelVan = (medewerkerId: string, naam: string) => `rondom.tekst.${medewerkerId}.${naam}`
