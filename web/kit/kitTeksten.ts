import { nl } from './teksten.nl.ts'
import { tweetalig, useTeksten } from './teksten.ts'

const teksten = tweetalig(nl, () => import('./teksten.en.ts').then((module) => module.en))
export const useKitTeksten = () => useTeksten(teksten)
