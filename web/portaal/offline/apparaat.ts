import type { Kluis } from './kluis.ts'

let kluis: Promise<Kluis> | undefined

/**
 * What this device keeps. On a shared device, and where a browser can keep nothing safely (no https, a private window),
 * that is nothing that outlives the tab.
 */
export function apparaat(): Promise<Kluis> {
  kluis ??= import('./kluis.ts').then(async ({ openKluis, vluchtigeKluis }) => {
    if (gedeeld() || typeof indexedDB === 'undefined' || !globalThis.crypto?.subtle) return vluchtigeKluis()
    return openKluis().catch(vluchtigeKluis)
  })
  return kluis
}

/** Signing out: whatever it was, it is gone. */
export async function wisApparaat(): Promise<void> {
  await (await apparaat()).leeg()
  kluis = undefined
}

const sleutel = 'rondom.gedeeld'
/** As was said at signing in; until that is known nothing is kept. */
const gedeeld = () => localStorage.getItem(sleutel) !== 'nee'

/** What the session says of this device. Once shared, what was kept before goes too. */
export async function zetGedeeld(isGedeeld: boolean): Promise<void> {
  const nieuw = isGedeeld ? 'ja' : 'nee'
  if (localStorage.getItem(sleutel) === nieuw) return
  if (isGedeeld) await wisApparaat()
  localStorage.setItem(sleutel, nieuw)
  kluis = undefined
}
