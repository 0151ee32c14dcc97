import { tweetalig, useTeksten } from '#kit/teksten.ts'
import { nl } from './teksten.nl.ts'

const teksten = tweetalig(nl, () => import('./teksten.en.ts').then((module) => module.en))

export const useKlantaccountTeksten = () => useTeksten(teksten)
