import { isIPv6 } from 'node:net'
import { DomainError } from '#server/platform/errors.ts'

const venster = 10 * 60_000
const hoogstens = 60
/** More addresses than this at once is an attack: the oldest are forgotten. */
const maxAdressen = 10_000

/** Sixty page views and answers in ten minutes from one address is more than a household needs, less than guessing does. */
export function maakRem(): (adres: string, now: Date) => void {
  const tellers = new Map<string, { tot: number; aantal: number }>()
  return (adres, now) => {
    // One household has a whole IPv6 network.
    const wie = isIPv6(adres) ? adres.split(':').slice(0, 4).join(':') : adres
    const nu = now.getTime()
    const bekend = tellers.get(wie)
    const teller = bekend && bekend.tot > nu ? bekend : { tot: nu + venster, aantal: 0 }
    teller.aantal++
    tellers.delete(wie)
    tellers.set(wie, teller)
    const [oudste] = tellers.keys()
    if (tellers.size > maxAdressen && oudste) tellers.delete(oudste)
    if (teller.aantal > hoogstens)
      throw new DomainError(429, 'te-vaak', 'U probeert het te vaak. Wacht een paar minuten.')
  }
}
