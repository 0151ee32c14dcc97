import type { IcoonNaam } from '#kit/Icoon.tsx'
import { paden } from '../paden.ts'
import type { nl } from './teksten.nl.ts'

type Tekst = { [K in keyof typeof nl]: (typeof nl)[K] extends string ? K : never }[keyof typeof nl]

export type Navigatiepunt = {
  naar: string
  tekst: Tekst
  /** On a phone, where five words stand beside each other. */
  kort?: Tekst
  icoon: IcoonNaam
  /** Only there: on a phone the rest is under "Meer". */
  alleen?: 'telefoon' | 'breed'
}

/** Where one can go from everywhere. A part adds its line when it has a page. */
export const navigatie: Navigatiepunt[] = [
  { naar: paden.thuis, tekst: 'thuis', icoon: 'huis' },
  { naar: paden.regelen, tekst: 'regelen', icoon: 'bewerk' },
  { naar: paden.zaken, tekst: 'zaken', kort: 'zakenKort', icoon: 'map' },
  { naar: paden.contact, tekst: 'contact', icoon: 'bericht' },
  { naar: paden.woning, tekst: 'woning', icoon: 'sleutel', alleen: 'breed' },
  { naar: paden.gegevens, tekst: 'gegevens', icoon: 'persoon', alleen: 'breed' },
  { naar: paden.hulp, tekst: 'hulp', icoon: 'info', alleen: 'breed' },
  { naar: paden.meer, tekst: 'meer', icoon: 'menu', alleen: 'telefoon' },
]
