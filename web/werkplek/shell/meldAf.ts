import { afmelden } from '#contract/aanmelden.ts'
import { call } from '#kit/api.ts'
import { vergeetRecent } from '#kit/recent.ts'

/** Ends the session; a full reload empties the memory, so that the next person at this desk sees nothing of the last. */
export async function meldAf(): Promise<void> {
  await call(afmelden, { body: {} }).catch(() => {})
  vergeetRecent()
  // Half-filled forms hold names of customers too.
  sessionStorage.clear()
  window.location.assign('/werkplek/')
}
