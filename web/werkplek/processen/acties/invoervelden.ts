/** What an action was given, as fields that one can correct. */
export type Invoerveld = { naam: string; soort: 'tekst' | 'tekstvak' | 'getal' | 'janee' | 'json'; tekst: string }

export function velden(invoer: Record<string, unknown>): Invoerveld[] {
  return Object.entries(invoer).map(([naam, waarde]) => {
    if (typeof waarde === 'string') return { naam, soort: isLang(waarde) ? 'tekstvak' : 'tekst', tekst: waarde }
    if (typeof waarde === 'number') return { naam, soort: 'getal', tekst: String(waarde) }
    if (typeof waarde === 'boolean') return { naam, soort: 'janee', tekst: String(waarde) }
    return { naam, soort: 'json', tekst: waarde === null ? '' : JSON.stringify(waarde, null, 2) }
  })
}

const isLang = (tekst: string) => tekst.length > 60 || tekst.includes('\n')

/** Back to what the action takes. @returns the names of fields that hold no value of their kind */
export function lees(rijen: readonly Invoerveld[]): { invoer: Record<string, unknown>; fout: Set<string> } {
  const fout = new Set<string>()
  const invoer = Object.fromEntries(
    rijen.map(({ naam, soort, tekst }) => {
      const waarde = waardeVan(soort, tekst)
      if (waarde === undefined) fout.add(naam)
      return [naam, waarde]
    }),
  )
  return { invoer, fout }
}

function waardeVan(soort: Invoerveld['soort'], tekst: string): unknown {
  if (soort === 'tekst' || soort === 'tekstvak') return tekst
  if (soort === 'janee') return tekst === 'true'
  if (soort === 'getal') {
    const getal = Number(tekst.trim().replace(',', '.'))
    return tekst.trim() === '' || !Number.isFinite(getal) ? undefined : getal
  }
  if (tekst.trim() === '') return null
  try {
    return JSON.parse(tekst) as unknown
  } catch {
    return undefined
  }
}
