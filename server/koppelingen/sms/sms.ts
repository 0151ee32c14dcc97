/** Every character of the basic set of GSM 03.38; those of the extension cost two places. */
const basis = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ ÆæßÉ!"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)
const extra = new Set('^{}\\[~]|€')

/**
 * How many parts a message takes, and so how often it is paid for. One character outside the set of GSM makes all of it
 * UCS-2; of more than one part each loses a few places to say which it is (3GPP TS 23.040).
 */
export function smsDelen(tekst: string): number {
  const gsm = [...tekst].every((teken) => basis.has(teken) || extra.has(teken))
  const lengte = gsm ? [...tekst].reduce((som, teken) => som + (extra.has(teken) ? 2 : 1), 0) : tekst.length
  const [een, meer] = gsm ? [160, 153] : [70, 67]
  return lengte <= een ? 1 : Math.ceil(lengte / meer)
}

/** The name that stands above an sms: at most 11 letters and digits, with at least one letter. */
export function smsAfzender(ingesteld: string, organisatie: string): string {
  if (ingesteld) return ingesteld
  const naam = organisatie
    .normalize('NFD')
    .replace(/[^A-Za-z0-9 ]/g, '')
    .trim()
  // What kind of organisation it is, says less than what it is called.
  const eigen = naam.replace(/^(woonstichting|woningstichting|stichting|woningcorporatie|gemeente)\s+/i, '')
  return (eigen || naam).replace(/\s+/g, '').slice(0, 11)
}
