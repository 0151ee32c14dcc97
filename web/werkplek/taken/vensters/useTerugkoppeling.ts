import { useState } from 'react'
import type { Taak } from '#contract/taken.ts'
import { useTabtekst } from '../useTabtekst.ts'
import type { Concept } from './Terugkoppelvelden.tsx'

/** The terugkoppeling as it starts: same customer, title and channel as the question. The text survives a reload. */
export function useTerugkoppeling(taak: Taak) {
  const aanhef = taak.voorstel?.aanhef
  const [antwoord, setAntwoord, wis] = useTabtekst(`terugkoppeling.${taak.id}`, aanhef ? `${aanhef},\n\n` : '')
  const [rest, setRest] = useState<Omit<Concept, 'antwoord'>>({
    kanaalCode: taak.voorstel?.kanaalCode ?? 'telefoon',
    onderwerp: taak.voorstel?.onderwerp ?? taak.onderwerp,
    toonInPortaal: taak.voorstel?.toonInPortaal ?? false,
    contactGelukt: true,
  })
  const waarde: Concept = { ...rest, antwoord }
  const wijzig = ({ antwoord: next, ...velden }: Partial<Concept>) => {
    if (next !== undefined) setAntwoord(next)
    setRest((before) => ({ ...before, ...velden }))
  }
  return { waarde, wijzig, wis }
}
