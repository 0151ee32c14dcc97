/**
 * Shows a stored number the way people say it: "06 12 34 56 78", "020 123 45 67", "0297 12 34 56", "+32 475 123 456".
 * Every digit stays; only spaces are added, so the browser needs no telephone metadata.
 */
export function formatTelefoon(nummer: string): string {
  if (/^\+31[0-9]{4,}$/.test(nummer)) return formatNederlands(nummer.slice(3))
  const [, land, rest] = LANDNUMMER.exec(nummer) ?? []
  if (land && rest) return [`+${land}`, ...groepen(rest)].join(' ')
  // 14020 is the municipality of Amsterdam; 112 needs no space.
  if (/^14[0-9]{3,4}$/.test(nummer)) return `14 ${nummer.slice(2)}`
  return /^116[0-9]{3}$/.test(nummer) ? `116 ${nummer.slice(3)}` : nummer
}

/** What a tel: link needs: digits only, "+" in front of an international number. */
export function telefoonLink(nummer: string): string {
  return `tel:${nummer.replace(/[^+0-9]/g, '')}`
}

/** Net numbers of three digits (Nummerplan telefoon- en ISDN-diensten); every other geographic one has four. */
const KORTE_NETNUMMERS = new Set(
  '10 13 15 20 23 24 26 30 33 35 36 38 40 43 45 46 50 53 55 58 70 71 72 73 74 75 76 77 78 79 82 84 85 87 88 91'.split(
    ' ',
  ),
)

/** Country codes: 1 and 7 have one digit, the listed ones two, all others three (ITU-T E.164). */
const LANDNUMMER = /^\+(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|[2-689][0-9]{2})([0-9]{2,})$/

function formatNederlands(nationaal: string): string {
  const gratisOfBetaald = /^(800|90[069])([0-9]{4}|[0-9]{7})$/.exec(nationaal)
  if (gratisOfBetaald) return `0${gratisOfBetaald[1]} ${abonnee(gratisOfBetaald[2] ?? '')}`
  if (nationaal.length === 9) {
    if (nationaal.startsWith('6')) return ['06', ...(nationaal.slice(1).match(/../g) ?? [])].join(' ')
    const netnummer = KORTE_NETNUMMERS.has(nationaal.slice(0, 2)) ? nationaal.slice(0, 2) : nationaal.slice(0, 3)
    return `0${netnummer} ${abonnee(nationaal.slice(netnummer.length))}`
  }
  return nationaal.startsWith('97') ? ['097', ...groepen(nationaal.slice(2))].join(' ') : `0${nationaal}`
}

/** 1234567 → "123 45 67", 123456 → "12 34 56", 1234 → "1234". */
function abonnee(cijfers: string): string {
  if (cijfers.length === 7) return `${cijfers.slice(0, 3)} ${cijfers.slice(3, 5)} ${cijfers.slice(5)}`
  return cijfers.length === 6 ? (cijfers.match(/../g) ?? []).join(' ') : cijfers
}

/** Threes, without a lonely last digit: 1234567 → 123 4567. */
function groepen(cijfers: string): string[] {
  return cijfers.match(/[0-9]{3}(?=[0-9]{2})|[0-9]+/g) ?? []
}
