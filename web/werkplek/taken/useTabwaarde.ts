import { useState } from 'react'
import { useIk } from '#kit/ik.ts'

/**
 * What somebody typed in a small form survives a reload of this tab; gone with the tab, or when it was sent. Kept per
 * medewerker: who signs in here next must not find the words of another.
 */
export function useTabwaarde<T>(naam: string, begin: T): [T, (waarde: T) => void, () => void] {
  const ik = useIk()
  const sleutel = `rondom.tekst.${ik.medewerker.id}.${naam}`
  const [waarde, setWaarde] = useState<T>(() => read(sleutel) ?? begin)
  const zet = (next: T) => {
    setWaarde(next)
    try {
      sessionStorage.setItem(sleutel, JSON.stringify(next))
    } catch {
      // Storage is full or switched off: the text is still on the screen.
    }
  }
  const wis = () => {
    setWaarde(begin)
    sessionStorage.removeItem(sleutel)
  }
  return [waarde, zet, wis]
}

/** Only this function wrote it, so it is a T. */
function read<T>(sleutel: string): T | undefined {
  try {
    const kept = sessionStorage.getItem(sleutel)
    return kept === null ? undefined : (JSON.parse(kept) as T)
  } catch {
    return undefined
  }
}
