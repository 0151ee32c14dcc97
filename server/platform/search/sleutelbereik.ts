import { telefoonAchterstevoren } from './item.ts'
import type { Zoekdeel } from './zoekvraag.ts'

type Bereik = { van: string; tot: string }

/** The keys that a part asks for. Half an e-mail address has no key of its own, but is the beginning of one. */
export function getypteSleutels(deel: Zoekdeel): string[] {
  if (deel.kan.includes('email') && deel.sleutels.length === 0 && /^[^@]{2,}@/.test(deel.tekst)) {
    return [`mail:${deel.tekst.toLowerCase()}`]
  }
  return deel.sleutels
}

/** The stored keys that a typed key stands for: from `van`, up to and not including `tot`. */
export function bereikVan(sleutel: string, onvolledig: boolean): Bereik {
  if (sleutel.startsWith('tel:')) return beginBereik(telefoonAchterstevoren(sleutel.slice(4).replace('+', '')))
  if (sleutel.startsWith('pc:') || sleutel.startsWith('vl:')) return beginBereik(sleutel)
  if (onvolledig && /^(mail:.{2}|nr:.{4})/.test(sleutel)) return beginBereik(sleutel)
  return { van: sleutel, tot: `${sleutel}\u0001` }
}

/** Everything that begins with this text, in byte order. */
export function beginBereik(van: string): Bereik {
  return { van, tot: `${van}\u{10FFFF}` }
}

/** Whether a stored key answers a typed one. "3512AB12" does not answer "3512AB1", unless one is still typing. */
export function past(getypt: string, bewaard: string, onvolledig: boolean): boolean {
  // Initials say which one of those who fit; a typing error in the surname does not change them.
  if (getypt.startsWith('vl:')) return /^vl:[^:]*/.test(bewaard) && lettersVan(bewaard).startsWith(lettersVan(getypt))
  const { van } = bereikVan(getypt, onvolledig)
  const rest = bewaard.slice(van.length)
  if (!bewaard.startsWith(van)) return false
  if (getypt.startsWith('tel:')) return true
  if (getypt.startsWith('pc:')) return onvolledig || !/\d$/.test(getypt) || !/^\d/.test(rest)
  return rest === '' || (onvolledig && /^(mail:.{2}|nr:.{4})/.test(getypt))
}

function lettersVan(sleutel: string): string {
  return sleutel.slice(sleutel.lastIndexOf(':') + 1)
}
