import type { Taak } from '#contract/taken.ts'
import { useTabwaarde } from '#kit/tabwaarde.ts'
import { aanhefVoor, isNogLeeg } from './aanhef.ts'
import type { Concept } from './Terugkoppelvelden.tsx'

/**
 * The terugkoppeling as it starts: same customer, title and channel as the question. What is typed survives a reload.
 * What is written starts with the salutation, what is said does not; as long as nothing was typed the channel decides.
 */
export function useTerugkoppeling(taak: Taak) {
  const aanhef = taak.voorstel?.aanhef ?? ''
  const kanaalCode = taak.voorstel?.kanaalCode ?? 'telefoon'
  const [waarde, zet, wis] = useTabwaarde<Concept>(`terugkoppeling.${taak.id}`, {
    kanaalCode,
    onderwerp: taak.voorstel?.onderwerp ?? taak.onderwerp,
    antwoord: aanhefVoor(kanaalCode, aanhef),
    toonInPortaal: taak.voorstel?.toonInPortaal ?? false,
    contactGelukt: true,
  })
  const leeg = isNogLeeg(waarde.antwoord, aanhef)
  const wijzig = (next: Partial<Concept>) => {
    const start = next.kanaalCode && leeg ? { antwoord: aanhefVoor(next.kanaalCode, aanhef) } : {}
    zet({ ...waarde, ...start, ...next })
  }
  return { waarde, wijzig, wis, leeg }
}
