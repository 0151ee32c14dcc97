/** What a template's text may name between double braces, with what it means. */
export const variabelen = {
  'klant.naam': 'Naam van de klant',
  'klant.aanhef': 'Aanhef, zoals "Geachte heer Van den Berg"',
  'klant.nummer': 'Contactnummer van de klant',
  'medewerker.naam': 'Uw eigen naam',
  'organisatie.naam': 'Naam van de organisatie',
  datum: 'De datum van vandaag',
} as const
export type Variabele = keyof typeof variabelen

export function variabelenVan(bron: {
  klant: { naam: string; aanhef: string; nummer: string } | undefined
  medewerker: string
  organisatie: string
  /** `jjjj-mm-dd` */
  datum: string
}): Record<Variabele, string> {
  const [year, month, day] = bron.datum.split('-')
  return {
    'klant.naam': bron.klant?.naam ?? '',
    'klant.aanhef': bron.klant?.aanhef ?? 'Geachte heer, mevrouw',
    'klant.nummer': bron.klant?.nummer ?? '',
    'medewerker.naam': bron.medewerker,
    'organisatie.naam': bron.organisatie,
    datum: `${day}-${month}-${year}`,
  }
}

/**
 * Fills `{{klant.aanhef}}` and the like. Only names, no formulas: a template cannot reach anything else (A42). A name
 * that is unknown stays as it is, so that the writer of the template sees it.
 */
export function fillVariabelen(text: string, waarden: Readonly<Record<string, string>>): string {
  return text.replace(/\{\{\s*([a-z.]{1,40})\s*\}\}/g, (whole, naam: string) =>
    Object.hasOwn(waarden, naam) ? (waarden[naam] ?? whole) : whole,
  )
}

/**
 * What in a text still waits to be filled in: a variable that nothing filled (`{{datum}}`), or a gap that the writer of
 * the template left for the employee (`{naam van de monteur}`). Each once, as it stands there.
 */
export function openVariabelen(text: string): string[] {
  return [...new Set(text.match(/\{\{[^{}\n]{1,60}\}\}|\{[^{}\n]{1,60}\}/g) ?? [])]
}
