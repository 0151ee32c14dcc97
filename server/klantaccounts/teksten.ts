import { en } from './teksten.en.ts'
import { nl } from './teksten.nl.ts'

/** A third language is a third file. */
export const teksten = { nl, en } as const
export type Taal = keyof typeof teksten
export type Teksten = (typeof teksten)[Taal]
/** What can be wrong on these pages; each has a sentence in every language. */
export type Foutzin = keyof typeof nl.fout
