import type { Adres, DigitaalAdres, Partij, PartijRol, Signalering, Vertegenwoordiging } from '#contract/relaties.ts'

/** What of a klant is to be changed; without `welk` it is a new one. */
export type Wat =
  | { soort: 'gegevens' }
  | { soort: 'digitaal'; welk?: DigitaalAdres }
  | { soort: 'adres'; welk?: Adres }
  | { soort: 'rekening'; welk?: Partij['rekeningnummers'][number] }
  | { soort: 'rol'; kant: 'lid' | 'in'; welk?: PartijRol }
  | { soort: 'vertegenwoordiging'; welk?: Vertegenwoordiging }
  | { soort: 'signalering'; welk?: Signalering }
  | { soort: 'samenvoegen' }

/** In a huishouden or organisatie one adds members; anybody else gets a role in one. */
export function kantVan(partij: Partij): 'lid' | 'in' {
  return partij.soort === 'huishouden' || partij.soort === 'organisatie' ? 'lid' : 'in'
}
