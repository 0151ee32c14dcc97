import { tweetalig, useTeksten } from '#kit/teksten.ts'
import { nl } from './paginaTeksten.nl.ts'

const teksten = tweetalig(nl, () => import('./paginaTeksten.en.ts').then((module) => module.en))
/** Of what is not on every page, so that it is not fetched with every page. */
export const usePaginaTeksten = () => useTeksten(teksten)
