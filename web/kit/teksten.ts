import { use } from 'react'
import { bron } from './bron.ts'
import { type Taal, zetFormaatTaal } from './format.ts'
import { useBron } from './useBron.ts'

/** The language of the screen; Dutch is built in, English is fetched when somebody asks for it. */
export const taalkeuze = bron<Taal>('nl')

const sleutel = 'rondom.taal'

/** Reads the choice of last time. */
export function begintaal(): void {
  kiesTaal(localStorage.getItem(sleutel) === 'en' ? 'en' : 'nl')
}

export function kiesTaal(taal: Taal): void {
  localStorage.setItem(sleutel, taal)
  document.documentElement.lang = taal
  zetFormaatTaal(taal)
  taalkeuze.set(taal)
}

/** A text is a sentence, or a function that fills in what varies. */
// biome-ignore lint/suspicious/noExplicitAny: each function has its own parameters
export type Teksten = { readonly [key: string]: string | ((...values: any[]) => string) | Teksten }

/** The same keys and parameters, with other words. */
export type Vertaling<T> = {
  readonly [K in keyof T]: T[K] extends (...values: infer A) => string
    ? (...values: A) => string
    : T[K] extends string
      ? string
      : Vertaling<T[K]>
}

export type Tweetalig<T> = { nl: T; en: () => Promise<Vertaling<T>> }

/** Ties the two languages of one slice together; the second is fetched once, when somebody asks for it. */
export function tweetalig<T extends Teksten>(nl: T, fetchEn: () => Promise<Vertaling<T>>): Tweetalig<T> {
  let fetched: Promise<Vertaling<T>> | undefined
  return {
    nl,
    en: () => {
      fetched ??= fetchEn()
      return fetched
    },
  }
}

/**
 * The texts of a slice in the language of the screen; suspends once while the second language is fetched.
 * @example
 * const teksten = tweetalig(nl, () => import('./teksten.en.ts').then((module) => module.en))
 * export const useTakenTeksten = () => useTeksten(teksten)
 */
export function useTeksten<T extends Teksten>(teksten: Tweetalig<T>): Vertaling<T> {
  const taal = useBron(taalkeuze)
  // Dutch is where the type comes from; the compiler cannot see that a type is its own translation.
  return taal === 'nl' ? (teksten.nl as unknown as Vertaling<T>) : use(teksten.en())
}
