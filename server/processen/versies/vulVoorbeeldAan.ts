type Gegevens = Record<string, unknown>

/**
 * An example for what only a step of the process will bring (`{{ afspraak.begin | datum }}`): something that can be
 * written the way the text asks, so that one sees where it comes. What the example knows already stays.
 */
export function vulVoorbeeldAan(voorbeeld: Gegevens, tekst: string, nu: Date): Gegevens {
  const gevuld = { ...voorbeeld }
  for (const [, naam = '', vorm] of tekst.matchAll(/\{\{\s*([\p{L}\w]+(?:\.[\p{L}\w]+)*)\s*(?:\|\s*(\w+)\s*)?\}\}/gu)) {
    const [eerste = '', ...verder] = naam.split('.')
    // Only what is known by name: a name that nobody fills in must stay a mistake.
    if (!Object.hasOwn(voorbeeld, eerste) || voorbeeld[eerste] !== null) continue
    gevuld[eerste] = zet(gevuld[eerste], verder, waardeVoor(naam, vorm, nu))
  }
  return gevuld
}

function zet(in_: unknown, pad: string[], waarde: unknown): unknown {
  const [eerste, ...verder] = pad
  if (eerste === undefined) return in_ ?? waarde
  const object = typeof in_ === 'object' && in_ !== null ? (in_ as Gegevens) : {}
  return { ...object, [eerste]: zet(object[eerste] ?? null, verder, waarde) }
}

function waardeVoor(naam: string, vorm: string | undefined, nu: Date): unknown {
  if (vorm === 'datum' || vorm === 'dag' || vorm === 'tijd') return nu.toISOString()
  if (vorm === 'bedrag') return 12_500
  return vorm === 'janee' ? true : `(${naam})`
}
