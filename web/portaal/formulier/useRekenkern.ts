import { use } from 'react'

type Rekenkern = typeof import('./rekenkern.ts')
let kern: Promise<Rekenkern> | undefined

/** Begins to fetch it, before a form is on screen. */
export function haalRekenkern(): Promise<Rekenkern> {
  kern ??= import('./rekenkern.ts').catch((error: unknown) => {
    // The next attempt fetches it again: the line may be back by then.
    kern = undefined
    throw error
  })
  return kern
}

/** Suspends until it is there. */
export const useRekenkern = (): Rekenkern => use(haalRekenkern())
