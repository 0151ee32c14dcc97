/** What can be imported, in the order in which it refers to each other. */
export const soorten = [
  'adres',
  'complex',
  'eenheid',
  'organisatie',
  'persoon',
  'huishouden',
  'lid',
  'overeenkomst',
  'contractant',
] as const
export type Soort = (typeof soorten)[number]

/** Numbers of klanten of every soort live in one space (`partij.extern_id`); the others have their own. */
export type Ruimte = 'adres' | 'complex' | 'eenheid' | 'partij' | 'lid' | 'overeenkomst' | 'contractant'

/** To another row or to something that is there already, by any of its numbers; the first that exists counts. */
export type Verwijzing = { veld: string; ruimte: Ruimte; sleutels: string[] }

/** One thing of the source, checked and normalised, on its way to staging. One line may hold several. */
export type Rij = {
  soort: Soort
  /** Its number in the source: by this it is known again at the next import. */
  sleutel: string
  /** Other numbers by which the source refers to it. */
  aliassen?: string[]
  gegevens: Record<string, unknown>
  verwijzingen?: Verwijzing[]
  /** 0: a row of its own; higher: only mentioned in another row, and then second to it. */
  rang?: number
}

export type Fout = { veld: string; reden: string }

/** A row that was read: what it holds, or why it was rejected. `meldingen` are about parts that were left out. */
export type Gekeurd = { sleutel: string; rijen: Rij[]; fouten: Fout[]; meldingen: Fout[] }
