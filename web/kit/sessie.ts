import { bron } from './bron.ts'

/**
 * The session ended while somebody was working. Calls that met a 401 wait here; after signing in again in the same
 * place they are sent once more, so that nobody loses a word.
 */
export type SessieStand = 'goed' | 'verlopen'
export const sessieStand = bron<SessieStand>('goed')

type Parked = { resume: () => void; drop: (reason: unknown) => void }
let parked: Parked[] = []

/** Resolves when the same employee signed in again. Rejects when the caller gives up. */
export function wachtOpAanmelden(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const entry: Parked = { resume: resolve, drop: reject }
    parked.push(entry)
    signal?.addEventListener('abort', () => {
      parked = parked.filter((each) => each !== entry)
      reject(signal.reason)
    })
    sessieStand.set('verlopen')
  })
}

/**
 * Called by the sign-in overlay when it succeeded. Parked calls carry the text of the one who was signed in before:
 * they are never sent in the name of somebody else.
 */
export function sessieHersteld(zelfdeMedewerker: boolean): void {
  const waiting = parked
  parked = []
  sessieStand.set('goed')
  for (const each of waiting) {
    if (zelfdeMedewerker) each.resume()
    else each.drop(new DOMException('Een ander heeft zich aangemeld.', 'AbortError'))
  }
}
