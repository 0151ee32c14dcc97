import { useEffect, useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { useIk } from '#kit/ik.ts'
import { begin, type NieuweKlant } from './nieuweKlant.ts'

const sleutel = 'rondom.concept.nieuweKlant'
type Bewaard = { medewerkerId: string; klant: NieuweKlant }

/** What was typed and not saved yet, by this employee in this browser tab. */
export function leesConcept(medewerkerId: string): NieuweKlant | undefined {
  try {
    const bewaard = JSON.parse(sessionStorage.getItem(sleutel) ?? 'null') as Bewaard | null
    // A form of an older version of the page may lack a field that this one needs.
    return bewaard?.medewerkerId === medewerkerId ? { ...begin(), ...bewaard.klant } : undefined
  } catch {
    return undefined
  }
}

/** Keeps the form in the browser tab while one types: a reload, a crash or an ended session loses no word. */
export function useConcept(form: Pick<UseFormReturn<NieuweKlant>, 'watch'>): { wis: () => void } {
  const { medewerker } = useIk()
  const [gewist, setGewist] = useState(false)
  useEffect(() => {
    if (gewist) return
    const subscription = form.watch((klant) => {
      sessionStorage.setItem(sleutel, JSON.stringify({ medewerkerId: medewerker.id, klant }))
    })
    return () => subscription.unsubscribe()
  }, [form.watch, medewerker.id, gewist])
  return {
    wis() {
      setGewist(true)
      sessionStorage.removeItem(sleutel)
    },
  }
}
