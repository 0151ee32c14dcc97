/**
 * VERA referentiedata for relaties (release 4.3.0, CC0). Ended codes (`vervallen`) may occur in imported history and
 * keep their name, but cannot be written.
 */
type Code = { naam: string; vervallen?: true }

/** RELATIEROLSOORT */
export const relatierollen = {
  AAN: { naam: 'Aanvrager', vervallen: true },
  AFW: { naam: 'Afwijkende betaler', vervallen: true },
  AMA: { naam: 'Aankopende makelaar' },
  AMB: { naam: 'Ambulante begeleider' },
  ASS: { naam: 'Assetmanager' },
  BED: { naam: 'Behandelaar' },
  BEH: { naam: 'Beheerder' },
  BES: { naam: 'Bestuur', vervallen: true },
  BET: { naam: 'Betaler' },
  BEW: { naam: 'Bewoner' },
  BSL: { naam: 'Bestuurslid' },
  BUD: { naam: 'Budgetcoach' },
  BWI: { naam: 'Bewindvoerder' },
  COL: { naam: 'Wooncoöperatie-lid' },
  CON: { naam: 'Contractant', vervallen: true },
  COO: { naam: 'Wooncoöperatie' },
  CPE: { naam: 'Contactpersoon' },
  CUR: { naam: 'Curator' },
  DEU: { naam: 'Deurwaarder' },
  EIG: { naam: 'Eigenaar' },
  ERF: { naam: 'Erfpachter' },
  FIA: { naam: 'Fiatteur' },
  GAR: { naam: 'Garantiegever' },
  GEB: { naam: 'Gebruiker' },
  GEL: { naam: 'Geldnemer' },
  HME: { naam: 'Huismeester' },
  HOO: { naam: 'Hoofdbewoner', vervallen: true },
  HUI: { naam: 'Huishouden', vervallen: true },
  HUU: { naam: 'Huurder' },
  INS: { naam: 'Inspecteur' },
  KIN: { naam: 'Kind', vervallen: true },
  KLA: { naam: 'Klant', vervallen: true },
  KOP: { naam: 'Koper' },
  LEV: { naam: 'Leverancier' },
  MBW: { naam: 'Medebewoner' },
  MDH: { naam: 'Medehuurder' },
  MDW: { naam: 'Medewerker' },
  MED: { naam: 'Mede-aanvrager' },
  MEL: { naam: 'Melder' },
  NOT: { naam: 'Notaris' },
  OPD: { naam: 'Opdrachtgever' },
  OPN: { naam: 'Opdrachtnemer' },
  OPZ: { naam: 'Opzichter' },
  OWI: { naam: 'Onderwijsinstelling' },
  PEN: { naam: 'Penningmeester' },
  PRO: { naam: 'Prospect' },
  SEC: { naam: 'Secretaris' },
  TEA: { naam: 'Team', vervallen: true },
  VER: { naam: 'Verkoper' },
  VMA: { naam: 'Verkopende makelaar' },
  VOL: { naam: 'Overige volwassenen', vervallen: true },
  VOO: { naam: 'Voorzitter' },
  VVE: { naam: 'Vereniging van Eigenaren' },
  VVL: { naam: 'VvE-lid' },
  WON: { naam: 'Woningzoekende' },
  WOO: { naam: 'Woonconsulent' },
  ZEK: { naam: 'Zekerheidsnemer' },
} as const satisfies Record<string, Code>

/** The roles that the screen offers first for somebody in a household. */
export const huishoudrollen = ['HUU', 'MDH', 'MBW', 'BEW', 'WON', 'EIG', 'CPE', 'BWI', 'CUR', 'BUD', 'BET'] as const

/** Who may act for whom. A gemachtigde has no code of his own in RELATIEROLSOORT: he is a contactpersoon (CPE). */
export const vertegenwoordigingen = {
  gemachtigde: { naam: 'Gemachtigde', rol: 'CPE' },
  bewindvoerder: { naam: 'Bewindvoerder', rol: 'BWI' },
  curator: { naam: 'Curator', rol: 'CUR' },
  budgetcoach: { naam: 'Budgetcoach', rol: 'BUD' },
  begeleider: { naam: 'Ambulante begeleider', rol: 'AMB' },
} as const satisfies Record<string, { naam: string; rol: string }>
export type VertegenwoordigingSoort = keyof typeof vertegenwoordigingen

/** SIGNALERINGSOORT */
export const signaleringsoorten = {
  AGR: { naam: 'Agressie' },
  ONB: { naam: 'Ondersteuningsbehoefte' },
  ONE: { naam: 'Oneigenlijk gebruik woning' },
  OVE: { naam: 'Overlast' },
  SCH: { naam: 'Huurschuld' },
  WAN: { naam: 'Wangedrag naar medewerkers' },
} as const satisfies Record<string, Code>

/** SIGNALERINGDETAILSOORT; without `soort` it goes with every soort. */
export const signaleringdetails: Record<string, { naam: string; soort?: keyof typeof signaleringsoorten }> = {
  AGS: { naam: 'Agressie', soort: 'AGR' },
  AMB: { naam: 'Ambulante begeleiding', soort: 'ONB' },
  BEL: { naam: 'Beledigend', soort: 'WAN' },
  BET: { naam: 'Betalingsachterstand', soort: 'SCH' },
  BEW: { naam: 'Bewindvoerder' },
  BEZ: { naam: 'Bezoek met twee' },
  BRA: { naam: 'Brandstichting', soort: 'AGR' },
  CUR: { naam: 'Onder curatele' },
  DEU: { naam: 'Deurwaarder', soort: 'SCH' },
  DRU: { naam: 'Drugshandel', soort: 'ONE' },
  FYS: { naam: 'Fysiek', soort: 'AGR' },
  GEL: { naam: 'Geluidsoverlast', soort: 'OVE' },
  HEN: { naam: 'Hennepkwekerij', soort: 'ONE' },
  INT: { naam: 'Intimiderend', soort: 'WAN' },
  MUT: { naam: 'Mutatieschade', soort: 'SCH' },
  ONA: { naam: 'Onacceptabele toon', soort: 'WAN' },
  OND: { naam: 'Onderverhuur', soort: 'ONE' },
  PRO: { naam: 'Prostitutie', soort: 'ONE' },
  RAC: { naam: 'Racistisch', soort: 'WAN' },
  SCH: { naam: 'Schriftelijk', soort: 'AGR' },
  SEU: { naam: 'Seksueel ongepast', soort: 'WAN' },
  VEB: { naam: 'Verbaal', soort: 'AGR' },
  VER: { naam: 'Vervuiling', soort: 'ONE' },
}

/** RELATIEADRESSOORT */
export const adressoorten = {
  WOO: { naam: 'Woonadres' },
  POS: { naam: 'Postadres' },
  BEZ: { naam: 'Bezoekadres' },
  FAC: { naam: 'Factuuradres' },
  LEV: { naam: 'Leveringsadres' },
} as const satisfies Record<string, Code>

/** The Dutch name of a role code; an unknown code is its own name. */
export function rolNaam(code: string): string {
  return code in relatierollen ? relatierollen[code as keyof typeof relatierollen].naam : code
}

/** Ended codes are readable, not writable. */
export function isSchrijfbareRol(code: string): boolean {
  return code in relatierollen && !('vervallen' in relatierollen[code as keyof typeof relatierollen])
}
