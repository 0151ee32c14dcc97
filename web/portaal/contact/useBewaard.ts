import { useEffect, useState } from 'react'
import { apparaat } from '../offline/apparaat.ts'

/**
 * What one is writing, kept on the device at every change: a tab that was closed, or a session that ended, loses nothing.
 * @returns undefined as first value while it is looked up
 */
export function useBewaard<T>(sleutel: string, leeg: T): [T | undefined, (waarde: T) => void, () => void] {
  const [waarde, setWaarde] = useState<T>()
  // What it starts with does not change while one writes.
  const [begin] = useState(leeg)
  useEffect(() => {
    let weg = false
    void apparaat()
      .then((kluis) => kluis.haal<T>('concept', sleutel))
      .catch(() => undefined)
      .then((bewaard) => !weg && setWaarde(bewaard ?? begin))
    return () => {
      weg = true
    }
  }, [sleutel, begin])
  const bewaar = (nieuw: T) => {
    setWaarde(nieuw)
    void apparaat()
      .then((kluis) => kluis.bewaar('concept', sleutel, nieuw))
      .catch(() => {})
  }
  const wis = () => {
    setWaarde(leeg)
    void apparaat()
      .then((kluis) => kluis.wis('concept', sleutel))
      .catch(() => {})
  }
  return [waarde, bewaar, wis]
}
