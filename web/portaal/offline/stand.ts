import { bron } from '#kit/bron.ts'
import type { Zending } from './wachtrij.ts'

/** What still waits to be sent, for who wants to see it. */
export const wachtend = bron<readonly Zending[]>([])

/** There is a newer version of the app; calling it loads that. */
export const nieuweVersie = bron<(() => void) | undefined>(undefined)
