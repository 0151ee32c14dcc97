import type { IcoonNaam } from '#kit/Icoon.tsx'

/** The pictures that a process may name; what is unknown gets a plain one. */
const iconen: Record<string, IcoonNaam> = {
  reparatie: 'moersleutel',
  verhuizen: 'sleutel',
  klacht: 'bericht',
  vraag: 'info',
  betalen: 'euro',
  huur: 'euro',
  woning: 'huis',
  overlast: 'mensen',
  ruil: 'verversen',
  contract: 'document',
}

export const icoonVan = (naam: string): IcoonNaam => iconen[naam] ?? 'document'
