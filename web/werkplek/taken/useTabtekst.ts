import { useState } from 'react'

/** Text of a small form that survives a reload of this tab; gone with the tab, or when it was sent. */
export function useTabtekst(naam: string, begin: string): [string, (tekst: string) => void, () => void] {
  const sleutel = `rondom.tekst.${naam}`
  const [tekst, setTekst] = useState(() => sessionStorage.getItem(sleutel) ?? begin)
  const zet = (next: string) => {
    setTekst(next)
    try {
      sessionStorage.setItem(sleutel, next)
    } catch {
      // Storage is full or switched off: the text is still on the screen.
    }
  }
  const wis = () => {
    setTekst('')
    sessionStorage.removeItem(sleutel)
  }
  return [tekst, zet, wis]
}
