import { achternaamInZin, composeNaam, type Naamdelen } from './naam.ts'

export const AANHEFCODES = ['DHR', 'MEVR', 'FAM', 'DHR_MEVR', 'NEUTRAAL', 'ERVEN', 'BLANCO'] as const

export type Aanhefcode = (typeof AANHEFCODES)[number]

/** How the code is offered in a list. */
export const AANHEFCODE_LABEL: Record<Aanhefcode, string> = {
  DHR: 'De heer',
  MEVR: 'Mevrouw',
  FAM: 'Familie',
  DHR_MEVR: 'De heer en mevrouw',
  NEUTRAAL: 'Neutraal (alleen de naam)',
  ERVEN: 'De erven van',
  BLANCO: 'Geen aanhef (bedrijf of huishouden)',
}

/** First line of the address on a letter: "De heer J.A. van den Berg". */
export function adresregel(code: Aanhefcode, delen: Naamdelen): string {
  switch (code) {
    case 'DHR':
      return `De heer ${composeNaam(delen)}`
    case 'MEVR':
      return `Mevrouw ${composeNaam(delen)}`
    case 'FAM':
      return `Familie ${achternaamInZin(delen)}`
    // The initials belong to one of the two, so they are left out.
    case 'DHR_MEVR':
      return `De heer en mevrouw ${achternaamInZin(delen)}`
    case 'ERVEN':
      return `De erven van ${composeNaam(delen)}`
    case 'NEUTRAAL':
    case 'BLANCO':
      return composeNaam(delen)
  }
}

/** Opening of a letter or mail, without the comma: "Geachte heer Van den Berg". */
export function aanhef(code: Aanhefcode, delen: Naamdelen): string {
  switch (code) {
    case 'DHR':
      return `Geachte heer ${achternaamInZin(delen)}`
    case 'MEVR':
      return `Geachte mevrouw ${achternaamInZin(delen)}`
    case 'FAM':
      return 'Geachte familie'
    case 'DHR_MEVR':
      return `Geachte heer en mevrouw ${achternaamInZin(delen)}`
    case 'NEUTRAAL':
      return `Geachte ${composeNaam(delen)}`
    case 'ERVEN':
      return 'Geachte nabestaanden'
    case 'BLANCO':
      return 'Geachte heer, mevrouw'
  }
}

/** What a new card proposes. GESLACHT knows M, V and O since 2024 (VERA); an organisation or household has none. */
export function voorgesteldeAanhefcode(soort: 'persoon' | 'overig', geslacht?: string | null): Aanhefcode {
  if (soort === 'overig') return 'BLANCO'
  if (geslacht === 'M') return 'DHR'
  return geslacht === 'V' ? 'MEVR' : 'NEUTRAAL'
}
