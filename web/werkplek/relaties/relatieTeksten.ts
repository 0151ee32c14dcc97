import { tweetalig, useTeksten, type Vertaling } from '#kit/teksten.ts'
import { nl } from './teksten.nl.ts'

const teksten = tweetalig(nl, () => import('./teksten.en.ts').then((module) => module.en))

export type RelatieTeksten = Vertaling<typeof nl>
export const useRelatieTeksten = (): RelatieTeksten => useTeksten(teksten)
